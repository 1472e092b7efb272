import { describe, expect, it } from 'vitest';
import { changeOf, type Mode, type Task } from '../../../src/desk/list/change';
import type { Line } from '../../../src/desk/list/lines';
import { CHECKED_AT_ONCE, partsOf, run, WRITTEN_AT_ONCE } from '../../../src/desk/list/run';
import { WAITING, type State } from '../../../src/desk/list/state';
import { OpenKeys } from '../../../src/desk/keys';
import { answering, refused, type Answering } from '../answering';
import { linesIn } from './lists';

const UNKNOWN = [{ __typename: 'OutcomeUnknownError', code: 'OUTCOME_UNKNOWN', category: 'UNKNOWN', path: [] }];
const FORBIDDEN = [{ __typename: 'PermissionDeniedError', code: 'PERMISSION_DENIED', category: 'FORBIDDEN', path: [] }];
const THROTTLED = [
  {
    __typename: 'UpstreamThrottledError',
    code: 'UPSTREAM_THROTTLED',
    category: 'THROTTLED',
    path: [],
    retryAfterSeconds: 7,
  },
];

const LINES = lines(2 * WRITTEN_AT_ONCE);

function lines(count: number): Line[] {
  const rows = Array.from({ length: count }, (_, index) => `user${index}@contoso.com;mobile;+1 20655501${10 + index}`);
  return linesIn(rows.join('\n'));
}

/** The answer to a part of the list. */
function added(part: readonly Line[], errors: object[] = [], confirmation: string | null = 'UPSTREAM') {
  const results = part.map(({ id }, index) => ({
    index,
    clientKey: id,
    phoneMethod: null,
    confirmation: errors.length > 0 ? null : confirmation,
    replayed: false,
    errors,
  }));
  return { data: { addPhoneMethods: { results, errors: [] } } };
}

function isSet(errors: object[] = []) {
  const confirmation = errors.length > 0 ? null : 'UPSTREAM';
  return { data: { setPhoneMethod: { phoneMethod: null, effect: 'ADDED', confirmation, replayed: false, errors } } };
}

interface Options {
  keys?: OpenKeys;
  stopAfter?: number;
  lines?: readonly Line[];
  task?: Task;
  mode?: Mode;
  before?: State;
}

async function running({ gateway }: Answering, options: Options = {}) {
  const { keys = new OpenKeys(), stopAfter = Infinity, task = 'write', mode = 'add', before = WAITING } = options;
  const states = new Map<string, State['is']>();
  const pauses: number[] = [];
  let parts = 0;
  const trouble = await run(
    (options.lines ?? LINES).map((line) => ({ line, state: before })),
    {
      ...{ gateway, keys, task, mode },
      tell: (told) => {
        for (const [id, { is }] of told) states.set(id, is);
      },
      pause: (seconds) => {
        pauses.push(seconds);
        return Promise.resolve();
      },
      isStopped: () => parts++ >= stopAfter,
    },
  );
  return { trouble, states: [...states.values()], pauses };
}

function all(is: State['is'], count: number) {
  return Array.from({ length: count }, () => is);
}

const FIRST = LINES.slice(0, WRITTEN_AT_ONCE);
const SECOND = LINES.slice(WRITTEN_AT_ONCE);

