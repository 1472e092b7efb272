/** Where the token of a request comes from. Tokens live in the memory of this page and nowhere else. */
export interface Credentials {
  token(): Promise<string>;
  /** A new token in place of one that was refused, or null when there is none to be had. */
  renew(refusal: Refusal): Promise<string | null>;
  /** Hears that the new one was refused too. */
  refused?(refusal: Refusal): void;
}

/** A token that the gateway did not accept. */
export interface Refusal {
  token: string;
  /** What the next sign-in has to bring, as the base64 of a JSON object; null when nothing in particular. */
  claims: string | null;
}

const REFRESH_BEFORE_EXPIRY_MS = 60_000;

/** Tokens that can be had again: kept until a minute before they expire, asked for once however many requests wait. */
export function renewable(issue: () => Promise<string>, now: () => number = Date.now): Credentials {
  let current: Promise<string> | null = null;
  let refreshAt = Infinity;

  function renew(): Promise<string> {
    const issued = issue();
    current = issued;
    refreshAt = Infinity;
    issued.then(
      (token) => {
        if (current === issued) refreshAt = (expiryOf(token) ?? Infinity) - REFRESH_BEFORE_EXPIRY_MS;
      },
      () => {
        // A failure is not kept: the next request asks again.
        if (current === issued) current = null;
      },
    );
    return issued;
  }

  return {
    renew,
    token: () => (current === null || now() >= refreshAt ? renew() : current),
  };
}

/** When a JWT expires, in milliseconds since 1970; null when the token does not say. */
export function expiryOf(token: string): number | null {
  try {
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof claims.exp === 'number' ? claims.exp * 1000 : null;
  } catch {
    return null;
  }
}
