import { describe, expect, it, vi } from 'vitest';
import type { Person, Token } from '../../src/signin/person';
import { Session } from '../../src/signin/session';

const HOUR = 3_600_000;
const AVERY: Person = { id: 'tenant/avery', name: 'Avery Howard', account: 'avery@contoso.com' };
const PARKER: Person = { id: 'tenant/parker', name: 'Parker Jones', account: 'parker@contoso.com' };
const REFUSED = { token: 'first', claims: null };

const pasted = (value: string, more: Partial<Token> = {}): Token => ({
  value,
  person: AVERY,
  expiresAt: HOUR,
  ...more,
});

interface How {
  mayReplace: () => boolean;
  now: () => number;
}

function sessionOf({ mayReplace = () => true, now = () => 0 }: Partial<How> = {}) {
  return new Session(mayReplace, now);
}

describe('a session', () => {
  it('sends nothing without a token', async () => {
    await expect(sessionOf().token()).rejects.toThrow('Nothing was sent. Sign in first.');
  });

  it('goes on with the next token of the same person without a question', async () => {
    const mayReplace = vi.fn(() => false);
    const session = sessionOf({ mayReplace });
    session.take(pasted('first'));
    const { starts } = session.state();

    expect(session.take(pasted('second'))).toBe(true);
    expect(await session.token()).toBe('second');
    expect(session.state().starts).toBe(starts);
    expect(mayReplace).not.toHaveBeenCalled();
  });

  it('asks before another person takes the place of one', async () => {
    const mayReplace = vi.fn(() => false);
    const session = sessionOf({ mayReplace });
    session.take(pasted('first'));
    const { starts } = session.state();

    expect(session.take(pasted('other', { person: PARKER }))).toBe(false);
    expect(await session.token()).toBe('first');
    mayReplace.mockReturnValue(true);
    expect(session.take(pasted('other', { person: PARKER }))).toBe(true);
    expect(session.state().starts).toBe(starts + 1);
  });

  it('takes a token that does not say whose it is for that of somebody else', () => {
    const mayReplace = vi.fn(() => false);
    const session = sessionOf({ mayReplace });
    const unknown = { ...AVERY, id: null };
    session.take(pasted('first', { person: unknown }));

    expect(session.take(pasted('second', { person: unknown }))).toBe(false);
  });

  it('keeps the person when their token has expired, and says when that was', async () => {
    let now = 0;
    const session = sessionOf({ now: () => now });
    session.take(pasted('first'));
    now = HOUR;

    await expect(session.token()).rejects.toThrow(/^Your access token expired at .+ Nothing was sent\. Paste a new/);
    expect(session.state()).toMatchObject({ is: 'ended', why: { is: 'expired' }, token: { person: AVERY } });
    session.take(pasted('second', { expiresAt: 2 * HOUR }));
    expect(session.state()).toMatchObject({ is: 'signed-in', starts: 0 });
  });

  it('notices by itself that a pasted token has expired', () => {
    vi.useFakeTimers();
    const session = new Session(() => true);
    session.take(pasted('first', { expiresAt: Date.now() + 5000 }));
    vi.advanceTimersByTime(4999);
    expect(session.state().is).toBe('signed-in');
    vi.advanceTimersByTime(1);
    expect(session.state().is).toBe('ended');
    vi.useRealTimers();
  });

  it('renews a token a minute before it expires, once however many requests wait', async () => {
    let now = 0;
    const renew = vi.fn(() => Promise.resolve(pasted('second', { expiresAt: 2 * HOUR })));
    const session = sessionOf({ now: () => now });
    session.take(pasted('first', { renew }));
    now = HOUR - 60_000;

    expect(await Promise.all([session.token(), session.token(), session.token()])).toEqual(Array(3).fill('second'));
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it('renews a refused token with the claims that are asked for', async () => {
    const renew = vi.fn(() => Promise.resolve(pasted('second')));
    const session = sessionOf();
    session.take(pasted('first', { renew }));

    expect(await session.renew({ token: 'first', claims: 'e30=' })).toBe('second');
    expect(renew).toHaveBeenCalledWith('e30=');
  });

  it('does not renew a token again that another request has renewed already', async () => {
    const renew = vi.fn(() => Promise.resolve(pasted('third')));
    const session = sessionOf();
    session.take(pasted('second', { renew }));

    expect(await session.renew(REFUSED)).toBe('second');
    expect(renew).not.toHaveBeenCalled();
  });

  it('ends with a claims challenge that only the person can answer', async () => {
    const session = sessionOf();
    session.take(pasted('first', { renew: () => Promise.resolve(null) }));

    expect(await session.renew({ token: 'first', claims: 'e30=' })).toBeNull();
    expect(session.state()).toMatchObject({ is: 'ended', why: { is: 'challenged', claims: 'e30=' } });
  });

  it('ends when the gateway refuses a token that has not expired', async () => {
    const session = sessionOf();
    session.take(pasted('first'));

    expect(await session.renew(REFUSED)).toBeNull();
    expect(session.state()).toMatchObject({ is: 'ended', why: { is: 'refused' } });
    await expect(session.token()).rejects.toThrow('The gateway no longer accepts your access token.');
  });

  it('gives nobody the token of the person before', async () => {
    let answer: (token: Token) => void = () => undefined;
    const renew = () => new Promise<Token>((resolve) => (answer = resolve));
    const session = sessionOf();
    session.take(pasted('first', { renew }));
    const waiting = session.renew(REFUSED);
    session.forget();
    session.take(pasted('other', { person: PARKER }));
    answer(pasted('second'));

    expect(await waiting).toBeNull();
    expect(await session.token()).toBe('other');
  });

  it('lets a renewal fail without ending, so that the next request tries again', async () => {
    const renew = vi.fn(() => Promise.reject(new Error('unreachable')));
    const session = sessionOf({ now: () => HOUR });
    session.take(pasted('first', { renew, expiresAt: HOUR + 1 }));

    await expect(session.token()).rejects.toThrow('unreachable');
    await expect(session.token()).rejects.toThrow('unreachable');
    expect(session.state().is).toBe('signed-in');
    expect(renew).toHaveBeenCalledTimes(2);
  });
});
