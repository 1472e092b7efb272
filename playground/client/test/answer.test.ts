import { describe, expect, it } from 'vitest';
import { isRefusal } from '..';

const ERROR = { message: 'A valid access token is required.', extensions: { code: 'UNAUTHENTICATED' } };

describe('a refusal', () => {
  it('is what has errors with codes and no data', () => {
    expect(isRefusal({ errors: [ERROR] })).toBe(true);
    expect(isRefusal({ data: undefined, errors: [ERROR, ERROR] })).toBe(true);
  });

  it.each([
    [{ data: null, errors: [ERROR] }],
    [{ data: {}, errors: [ERROR] }],
    [{ errors: [] }],
    [{ errors: [{ message: 'Too many requests.' }] }],
    [{ errors: [ERROR, { message: 'Too many requests.', extensions: null }] }],
    [{ errors: [ERROR, null] }],
    [{ errors: 'Too many requests.' }],
    [{ message: 'Too many requests.' }],
    [{}],
    [[]],
    ['<!doctype html>'],
    [null],
    [undefined],
  ])('is not %j', (answer) => {
    expect(isRefusal(answer)).toBe(false);
  });
});
