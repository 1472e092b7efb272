import { expect, it } from 'vitest';
import { stepText } from '../src/workbench/NextStep';

const STEPS = ['Find', 'Reset', 'See'];

it.each([
  [-1, '3 steps; run Find first'],
  [0, 'Step 1 of 3; next, run Reset'],
  [1, 'Step 2 of 3; next, run See'],
  [2, 'Step 3 of 3: the last one'],
])('after %i says %s', (done, text) => {
  expect(stepText(STEPS, done)).toBe(text);
});
