import { GraphQLError } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import {
  LONGEST_WAIT_SECONDS,
  newIdempotencyKey,
  outcome,
  retryAfterSeconds,
  settle,
  type ExpectedError,
  type Payload,
} from '..';

const DONE: Payload = { confirmation: 'UPSTREAM', replayed: false, errors: [] };
const UNKNOWN = refusedWith('OUTCOME_UNKNOWN');

function refusedWith(
  code: string,
  retryAfterSeconds?: number,
  category: ExpectedError['category'] = 'CONFLICT',
): Payload {
  const error: ExpectedError & { retryAfterSeconds: number | undefined } = {
    __typename: 'E',
    message: '',
    code,
    category,
    path: [],
    retryable: false,
    retryAfterSeconds,
  };
  return { confirmation: null, replayed: false, errors: [error] };
}

function answering(...answers: (Payload | null)[]) {
  return vi.fn<(key: string) => Promise<Payload | null>>(() => Promise.resolve(answers.shift() ?? null));
}

/** Answers once, then throws. */
function failing(first: Payload | null, failure: Error) {
  return answering(first)
    .mockImplementation(() => Promise.reject(failure))
    .mockImplementationOnce(() => Promise.resolve(first));
}

describe('outcome', () => {
  it.each([
    [DONE, 'applied'],
    [{ ...DONE, confirmation: 'READ_BACK_MASKED', replayed: true } as const, 'applied'],
    [{ ...DONE, confirmation: null }, 'checked'],
    [refusedWith('INVALID_PHONE_NUMBER'), 'refused'],
    [refusedWith('UPSTREAM_UNAVAILABLE'), 'refused'],
    [refusedWith('IDEMPOTENCY_KEYS_LOST'), 'refused'],
    [refusedWith('PHONE_METHOD_CHANGED'), 'overtaken'],
    [UNKNOWN, 'unknown'],
    [refusedWith('IDEMPOTENCY_KEY_IN_FLIGHT'), 'unknown'],
    [null, 'unknown'],
  ])('of %j is %s', (payload, is) => {
    expect(outcome(payload).is).toBe(is);
  });

  it('says how long to wait when the gateway does', () => {
    expect(outcome(refusedWith('IDEMPOTENCY_KEY_IN_FLIGHT', 0.5))).toMatchObject({ retryAfterSeconds: 0.5 });
    expect(outcome(UNKNOWN)).toMatchObject({ retryAfterSeconds: null });
  });
});

describe('the wait', () => {
  it('is told by errors of queries as by those of mutations', () => {
    const extensions = { code: 'UPSTREAM_THROTTLED', retryAfterSeconds: 600 };
    expect(retryAfterSeconds({ message: 'Later.', extensions })).toBe(600);
    expect(retryAfterSeconds(new GraphQLError('Later.', { extensions }))).toBe(600);
    expect(refusedWith('UPSTREAM_THROTTLED', 2.5).errors.map(retryAfterSeconds)).toEqual([2.5]);
  });

  it.each([{}, { extensions: undefined }, { extensions: {} }, { extensions: { retryAfterSeconds: 'soon' } }])(
    'is not told by %j',
    (error) => {
      expect(retryAfterSeconds({ message: 'Later.', ...error })).toBeNull();
    },
  );
});

