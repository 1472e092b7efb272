import { describe, expect, it } from 'vitest';
import { isSame, pastedToken } from '../../src/signin/person';

function jwt(claims: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  const payload = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return `header.${payload}.signature`;
}

describe('pastedToken', () => {
  it('reads whose token it is, and until when', () => {
    const claims = { oid: 'AB', tid: 'T', name: 'Jürgen Groß', preferred_username: 'j@contoso.com', exp: 7 };
    expect(pastedToken(jwt(claims))).toMatchObject({
      person: { id: 't/ab', name: 'Jürgen Groß', account: 'j@contoso.com' },
      expiresAt: 7000,
    });
  });

  it.each(['', 'opaque', 'a.b.c', 'a.e30.c', 'a.bnVsbA.c'])('takes %j for the token of somebody unknown', (value) => {
    const token = pastedToken(value);
    expect(token).toMatchObject({ person: { id: null }, expiresAt: null });
    expect(isSame(token.person, token.person)).toBe(false);
  });
});

describe('isSame', () => {
  it('tells people of two tenants from each other', () => {
    const person = (tid: string) => pastedToken(jwt({ oid: 'same', tid })).person;
    expect(isSame(person('one'), person('one'))).toBe(true);
    expect(isSame(person('one'), person('other'))).toBe(false);
  });
});
