/** What the gateway tells its playground. */
export interface Settings {
  graphqlPath: string;
  /** Null outside the sandbox: there a token has to be pasted. */
  sandboxPath: string | null;
}

export async function loadSettings(fetcher: typeof fetch = fetch): Promise<Settings> {
  const response = await fetcher(`${import.meta.env.BASE_URL}settings.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The gateway answered ${response.status} to the request for its settings.`);
  return readSettings(await response.json());
}

export function readSettings(value: unknown): Settings {
  const { graphqlPath, sandboxPath = null } = value as Partial<Record<keyof Settings, unknown>>;
  if (!isOwnPath(graphqlPath)) throw new Error('settings.json: graphqlPath must be a path of this origin.');
  if (sandboxPath !== null && !isOwnPath(sandboxPath))
    throw new Error('settings.json: sandboxPath must be null or a path of this origin.');
  return { graphqlPath, sandboxPath };
}

// `//host` and `/\host` are paths to the eye and other origins to a browser: a token must never go there.
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}
