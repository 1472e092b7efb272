import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { AddPhoneMutationVariables } from '..';
import type { Gateway } from '../examples/gateway';

/** Stands between a client and the gateway and passes everything on, but for the first answers. */
export interface Proxy extends AsyncDisposable {
  gateway: Gateway;
  /** The idempotency keys that came by, in their order. */
  keys: (string | null | undefined)[];
}

const GRAPHQL = 'application/graphql-response+json';
const HALF = '{"data":{"addPhoneMethod":{"confirmation":';
const PAGE = '<!doctype html><title>Please wait</title>';

/** What comes instead of an answer to a request that the gateway has carried out. */
const ANSWERS = {
  'is cut': (response) => response.destroy(),
  'is broken': ended(200, GRAPHQL, JSON.stringify({ data: null, errors: [{ message: 'Something went wrong here.' }] })),
  'breaks off': (response) => {
    response.writeHead(200, { 'content-type': GRAPHQL, 'content-length': '500' });
    response.write(HALF, () => response.destroy());
  },
  'is half of one': ended(200, GRAPHQL, HALF),
  'is a page': ended(200, 'text/html', PAGE),
  'is null': ended(200, 'application/json', 'null'),
  'says something else': ended(200, 'application/json', '{"status":"ok"}'),
  'is 408': ended(408, 'text/html', PAGE),
  'is 413': ended(413, 'text/html', PAGE),
  "is a proxy's 429": ended(429, 'application/json', JSON.stringify({ errors: [{ message: 'Too many requests.' }] })),
  'is a fault': ended(500, GRAPHQL, refusal('INTERNAL_SERVER_ERROR')),
  'is 502': ended(502, 'text/html', PAGE),
  'is 401': ended(401, GRAPHQL, refusal('UNAUTHENTICATED')),
  'is 401 as JSON': ended(401, 'application/json', refusal('UNAUTHENTICATED')),
} satisfies Record<string, (response: ServerResponse) => unknown>;

export type Answer = keyof typeof ANSWERS;

function ended(status: number, type: string, body: string) {
  return (response: ServerResponse) => response.writeHead(status, { 'content-type': type }).end(body);
}

function refusal(code: string): string {
  return JSON.stringify({ errors: [{ message: 'It was refused.', extensions: { code } }] });
}

export async function before(behind: Gateway, ...first: Answer[]): Promise<Proxy> {
  const keys: Proxy['keys'] = [];

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request);
    keys.push((JSON.parse(body) as { variables: AddPhoneMutationVariables }).variables.input.idempotencyKey);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(behind.url, { method: 'POST', headers: { authorization, 'content-type': type }, body });
    const answered = await answer.text();
    const instead = first[keys.length - 1];
    if (instead === undefined) ended(answer.status, 'application/json', answered)(response);
    else ANSWERS[instead](response);
  }

  const server = createServer((request, response) => void pass(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    gateway: { ...behind, url: `http://127.0.0.1:${port}/graphql` },
    keys,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
