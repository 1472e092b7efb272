import type { AddPhoneMethodsItem } from '../../../client';
import { referenceTo } from '../reference';
import type { Line } from './lines';

/** What is done with the phones of a list: added where there is none, or set, whatever is there. */
export type Mode = 'add' | 'set';

/** Whether the gateway is only asked, or makes the change. */
export type Task = 'check' | 'write';

/** The phone that a line asks for. */
export function phoneOf({
  user,
  type,
  phoneNumber,
}: Line): Pick<AddPhoneMethodsItem, 'user' | 'phoneType' | 'phoneNumber'> {
  return { user: referenceTo(user), phoneType: type, phoneNumber };
}

/** The change that an idempotency key stands for. */
export function changeOf(line: Line, mode: Mode): object {
  return { mode, ...phoneOf(line) };
}
