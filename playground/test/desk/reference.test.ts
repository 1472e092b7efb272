import { expect, it } from 'vitest';
import { referenceTo } from '../../src/desk/reference';

it.each([
  ['kim@contoso.com', { userPrincipalName: 'kim@contoso.com' }],
  ['10000000-0000-4000-8000-000000000001', { objectId: '10000000-0000-4000-8000-000000000001' }],
  ['VXNlci8vMTAwMDAwMDA', { id: 'VXNlci8vMTAwMDAwMDA' }],
])('%s names a user', (text, reference) => {
  expect(referenceTo(text)).toEqual(reference);
});
