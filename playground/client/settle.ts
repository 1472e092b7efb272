import { outcome, retryAfterSeconds, type Known, type Outcome, type Payload, type Unknown } from './outcome';

/** Categories of refusals that do not look at what became of the attempts before. */
const BLIND = new Set<string>(['FORBIDDEN', 'THROTTLED', 'UNAVAILABLE']);

/** The gateway does not know any more what became of the attempts before, and does not look. */
const LOST = 'IDEMPOTENCY_KEYS_LOST';

export interface Patience {
  /** How often the mutation is sent at most. */
  readonly attempts?: number;
  /** The key of an attempt before this one, such as before the page was loaded again. */
  readonly idempotencyKey?: string;
  /** Ends the waiting: the outcome is then `unknown`. Hand it to what sends as well to end that too. */
  readonly signal?: AbortSignal;
  readonly wait?: (seconds: number) => Promise<void>;
}

/** What `settle` answers: an outcome, and while that is unknown what it takes to ask again. */
export type Settled<P extends Payload = Payload> = Known<P> | StillUnknown<P>;

export interface StillUnknown<P extends Payload = Payload> extends Unknown<P> {
  /**
   * The only key to ask again with: with another one the change may be made twice. In vain where `payload` has the error
   * `IDEMPOTENCY_KEYS_LOST`: then only a look at the user tells.
   */
  readonly idempotencyKey: string;
  /** What `send` threw when it ended with that, such as that somebody has to sign in anew. */
  readonly cause?: unknown;
}

/** How long `settle` waits at most before it asks again. */
export const LONGEST_WAIT_SECONDS = 60;

/**
 * A key that no other mutation has: a UUID of version 7 (RFC 9562), which says when it was made, so that a gateway that has lost keys
 * knows it for a new one. Keep it with the change that it stands for: another change wants another key.
 */
export function newIdempotencyKey(): string {
  const bytes = new DataView(crypto.getRandomValues(new Uint8Array(16)).buffer);
  const now = Date.now();
  bytes.setUint32(0, Math.floor(now / 0x10000));
  bytes.setUint16(4, now % 0x10000);
  bytes.setUint8(6, 0x70 | (bytes.getUint8(6) & 0x0f));
  bytes.setUint8(8, 0x80 | (bytes.getUint8(8) & 0x3f));
  const digits = Array.from(new Uint8Array(bytes.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * Sends a mutation until it is known what became of it, each time with the same idempotency key, so that it is carried out once
 * however often it is sent. `send` answers null when no answer came. Waits as long as the gateway asks, otherwise 1, 2, 4, … seconds.
 * The outcome is `unknown` still when the attempts are used up, when the signal says so, when the gateway has lost the key since the
 * first attempt, and when it asks to wait for longer than `LONGEST_WAIT_SECONDS`, since asking earlier would be in vain: ask again after its `retryAfterSeconds`, with its
 * `idempotencyKey`.
 *
 * What `send` throws means that this attempt changed nothing, and is not repeated. `settle` throws it too, unless an attempt before
 * left it open whether the change was made, or the signal cut this one off: then the outcome is `unknown`, and what was thrown its
 * `cause`. When the signal has come before anything was sent, `settle` throws its reason. About requests with the same key that were
 * sent before `settle` it cannot know: whoever gave a key that was sent before keeps it when `settle` throws.
 */
export async function settle<P extends Payload>(
  send: (idempotencyKey: string) => Promise<P | null>,
  { attempts = 5, idempotencyKey = newIdempotencyKey(), signal, wait = waiting }: Patience = {},
): Promise<Settled<P>> {
  signal?.throwIfAborted();
  let open: StillUnknown<P> | undefined;
  try {
    for (let attempt = 1; ; attempt++) {
      const answered = outcome(await send(idempotencyKey));
      const latest = open ? afterDoubt(answered) : answered;
      if (latest.is !== 'unknown') return latest;
      open = { ...latest, idempotencyKey };
      const seconds = latest.retryAfterSeconds ?? Math.min(2 ** (attempt - 1), LONGEST_WAIT_SECONDS);
      if (attempt >= attempts || seconds > LONGEST_WAIT_SECONDS || isLost(latest) || signal?.aborted) return open;
      await unlessAborted(signal, wait(seconds));
      if (signal?.aborted) return open;
    }
  } catch (cause) {
    if (open === undefined && !signal?.aborted) throw cause;
    return { is: 'unknown', payload: open?.payload ?? null, retryAfterSeconds: null, idempotencyKey, cause };
  }
}

/** An outcome after an attempt that left it open what became of the change: a refusal changed nothing itself, but unless it looked, what was open before it is so still. */
export function afterDoubt<P extends Payload>(latest: Outcome<P>): Outcome<P> {
  if (latest.is !== 'refused' || latest.payload.replayed) return latest;
  const blind = latest.errors.find(({ category, code }) => BLIND.has(category) || code === LOST);
  return blind ? { is: 'unknown', payload: latest.payload, retryAfterSeconds: retryAfterSeconds(blind) } : latest;
}

function isLost({ payload }: Unknown): boolean {
  return payload?.errors.some(({ code }) => code === LOST) ?? false;
}

/** Ends when the waiting does, or the signal comes. */
function unlessAborted(signal: AbortSignal | undefined, waited: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', end);
    waited.then(end, reject);

    function end() {
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
}

function waiting(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
