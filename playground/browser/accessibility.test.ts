import { afterAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { errorTypes } from '../src/outcome';
import { violationsOn } from './axe';
import { example, inBrowser, type Playground, type Scheme } from './playground';

/** What libraries do and this page cannot help. An entry that no longer occurs has to go. */
const NOT_OURS = [
  {
    rule: 'nested-interactive',
    within: '.graphiql-tab',
    why: 'GraphiQL puts the button that closes a tab into the tab.',
  },
  {
    rule: 'color-contrast',
    within: '.monaco-editor',
    why: "Comments and line numbers in the colors of Monaco's themes.",
  },
  {
    rule: 'link-in-text-block',
    within: '.graphiql-doc-explorer-section-content',
    why: 'GraphiQL tells the links of its documentation from text by their color alone.',
  },
  {
    rule: 'label-content-name-mismatch',
    within: '.graphiql-history-item-label',
    why: 'GraphiQL names every entry of its history alike to screen readers.',
  },
];

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

const occurred = new Set<string>();

describe.each<Scheme>(['light', 'dark'])('axe finds nothing in %s', (scheme) => {
  const playground = inBrowser({ scheme });

  it.each(STATES)('%s', async (_, bringAbout) => {
    await bringAbout(playground);
    expect(await violations(playground)).toEqual([]);
  });
});

describe('what is not ours', () => {
  afterAll(() => {
    occurred.clear();
  });

  it('occurs, all of it', () => {
    expect([...occurred].sort()).toEqual(NOT_OURS.map(({ rule }) => rule).sort());
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
    await focusByTab(playground, (name) => name === 'Show Errors');
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
  const add = example('AddAPhone');
  await playground.run(add);
  expect(errorTypes(await playground.run(add))).not.toEqual([]);
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
  const found = await violationsOn(page, NOT_OURS);
  for (const { id, known } of found) if (known) occurred.add(id);
  return found.filter(({ known }) => !known).map(({ id, html }) => `${id}: ${html}`);
}

/** Presses Tab until something of that name has the focus, as somebody would who does not see where it is. */
async function focusByTab(playground: Playground, isMeant: (name: string) => boolean) {
  await focusBy('Tab', playground, isMeant);
}

async function focusBy(key: string, playground: Playground, isMeant: (name: string) => boolean) {
  for (let presses = 0; presses < 150; presses++) {
    await playground.page.keyboard.press(key);
    if (isMeant(await focused(playground))) return;
    if (await inEditor(playground)) await leaveEditor(playground);
  }
  throw new Error(`The key ${key} does not lead there.`);
}

function focused({ page }: Playground): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = element?.closest('label')?.textContent;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}

function inEditor({ page }: Playground): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
}

/** Ctrl + M is how Monaco is told that Tab shall move the focus. */
async function leaveEditor({ page }: Playground) {
  await page.keyboard.press('Control+m');
}
