import { describe, expect, it } from 'vitest';
import { batchesInWords, callSizes, costOf, type Cost } from '../src/cost/cost';

const COST: Cost = { calls: 3, batchSizes: [20, 3], items: 24, waves: 2, milliseconds: 41.3 };

function answer(upstream: unknown) {
  return JSON.stringify({ data: {}, extensions: { upstream } });
}

describe('costOf', () => {
  it('reads what the gateway tells', () => {
    expect(costOf(answer(COST))).toEqual(COST);
  });

  it.each([null, '', 'TypeError: Failed to fetch', '{"data":{}}', answer(null), answer({ ...COST, waves: '2' })])(
    'finds none in %j',
    (response) => {
      expect(costOf(response)).toBeNull();
    },
  );

  it('takes a list of sizes that holds something else for none', () => {
    expect(costOf(answer({ ...COST, batchSizes: [20, null] }))).toBeNull();
  });
});

describe('callSizes', () => {
  it('has one size for every call', () => {
    expect(callSizes(COST)).toEqual([20, 3, 1]);
  });

  it('keeps to the batches when fewer calls than batches are told', () => {
    expect(callSizes({ ...COST, calls: 1 })).toEqual([20, 3]);
  });
});

describe('batchesInWords', () => {
  it.each([
    [[], ''],
    [[4], 'one batch of 4'],
    [[4, 2], 'batches of 4 and 2'],
    [[20, 20, 3], 'batches of 20, 20 and 3'],
  ])('of %j is %j', (batchSizes, words) => {
    expect(batchesInWords({ ...COST, batchSizes })).toBe(words);
  });
});
