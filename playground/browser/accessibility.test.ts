import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { errorTypes } from '../src/outcome';
import { violationsOn } from './axe';
import { example, inBrowser, type Playground, type Scheme } from './playground';

const STATES: [string, (playground: Playground) => Promise<unknown>][] = [
  ['at the start', () => Promise.resolve()],
  ['with an answer as expected', (playground) => playground.run(example('UsersPhonesEligibility'))],
  ['with another answer', unexpectedAnswer],
  ['with an example that has to be prepared', (playground) => playground.openExample(example('Throttled'))],
  ['with an example of somebody else', (playground) => playground.openExample(example('PermissionDenied'))],
  ['after a reset', (playground) => playground.reset()],
  ['with all errors open', allErrorsOpen],
  ['with the history', (playground) => playground.button('Show History').click()],
  ['with the documentation', (playground) => playground.button('Show Documentation Explorer').click()],
  ['with the side bar closed', (playground) => playground.button('Hide Documentation Explorer').click()],
  ['with code to copy', (playground) => playground.button('Copy as code').click()],
  ['with the settings', (playground) => inDialog(playground, 'Open settings dialog')],
  ['with the short keys', (playground) => inDialog(playground, 'Open short keys dialog')],
];

describe.each<Scheme>(['light', 'dark'])('axe finds nothing in %s', (scheme) => {
  const playground = inBrowser({ scheme });

  it.each(STATES)('%s', async (_, bringAbout) => {
    await bringAbout(playground);
    expect(await violations(playground)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  const playground = inBrowser();

  it('an example is opened, run, and read', async () => {
    await playground.reset();
    const { title } = example('MalformedNumber');
    await focusByTab(playground, (name) => name.includes(EXAMPLES[0]?.title ?? ''));
    await focusBy('ArrowDown', playground, (name) => name.includes(title));
    await playground.page.keyboard.press('Enter');
    await focusByTab(playground, (name) => name.startsWith('Execute query'));
    await playground.page.keyboard.press('Enter');
    await playground.page.getByText('✓ As expected').waitFor();
  });

  it('the query is a dozen steps away at most, or three by the skip link', async () => {
    await playground.page.reload();
    await playground.page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await playground.page.getByText('The schema has not been read yet').waitFor({ state: 'detached' });
    expect(await stepsTo(playground, (name) => name.startsWith('Execute query'))).toBeLessThanOrEqual(12);
    await playground.page.locator('.skip').focus();
    await playground.page.keyboard.press('Enter');
    expect(await stepsTo(playground, (name) => name.startsWith('Execute query'))).toBe(2);
  });

  it('the tabs are one step, and the arrow keys go through them', async () => {
    await playground.openExample(example('WhoAmI'));
    await focusByTab(playground, (name) => name === 'WhoAmI');
    await playground.page.keyboard.press('Home');
    expect(await focused(playground)).toBe('MalformedNumber');
    await playground.page.keyboard.press('Tab');
    expect(await focused(playground)).toBe('New tab');
  });

  it('the side bar is one step, and the arrow keys go through it', async () => {
    await focusByTab(playground, (name) => name === 'Reset sandbox');
    await playground.page.keyboard.press('Tab');
    await playground.page.keyboard.press('End');
    expect(await focused(playground)).toBe('Open settings dialog');
    await playground.page.keyboard.press('Home');
    expect(await focused(playground)).toContain('Documentation Explorer');
    await playground.page.keyboard.press('Tab');
    expect(await focused(playground)).toContain(example('WhoAmI').title);
  });

  it('code is copied, and focus comes back', async () => {
    await focusByTab(playground, (name) => name === 'Copy as code');
    await playground.page.keyboard.press('Enter');
    const dialog = playground.page.getByRole('dialog', { name: 'Copy as code' });
    await dialog.waitFor();
    await focusByTab(playground, (name) => name === 'curl');
    await playground.page.keyboard.press('ArrowRight');
    expect(await dialog.locator('pre').textContent()).toContain('await fetch(');
    await playground.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused(playground)).toBe('Copy as code');
  });

  it('an error is looked up, and its example run', async () => {
    await focusByTab(playground, (name) => name === 'Reset sandbox');
    await playground.page.keyboard.press('Tab');
    await focusBy('ArrowDown', playground, (name) => name === 'Show Errors');
    await playground.page.keyboard.press('Enter');
    await focusByTab(playground, (name) => name === 'OwnAccountNotAllowedError');
    await playground.page.keyboard.press('Enter');
    await focusByTab(playground, (name) => name.startsWith('Open example'));
    await playground.page.keyboard.press('Enter');
    await focusByTab(playground, (name) => name.startsWith('Execute query'));
    await playground.page.keyboard.press('Enter');
    await playground.page.getByText('✓ As expected').waitFor();
  });
});

async function unexpectedAnswer(playground: Playground) {
  await playground.actAs('global-reader');
  expect(errorTypes(await playground.run(example('AddAPhone')))).toEqual(['PermissionDeniedError']);
  await playground.actAs('auth-admin');
}

async function allErrorsOpen(playground: Playground) {
  const { page } = playground;
  await playground.button('Show Errors').click();
  await page.locator('.catalogue summary').first().waitFor();
  await page.locator('.catalogue details').evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true;
  });
}

async function inDialog(playground: Playground, button: string) {
  await playground.page.keyboard.press('Escape');
  await playground.button(button).click();
  await playground.page.getByRole('dialog').waitFor();
}

async function violations({ page }: Playground): Promise<string[]> {
  return (await violationsOn(page)).map(({ id, html }) => `${id}: ${html}`);
}

/** Presses Tab until something of that name has the focus, as somebody would who does not see where it is. */
async function focusByTab(playground: Playground, isMeant: (name: string) => boolean) {
  await focusBy('Tab', playground, isMeant);
}

/** How often Tab is pressed to get there. */
async function stepsTo({ page }: Playground, isMeant: (name: string) => boolean): Promise<number> {
  for (let steps = 1; steps < 50; steps++) {
    await page.keyboard.press('Tab');
    if (isMeant(await focused({ page }))) return steps;
  }
  throw new Error('The key Tab does not lead there.');
}

async function focusBy(key: string, playground: Playground, isMeant: (name: string) => boolean) {
  for (let presses = 0; presses < 150; presses++) {
    await playground.page.keyboard.press(key);
    if (isMeant(await focused(playground))) return;
  }
  throw new Error(`The key ${key} does not lead there.`);
}

function focused({ page }: Pick<Playground, 'page'>): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = element?.closest('label')?.textContent;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}
