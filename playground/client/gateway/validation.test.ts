import { beforeAll, describe, expect, it } from 'vitest';
import {
  AddPhonesText,
  AddPhoneText,
  UsersText,
  lookAt,
  validate,
  type AddPhoneMethodErrorFieldsFragment,
  type AddPhoneMethodsItem,
  type Text,
  type Violation,
} from '..';
import { headersFor, type Gateway } from '../examples/gateway';
import { gateway, sandbox } from './sandbox';

/** What only the gateway finds: they take knowing the countries. */
const OF_COUNTRIES = ['UNKNOWN_COUNTRY_CODE', 'DIALING_PREFIX', 'TOO_SHORT', 'TOO_LONG'];
const BULK = 100;
const CHARACTERS = '+0123456789 x().-/Xex#;=t٣\u00a0\t'.split('');

const NUMBERS = [
  ...['+1 2065550120', '+1 2065550120x123', '+44 2079460000', '+49 30123456', '+852 21234567', '+1 5555551234'],
  ...[
    '',
    '+',
    '+1',
    '+1 ',
    '+1 2',
    '+1234 ',
    '+1234 5550120',
    '+999 2065550120',
    '+0 2065550120',
    '+1 20655501201234567',
  ],
  ...[
    '2065550120',
    '+12065550120',
    '+12065550120x12',
    ' +1 2065550120',
    '+1 2065550120 ',
    '+1  2065550120',
    '+1\t2065550120',
  ],
  ...['+1 (206) 555-0120', '+1 206 555 0120', '+1-2065550120', '++1 2065550120', '+1 +2065550120', '+1 206٣550120'],
  ...['+1 2065550120x', '+1 2065550120x123456789012345', '+1 2065550120x1234567890123456', '+1 2065550120X12'],
  ...[
    '+1 2065550120 x12',
    '+1 2065550120 ext. 12',
    '+1 2065550120 EXT 12',
    '+49 0170',
    '+49 123456789012345',
    '+1 2065550120 Extension: 12',
    '+1 2065550120;ext=12',
    '+1 2065550120 #12',
    '(+44) 7700 900123',
    '+44 07700900123',
    '+1\u00a02065550120',
    '+1 2065550120x1x2',
    '+1 2065550120xa',
    '+1 x12',
    '+1x12',
    '+x1',
    'x',
  ],
  `+1 ${'2'.repeat(61)}`,
  `+1 ${'2'.repeat(62)}`,
  `+1 2065550120\n`,
];

/** All that the kit knows by name, and what looks like them and is none of them. */
const INVISIBLE = Array.from(
  [
    '\t\n\r \u00a0\u00ad\u061c\u2002\u2003\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2010\u2011\u2012',
    '\u2013\u2014\u2015\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\u207a\u2212',
    '\u3000\ufe62\ufe63\ufeff\uff0b\uff0d-~_',
  ].join(''),
);
const UNNAMED = Array.from('\u0000\u001b\u007f\u0085\u1680\u205f\u208a\u2795\u00d7\u{e0020}\u0600=<|~x');

let asked: Gateway;

beforeAll(async () => {
  await sandbox.reset();
  asked = await gateway();
});

describe('numbers', () => {
  it.each([
    ['of the table', NUMBERS],
    ['changed at random', changedAtRandom(NUMBERS, 600)],
  ])('%s are judged as by the gateway, but for what only it can know', async (_, numbers) => {
    const judged = await judgedByGateway(numbers);
    const different = numbers.filter((number, index) => !agree(number, judged[index]));
    expect(different.map((number) => [number, lookAt(number), judged[numbers.indexOf(number)]])).toEqual([]);
    expect(judged.filter((reason) => reason === undefined).length).toBeGreaterThan(5);
  });
});

describe('characters that cannot be seen', () => {
  it.each([
    ['between the digits', (character: string) => `+1 206${character}5550120`],
    ['at the end', (character: string) => `+1 2065550120${character}`],
  ])('are named %s as by the gateway', async (_, withCharacter) => {
    const numbers = INVISIBLE.map(withCharacter);
    expect(numbers.map(named)).toEqual(await namedByGateway(numbers));
  });

  it('are found where the gateway finds them, also by who does not know their names', async () => {
    const numbers = UNNAMED.map((character) => `+1 206${character}5550120`);
    const found = await namedByGateway(numbers);
    expect(numbers.map(named)).toEqual(found.map((name) => name && (/^U\+\w+/.exec(name)?.[0] ?? null)));
  });
});

function named(number: string): string | null {
  const look = lookAt(number);
  return look.looksRight ? null : look.invisibleCharacter;
}

/** Whether the kit complains of the same as the gateway. What looks right to the kit may be wrong for its country. */
function agree(number: string, reason: string | undefined): boolean {
  const look = lookAt(number);
  return look.looksRight ? reason === undefined || OF_COUNTRIES.includes(reason) : look.reason === reason;
}

/** What the gateway finds wrong with each number; undefined when nothing. */
async function judgedByGateway(numbers: string[]): Promise<(string | undefined)[]> {
  return (await errorsByGateway(numbers)).map(reasonIn);
}

async function namedByGateway(numbers: string[]): Promise<(string | null)[]> {
  return (await errorsByGateway(numbers)).map((errors) => invalidNumberIn(errors)?.invisibleCharacter ?? null);
}

async function errorsByGateway(numbers: string[]): Promise<(readonly AddPhoneMethodErrorFieldsFragment[])[]> {
  if (numbers.length > BULK)
    return [...(await errorsByGateway(numbers.slice(0, BULK))), ...(await errorsByGateway(numbers.slice(BULK)))];
  const input = { items: numbers.map(item), validateOnly: true };
  const { data } = await ask(AddPhonesText, { input });
  return data?.addPhoneMethods.results.map(({ errors }) => errors) ?? [];
}

