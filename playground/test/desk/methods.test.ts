import { describe, expect, it } from 'vitest';
import { detailsOf, methodInWords } from '../../src/desk/methods/describe';
import { possibleFor } from '../../src/desk/methods/possible';
import type { Method, Person } from '../../src/desk/person';

const MAY = { deletion: { isAllowed: true, blockedBy: [] }, createdDateTime: null };

function method(fields: object): Method {
  return { ...MAY, ...fields } as unknown as Method;
}

function phone(fields: object): Method {
  return method({ __typename: 'PhoneMethod', kind: 'PHONE', phoneType: 'MOBILE', phoneNumber: null, ...fields });
}

function person(...blockedBy: object[]): Person {
  return { phoneEligibility: [{ phoneType: 'MOBILE', canAdd: false, blockedBy }] } as unknown as Person;
}

describe('a method is named', () => {
  it.each<[string, object]>([
    [
      'Mobile, +1 XXXXXXXX01',
      { __typename: 'PhoneMethod', kind: 'PHONE', phoneType: 'MOBILE', phoneNumber: '+1 XXXXXXXX01' },
    ],
    ['Phone, Number not shown', { __typename: 'PhoneMethod', kind: 'PHONE', phoneType: null, phoneNumber: null }],
    ['Passkey (FIDO2), No name', { __typename: 'PasskeyMethod', kind: 'PASSKEY', displayName: null }],
    ['Password', { __typename: 'PasswordMethod', kind: 'PASSWORD' }],
    [
      'Another kind of method, Microsoft calls it #microsoft.graph.hardwareOathAuthenticationMethod',
      {
        __typename: 'UnknownAuthenticationMethod',
        kind: 'UNKNOWN',
        odataType: '#microsoft.graph.hardwareOathAuthenticationMethod',
      },
    ],
    ['Another kind of method', { __typename: 'UnknownAuthenticationMethod', kind: 'UNKNOWN', odataType: null }],
  ])('%s', (words, fields) => {
    expect(methodInWords(method(fields))).toBe(words);
  });

  it('with a key that is weak, and without what is not known', () => {
    const hello = {
      __typename: 'WindowsHelloForBusinessMethod',
      kind: 'WINDOWS_HELLO_FOR_BUSINESS',
      keyStrength: 'WEAK',
    };
    expect(detailsOf(method(hello))).toEqual(['weak key: the user should register it again']);
    expect(detailsOf(method({ ...hello, keyStrength: 'UNKNOWN' }))).toEqual([]);
  });
});

describe('a number', () => {
  it('can be replaced although no second phone of its type can be added', () => {
    const registered = { __typename: 'PhoneTypeAlreadyRegisteredError', message: 'Already there.' };
    expect(possibleFor(phone({}), person(registered)).replace).toBeNull();
  });

  it('cannot be replaced on an account that nobody may change, for the same reason', () => {
    const own = { __typename: 'OwnAccountNotAllowedError', message: 'Your own account.' };
    expect(possibleFor(phone({}), person(own)).replace).toBe('Your own account.');
  });

  it('can be tried when it is not known what can be done', () => {
    expect(possibleFor(phone({}), { phoneEligibility: null } as Person).replace).toBeNull();
  });

  it('of a type that is not known yet cannot be replaced', () => {
    expect(possibleFor(phone({ phoneType: null }), person())).toEqual({ delete: null });
  });
});

describe('signing in by text message', () => {
  it.each<[string, object, object]>([
    ['can be switched off where it is on', { smsSignInState: 'READY' }, { disableSms: null }],
    ['can be switched on where it is off', { smsSignInState: 'NOT_ENABLED' }, { enableSms: null }],
    [
      'cannot be switched on where policy forbids it',
      { smsSignInState: 'NOT_ALLOWED_BY_POLICY' },
      { enableSms: 'Sign-in by text message not allowed by policy.' },
    ],
  ])('%s', (_, fields, possible) => {
    expect(possibleFor(phone(fields), person())).toMatchObject(possible);
  });

  it('has no switch on phones that nobody signs in with', () => {
    const office = possibleFor(phone({ phoneType: 'OFFICE', smsSignInState: 'NOT_SUPPORTED' }), person());
    expect(Object.keys(office).sort()).toEqual(['delete', 'replace']);
  });
});

it('what cannot be deleted says why', () => {
  const blockedBy = [{ __typename: 'MethodNotDeletableError', message: 'Reset it instead.' }];
  const password = method({
    __typename: 'PasswordMethod',
    kind: 'PASSWORD',
    deletion: { isAllowed: false, blockedBy },
  });
  expect(possibleFor(password, person()).delete).toBe('Reset it instead.');
});
