import { describe, expect, it } from 'vitest';
import { example, inBrowser } from './playground';

describe('personas', () => {
  const playground = inBrowser();

  it('are shown with the first chosen, and what each can do', async () => {
    expect(await playground.personas().count()).toBeGreaterThan(1);
    expect(await playground.persona('auth-admin').isChecked()).toBe(true);
    expect(await playground.page.locator('.persona-note').textContent()).toContain('Authentication Administrator');
    for (const can of await playground.page.locator('.persona small').allTextContents()) expect(can).not.toBe('');
  });

  it('are chosen by a click', async () => {
    await playground.page.getByText('Robin Kline').click({ force: true });
    expect(await playground.persona('global-reader').isChecked()).toBe(true);
  });

  it('can be chosen with the keyboard alone', async () => {
    await playground.persona('auth-admin').focus();
    await playground.page.keyboard.press('ArrowRight');
    expect(await playground.persona('auth-admin').isChecked()).toBe(false);
  });

  it('are whom the gateway sees', async () => {
    const whoAmI = example('WhoAmI');
    await playground.actAs('auth-admin');
    const first = await playground.run(whoAmI);
    await playground.actAs('global-reader');
    const second = await playground.run(whoAmI);
    expect(second).toContain('Global Reader');
    expect(second).not.toBe(first);
  });
});
