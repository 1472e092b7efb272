import { describe, expect, it } from 'vitest';
import { accountIn, looksLikeAccount } from '../../../src/desk/list/account';

describe('a cell', () => {
  it.each([
    ['kim@contoso.com', 'kim@contoso.com'],
    ['Kim Akers <kim@contoso.com>', 'kim@contoso.com'],
    ['"Akers, Kim" <kim@contoso.com>', 'kim@contoso.com'],
    ['<kim@contoso.com>', 'kim@contoso.com'],
    ['mailto:kim@contoso.com', 'kim@contoso.com'],
    ['\u200bkim@contoso.com\u00a0', 'kim@contoso.com'],
    ['{10000000-0000-4000-8000-000000000001}', '10000000-0000-4000-8000-000000000001'],
    ["'-kim@contoso.com", '-kim@contoso.com'],
    ["o'neil@contoso.com", "o'neil@contoso.com"],
    ['kim@contoso.com <adele@contoso.com>', 'kim@contoso.com <adele@contoso.com>'],
    ['Kim Akers', 'Kim Akers'],
  ])('%j names the account %j', (cell, account) => {
    expect(accountIn(cell)).toBe(account);
  });

  it.each([
    ['kim@contoso.com', true],
    ['Kim Akers <kim@contoso.com>', true],
    ['kim_fabrikam.com#EXT#@contoso.com', true],
    ['10000000-0000-4000-8000-000000000001', true],
    ['Kim Akers', false],
    ['1000', false],
    ['kim@contoso.com; adele@contoso.com', false],
  ])('%j looks like an account: %s', (cell, looks) => {
    expect(looksLikeAccount(cell)).toBe(looks);
  });
});
