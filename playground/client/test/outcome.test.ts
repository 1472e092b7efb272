import { describe, expect, it, vi } from 'vitest';
import { newIdempotencyKey, outcome, settle, type ExpectedError, type Payload } from '..';

const DONE: Payload = { confirmation: 'UPSTREAM', replayed: false, errors: [] };
const UNKNOWN = refusedWith('OUTCOME_UNKNOWN');

function refusedWith(code: string, retryAfterSeconds?: number): Payload {
  const error: ExpectedError & { retryAfterSeconds: number | undefined } = {
    __typename: 'E',
    message: '',
    code,
    category: 'CONFLICT',
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
});

describe('newIdempotencyKey', () => {
  it('is another each time', () => {
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
