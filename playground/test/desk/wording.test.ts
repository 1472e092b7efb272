import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validate, type Violation } from '../../client';
import { whatIsWrong } from '../../src/desk/wording';
import { REASONS_IN_LANGUAGES } from '../../src/desk/words';

const INPUT = { user: { objectId: '10000000-0000-4000-8000-000000000001' }, phoneType: 'MOBILE' };
const MESSAGES = messagesIn('messages.properties');

function messagesIn(file: string): Map<string, string> {
  const lines = readFileSync(new URL(`../../../src/main/resources/${file}`, import.meta.url), 'utf8').split('\n');
  return new Map(lines.map((line) => line.split('=', 2) as [string, string]));
}

it.each<[string, Pick<Violation, 'code' | 'reason'>]>([
  ...[...MESSAGES]
    .filter(([name, text]) => name.startsWith('INVALID_PHONE_NUMBER.') && !text.includes('{0}'))
    .map(([name]): [string, Pick<Violation, 'code' | 'reason'>] => {
      const [code = '', reason] = name.split('.');
      return [name, { code, reason: reason as NonNullable<Violation['reason']> }];
    }),
  ['PHONE_TYPE_REQUIRED', { code: 'PHONE_TYPE_REQUIRED' }],
])('%s is told in the words of the gateway', (name, violation) => {
  expect(whatIsWrong(violation)).toBe(MESSAGES.get(name));
});

it('a character that cannot be seen is named in the words of the gateway', () => {
  const [violation] = validate('UpdatePhoneMethodInput', { ...INPUT, phoneNumber: '+1 206\u00a05550120' });
  const words = MESSAGES.get('INVALID_PHONE_NUMBER.INVISIBLE_CHARACTER');
  expect(violation && whatIsWrong(violation)).toBe(words?.replace('{0}', 'U+00A0 NO-BREAK SPACE'));
});

it.each(['en', 'de'] as const)(
  'every reason why a number is wrong is told in the words of the gateway in %s',
  (language) => {
    const messages = language === 'en' ? MESSAGES : messagesIn('messages_de.properties');
    const reasons = Object.entries(REASONS_IN_LANGUAGES[language]);
    const said = reasons.map(([reason]) => [reason, messages.get(`INVALID_PHONE_NUMBER.${reason}`)]);
    expect(reasons).toEqual(said);
  },
);
