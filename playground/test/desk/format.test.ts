import { expect, it } from 'vitest';
import { anyOf, duration } from '../../src/desk/format';

it.each([
  [1, '1 second'],
  [29.2, '30 seconds'],
  [99, '99 seconds'],
  [120, '2 minutes'],
  [60 * 90, '90 minutes'],
  [60 * 60, '1 hour'],
  [60 * 480, '8 hours'],
  [60 * 150, '2 hours 30 minutes'],
  [60 * 43_200, '30 days'],
])('%d seconds are said as people say them', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

it('one of several things is named as in a sentence', () => {
  expect(anyOf(['a', 'b', 'c'])).toBe('a, b, or c');
});
