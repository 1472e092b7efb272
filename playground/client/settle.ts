import { outcome, type Outcome, type Payload } from './outcome';

export interface Patience {
  /** How often the mutation is sent at most. */
  readonly attempts?: number;
  /** The key of an attempt before this one, such as before the page was loaded again. */
  readonly idempotencyKey?: string;
  readonly wait?: (seconds: number) => Promise<void>;
}

const LONGEST_WAIT_SECONDS = 30;

/**
 * A key that no other mutation has. Keep it with the change that it stands for: another change wants another key. Browsers make
 * one only for pages that came by https or from localhost.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/**
 * Sends a mutation until it is known what became of it, each time with the same idempotency key, so that it is carried out once
 * however often it is sent. `send` answers null when no answer came; what it throws is not repeated. Waits as long as the gateway
 * asks, otherwise 1, 2, 4, … seconds. The outcome is `unknown` still when the attempts are used up: ask again later with the same key.
 */
export async function settle<P extends Payload>(
  send: (idempotencyKey: string) => Promise<P | null>,
  { attempts = 5, idempotencyKey = newIdempotencyKey(), wait = waiting }: Patience = {},
): Promise<Outcome<P>> {
  for (let attempt = 1; ; attempt++) {
    const latest = outcome(await send(idempotencyKey));
    if (latest.is !== 'unknown' || attempt >= attempts) return latest;
    await wait(latest.retryAfterSeconds ?? Math.min(2 ** (attempt - 1), LONGEST_WAIT_SECONDS));
  }
}

function waiting(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
