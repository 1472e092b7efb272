import { serverAudits, type AuditResult } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const GATEWAY = new URL(process.env.PLAYGROUND_URL ?? 'http://localhost:8080/');
const GRAPHQL = process.env.GRAPHQL_URL ?? new URL('graphql', GATEWAY).href;
const PERSONA = new URL('sandbox/personas/auth-admin/token', GATEWAY);

let token = '';

beforeAll(async () => {
  token = await personaToken();
});

async function personaToken(): Promise<string> {
  const answer = await fetch(PERSONA, { method: 'POST' });
  const { access_token: accessToken } = (await answer.json()) as { access_token: string };
  return accessToken;
}

function withToken(input: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(input, { ...init, headers });
}

describe('with a token', () => {
  const audits = serverAudits({ url: GRAPHQL, fetchFn: withToken });
  const results: AuditResult[] = [];

  afterAll(() => {
    console.info(summary(results));
  });

  it('all of the official audits are run', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    results.push(result);
    expect(result.status, reason(result)).toBe('ok');
  });
});

function summary(results: AuditResult[]): string {
  const levels = ['MUST', 'SHOULD', 'MAY'].map((level) => {
    const ofLevel = results.filter(({ name }) => name.startsWith(`${level} `));
    return `${level} ${passed(ofLevel)} of ${ofLevel.length}`;
  });
  return `GraphQL over HTTP: ${passed(results)} of ${results.length} audits ok (${levels.join(', ')})`;
}

function passed(results: AuditResult[]): number {
  return results.filter(({ status }) => status === 'ok').length;
}

function reason(result: AuditResult): string {
  return result.status === 'ok' ? '' : result.reason;
}

describe('without a token', () => {
  const answers: Response[] = [];
  const audits = serverAudits({ url: GRAPHQL, fetchFn: recorded });

  async function recorded(input: string, init?: RequestInit): Promise<Response> {
    const answer = await fetch(input, init);
    answers.push(answer.clone());
    return answer;
  }

  it.each(audits.map((audit) => [audit.id, audit] as const))(
    '%s is refused in the type that it accepts',
    async (_, audit) => {
      answers.length = 0;
      await audit.fn();
      expect(answers).toHaveLength(1);
      for (const answer of answers) await expectRefused(answer);
    },
  );

  async function expectRefused(answer: Response) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    expect(await answer.json()).toEqual({
      errors: [{ message: expect.any(String) as string, extensions: { code: 'UNAUTHENTICATED' } }],
    });
  }

  it.each(['application/json', 'application/graphql-response+json'])('is refused in %s', async (accept) => {
    const answer = await fetch(GRAPHQL, { method: 'POST', headers: { accept }, body: '{' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  });
});
