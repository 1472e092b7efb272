import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { afterSending, canBeSent, whileTyping } from '../examples/form';

const CLIENT = new URL('../', import.meta.url);
const BLOCK = /^```ts\n(.*?)^```$/gms;
const RIGHT = { user: { userPrincipalName: 'kim@contoso.com' }, phoneNumber: '+1 2065550120', phoneType: 'MOBILE' };

describe('a form', () => {
  it('complains of what is wrong and not of what is unfinished', () => {
    const input = { ...RIGHT, phoneNumber: '+1 206', user: {}, phoneType: null, clientMutationId: 'a'.repeat(129) };
    expect([...whileTyping(input).keys()]).toEqual(['clientMutationId']);
    expect([...whileTyping({ ...input, phoneNumber: '(206)' }).keys()]).toEqual(['phoneNumber', 'clientMutationId']);
  });

  it('can be sent when nothing is wrong or missing', () => {
    expect(canBeSent(RIGHT)).toBe(true);
    expect(canBeSent({ ...RIGHT, phoneType: null })).toBe(false);
  });

  it('shows what the gateway says at the same fields', () => {
    const path = ['input', 'phoneNumber'];
    const error = { __typename: 'E', message: '', code: 'C', category: 'CONFLICT', path, retryable: false } as const;
    expect([...afterSending([error])]).toEqual([['phoneNumber', [error]]]);
  });
});

describe('the README', () => {
  const compiled = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('test'))
    .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), CLIENT), 'utf8'));
  const blocks = [...readFileSync(new URL('README.md', CLIENT), 'utf8').matchAll(BLOCK)].map(([, code = '']) => code);

  it.each(blocks)('shows code that is compiled: %s', (code) => {
    expect(compiled.some((file) => unindented(file).includes(unindented(code)))).toBe(true);
  });
});

function unindented(code: string): string {
  return code.replaceAll(/^ +/gm, '');
}
