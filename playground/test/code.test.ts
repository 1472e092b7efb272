import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { print, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Operation } from '../src/code/code';

interface Sent {
  method: string | undefined;
  headers: IncomingHttpHeaders;
  body: { query: string; variables: unknown; operationName?: string };
}

const run = promisify(execFile);
const NASTY = 'it\'s "quoted" `back` ${TOKEN} $(id) \\n and\nBODY';
const MUTATION = String.raw`# It's a comment with "quotes" and \ and $(id).
mutation AddAPhone($input: AddPhoneMethodInput!) {
  addPhoneMethod(input: $input, note: "it's \" \\ \u0060 BACKTICK $ {id}") {
    errors {
      __typename
    }
  }
}
`
  .replace('BACKTICK', '`')
  .replace('$ {id}', '${id}');
const QUERY = 'query WhoAmI {\n  viewer {\n    objectId\n  }\n}\n';
const OPERATIONS: Omit<Operation, 'url'>[] = [
  { query: MUTATION, operationName: 'AddAPhone', variables: { input: { clientMutationId: NASTY } } },
  { query: QUERY, operationName: 'WhoAmI', variables: {} },
];
const HAS_CURL = process.platform !== 'win32' && spawnSync('curl', ['--version']).status === 0;
const RUNNABLE = LANGUAGES.filter(({ name }) => name !== 'curl' || HAS_CURL);
const CASES = RUNNABLE.flatMap((language) => OPERATIONS.map((operation) => ({ language, operation })));

let server: Server;
let url: string;
let folder: string;
const sent: Sent[] = [];

beforeAll(async () => {
  // Inside of the project, so that the libraries are found.
  folder = mkdtempSync(fileURLToPath(new URL('../.code-', import.meta.url)));
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const body = JSON.parse(text === '' ? '{}' : text) as Sent['body'];
      sent.push({ method: request.method, headers: request.headers, body });
      response.setHeader('Content-Type', 'application/json');
      response.end('{"data":{"viewer":{"objectId":"answered"},"addPhoneMethod":{"errors":[]}}}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the code that is copied', () => {
  it.each(CASES)(
    'sends what the page sends: $language.name, $operation.operationName',
    { timeout: 60_000 },
    async (each) => {
      const { language, operation } = each;
      const answer = await runs(language.name, language.write({ ...operation, url }, 'the-token'));
      const { method, headers, body } = sent.at(-1) ?? fail();
      expect(method).toBe('POST');
      expect(headers.authorization).toBe('Bearer the-token');
      expect(headers['content-type']).toBe('application/json');
      expect(withoutTypenames(body.query)).toBe(withoutTypenames(operation.query));
      expect(body.variables ?? {}).toEqual(operation.variables);
      expect(body.operationName).toBe(operation.operationName);
      expect(answer).toMatch(/answered|errors/);
    },
  );

  it.each(LANGUAGES)('holds a place for the token unless one is given: $name', ({ write }) => {
    const code = write({ url, query: QUERY, operationName: null, variables: {} }, null);
    expect(code).toMatch(/\$TOKEN|YOUR_ACCESS_TOKEN/);
    expect(code).not.toContain('null');
  });

  it.each(LANGUAGES)('is written even when the operation cannot be read: $name', ({ write }) => {
    expect(write({ url, query: 'mutation {', operationName: null, variables: {} }, null)).toContain('mutation {');
  });
});

async function runs(language: string, code: string): Promise<string> {
  const file = `${folder}/code.${language === 'curl' ? 'sh' : 'mjs'}`;
  writeFileSync(file, code);
  return (await run(language === 'curl' ? 'sh' : process.execPath, [file])).stdout;
}

/** Clients add `__typename` of their own, and leave comments out. */
function withoutTypenames(query: string): string {
  return print(parse(query)).replaceAll(/\s+__typename/g, '');
}

function fail(): never {
  throw new Error('Nothing was sent.');
}
