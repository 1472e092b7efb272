import { describe, expect, it, vi } from 'vitest';
import { expiryOf, renewable } from '../src/credentials';

const HOUR = 3_600_000;

function tokenExpiringAt(milliseconds: number, mark = ''): string {
  const payload = btoa(JSON.stringify({ exp: milliseconds / 1000, mark }))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  return `header.${payload.replaceAll('=', '')}.signature`;
}

describe('renewable credentials', () => {
  it('keeps a token until a minute before it expires', async () => {
    let now = 0;
    const issue = vi.fn(() => Promise.resolve(tokenExpiringAt(now + HOUR, String(issue.mock.calls.length))));
    const credentials = renewable(issue, () => now);

    const first = await credentials.token();
    now = HOUR - 60_001;
    expect(await credentials.token()).toBe(first);
    now = HOUR - 60_000;
    expect(await credentials.token()).not.toBe(first);
    expect(issue).toHaveBeenCalledTimes(2);
  });

  it('asks once for requests that start together', async () => {
    const issue = vi.fn(() => Promise.resolve(tokenExpiringAt(HOUR)));
    const credentials = renewable(issue, () => 0);

    await Promise.all([credentials.token(), credentials.token(), credentials.token()]);
    expect(issue).toHaveBeenCalledTimes(1);
  });

  it('uses the renewed token from then on', async () => {
    const issue = vi.fn<() => Promise<string>>().mockResolvedValueOnce('refused').mockResolvedValueOnce('accepted');
    const credentials = renewable(issue);

    await credentials.token();
    await credentials.renew({ token: 'refused', claims: null });
    expect(await credentials.token()).toBe('accepted');
  });

  it('asks again after a failure', async () => {
    const issue = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce('token');
    const credentials = renewable(issue);

    await expect(credentials.token()).rejects.toThrow('down');
    expect(await credentials.token()).toBe('token');
  });
});

describe('expiryOf', () => {
  it('reads the exp of a token', () => {
    expect(expiryOf(tokenExpiringAt(HOUR, '~~~???'))).toBe(HOUR);
  });

  it.each(['', 'opaque', 'a.b.c', 'a.e30.c'])('finds none in %j', (token) => {
    expect(expiryOf(token)).toBeNull();
  });
});
