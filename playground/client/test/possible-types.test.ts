import { InMemoryCache } from '@apollo/client';
import { expect, it, vi } from 'vitest';
import { possibleTypes, UsersDocument, type UsersQuery } from '..';

const EXPECTED = { message: 'No.', code: 'X', category: 'NOT_FOUND', path: ['by', '0'], retryable: false };
const variables = { by: [{ id: 'x' }] };

/** What Apollo Client's cache gives back of an error that it was given. */
function cached(error: object): unknown {
  const cache = new InMemoryCache({ possibleTypes });
  const data = { users: [{ __typename: 'UserLookup', user: null, errors: [error] }] } as unknown as UsersQuery;
  cache.writeQuery({ query: UsersDocument, variables, data });
  return cache.readQuery({ query: UsersDocument, variables })?.users[0]?.errors[0];
}

it.each(['UserNotFoundError', 'TypeOfNextYearError'])(
  'the cache keeps what every expected error has: %s',
  (__typename) => {
    // In development the cache tells of a type that it did not know.
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(cached({ __typename, ...EXPECTED })).toEqual({ __typename, ...EXPECTED });
  },
);

it('the cache keeps what the type has of its own', () => {
  const error = { __typename: 'UpstreamThrottledError', ...EXPECTED, retryAfterSeconds: 3 };
  expect(cached(error)).toEqual(error);
});
