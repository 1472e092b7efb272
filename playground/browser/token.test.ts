import { describe, expect, it } from 'vitest';
import { example, inBrowser, isGraphQL } from './playground';

const TOKEN = /eyJ[\w-]{8,}/;

describe('the token', () => {
  const playground = inBrowser();

  it('is in no storage, cookie or address', async () => {
    const { page, context } = playground;
    const sent = page.waitForRequest(isGraphQL);
    await playground.run(example('AddAPhone'));
    await playground.actAs('privileged-auth-admin');
    await playground.run(example('AddAPhone'));
    expect((await sent).headers().authorization).toMatch(TOKEN);

    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
    expect(kept).not.toMatch(TOKEN);
    expect(kept).not.toContain('Bearer');
    expect(await context.cookies()).toEqual([]);
    expect(await page.content()).not.toMatch(TOKEN);
  });
});
