import { createContext } from 'react';

/** Where the gateway is, and the token to ask it with. */
export interface Gateway {
  graphqlPath: string;
  token: () => Promise<string | null>;
}

export const GatewayContext = createContext<Gateway | null>(null);

/** The schema as one text, as the gateway serves it: with the directives that introspection leaves out. */
export async function loadSchema({ graphqlPath, token }: Gateway): Promise<string> {
  const current = await token();
  if (current === null) throw new Error('The gateway gives its schema to callers with an access token only.');
  const response = await ask(`${graphqlPath}/schema`, current);
  if (response.status === 404) throw new Error('This gateway does not publish its schema.');
  if (!response.ok) throw new Error(`The gateway answered HTTP ${response.status} to the request for its schema.`);
  return response.text();
}

async function ask(address: string, token: string): Promise<Response> {
  const headers = { Accept: 'text/plain', Authorization: `Bearer ${token}` };
  try {
    return await fetch(address, { headers, cache: 'no-store', credentials: 'omit', redirect: 'error' });
  } catch {
    throw new Error('The gateway does not answer. Check that it runs and that you are online.');
  }
}
