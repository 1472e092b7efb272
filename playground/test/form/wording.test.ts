import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Violation } from '../../client';
import { whatIsWrong } from '../../src/form/wording';

const MESSAGES = new Map(
  readFileSync(new URL('../../../src/main/resources/messages.properties', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('=', 2) as [string, string]),
);

it.each<[string, Pick<Violation, 'code' | 'reason'>]>([
  // The gateway alone names the very character that cannot be seen.
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
