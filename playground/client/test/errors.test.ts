import { describe, expect, it } from 'vitest';
import { errorsByField, matchError, WHOLE, type UserLookupErrorFieldsFragment } from '..';

const EXPECTED = { message: 'No.', code: 'X', category: 'NOT_FOUND', path: [], retryable: false } as const;

function named(name: string): UserLookupErrorFieldsFragment {
  return { ...EXPECTED, __typename: name } as UserLookupErrorFieldsFragment;
}

function match(error: UserLookupErrorFieldsFragment): string {
  return matchError(error, {
    UserNotFoundError: () => 'not found',
    PermissionDeniedError: () => 'denied',
    UpstreamThrottledError: () => 'throttled',
    UpstreamUnavailableError: () => 'unavailable',
    UpstreamRefusedError: () => 'refused',
    GatewayConfigurationError: () => 'configuration',
    fallback: ({ message }) => `fallback: ${message}`,
  });
}

describe('matchError', () => {
  it('takes the arm of the type', () => {
    expect(match(named('UserNotFoundError'))).toBe('not found');
    expect(match(named('PermissionDeniedError'))).toBe('denied');
  });

  it.each(['TypeOfNextYearError', 'toString', '__proto__'])('takes the fallback for %s, which joined later', (name) => {
    expect(match(named(name))).toBe('fallback: No.');
  });
});

describe('errorsByField', () => {
  it('joins what is below the argument, and keeps errors of one field in their order', () => {
    const [first, second, third] = [
      { path: ['input', 'phoneNumber'], code: 'A' },
      { path: ['input', 'user', 'objectId'], code: 'B' },
      { path: ['input', 'phoneNumber'], code: 'C' },
    ];
    const fields = errorsByField([first, second, third]);
    expect([...fields]).toEqual([
      ['phoneNumber', [first, third]],
      ['user.objectId', [second]],
    ]);
  });

  it.each([{ path: [] }, { path: ['input'] }])('puts %j under the whole', (error) => {
    expect(errorsByField([error]).get(WHOLE)).toEqual([error]);
  });
});
