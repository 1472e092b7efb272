import { AddPhoneText, type AddPhoneMutation, type PhoneType } from '../../client';
import { changeBy, checkChange, makeChange, type Change, type Ending as EndingOf, type Pause } from './change';
import type { Gateway } from './gateway';
import type { OpenKeys } from './keys';

export type { Pause } from './change';

/** A phone to add, to a user who was found. */
export interface Addition {
  user: { id: string };
  phoneNumber: string;
  phoneType: PhoneType | null;
}

export type Ending = EndingOf<Payload>;

type Payload = AddPhoneMutation['addPhoneMethod'];

/** Adds a phone once, however often it has to be asked for; `onPause` hears of each pause, and null when it is over. */
export function addPhone(
  gateway: Gateway,
  keys: OpenKeys,
  addition: Addition,
  onPause: (pause: Pause | null) => void,
): Promise<Ending> {
  return makeChange(phoneChange(gateway, addition), keys, onPause);
}

/** Asks whether a phone could be added, and changes nothing. */
export function checkPhone(gateway: Gateway, addition: Addition): Promise<Ending> {
  return checkChange(phoneChange(gateway, addition));
}

function phoneChange(gateway: Gateway, addition: Addition): Change<Payload> {
  return changeBy(gateway, AddPhoneText, addition, ({ addPhoneMethod }) => addPhoneMethod);
}
