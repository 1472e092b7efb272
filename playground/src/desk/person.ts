import {
  LastSignInText,
  UserDetailsText,
  type LastSignInQuery,
  type UserDetailsFragment,
  type UserRef,
} from '../../client';
import { ERRORS } from './errors';
import type { FieldError, Gateway } from './gateway';
import type { OpenKeys } from './keys';
import { whyNoUser } from './wording';

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

/** What a person was like at a moment. */
export interface Reading {
  readonly person: Person;
  /** The fields that could not be read, each with the reason. */
  readonly unread: ReadonlyMap<string, string>;
  /** Whether it is the account of the one who asked. */
  readonly isOwn: boolean;
  readonly at: Date;
}

/** How a person could be read, or why not. */
export type Lookup = { reading: Reading } | { isMissing: boolean; message: string };

/** Reads one person. */
export async function readPerson(gateway: Gateway, by: UserRef): Promise<Lookup> {
  const { data, errors } = await gateway.read(UserDetailsText, { by });
  const [lookup] = data.users;
  if (!lookup?.user) {
    const found = lookup?.errors ?? [];
    return {
      isMissing: found.some(({ code }) => code === 'USER_NOT_FOUND'),
      message: found.map(whyNoUser).join(' ') || ERRORS.withoutReason,
    };
  }
  const person = lookup.user;
  const isOwn = person.objectId === data.viewer.objectId;
  return { reading: { person, unread: unreadIn(errors), isOwn, at: new Date() } };
}

export type SignInActivity = NonNullable<LastSignInQuery['users'][number]['user']>['signInActivity'];

/** Null when the person could not be read. */
export async function readSignInActivity(gateway: Gateway, { id }: Pick<Person, 'id'>): Promise<SignInActivity | null> {
  const { users } = await gateway.query(LastSignInText, { by: { id } });
  return users[0]?.user?.signInActivity ?? null;
}

/** How a person is called, however little is known. */
export function nameOf({ displayName, userPrincipalName, objectId }: NamedPerson): string {
  return displayName ?? userPrincipalName ?? objectId;
}

interface NamedPerson {
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
  readonly objectId: string;
}

/** By the name of the person's field, as in `users, 0, user, manager`. */
function unreadIn(errors: readonly FieldError[]): Map<string, string> {
  const fields = errors.flatMap(({ message, path }) => {
    const field = path?.[3];
    return typeof field === 'string' ? [[field, message] as const] : [];
  });
  return new Map(fields);
}