describe('a list', () => {
  it('is written in parts, each item with a key of its own', async () => {
    const answers = answering(added(FIRST), added(SECOND));
    expect(await running(answers)).toMatchObject({ trouble: null, states: all('applied', LINES.length) });
    const keys = answers.asked.flatMap(({ items }) => items.map(({ idempotencyKey }) => idempotencyKey));
    expect(new Set(keys).size).toBe(LINES.length);
  });

  it('of more lines than the gateway takes at once is checked in parts of as many, without keys', async () => {
    const many = lines(CHECKED_AT_ONCE + 1);
    const answers = answering(added(many.slice(0, CHECKED_AT_ONCE), [], null), added(many.slice(-1), [], null));
    const { states } = await running(answers, { lines: many, task: 'check' });
    expect(states).toEqual(all('checked', many.length));
    expect(answers.asked.map(({ items }) => items.length)).toEqual([CHECKED_AT_ONCE, 1]);
    expect(answers.asked.every(({ validateOnly }) => validateOnly)).toBe(true);
    expect(answers.asked[0]?.items[0]?.idempotencyKey).toBeUndefined();
  });

  it('keeps the lines of a user in one part, the mobile before the alternate mobile', () => {
    const text = [
      'kim@contoso.com;alternate;+1 2065550120',
      'adele@contoso.com;mobile;+1 2065550121',
      'KIM@contoso.com;mobile;+1 2065550122',
    ];
    const rows = linesIn(text.join('\n')).map((line) => ({ line, state: WAITING }));
    expect(partsOf(rows, 2).map((part) => part.map(({ line }) => line.row))).toEqual([[3, 1], [2]]);
  });

  it('can be stopped between parts', async () => {
    const answers = answering(added(FIRST), added(SECOND));
    const { trouble, states } = await running(answers, { stopAfter: 1 });
    expect([trouble, states]).toEqual([{ is: 'stopped' }, all('applied', FIRST.length)]);
    expect(answers.asked).toHaveLength(1);
  });

  it('goes no further when no answer came', async () => {
    const answers = answering(null, added(SECOND));
    const { trouble, states } = await running(answers);
    expect([trouble, states]).toEqual([{ is: 'no-answer', task: 'write' }, all('unknown', FIRST.length)]);
    expect(answers.asked).toHaveLength(1);
  });

  it('is as it was before when the gateway refuses to look at it', async () => {
    const { trouble, states } = await running(answering(refused()), { before: { is: 'checked' } });
    expect(trouble).toEqual({ is: 'refused', message: 'The token has expired.' });
    expect(states).toEqual(all('checked', FIRST.length));
  });

  it('waits as long as Microsoft asks, and sends again only what Microsoft did not take', async () => {
    const taken = added(FIRST.slice(1));
    const throttled = added(FIRST.slice(0, 1), THROTTLED);
    taken.data.addPhoneMethods.results.push(...throttled.data.addPhoneMethods.results);
    const answers = answering(taken, added(FIRST.slice(0, 1)));
    const { states, pauses } = await running(answers, { lines: FIRST });
    expect([states, pauses]).toEqual([all('applied', FIRST.length), [7]]);
    expect(answers.asked.map(({ items }) => items.length)).toEqual([FIRST.length, 1]);
  });

  it('repeats what is unknown with the same keys, and it stays unknown when that is refused', async () => {
    const keys = new OpenKeys();
    const first = answering(added(FIRST, UNKNOWN));
    expect((await running(first, { keys, lines: FIRST })).states).toEqual(all('unknown', FIRST.length));
    for (const refusal of [refused(), added(FIRST, FORBIDDEN), added(FIRST, THROTTLED)]) {
      const answers = answering(...Array.from({ length: 5 }, () => refusal));
      expect((await running(answers, { keys, lines: FIRST })).states).toEqual(all('unknown', FIRST.length));
    }
    const again = answering(added(FIRST));
    expect((await running(again, { keys, lines: FIRST })).states).toEqual(all('applied', FIRST.length));
    expect(again.asked).toEqual(first.asked);
  });

  it.each([
    ['no answer comes', null],
    ['it is refused', refused()],
    ['it is not said of the lines', { data: { addPhoneMethods: { results: [], errors: [] } } }],
  ])('is as it was, or unknown still, when it is checked and %s', async (_, answer) => {
    const keys = new OpenKeys();
    const two = LINES.slice(0, 2);
    if (two[1]) keys.keyFor(changeOf(two[1], 'add'));
    const { states } = await running(answering(answer), { keys, lines: two, task: 'check' });
    expect(states).toEqual(['waiting', 'unknown']);
    expect(two.map((line) => keys.has(changeOf(line, 'add')))).toEqual([false, true]);
  });
});

describe('a list that is set', () => {
  const USERS = 6;
  const SOME = LINES.slice(0, USERS);

  it('is sent a line at a time, each with a key of its own', async () => {
    const answers = answering(...SOME.map(() => isSet()));
    expect((await running(answers, { mode: 'set', lines: SOME })).states).toEqual(all('applied', USERS));
    expect(new Set(answers.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(USERS);
  });

  it('tells what was done before the gateway refused to look, and goes no further', async () => {
    const answers = answering(isSet(), isSet(), refused(), ...SOME.map(() => refused()));
    const keys = new OpenKeys();
    const { trouble, states } = await running(answers, { mode: 'set', lines: SOME, keys, before: { is: 'checked' } });
    expect(trouble).toEqual({ is: 'refused', message: 'The token has expired.' });
    expect(states.filter((is) => is === 'applied')).toHaveLength(2);
    expect(states.filter((is) => is === 'checked')).toHaveLength(USERS - 2);
    expect(keys.areThere).toBe(false);
  });

  it('is unknown only where no answer came', async () => {
    const answers = answering(isSet(), null, isSet(), isSet(), isSet(), isSet());
    const { trouble, states } = await running(answers, { mode: 'set', lines: SOME, before: { is: 'checked' } });
    expect(trouble).toEqual({ is: 'no-answer', task: 'write' });
    expect(states.filter((is) => is === 'unknown')).toHaveLength(1);
    expect(states).toContain('checked');
  });

  it('can be set where the alternate mobile only waits for the mobile of another line', async () => {
    const pair = linesIn('kim@contoso.com;alternate;+1 2065550120\nkim@contoso.com;mobile;+1 2065550121');
    const waits = [
      { __typename: 'MobilePhoneRequiredError', code: 'MOBILE_PHONE_REQUIRED', category: 'CONFLICT', path: [] },
    ];
    const checked = { data: { setPhoneMethod: { ...isSet().data.setPhoneMethod, confirmation: null } } };
    const { states } = await running(answering(checked, isSet(waits)), { mode: 'set', task: 'check', lines: pair });
    expect(states).toEqual(['checked', 'checked']);
    const alone = await running(answering(isSet(waits)), { mode: 'set', task: 'check', lines: pair.slice(0, 1) });
    expect(alone.states).toEqual(['refused']);
  });
});
