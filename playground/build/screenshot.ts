// Takes src/docs/playground.png of a running gateway: the playground after a number was refused.
import { resolve } from 'node:path';
import { env } from 'node:process';
import { chromium } from 'playwright-core';

const ADDRESS = env.PLAYGROUND_URL ?? 'http://localhost:8080/';
const EXAMPLE = 'Malformed number, with a suggestion';

const browser = await chromium.launch({ executablePath: env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
await page.goto(ADDRESS);
await page.locator('.examples').getByRole('button', { name: EXAMPLE }).click();
await page.locator('.graphiql-query-editor').getByText('MalformedNumber').waitFor();
await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)', exact: true }).click();
await page.locator('.note-verdict[data-as-expected]').waitFor();
await page.mouse.move(0, 0);
await page.screenshot({ path: resolve(import.meta.dirname, '../../src/docs/playground.png') });
await browser.close();
