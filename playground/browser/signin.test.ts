import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DeskPage } from './desk';
import { ENGLISH, helpGrady } from './help-desk';

/** A gateway in front of a sandbox that was started with `--sandbox.playground=sign-in`. */
const ADDRESS = process.env.SIGN_IN_URL;
const TOKEN = /eyJ[\w-]{8,}/;
const DESK = '/playground/desk.html';

describe.skipIf(!ADDRESS)('somebody who signs in', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });

  beforeEach(async () => {
    await control('POST', 'reset');
    // The certificate of the sandbox's login is its own.
    context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US' });
    page = await context.newPage();
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  afterAll(() => browser.close());

  async function open(path: string) {
    await page.goto(new URL(path, ADDRESS).href);
  }

  /** Chooses a persona in the window that the button opens. */
  async function signIn(button: RegExp | string, persona: RegExp) {
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: persona }).click();
    await closed;
  }

  async function signOut() {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You signed out.').waitFor();
  }

  const user = () => page.getByRole('textbox', { name: 'User', exact: true });
  const signedInAs = (name: string) => page.getByText(`Signed in as ${name}`);

  async function control(method: string, path: string, body?: object) {
    const response = await fetch(new URL(`/sandbox/${path}`, ADDRESS), {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.ok).toBe(true);
  }

  /** The next request is refused with a claims challenge of the login, and renewal does not help. */
  const challenge = () => control('POST', 'faults', { target: 'login', claims: true, times: 1 });

  it('sees people as themselves, and leaves no token in any storage', async () => {
    await open(DESK);
    await signIn('Sign in', /Avery Howard/);
    await signedInAs('Avery Howard').waitFor();
    await user().fill('kim@contoso.com');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('Kim').first().waitFor();

    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
    expect(kept).not.toMatch(TOKEN);
    expect(await page.content()).not.toMatch(TOKEN);
    expect(await context.cookies()).toEqual([]);
  });

  it('asks GraphiQL as themselves', async () => {
    const answered = page.waitForResponse((response) => response.url().endsWith('/graphql') && response.ok());
    await open('/');
    await signIn('Sign in', /Robin Kline/);
    await signedInAs('Robin Kline').waitFor();
    expect((await answered).request().headers().authorization).toMatch(TOKEN);
  });

  it('keeps what was typed when more verification is asked for, and goes on after it', async () => {
    await open(DESK);
    await signIn('Sign in', /Avery Howard/);
    await user().fill('kim@contoso.com');
    await challenge();
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('alert').getByText('Your organization asks for additional verification.').waitFor();
    expect(await user().inputValue()).toBe('kim@contoso.com');

    await signIn('Sign in again', /Avery Howard/);
    await signedInAs('Avery Howard').waitFor();
    expect(await user().inputValue()).toBe('kim@contoso.com');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('Kim').first().waitFor();
  });

  it('is asked before another person goes on, and keeps the page when that is not wanted', async () => {
    await open(DESK);
    await signIn('Sign in', /Avery Howard/);
    await user().fill('kim@contoso.com');
    await challenge();
    await page.getByRole('button', { name: 'Find' }).click();
    const asked = page.waitForEvent('dialog');
    const signing = signIn('Sign in again', /Parker Jones/);
    const dialog = await asked;
    expect(dialog.message()).toContain('used by Avery Howard, and the new sign-in is Parker Jones');
    await dialog.dismiss();
    await signing;
    expect(await user().inputValue()).toBe('kim@contoso.com');
    await page.locator('.session-note.ended').waitFor();
  });

  it('signs out, and leaves nothing of theirs', async () => {
    await open(DESK);
    await signIn('Sign in', /Avery Howard/);
    await user().fill('kim@contoso.com');
    await signOut();
    expect(await user().count()).toBe(0);
  });

  it('helps a person who has lost a phone, between signing in and signing out', async () => {
    await open(DESK);
    await signIn('Sign in', /Avery Howard/);
    await helpGrady(new DeskPage({ page }), ENGLISH, () => Promise.resolve());
    await signOut();
    expect(await page.content()).not.toContain('Grady');
  });
});
