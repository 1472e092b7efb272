// Takes the pictures of src/docs of a running gateway with its sandbox: the playground after a number was refused, the help desk with
// a person, and a list after its check.
import { resolve } from 'node:path';
import { env } from 'node:process';
import { chromium, type Page } from 'playwright-core';

const ADDRESS = env.PLAYGROUND_URL ?? 'http://localhost:8080/';
const EXAMPLE = 'Malformed number, with a suggestion';
const DESK = '/playground/desk.html';
const LIST = [
  'Benutzer;Mobiltelefon;Büro',
  'adele@contoso.com;+1 2065550121;',
  'megan@contoso.com;2065550122;+1 2065550132x204',
  'kim@contoso.com;1,20656E+10;',
  'nobody@contoso.com;+1 2065550124;',
].join('\n');

const browser = await chromium.launch({ executablePath: env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
await take('playground', '/', 720, async (page) => {
  await page.locator('.examples').getByRole('button', { name: EXAMPLE }).click();
  await page.locator('.graphiql-query-editor').getByText('MalformedNumber').waitFor();
  await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)', exact: true }).click();
  await page.locator('.note-verdict[data-as-expected]').waitFor();
});
await take('help-desk', DESK, 960, async (page) => {
  await page.getByRole('search').getByRole('textbox').fill('delia@contoso.com');
  await page.getByRole('search').getByRole('textbox').press('Enter');
  await page.locator('.card.user').waitFor();
});
await take('list', DESK, 960, async (page) => {
  await page.getByRole('tab', { name: 'Many people' }).click();
  await page.getByRole('textbox', { name: 'List' }).fill(LIST);
  await page.getByRole('button', { name: /^Check/ }).click();
  await page.locator('.lines tbody tr').first().waitFor();
  await page
    .getByText(/can be added/)
    .first()
    .waitFor();
});
await browser.close();

async function take(name: string, path: string, height: number, arrange: (page: Page) => Promise<void>) {
  const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme: 'light', locale: 'en-US' });
  await page.goto(new URL(path, ADDRESS).href);
  await arrange(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: resolve(import.meta.dirname, `../../src/docs/${name}.png`) });
  await page.close();
}
