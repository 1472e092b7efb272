import { renewable, type Credentials } from '../credentials';
import type { Fault } from '../examples';

/** Somebody to act as in the sandbox. */
export interface Persona {
  name: string;
  displayName: string;
  /** What they can do, in a few words. */
  can: string;
  description: string;
  roles: string[];
}

/** The sandbox's control, through the gateway's own origin. */
export class Sandbox {
  readonly #path: string;
  readonly #fetch: typeof fetch;
  readonly #credentials = new Map<string, Credentials>();

  constructor(path: string, fetcher: typeof fetch = (...request) => fetch(...request)) {
    this.#path = path;
    this.#fetch = fetcher;
  }

  async personas(): Promise<Persona[]> {
    return (await this.#json('/personas', 'GET')) as Persona[];
  }

  /** One persona's credentials, the same at every call, so that switching back costs no request. */
  credentialsOf(name: string): Credentials {
    const known = this.#credentials.get(name) ?? renewable(() => this.#issueToken(name));
    this.#credentials.set(name, known);
    return known;
  }

  async reset(): Promise<void> {
    await this.#request('/reset', 'POST');
  }

  /** The start of an example: everything as after a reset, and then what is to go wrong. */
  async prepare(faults: readonly Fault[]): Promise<void> {
    await this.reset();
    for (const fault of faults) await this.#request('/faults', 'POST', JSON.stringify(fault));
  }

  async #issueToken(name: string): Promise<string> {
    const answer = await this.#json(`/personas/${encodeURIComponent(name)}/token`, 'POST');
    return (answer as { access_token: string }).access_token;
  }

  async #json(path: string, method: string): Promise<unknown> {
    return (await this.#request(path, method)).json();
  }

  async #request(path: string, method: string, body: string | null = null): Promise<Response> {
    const init: RequestInit = { method, body, cache: 'no-store', credentials: 'omit', redirect: 'error' };
    const response = await this.#fetch(this.#path + path, init);
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}.`);
    return response;
  }
}