function item(phoneNumber: string): AddPhoneMethodsItem {
  return { user: { userPrincipalName: 'kim@contoso.com' }, phoneNumber, phoneType: 'MOBILE' };
}

function reasonIn(errors: readonly AddPhoneMethodErrorFieldsFragment[]): string | undefined {
  return invalidNumberIn(errors)?.reason;
}

function invalidNumberIn(errors: readonly AddPhoneMethodErrorFieldsFragment[]) {
  return errors.find((error) => error.__typename === 'InvalidPhoneNumberError');
}

/** The same at every run, so that a difference can be found again. */
function changedAtRandom(numbers: string[], count: number): string[] {
  let state = 20_261_123;
  const random = (limit: number) => (state = (state * 48_271) % 2_147_483_647) % limit;
  return Array.from({ length: count }, () => {
    const number = (numbers[random(numbers.length)] ?? '').split('');
    number.splice(random(number.length + 1), random(2), CHARACTERS[random(CHARACTERS.length)] ?? '');
    return number.join('');
  });
}

/** Inputs that the types would not let pass, to be sent all the same. */
const AS_A_FORM_WOULD = AddPhoneText as string as Text<{ addPhoneMethod: Answered }, unknown>;

const OF_INPUT = { INVALID_INPUT: true, INVALID_PHONE_NUMBER: true, PHONE_TYPE_REQUIRED: true };

const ITEM = item('+1 2065550120');

describe('lists', () => {
  it.each([
    { items: [{ ...ITEM, clientKey: LONG }, ITEM, { ...ITEM, user: { userPrincipalName: 'ab' }, phoneNumber: '206' }] },
    { items: [] },
    { items: Array.from({ length: 101 }, () => ITEM) },
    { items: [ITEM], idempotencyKey: 'a'.repeat(201) },
  ])('of phones are judged as by the gateway', async (list) => {
    const input = { ...list, validateOnly: true };
    const { data } = await ask(AddPhonesText, { input });
    const { errors = [], results = [] } = data?.addPhoneMethods ?? {};
    const found = [...errors, ...results.flatMap((result) => result.errors)].filter(({ code }) => code in OF_INPUT);
    expect(validate('AddPhoneMethodsInput', input).map(inShort).sort()).toEqual(found.map(inShort).sort());
    expect(found).not.toEqual([]);
  });

  it.each([
    { by: [], codes: ['INVALID_INPUT'] },
    { by: Array.from({ length: 1001 }, () => ITEM.user), codes: ['INVALID_INPUT'] },
    { by: [{ objectId: 'ab' }, ITEM.user], codes: [] },
  ])('of users are judged as by the gateway: $codes', async ({ by, codes }) => {
    const { errors = [] } = await ask(UsersText, { by });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(codes);
    expect(validate('Query.users', { by }).map(({ code }) => code)).toEqual(codes);
  });
});

type Found = Pick<Violation, 'path' | 'code'> & { readonly constraint?: string; readonly reason?: string };

interface Answered {
  readonly errors: readonly Found[];
}

const RIGHT = { ...item('+1 2065550120'), validateOnly: true };
const LONG = 'a'.repeat(129);

describe('inputs', () => {
  it.each([
    RIGHT,
    { ...RIGHT, phoneType: undefined },
    { ...RIGHT, phoneType: null, phoneNumber: '2065550120', clientMutationId: LONG },
    { ...RIGHT, clientMutationId: LONG.slice(1), idempotencyKey: 'a'.repeat(255) },
    { ...RIGHT, idempotencyKey: '' },
    { ...RIGHT, idempotencyKey: 'a'.repeat(256) },
    { ...RIGHT, clientMutationId: '😀'.repeat(65) },
    { ...RIGHT, user: { objectId: '10000000-0000-4000-8000-000000000001' } },
    { ...RIGHT, user: { objectId: '10000000-0000-4000-8000-000000000001\n' } },
    { ...RIGHT, user: { objectId: 'x10000000-0000-4000-8000-000000000001' } },
    { ...RIGHT, user: { userPrincipalName: 'ab' } },
    { ...RIGHT, user: { userPrincipalName: 'a'.repeat(114) } },
    { ...RIGHT, user: {} },
    { ...RIGHT, user: null },
    { ...RIGHT, user: { id: 'x', objectId: 'y' } },
    { ...RIGHT, phoneNumber: null },
  ])('%j is judged as by the gateway', async (input) => {
    const { data, errors } = await ask(AS_A_FORM_WOULD, { input });
    const found = data?.addPhoneMethod.errors.filter(({ code }) => code in OF_INPUT).map(inShort);
    const refused = errors?.map(({ extensions }) => extensions.code);
    expect(validate('AddPhoneMethodInput', input).map(inShort).sort()).toEqual(found?.sort() ?? expect.anything());
    expect(validate('AddPhoneMethodInput', input).some(({ code }) => code === 'BAD_USER_INPUT')).toBe(!!refused);
  });
});

function inShort({ path, code, constraint, reason }: Found): string {
  return [path.join('.'), code, constraint ?? reason ?? ''].join(' ');
}

async function ask<Result, Variables>(query: Text<Result, Variables>, variables: Variables) {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(asked.url, { method: 'POST', headers: headersFor(asked), body });
  return (await response.json()) as { data?: Result; errors?: { extensions: { code: string } }[] };
}
