import type { Credentials } from '../src/credentials';

/** A token that cannot be renewed. */
export function fixed(token: string): Credentials {
  return { token: () => Promise.resolve(token), renew: () => Promise.resolve(null) };
}
