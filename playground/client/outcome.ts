import type { RequestError } from './answer';
import type { ExpectedError } from './errors';
import type { Confirmation } from './generated/documents';

/** The part that every payload of one method has, and every result of `addPhoneMethods`. */
export interface Payload {
  readonly confirmation: Confirmation | null;
  readonly replayed: boolean;
  readonly errors: readonly ExpectedError[];
}

/** What is true after a mutation. */
export type Outcome<P extends Payload = Payload> = Known<P> | Unknown<P>;

/** It is known what became of the change. */
export type Known<P extends Payload = Payload> =
  /** The change was made; `replayed` when an earlier request with the same idempotency key made it. */
  | { readonly is: 'applied'; readonly payload: P; readonly confirmation: Confirmation; readonly replayed: boolean }
  /** It was asked with `validateOnly`, and would have been made. */
  | { readonly is: 'checked'; readonly payload: P }
  /** Nothing was changed. */
  | { readonly is: 'refused'; readonly payload: P; readonly errors: P['errors'] }
  /** Somebody else changed the method at the same time: look at it and decide again. */
  | { readonly is: 'overtaken'; readonly payload: P; readonly errors: P['errors'] };

/** The change may have been made, or may yet be. Repeat the mutation with the same idempotency key. */
export interface Unknown<P extends Payload = Payload> {
  readonly is: 'unknown';
  readonly payload: P | null;
  readonly retryAfterSeconds: number | null;
}

/** Codes of errors after which it is open whether something was, or will be, changed. */
const OPEN = new Set(['OUTCOME_UNKNOWN', 'IDEMPOTENCY_KEY_IN_FLIGHT']);
/** Every kind of method has an error of its own for that. */
const OVERTAKEN = '_METHOD_CHANGED';

/** What a payload says; null stands for an answer that never came. Source: "What an answer means" in the gateway's `src/docs/http.md`. */
export function outcome<P extends Payload>(payload: P | null): Outcome<P> {
  if (payload === null) return { is: 'unknown', payload, retryAfterSeconds: null };
  const { errors, confirmation, replayed } = payload;
  const open = errors.find(({ code }) => OPEN.has(code));
  if (open) return { is: 'unknown', payload, retryAfterSeconds: retryAfterSeconds(open) };
  if (errors.some(({ code }) => code.endsWith(OVERTAKEN))) return { is: 'overtaken', payload, errors };
  if (errors.length > 0) return { is: 'refused', payload, errors };
  return confirmation === null ? { is: 'checked', payload } : { is: 'applied', payload, confirmation, replayed };
}

/**
 * How long an error asks to wait, in seconds, be it one of a payload or one beside `data`; null when it does not say or was not asked.
 */
export function retryAfterSeconds(error: ExpectedError | RequestError): number | null {
  const { retryAfterSeconds: seconds } = ('extensions' in error ? (error.extensions ?? {}) : error) as {
    retryAfterSeconds?: unknown;
  };
  return typeof seconds === 'number' ? seconds : null;
}
