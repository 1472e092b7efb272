import { ClientSecretCredential, OnBehalfOfCredential } from '@azure/identity';

/** Where the sandbox is that `mvn spring-boot:run` starts; Node trusts its certificate by NODE_EXTRA_CA_CERTS. */
export const GRAPH = new URL(process.env.SANDBOX_GRAPH_URL ?? 'https://localhost:8090/');
const LOGIN = process.env.SANDBOX_LOGIN_URL ?? 'https://localhost:8091/';

export const SCOPES = ['https://graph.microsoft.com/.default'];

const TENANT = '8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15';
const CLIENT = '5f2a9c1e-7d04-4b83-a6e9-3c8b1d70f264';
const SECRET = 'sandbox-secret-for-loopback-only';

const authority = { authorityHost: LOGIN, disableInstanceDiscovery: true };

/** The sandbox's control. */
export async function control(method: string, path: string, body = '{}'): Promise<unknown> {
  const response = await fetch(new URL(`sandbox/${path}`, GRAPH), method === 'GET' ? {} : { method, body });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.status === 204 ? undefined : response.json();
}

/** The development client, which acts for itself. */
export function application(): ClientSecretCredential {
  return new ClientSecretCredential(TENANT, CLIENT, SECRET, authority);
}

/** The development client, which acts for a persona who has signed in to it. */
export async function onBehalfOf(persona: string): Promise<OnBehalfOfCredential> {
  const signIn = JSON.stringify({ claims: { aud: CLIENT } });
  const token = (await control('POST', `personas/${persona}/token`, signIn)) as { access_token: string };
  return new OnBehalfOfCredential({
    tenantId: TENANT,
    clientId: CLIENT,
    clientSecret: SECRET,
    userAssertionToken: token.access_token,
    ...authority,
  });
}
