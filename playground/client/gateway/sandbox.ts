import type { Gateway } from '../examples/gateway';

const PLAYGROUND = new URL(process.env.PLAYGROUND_URL ?? 'http://localhost:8080/');

/** A phone as it is in the sandbox, or a change that was made to one. */
export interface Phone {
  phoneNumber: string;
}

/** The sandbox's control, through the gateway's own origin. */
export const sandbox = {
  async reset() {
    await control('POST', 'reset');
    await control('DELETE', 'faults');
  },
  async fault(fault: object) {
    await control('POST', 'faults', fault);
  },
  async writes(): Promise<Phone[]> {
    return (await (await control('GET', 'writes')).json()) as Phone[];
  },
};

/** The gateway, as the persona who may add phones. */
export async function gateway(persona = 'auth-admin'): Promise<Gateway> {
  const response = await control('POST', `personas/${persona}/token`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return { url: new URL('/graphql', PLAYGROUND).href, token };
}

async function control(method: string, path: string, body?: object): Promise<Response> {
  const url = new URL(`/sandbox/${path}`, PLAYGROUND);
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}.`);
  return response;
}
