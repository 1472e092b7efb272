import { describe, expect, it } from 'vitest';
import { itemOf, linesOf } from '../../src/desk/bulk/lines';
import { PART, run, unsent, type State } from '../../src/desk/bulk/run';
import { OpenKeys } from '../../src/desk/keys';
import { answering, refused, type Answering } from './answering';

const UNKNOWN = [{ __typename: 'OutcomeUnknownError', code: 'OUTCOME_UNKNOWN' }];

const LINES = linesOf(
  Array.from({ length: 2 * PART }, (_, index) => `user${index}@contoso.com, mobile, +1 206555012${index}`).join('\n'),
);

function added(from: number, errors: object[] = []) {
  const results = LINES.slice(from, from + PART).map(({ number }, index) => ({
    index,
    clientKey: String(number),
    phoneMethod: null,
    confirmation: errors.length > 0 ? null : 'UPSTREAM',
    replayed: false,
    errors,
  }));
  return { data: { addPhoneMethods: { results, errors: [] } } };
}

async function running(
  { gateway }: Answering,
  { keys = new OpenKeys(), stopAfter = Infinity, lines = LINES, validateOnly = false } = {},
) {
  const states = new Map<number, State['is']>();
  let parts = 0;
  const trouble = await run(lines, {
    gateway,
    keys,
    validateOnly,
    tell: (changed) => {
      for (const [line, { is }] of changed) states.set(line, is);
    },
    isStopped: () => parts++ >= stopAfter,
  });
  return { trouble, states: [...states.values()] };
}

function allOf(is: State['is']) {
  return LINES.slice(0, PART).map(() => is);
}

describe('a list', () => {
  it('is sent in parts, each item with a key of its own', async () => {
    const answers = answering(added(0), added(PART));
    expect(await running(answers)).toEqual({ trouble: null, states: [...allOf('applied'), ...allOf('applied')] });
    const keys = answers.asked.flatMap(({ items }) => items.map(({ idempotencyKey }) => idempotencyKey));
    expect(new Set(keys).size).toBe(LINES.length);
  });

  it('can be stopped between parts', async () => {
    const answers = answering(added(0), added(PART));
    expect((await running(answers, { stopAfter: 1 })).states).toEqual(allOf('applied'));
    expect(answers.asked).toHaveLength(1);
  });

  it('goes no further when no answer came', async () => {
    const { trouble, states } = await running(answering(null, added(PART)));
    expect(trouble).toMatch(/^No answer came/);
    expect(states).toEqual(allOf('unknown'));
  });

  it('waits when the gateway refuses to look at it', async () => {
    const { trouble, states } = await running(answering(refused()));
    expect(trouble).toBe('Not sent: The token has expired.');
    expect(states).toEqual(allOf('waiting'));
  });

  it('repeats what is unknown with the same keys, and it stays unknown when that is refused', async () => {
    const keys = new OpenKeys();
    const lines = LINES.slice(0, PART);
    const first = answering(added(0, UNKNOWN));
    expect((await running(first, { keys, lines })).states).toEqual(allOf('unknown'));
    expect((await running(answering(refused()), { keys, lines })).states).toEqual(allOf('unknown'));
    const again = answering(added(0));
    expect((await running(again, { keys, lines })).states).toEqual(allOf('applied'));
    expect(again.asked).toEqual(first.asked);
  });

  it('is unknown, and not unsent, where it is open what became of a line that was sent before', () => {
    const keys = new OpenKeys();
    const [line] = LINES;
    if (!line) throw new Error('There is no line.');
    expect(unsent(line, keys).is).toBe('waiting');
    keys.keyFor(itemOf(line));
    expect(unsent(line, keys).is).toBe('unknown');
  });

  it.each([
    ['no answer comes', null],
    ['it is refused', refused()],
    ['it is not said of the lines', { data: { addPhoneMethods: { results: [], errors: [] } } }],
  ])('stays unknown where it was when it is checked and %s', async (_, answer) => {
    const keys = new OpenKeys();
    const lines = LINES.slice(0, 2);
    if (lines[1]) keys.keyFor(itemOf(lines[1]));
    const { states } = await running(answering(answer), { keys, lines, validateOnly: true });
    expect(states).toEqual(['waiting', 'unknown']);
    expect(lines.map((line) => keys.has(itemOf(line)))).toEqual([false, true]);
  });

  it('is checked at once, for an alternate mobile needs the mobile that another line adds', async () => {
    const { asked, gateway } = answering(added(0));
    await running({ asked, gateway, headers: [] }, { validateOnly: true });
    expect(asked.map(({ items }) => items.length)).toEqual([LINES.length]);
  });
});
