import { describe, expect, it, vi } from 'vitest';
import type { Credentials } from '../src/credentials';
import { fixed } from './fixed';
import { send, type GraphQLRequest } from '../src/transport';

const ANSWER = { data: { viewer: null } };

function answering(...responses: Response[]) {
  return vi.fn<typeof fetch>(() => Promise.resolve(responses.shift() ?? Response.error()));
}

function tokensSent(fetcher: ReturnType<typeof answering>) {
  return fetcher.mock.calls.map(([, init]) => new Headers(init?.headers).get('Authorization'));
}

describe('send', () => {
  it('sends the token with the request and nothing else about the caller', async () => {
    const fetcher = answering(Response.json(ANSWER));

    expect(await send('/graphql', fixed('token'), { query: '{ viewer }' }, fetcher)).toEqual(ANSWER);
    expect(tokensSent(fetcher)).toEqual(['Bearer token']);
    expect(fetcher.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  it('asks what the request costs', async () => {
    const fetcher = answering(Response.json(ANSWER));

    await send('/graphql', fixed('token'), { query: '{ viewer }' }, fetcher);
    expect(new Headers(fetcher.mock.calls[0]?.[1]?.headers).get('Upstream-Cost')).toBe('include');
  });

  it.each([
    ['AddAPhone', 'AddAPhone'],
    ['TheTabBefore', undefined],
    [null, undefined],
  ])('of the operation name %j sends %j', async (operationName, expected) => {
    const fetcher = answering(Response.json(ANSWER));

    await send('/graphql', fixed('token'), { query: 'mutation AddAPhone { a }', operationName }, fetcher);
    expect((JSON.parse(fetcher.mock.calls[0]?.[1]?.body as string) as GraphQLRequest).operationName).toBe(expected);
  });

  it('replaces a refused token once', async () => {
    const credentials: Credentials = { token: () => Promise.resolve('old'), renew: () => Promise.resolve('new') };
    const fetcher = answering(new Response(null, { status: 401 }), Response.json(ANSWER));

    expect(await send('/graphql', credentials, { query: '{ viewer }' }, fetcher)).toEqual(ANSWER);
    expect(tokensSent(fetcher)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('shows a refusal when there is no other token', async () => {
    const fetcher = answering(new Response(null, { status: 401, statusText: 'Unauthorized' }));

    expect(await send('/graphql', fixed('token'), { query: '{ viewer }' }, fetcher)).toEqual({
      errors: [{ message: 'The gateway answered 401 Unauthorized' }],
    });
  });

  it('shows a body that is no GraphQL answer', async () => {
    const fetcher = answering(Response.json({ title: 'Too large' }, { status: 413 }));

    expect(await send('/graphql', fixed('token'), { query: '{ viewer }' }, fetcher)).toEqual({
      errors: [{ message: 'The gateway answered 413', extensions: { body: { title: 'Too large' } } }],
    });
  });
});
