import { UsersText, type UserRef, type UsersQuery } from '../../client';
import type { Gateway } from './gateway';
import { whyNoUser } from './wording';

type Lookup = UsersQuery['users'][number];

/** Somebody who was found, with phones and what may be added; these are null when they could not be read. */
export type FoundUser = NonNullable<Lookup['user']>;

/** One user; throws an `Error` that says why there is none. */
export async function findUser(gateway: Gateway, by: UserRef): Promise<FoundUser> {
  const { users } = await gateway.query(UsersText, { by: [by] });
  const [lookup] = users;
  if (!lookup?.user) throw new Error(lookup?.errors.map(whyNoUser).join(' ') ?? 'There is no answer.');
  return lookup.user;
}
