import { describe, expect, it, vi } from 'vitest';
import { applyRememberedTheme } from '../src/theme';

describe('applyRememberedTheme', () => {
  it.each([
    ['light', ['graphiql-light']],
    ['dark', ['graphiql-dark']],
    ['other words', []],
    [null, []],
  ])('of %j marks the body with %j', (theme, marks) => {
    const add = vi.fn();
    applyRememberedTheme({ getItem: () => theme }, { classList: { add } as unknown as DOMTokenList });
    expect(add.mock.calls.flat()).toEqual(marks);
  });
});
