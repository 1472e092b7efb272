import { expect, it } from 'vitest';
import { exactReferenceTo, referenceTo } from '../../src/desk/reference';

it.each([
  ['kim@contoso.com', { userPrincipalName: 'kim@contoso.com' }],
  ['10000000-0000-4000-8000-000000000001', { objectId: '10000000-0000-4000-8000-000000000001' }],
  ['VXNlci8vMTAwMDAwMDA', { id: 'VXNlci8vMTAwMDAwMDA' }],
])('%s names a user', (text, reference) => {
  expect(referenceTo(text)).toEqual(reference);
});

it.each([
  ['kim@contoso.com', true],
  ['10000000-0000-4000-8000-000000000001', true],
  ['VXNlci8vMTAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAx', true],
  ['kim', false],
  ['kim@', false],
  ['kim@contoso', false],
  ['Müller-Lüdenscheidt', false],
  ['Kim Akers kim@contoso.com', false],
])('%s names exactly one: %s', (text, isExact) => {
  expect(exactReferenceTo(text) !== null).toBe(isExact);
});
