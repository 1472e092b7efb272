import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addPhone, checkPhone, type Addition } from '../../src/desk/add';
import { OpenKeys } from '../../src/desk/keys';
import { answering, refused, type Answering } from './answering';

const ADDITION: Addition = { user: { id: 'u' }, phoneNumber: '+1 2065550120', phoneType: 'MOBILE' };

const ADDED = payload({ confirmation: 'UPSTREAM', errors: [] });
const CHECKED = payload({ confirmation: null, errors: [] });

function payload(addPhoneMethod: object) {
  return { data: { addPhoneMethod: { phoneMethod: null, replayed: false, ...addPhoneMethod } } };
}

describe('adding a phone', () => {
  let keys: OpenKeys;

  beforeEach(() => {
    vi.useFakeTimers();
    keys = new OpenKeys();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function add({ gateway }: Answering) {
    const ending = addPhone(gateway, keys, ADDITION, () => undefined);
    await vi.runAllTimersAsync();
    return (await ending).is;
  }

  it('asks again with the same key until it is known', async () => {
    const answers = answering(null, ADDED);
    expect(await add(answers)).toBe('applied');
    expect(answers.asked).toHaveLength(2);
    expect(new Set(answers.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('keeps the key while it is not known, and takes a new one afterwards', async () => {
    const answers = answering(null, null, null, ADDED, ADDED);
    expect(await add(answers)).toBe('unknown');
    expect(await add(answers)).toBe('applied');
    expect(await add(answers)).toBe('applied');
    const [first, ...others] = answers.asked.map(({ idempotencyKey }) => idempotencyKey);
    expect(others.map((key) => key === first)).toEqual([true, true, true, false]);
  });

  it('was stopped when the gateway refused to look at it, and nothing was sent before', async () => {
    expect(await add(answering(refused()))).toBe('stopped');
  });

  it('is not known when the gateway refuses to look at it after it may have been made', async () => {
    expect(await add(answering(null, refused()))).toBe('unknown');
    expect(await add(answering(refused()))).toBe('unknown');
  });
});

describe('a long pause', () => {
  const LONG = payload({ confirmation: null, errors: [{ code: 'OUTCOME_UNKNOWN', retryAfterSeconds: 45 }] });

  it('is cut short by whoever asks again at once, with the same key', async () => {
    const { gateway, asked } = answering(LONG, ADDED);
    const heard: (number | null)[] = [];
    const ending = await addPhone(gateway, new OpenKeys(), ADDITION, (pause) => {
      heard.push(pause?.seconds ?? null);
      pause?.end();
    });
    expect([ending.is, heard.at(-1)]).toEqual(['applied', null]);
    expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('can be left: nothing more is asked, it stays unknown, and the key is kept', async () => {
    const keys = new OpenKeys();
    const { gateway, asked } = answering(LONG, ADDED);
    const ending = await addPhone(gateway, keys, ADDITION, (pause) => {
      pause?.leave();
    });
    expect([ending.is, asked.length, keys.has(ADDITION)]).toEqual(['unknown', 1, true]);
  });
});

describe('checking a phone', () => {
  it('asks for nothing to be written, with no key', async () => {
    const { gateway, asked } = answering(CHECKED);
    expect((await checkPhone(gateway, ADDITION)).is).toBe('checked');
    expect(asked).toEqual([{ ...ADDITION, validateOnly: true }]);
  });
});
