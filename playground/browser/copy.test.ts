import { beforeAll, describe, expect, it } from 'vitest';
import { example, inBrowser } from './playground';

const TOKEN = /eyJ[\w-]{8,}/;

describe('the code to copy', () => {
  const playground = inBrowser();
  const dialog = () => playground.page.getByRole('dialog', { name: 'Copy as code' });
  const clipboard = () => playground.page.evaluate(() => navigator.clipboard.readText());

  beforeAll(() => playground.context.grantPermissions(['clipboard-read', 'clipboard-write']));

  it('is that of the tab that is open', async () => {
    await playground.openExample(example('MalformedNumber'));
    await playground.button('Copy as code').click();
    const code = await dialog().locator('pre').textContent();
    for (const text of ['curl', '/graphql', 'mutation MalformedNumber', '+12065550120', '$TOKEN'])
      expect(code).toContain(text);
  });

  it.each(['curl', 'fetch', 'Apollo', 'urql'])('is copied as %s, with a place for the token', async (name) => {
    await dialog().getByRole('radio', { name }).check({ force: true });
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click();
    await dialog().getByRole('button', { name: 'Copied ✓' }).waitFor();
    expect(await clipboard()).toBe(await dialog().locator('pre').textContent());
    expect(await clipboard()).not.toMatch(TOKEN);
  });

  it('has the token when it is asked for, and does not show it', async () => {
    await dialog().getByRole('checkbox').check();
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click();
    await dialog().getByRole('button', { name: 'Copied ✓' }).waitFor();
    expect(await clipboard()).toMatch(TOKEN);
    expect(await playground.page.content()).not.toMatch(TOKEN);
  });

  it('asks anew for the token each time', async () => {
    await playground.page.keyboard.press('Escape');
    await playground.button('Copy as code').click();
    expect(await dialog().getByRole('checkbox').isChecked()).toBe(false);
  });
});