describe('settle', () => {
  const wait = vi.fn<(seconds: number) => Promise<void>>(() => Promise.resolve());

  it('repeats with the same key while the outcome is unknown or the answer is lost', async () => {
    const send = answering(UNKNOWN, null, refusedWith('IDEMPOTENCY_KEY_IN_FLIGHT', 7), DONE);
    wait.mockClear();

    expect((await settle(send, { wait })).is).toBe('applied');
    expect(new Set(send.mock.calls.map(([key]) => key)).size).toBe(1);
    expect(wait.mock.calls).toEqual([[1], [2], [7]]);
  });

  it.each([
    DONE,
    refusedWith('USER_NOT_FOUND'),
    refusedWith('UPSTREAM_THROTTLED'),
    refusedWith('PHONE_METHOD_CHANGED'),
  ])('sends once when the outcome is known: %j', async (payload) => {
    const send = answering(payload);
    await settle(send, { wait });
    expect(send).toHaveBeenCalledOnce();
  });

  it('gives up after as many attempts as it was given, with the key it was given', async () => {
    const send = answering();
    expect((await settle(send, { attempts: 3, idempotencyKey: 'kept', wait })).is).toBe('unknown');
    expect(send.mock.calls).toEqual([['kept'], ['kept'], ['kept']]);
  });

  it('does not repeat what is thrown', async () => {
    const send = vi.fn(() => Promise.reject<Payload>(new Error('signed out')));
    await expect(settle(send, { wait })).rejects.toThrow('signed out');
    expect(send).toHaveBeenCalledOnce();
  });

  it.each([UNKNOWN, null])('is unknown still when a refusal follows what left it open: %j', async (first) => {
    const signedOut = new Error('signed out');
    const send = failing(first, signedOut);
    const ended = await settle(send, { wait });
    expect(ended).toEqual({ ...outcome(first), idempotencyKey: send.mock.calls[0]?.[0], cause: signedOut });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it.each(['FORBIDDEN', 'THROTTLED', 'UNAVAILABLE'] as const)(
    'believes no refusal for a reason of %s that follows what left it open',
    async (category) => {
      const blind = refusedWith('X', undefined, category);
      expect((await settle(answering(null, blind), { attempts: 2, wait })).is).toBe('unknown');
      expect((await settle(answering(null, blind, DONE), { wait })).is).toBe('applied');
      expect((await settle(answering(null, { ...blind, replayed: true }), { wait })).is).toBe('refused');
      expect((await settle(answering(null, refusedWith('X')), { wait })).is).toBe('refused');
    },
  );

  it('does not ask again when the gateway has lost the key, and says what that means for an attempt before', async () => {
    const lost = refusedWith('IDEMPOTENCY_KEYS_LOST');
    expect((await settle(answering(lost), { wait })).is).toBe('refused');
    const send = answering(null, lost, DONE);
    expect(await settle(send, { wait, idempotencyKey: 'kept' })).toMatchObject({ is: 'unknown', payload: lost });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tells the key that it made, to ask again with', async () => {
    const send = answering(UNKNOWN);
    const ended = await settle(send, { attempts: 1, wait });
    expect(ended).toEqual({ ...outcome(UNKNOWN), idempotencyKey: send.mock.calls[0]?.[0] });
  });

  it('keeps the key when the waiting fails', async () => {
    const left = new Error('the page is left');
    const ended = await settle(answering(UNKNOWN), { wait: () => Promise.reject(left), idempotencyKey: 'kept' });
    expect(ended).toMatchObject({ is: 'unknown', idempotencyKey: 'kept', cause: left });
  });

  it('waits as long as the gateway asks, up to a bound', async () => {
    wait.mockClear();
    const send = answering(refusedWith('IDEMPOTENCY_KEY_IN_FLIGHT', LONGEST_WAIT_SECONDS), DONE);
    expect((await settle(send, { wait })).is).toBe('applied');
    expect(wait.mock.calls).toEqual([[LONGEST_WAIT_SECONDS]]);
  });

  it.each([LONGEST_WAIT_SECONDS + 1, 2_592_000, Infinity])(
    'does not wait for %d s, and tells them',
    async (seconds) => {
      const send = answering(refusedWith('OUTCOME_UNKNOWN', seconds));
      const ended = await settle(send, { idempotencyKey: 'kept' });
      expect(ended).toMatchObject({ is: 'unknown', retryAfterSeconds: seconds, idempotencyKey: 'kept' });
      expect(send).toHaveBeenCalledOnce();
    },
  );

  it('never waits longer than the bound by itself', async () => {
    wait.mockClear();
    await settle(answering(), { attempts: 9, wait });
    expect(wait.mock.calls).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => [seconds]));
  });

  it.each([undefined, () => new Promise<void>(() => undefined)])('ends waiting by %s when told to', async (wait) => {
    const stop = new AbortController();
    const send = answering(refusedWith('OUTCOME_UNKNOWN', 30));
    const ending = settle(send, { signal: stop.signal, idempotencyKey: 'kept', ...(wait && { wait }) });
    await vi.waitFor(() => {
      expect(send).toHaveBeenCalledOnce();
    });
    stop.abort();
    expect(await ending).toMatchObject({ is: 'unknown', retryAfterSeconds: 30, idempotencyKey: 'kept' });
    expect(send).toHaveBeenCalledOnce();
  });

  it('waits no more when it was told to end while it sent', async () => {
    const stop = new AbortController();
    const send = answering().mockImplementation(() => {
      stop.abort();
      return Promise.resolve(null);
    });
    wait.mockClear();
    expect((await settle(send, { signal: stop.signal, wait })).is).toBe('unknown');
    expect(wait).not.toHaveBeenCalled();
  });

  it('is unknown when the signal cuts the first sending off', async () => {
    const stop = new AbortController();
    const send = answering().mockImplementation(() => {
      stop.abort();
      return Promise.reject(new Error('cut off'));
    });
    const ended = await settle(send, { signal: stop.signal, idempotencyKey: 'kept', wait });
    expect(ended).toMatchObject({ is: 'unknown', payload: null, idempotencyKey: 'kept', cause: new Error('cut off') });
  });

  it('sends nothing when it is told to end before', async () => {
    const send = answering(DONE);
    await expect(settle(send, { signal: AbortSignal.abort(new Error('left')), wait })).rejects.toThrow('left');
    expect(send).not.toHaveBeenCalled();
  });
});

describe('newIdempotencyKey', () => {
  it('is another each time', () => {
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });

  it.each(['2022-02-22T19:22:22.000Z', '1970-01-01T00:00:00.001Z', '2262-04-11T23:47:16.854Z'])(
    'is a UUID of version 7 that says that it was made at %s',
    (moment) => {
      vi.useFakeTimers({ now: new Date(moment) });
      try {
        const key = newIdempotencyKey();
        expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(new Date(parseInt(key.slice(0, 8) + key.slice(9, 13), 16)).toISOString()).toBe(moment);
      } finally {
        vi.useRealTimers();
      }
    },
  );
});
