/** What the gateway tells its playground. */
export interface Settings {
  graphqlPath: string;
  /** Null outside the sandbox: there people sign in, or paste a token. */
  sandboxPath: string | null;
  login: LoginSettings;
}

/** How to get a token for the gateway. */
export interface LoginSettings {
  /** The app registration of the pages; null where a token has to be pasted. */
  clientId: string | null;
  /** The sign-in service, with the tenant. */
  authority: string;
  tenantId: string;
  scope: string;
}

export async function loadSettings(fetcher: typeof fetch = fetch): Promise<Settings> {
  const response = await fetcher(`${import.meta.env.BASE_URL}settings.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The gateway answered ${response.status} to the request for its settings.`);
  return readSettings(await response.json());
}

export function readSettings(value: unknown): Settings {
  const known = value as Record<string, unknown>;
  const { graphqlPath, sandboxPath = null } = known;
  if (!isOwnPath(graphqlPath)) throw new Error('settings.json: graphqlPath must be a path of this origin.');
  if (sandboxPath !== null && !isOwnPath(sandboxPath))
    throw new Error('settings.json: sandboxPath must be null or a path of this origin.');
  return { graphqlPath, sandboxPath, login: readLogin(known) };
}

function readLogin({ clientId = null, authority, tenantId, scope }: Record<string, unknown>): LoginSettings {
  if (!isText(authority) || !authority.startsWith('https://'))
    throw new Error('settings.json: authority must be an https address.');
  if (!isText(tenantId) || !isText(scope)) throw new Error('settings.json: tenantId and scope must be there.');
  if (clientId !== null && !isText(clientId)) throw new Error('settings.json: clientId must be null or a text.');
  return { clientId, authority, tenantId, scope };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

// `//host` and `/\host` are paths to the eye and other origins to a browser: a token must never go there.
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}
