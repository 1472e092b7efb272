import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { phoneNumberForm } from '../../build/client/phone-number-form';
import { lookAt, validate, type Violation } from '..';
import { PHONE_NUMBER } from '../generated/constraints';

const RIGHT = { user: { userPrincipalName: 'kim@contoso.com' }, phoneNumber: '+1 2065550120', phoneType: 'MOBILE' };

function shortly(violations: Violation[]): string[] {
  return violations.map(({ path, code, constraint, reason }) =>
    [path.join('.'), code, constraint ?? reason].filter(Boolean).join(' '),
  );
}

describe('validate', () => {
  it('has nothing against what is right', () => {
    expect(validate('AddPhoneMethodInput', RIGHT)).toEqual([]);
    expect(validate('AddPhoneMethodInput', { ...RIGHT, idempotencyKey: null, clientMutationId: '' })).toEqual([]);
    expect(validate('Query.users', { by: [{ id: 'x' }] })).toEqual([]);
  });

  it('finds every violation at its own path', () => {
    const value = {
      user: { objectId: 'ab' },
      phoneNumber: '2065550120',
      idempotencyKey: '',
      clientMutationId: 'a'.repeat(129),
    };
    expect(shortly(validate('AddPhoneMethodInput', value))).toEqual([
      'input.user.objectId INVALID_INPUT Pattern',
      'input.phoneNumber INVALID_PHONE_NUMBER MISSING_PLUS',
      'input.phoneType PHONE_TYPE_REQUIRED',
      'input.idempotencyKey INVALID_INPUT Size',
      'input.clientMutationId INVALID_INPUT Size',
    ]);
  });

  it('lets a reason be any text without control characters', () => {
    expect(validate('AddPhoneMethodInput', { ...RIGHT, reason: 'Ticket 4711: lost in Zürich 📱' })).toEqual([]);
    const reasons = ['', 'a'.repeat(257), 'two\nlines', 'hidden\u202Etext', 'null\u0000'];
    expect(reasons.flatMap((reason) => shortly(validate('AddPhoneMethodInput', { ...RIGHT, reason })))).toEqual([
      'input.reason INVALID_INPUT Size',
      'input.reason INVALID_INPUT Size',
      'input.reason INVALID_INPUT Pattern',
      'input.reason INVALID_INPUT Pattern',
      'input.reason INVALID_INPUT Pattern',
    ]);
  });

  it('finds what GraphQL itself refuses', () => {
    expect(shortly(validate('SetPhoneMethodInput', { phoneType: 'MOBILE' }))).toEqual([
      'input.user BAD_USER_INPUT',
      'input.phoneNumber BAD_USER_INPUT',
    ]);
    const both = { user: { id: 'x', userPrincipalName: 'kim@contoso.com' }, phoneType: 'MOBILE' };
    expect(shortly(validate('DeletePhoneMethodInput', both))).toEqual(['input.user BAD_USER_INPUT']);
  });

  it('looks into lists, and at how long they are', () => {
    const items = [RIGHT, { ...RIGHT, phoneNumber: '+12065550120' }];
    expect(shortly(validate('AddPhoneMethodsInput', { items }))).toEqual([
      'input.items.1.phoneNumber INVALID_PHONE_NUMBER MISSING_SPACE',
    ]);
    expect(shortly(validate('AddPhoneMethodsInput', { items: [] }))).toEqual([
      'input.items INVALID_INPUT ContainerSize',
    ]);
    const by = Array.from({ length: 1001 }, () => ({ id: 'x' }));
    expect(shortly(validate('Query.users', { by }))).toEqual(['by INVALID_INPUT ContainerSize']);
  });

  it('finds numbers that are too small or too great', () => {
    const lifetime = (lifetimeInMinutes: number) =>
      shortly(validate('CreateTemporaryAccessPassInput', { user: RIGHT.user, lifetimeInMinutes }));
    expect([10, 43_200].flatMap(lifetime)).toEqual([]);
    expect([9, 43_201].flatMap(lifetime)).toEqual([
      'input.lifetimeInMinutes INVALID_INPUT Range',
      'input.lifetimeInMinutes INVALID_INPUT Range',
    ]);
  });

  it('does not ask for a type where the schema has one', () => {
    expect(validate('EnableSmsSignInInput', { user: RIGHT.user })).toEqual([]);
  });

  it('knows what can become right by typing on', () => {
    const unfinished = validate('AddPhoneMethodInput', { ...RIGHT, user: {}, phoneNumber: '+1 ' });
    expect(unfinished.map(({ unfinished }) => unfinished)).toEqual([true, true]);
    expect(validate('AddPhoneMethodInput', { ...RIGHT, phoneNumber: '206' })).toMatchObject([{ unfinished: false }]);
  });
});

describe('lookAt', () => {
  it('never complains about the start of a right number, only that it is unfinished', () => {
    const number = '+44 2079460000x123';
    for (let length = 0; length < number.length; length++) {
      const look = lookAt(number.slice(0, length));
      expect(look.looksRight || look.unfinished, number.slice(0, length)).toBe(true);
    }
    expect(lookAt(number)).toEqual({ looksRight: true });
  });
});

describe('the form of phone numbers', () => {
  const schema = (description: string) =>
    buildSchema(`
      input AddPhoneMethodInput { "${description}" phoneNumber: String! }
      enum InvalidPhoneNumberReason { "What follows the x is not 1 to 9 digits." INVALID_EXTENSION }
      type Query { a(input: AddPhoneMethodInput): InvalidPhoneNumberReason }`);

  it('is what the schema says', () => {
    expect(phoneNumberForm(schema('`+{country code}-{number}e{extension}`, the extension optional: so'))).toBe(
      String.raw`^\+[0-9]+-[0-9]+(?:e[0-9]{1,9})?$`,
    );
    expect(PHONE_NUMBER.source).toBe(String.raw`^\+[0-9]+ [0-9]+(?:x[0-9]{1,15})?$`);
  });

  it('is missed when the schema does not say it any more', () => {
    expect(() => phoneNumberForm(schema('A number.'))).toThrow('have changed');
  });
});
