import { describe, expect, it } from 'vitest';
import { Latest } from '../../src/desk/latest';

describe('an answer', () => {
  it('counts while nothing else was asked', () => {
    const counts = new Latest().ask();
    expect(counts()).toBe(true);
    expect(counts()).toBe(true);
  });

  it('comes too late once something else was asked', () => {
    const latest = new Latest();
    const first = latest.ask();
    const second = latest.ask();
    expect([first(), second()]).toEqual([false, true]);
  });
});
