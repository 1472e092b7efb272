import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddEmailText, AddPhoneText } from '../../client';
import { changeBy, checkChange, makeChange } from '../../src/desk/change/change';
import { OpenKeys } from '../../src/desk/keys';
import type { Gateway } from '../../src/desk/gateway';
import { answering, refused, type Answering } from './answering';

const INPUT = { user: { id: 'u' }, phoneNumber: '+1 2065550120', phoneType: 'MOBILE' } as const;

const MADE = payload({ confirmation: 'UPSTREAM', errors: [] });
const CHECKED = payload({ confirmation: null, errors: [] });

function payload(addPhoneMethod: object) {
  return { data: { addPhoneMethod: { phoneMethod: null, replayed: false, ...addPhoneMethod } } };
}

function changeThrough(gateway: Gateway) {
  return changeBy(gateway, AddPhoneText, INPUT, ({ addPhoneMethod }) => addPhoneMethod);
}

describe('making a change', () => {
  let keys: OpenKeys;

  beforeEach(() => {
    vi.useFakeTimers();
    keys = new OpenKeys();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function make({ gateway }: Answering) {
    const ending = makeChange(changeThrough(gateway), keys, () => undefined);
    await vi.runAllTimersAsync();
    return (await ending).is;
  }

  it('asks again with the same key until it is known', async () => {
    const answers = answering(null, MADE);
    expect(await make(answers)).toBe('applied');
    expect(answers.asked).toHaveLength(2);
    expect(new Set(answers.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('keeps the key while it is not known, and takes a new one afterwards', async () => {
    const answers = answering(null, null, null, MADE, MADE);
    expect(await make(answers)).toBe('unknown');
    expect(await make(answers)).toBe('applied');
    expect(await make(answers)).toBe('applied');
    const [first, ...others] = answers.asked.map(({ idempotencyKey }) => idempotencyKey);
    expect(others.map((key) => key === first)).toEqual([true, true, true, false]);
  });

  it('was stopped when the gateway refused to look at it, and nothing was sent before', async () => {
    expect(await make(answering(refused()))).toBe('stopped');
  });

  it('is not known when the gateway refuses to look at it after it may have been made', async () => {
    expect(await make(answering(null, refused()))).toBe('unknown');
    expect(await make(answering(refused()))).toBe('unknown');
  });

  it('never takes the key of another mutation with the same input', async () => {
    const first = answering(null, null, null);
    expect(await make(first)).toBe('unknown');
    const { gateway, asked } = answering({
      data: { addEmailMethod: { emailMethod: null, confirmation: 'UPSTREAM', replayed: false, errors: [] } },
    });
    const other = changeBy(gateway, AddEmailText, { ...INPUT, emailAddress: '' }, (result) => result.addEmailMethod);
    await makeChange({ ...other, name: { ...other.name, input: INPUT } }, keys, () => undefined);
    expect(asked[0]?.idempotencyKey).not.toBe(first.asked[0]?.idempotencyKey);
  });
});

describe('a long pause', () => {
  const LONG = payload({ confirmation: null, errors: [{ code: 'OUTCOME_UNKNOWN', retryAfterSeconds: 45 }] });

  it('is cut short by whoever asks again at once, with the same key', async () => {
    const { gateway, asked } = answering(LONG, MADE);
    const heard: (number | null)[] = [];
    const ending = await makeChange(changeThrough(gateway), new OpenKeys(), (pause) => {
      heard.push(pause?.seconds ?? null);
      pause?.end();
    });
    expect([ending.is, heard.at(-1)]).toEqual(['applied', null]);
    expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('can be left: nothing more is asked, it stays unknown, and the key is kept', async () => {
    const keys = new OpenKeys();
    const { gateway, asked } = answering(LONG, MADE);
    const change = changeThrough(gateway);
    const ending = await makeChange(change, keys, (pause) => {
      pause?.leave();
    });
    expect([ending.is, asked.length, keys.has(change.name)]).toEqual(['unknown', 1, true]);
  });
});

describe('checking a change', () => {
  it('asks for nothing to be written, with no key', async () => {
    const { gateway, asked } = answering(CHECKED);
    expect((await checkChange(changeThrough(gateway))).is).toBe('checked');
    expect(asked).toEqual([{ ...INPUT, validateOnly: true }]);
  });
});
