import { settle, type Outcome, type Payload, type Text } from '../../../client';
import { messageOf, type Gateway } from '../gateway';
import type { OpenKeys } from '../keys';

/** One change to an account, as it was meant: it can be asked for again, and is then made once. */
export interface Change<P extends Payload = Payload> {
  /** The same change has the same name, and so the same key. */
  readonly name: object;
  /** Answers null when it is not known what became of it. */
  readonly ask: (how: How) => Promise<P | null>;
}

export type How = { readonly idempotencyKey: string } | { readonly validateOnly: true };

/** How it ended; `stopped` is one that the gateway did not look at, and that changed nothing. */
export type Ending<P extends Payload = Payload> = Outcome<P> | { readonly is: 'stopped'; readonly message: string };

/** Some seconds in which nothing is asked, before it is asked again. */
export interface Pause {
  readonly seconds: number;
  /** Asks again at once. */
  readonly end: () => void;
  /** Asks no more: what became of it stays unknown. */
  readonly leave: () => void;
}

const ATTEMPTS = 3;

/** A change that is made by a mutation; `payloadOf` finds the payload in its answer. */
export function changeBy<Result, Input extends object, P extends Payload>(
  gateway: Gateway,
  mutation: Text<Result, { input: Input }>,
  input: Input,
  payloadOf: (result: Result) => P,
): Change<P> {
  return {
    name: { mutation: mutation as string, input },
    ask: async (how) => {
      const result = await gateway.mutate(mutation, { input: { ...input, ...how } });
      return result && payloadOf(result);
    },
  };
}

/** Makes a change once, however often it has to be asked for; `onPause` hears of each pause, and null when it is over. */
export async function makeChange<P extends Payload>(
  { name, ask }: Change<P>,
  keys: OpenKeys,
  onPause: (pause: Pause | null) => void,
): Promise<Ending<P>> {
  let mayBeMade = keys.has(name);
  try {
    const ending = await settle((idempotencyKey) => ask({ idempotencyKey }), {
      attempts: ATTEMPTS,
      idempotencyKey: keys.keyFor(name),
      wait: async (seconds) => {
        mayBeMade = true;
        await pausing(seconds, onPause).finally(() => {
          onPause(null);
        });
      },
    });
    if (ending.is !== 'unknown') keys.settled(name);
    return ending;
  } catch (failure) {
    // A refusal now says nothing about what was sent before.
    if (mayBeMade) return { is: 'unknown', payload: null, retryAfterSeconds: null };
    keys.settled(name);
    return { is: 'stopped', message: messageOf(failure) };
  }
}

/** Asks whether a change could be made, and changes nothing. */
export async function checkChange<P extends Payload>({ ask }: Change<P>): Promise<Ending<P>> {
  try {
    return await settle(() => ask({ validateOnly: true }), { attempts: 1 });
  } catch (failure) {
    return { is: 'stopped', message: messageOf(failure) };
  }
}

/** Is rejected when the pause is left. */
function pausing(seconds: number, onPause: (pause: Pause) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    const leave = () => {
      clearTimeout(timer);
      reject(new Error('It was left.'));
    };
    onPause({ seconds, end: resolve, leave });
  });
}
