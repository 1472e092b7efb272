import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { AddPhoneMutationVariables } from '..';
import type { Gateway } from '../examples/gateway';

/** Stands between a client and the gateway and passes everything on, but for the first answer. */
export interface Proxy extends AsyncDisposable {
  gateway: Gateway;
  /** The idempotency keys that came by, in their order. */
  keys: (string | null | undefined)[];
}

/** Of a gateway that carried the mutation out and failed at the answer. */
const BROKEN = JSON.stringify({ data: null, errors: [{ message: 'Something went wrong here.' }] });

export async function before(behind: Gateway, first: 'passes' | 'is cut' | 'is broken'): Promise<Proxy> {
  const keys: Proxy['keys'] = [];

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request);
    keys.push((JSON.parse(body) as { variables: AddPhoneMutationVariables }).variables.input.idempotencyKey);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(behind.url, { method: 'POST', headers: { authorization, 'content-type': type }, body });
    const answered = await answer.text();
    if (keys.length === 1 && first === 'is cut') response.destroy();
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(keys.length === 1 && first === 'is broken' ? BROKEN : answered);
  }

  const server = createServer((request, response) => void pass(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    gateway: { ...behind, url: `http://127.0.0.1:${port}/graphql` },
    keys,
    async [Symbol.asyncDispose]() {
      await once(server.close(), 'close');
    },
  };
}
