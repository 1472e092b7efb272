import type {
  AddPhoneMethodErrorFieldsFragment,
  Confirmation,
  PhoneEffect,
  SetPhoneMethodErrorFieldsFragment,
} from '../../../client';
import type { Task } from './change';
import type { Line } from './lines';

/** An error of a line, as the mutations that add and set phones answer it. */
export type ListError = AddPhoneMethodErrorFieldsFragment | SetPhoneMethodErrorFieldsFragment;

/** What is known of a line. */
export type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly task: Task }
  | { readonly is: 'checked' }
  | { readonly is: 'refused'; readonly task: Task; readonly errors: readonly ListError[] }
  | { readonly is: 'overtaken'; readonly errors: readonly ListError[] }
  | {
      readonly is: 'applied';
      readonly confirmation: Confirmation;
      readonly replayed: boolean;
      /** Null where phones are only added. */
      readonly effect: PhoneEffect | null;
    }
  | { readonly is: 'unknown' };

/** A line, and what is known of it. */
export interface Row {
  readonly line: Line;
  readonly state: State;
}

export const WAITING: State = { is: 'waiting' };
export const UNKNOWN: State = { is: 'unknown' };
