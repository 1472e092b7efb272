import { AddPhoneText, settle, type AddPhoneMutation, type Outcome, type PhoneType } from '../../client';
import { messageOf, type Gateway } from './gateway';
import type { OpenKeys } from './keys';

/** A phone to add, to a user who was found. */
export interface Addition {
  user: { id: string };
  phoneNumber: string;
  phoneType: PhoneType | null;
}

/** How an attempt ended; `stopped` is one that the gateway did not look at, and that changed nothing. */
export type Ending = Outcome<AddPhoneMutation['addPhoneMethod']> | { is: 'stopped'; message: string };

/** Some seconds in which nothing is asked, before it is asked again. */
export interface Pause {
  readonly seconds: number;
  /** Asks again at once. */
  readonly end: () => void;
  /** Asks no more: what became of it stays unknown. */
  readonly leave: () => void;
}

const ATTEMPTS = 3;
const UNKNOWN: Ending = { is: 'unknown', payload: null, retryAfterSeconds: null };

/** Adds a phone once, however often it has to be asked for; `onPause` hears of each pause, and null when it is over. */
export async function addPhone(
  gateway: Gateway,
  keys: OpenKeys,
  addition: Addition,
  onPause: (pause: Pause | null) => void,
): Promise<Ending> {
  let mayBeMade = keys.has(addition);
  const send = async (idempotencyKey: string) => {
    const data = await gateway.mutate(AddPhoneText, { input: { ...addition, idempotencyKey } });
    return data?.addPhoneMethod ?? null;
  };
  try {
    const ending = await settle(send, {
      attempts: ATTEMPTS,
      idempotencyKey: keys.keyFor(addition),
      wait: async (seconds) => {
        mayBeMade = true;
        await pausing(seconds, onPause).finally(() => {
          onPause(null);
        });
      },
    });
    if (ending.is !== 'unknown') keys.settled(addition);
    return ending;
  } catch (failure) {
    // A refusal now says nothing about what was sent before.
    if (mayBeMade) return UNKNOWN;
    keys.settled(addition);
    return { is: 'stopped', message: messageOf(failure) };
  }
}

/** Asks whether a phone could be added, and changes nothing. */
export async function checkPhone(gateway: Gateway, addition: Addition): Promise<Ending> {
  const input = { ...addition, validateOnly: true };
  try {
    return await settle(async () => (await gateway.mutate(AddPhoneText, { input }))?.addPhoneMethod ?? null, {
      attempts: 1,
    });
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
