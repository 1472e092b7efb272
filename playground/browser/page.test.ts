import { afterEach, describe, expect, it } from 'vitest';
import { errorTypes } from '../src/outcome';
import { example, inBrowser, type Scheme } from './playground';

describe('the page', () => {
  const playground = inBrowser({ path: '/playground/' });

  it('is served at its own address too', async () => {
    expect(await playground.page.title()).toContain('Authentication methods');
  });

  it('knows the schema', async () => {
    await playground.button('Show Documentation Explorer').click();
    await playground.page.getByRole('link', { name: 'Mutation', exact: true }).click();
    await playground.page.getByRole('link', { name: 'addPhoneMethod', exact: true }).waitFor();
  });

  it('underlines nothing in the first example', async () => {
    // Longer than the editor takes to check: what must not appear cannot be waited for.
    await playground.page.waitForTimeout(2000);
    expect(await playground.page.locator('.squiggly-error').count()).toBe(0);
  });

  it('puts the sandbox back to its start', async () => {
    await playground.button('Show Examples').click();
    const add = example('AddAPhone');
    await playground.run(add);
    expect(errorTypes(await playground.run(add))).toEqual(['PhoneTypeAlreadyRegisteredError']);
    await playground.reset();
    expect(errorTypes(await playground.run(add))).toEqual([]);
  });

  it('underlines what is wrong', async () => {
    await playground.page.locator('.graphiql-query-editor .view-line').first().click();
    await playground.page.keyboard.press('Control+a');
    await playground.page.keyboard.insertText('{ nobody }');
    const line = playground.page.locator('.graphiql-query-editor .squiggly-error').first();
    await line.waitFor();
    expect(await line.evaluate((element) => getComputedStyle(element).borderBottomStyle)).toBe('dotted');
  });
});

describe.each<Scheme>(['light', 'dark'])('in the %s scheme of the system', (scheme) => {
  const playground = inBrowser({ scheme });

  it('the page is as the system is', async () => {
    await playground.reset();
    await playground.run(example('UsersPhonesEligibility'));
    await playground.screenshot(`playground-${scheme}`);
    expect(await isDark('.header')).toBe(scheme === 'dark');
    expect(await isDark('.graphiql-container')).toBe(scheme === 'dark');
  });

  it('the dialog is as the system is', async () => {
    await playground.button('Copy as code').click();
    await playground.screenshot(`copy-as-code-${scheme}`);
    expect(await isDark('.copy-as')).toBe(scheme === 'dark');
    await playground.page.keyboard.press('Escape');
  });

  it('the errors are as the system is', async () => {
    await playground.button('Show Errors').click();
    await playground.page.locator('summary').first().click();
    await playground.screenshot(`errors-${scheme}`);
    expect(await isDark('.catalogue details[open]')).toBe(scheme === 'dark');
  });

  async function isDark(selector: string): Promise<boolean> {
    const background = await playground.page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    const [red = NaN] = /\d+/.exec(background)?.map(Number) ?? [];
    return red < 128;
  }
});

describe('the theme that GraphiQL is switched to', () => {
  const playground = inBrowser();

  afterEach(() => playground.page.keyboard.press('Escape'));

  it.each<[string, Scheme]>([
    ['Dark', 'dark'],
    ['Light', 'light'],
  ])('%s, is that of the page', async (name, scheme) => {
    await playground.button('Open settings dialog').click();
    await playground.button(name).click();
    expect(await schemeOf('.header')).toBe(scheme);
  });

  it('is there from the start at the next visit', async () => {
    await playground.button('Open settings dialog').click();
    await playground.button('Dark').click();
    await playground.page.route('**/assets/Workbench-*', () => undefined);
    await playground.page.reload();
    await playground.page.getByText('Loading the editors…').waitFor();
    expect(await schemeOf('.header')).toBe('dark');
  });

  function schemeOf(selector: string): Promise<string> {
    return playground.page.locator(selector).evaluate((element) => getComputedStyle(element).colorScheme);
  }
});
