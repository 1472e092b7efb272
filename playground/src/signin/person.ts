/** Somebody who uses the page. */
export interface Person {
  /** The tenant and the object id; null when the token does not say. */
  id: string | null;
  /** What they are called, for people. */
  name: string;
  /** The name that they sign in with; null when the token does not say. */
  account: string | null;
}

/** An access token, and whose it is. */
export interface Token {
  readonly value: string;
  readonly person: Person;
  /** In milliseconds since 1970; null when it does not say. */
  readonly expiresAt: number | null;
  /** Another token of the same person without asking them, null when they have to sign in; absent where only they can bring one. */
  readonly renew?: (claims: string | null) => Promise<Token | null>;
}

/** Whether two are the same person, as far as anybody can tell. */
export function isSame(one: Person, other: Person): boolean {
  return one.id !== null && one.id === other.id;
}

/** A token that was pasted. What it says is for display and comparison alone: the gateway checks it. */
export function pastedToken(value: string): Token {
  const claims = claimsOf(value);
  const { oid, tid, name, preferred_username: username, upn, exp } = claims;
  return {
    value,
    person: {
      id: isText(oid) && isText(tid) ? personId(tid, oid) : null,
      name: [name, username, upn, oid].find(isText) ?? '?',
      account: [username, upn].find(isText) ?? null,
    },
    expiresAt: typeof exp === 'number' ? exp * 1000 : null,
  };
}

export function personId(tenantId: string, objectId: string): string {
  return `${tenantId}/${objectId}`.toLowerCase();
}

/** The claims of a JWT; none when it is no JWT. */
function claimsOf(token: string): Record<string, unknown> {
  try {
    const [, payload = ''] = token.split('.');
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
