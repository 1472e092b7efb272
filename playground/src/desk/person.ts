import type { UserDetailsFragment } from '../../client';
import type { Gateway } from './gateway';
import type { OpenKeys } from './keys';

/** Somebody who was found, with methods and what can be done; a field is null when it could not be read. */
export type Person = UserDetailsFragment;

/** One of their methods. */
export type Method = NonNullable<Person['authenticationMethods']>[number];

/** What every action on an account gets. */
export interface ActionProps {
  gateway: Gateway;
  keys: OpenKeys;
  /** Whose account it is: name the user by `id`. */
  user: Person;
  /** Hears whether something is being changed, or unknown: meanwhile nobody else can be looked for. */
  onBusy: (busy: boolean) => void;
  /** Reads the user again after a change; ends also when that fails. */
  readAgain: () => Promise<void>;
}
