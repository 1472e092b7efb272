import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES, type Example } from '../src/examples';
import { errorTypes } from '../src/outcome';

const PLAYGROUND = new URL(process.env.PLAYGROUND_URL ?? 'http://localhost:8080/');
const SCREENSHOTS = '../target/screenshots';
const TOKEN = /eyJ[\w-]{8,}/;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let otherOrigins: string[];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
});

afterAll(() => browser.close());

beforeEach(() => {
  complaints = [];
  otherOrigins = [];
});

afterEach(() => {
  expect(complaints).toEqual([]);
  expect(otherOrigins).toEqual([]);
});

describe('the page', () => {
  afterEach(() => context.close());

  it('is served at its own address too', async () => {
    await open('light', '/playground/');
    expect(await page.title()).toContain('Authentication methods');
  });

  it.each(['light', 'dark'] as const)('follows the %s scheme of the system', async (scheme) => {
    await open(scheme);
    await reset();
    await run(happy());
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${SCREENSHOTS}/playground-${scheme}.png` });
    const background = await page.locator('.header').evaluate((header) => getComputedStyle(header).backgroundColor);
    const [red = NaN] = /\d+/.exec(background)?.map(Number) ?? [];
    expect(red < 128).toBe(scheme === 'dark');
  });

  it('follows the theme that GraphiQL is switched to', async () => {
    await open('light');
    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.header').evaluate((header) => getComputedStyle(header).colorScheme)).toBe('dark');
  });

  it('knows the schema', async () => {
    await open('light');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Mutation', exact: true }).click();
    await page.getByRole('link', { name: 'addPhoneMethod', exact: true }).waitFor();
  });

  it('underlines nothing in the first example', async () => {
    await open('light');
    // Longer than the editor takes to check: what must not appear cannot be waited for.
    await page.waitForTimeout(2000);
    expect(await page.locator('.squiggly-error').count()).toBe(0);
  });
});

describe('personas', () => {
  beforeAll(() => open('light'));
  afterAll(() => context.close());

  it('are shown with the first chosen, and what each may do', async () => {
    expect(await personas().count()).toBeGreaterThan(1);
    expect(await persona('auth-admin').isChecked()).toBe(true);
    expect(await page.locator('.persona-note').textContent()).toContain('Authentication Administrator');
  });

  it('can be chosen with the keyboard alone', async () => {
    await persona('auth-admin').focus();
    await page.keyboard.press('ArrowRight');
    expect(await persona('auth-admin').isChecked()).toBe(false);
  });

  it('are whom the gateway sees', async () => {
    const whoAmI = named('WhoAmI');
    const first = await run(whoAmI);
    await persona('global-reader').check({ force: true });
    const second = await run(whoAmI);
    expect(second).toContain('Global Reader');
    expect(second).not.toBe(first);
  });
});

describe('the examples', () => {
  beforeAll(() => open('light'));
  afterAll(() => context.close());

  it('add a phone, and at the second run refuse another of its type', async () => {
    await reset();
    expect(await run(happy())).toMatch(/"methodId": "[0-9a-f-]{36}"/);
    expect(errorTypes(await run(happy()))).toEqual(['PhoneTypeAlreadyRegisteredError']);
  });

  it.each(EXAMPLES)('$number: $title', async (example) => {
    await reset();
    await openExample(example);
    await persona(example.persona).check({ force: true });
    const answer = example.faults ? await run(example, 'Prepare and run') : await run(example);
    expect(errorTypes(answer)?.sort(), answer).toEqual([...example.expects].sort());
    await page.getByText('✓ As expected').waitFor();
  });

  it('come back in a new tab after theirs was closed', async () => {
    const example = named('MalformedNumber');
    await page.getByRole('tab', { name: example.operation }).click();
    await page.locator('.graphiql-tab-active').getByRole('button', { name: 'Close Tab' }).click();
    expect(errorTypes(await run(example))).toEqual(example.expects);
  });
});

describe('the token', () => {
  beforeAll(() => open('light'));
  afterAll(() => context.close());

  it('is in no storage, cookie or address', async () => {
    const sent = page.waitForRequest(isGraphQL);
    await run(happy());
    await persona('privileged-auth-admin').check({ force: true });
    await run(happy());
    expect((await sent).headers().authorization).toMatch(TOKEN);

    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
    expect(kept).not.toMatch(TOKEN);
    expect(kept).not.toContain('Bearer');
    expect(await context.cookies()).toEqual([]);
    expect(await page.content()).not.toMatch(TOKEN);
  });
});

async function open(colorScheme: 'light' | 'dark', path = '/') {
  context = await browser.newContext({ colorScheme, viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  // A violation of the content security policy is reported on the console, as an error or, for some, a warning.
  page.on('console', (message) => {
    const isViolation = /content security policy/i.test(message.text());
    if (message.type() === 'error' || isViolation) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== PLAYGROUND.origin) otherOrigins.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content security policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  const schema = page.waitForResponse((response) => isGraphQL(response.request()));
  await page.goto(new URL(path, PLAYGROUND).href);
  await schema;
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

function isGraphQL(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname === '/graphql';
}

function personas() {
  return page.getByRole('group', { name: 'Act as' }).getByRole('radio');
}

function persona(name: string) {
  return page.locator(`input[name=persona][value=${name}]`);
}

async function reset() {
  await page.getByRole('button', { name: 'Reset sandbox' }).click();
  await page.getByRole('button', { name: 'Sandbox reset' }).waitFor();
}

async function openExample({ title }: Example) {
  await page.locator('.examples').getByRole('button', { name: title }).click();
}

/** Runs an example as a person would and returns the answer's text as the editor holds it. */
async function run(example: Example, button = 'Execute query'): Promise<string> {
  await openExample(example);
  const answered = page.waitForResponse(
    (response) => isGraphQL(response.request()) && !!response.request().postData()?.includes(example.operation),
  );
  await page.getByRole('button', { name: button }).click();
  const answer = JSON.stringify(await (await answered).json(), null, 2);
  await page.locator('.note-verdict[data-as-expected]').waitFor();
  return answer;
}

function happy(): Example {
  return named('AddAPhone');
}

function named(operation: string): Example {
  const example = EXAMPLES.find((candidate) => candidate.operation === operation);
  if (!example) throw new Error(`There is no example ${operation}.`);
  return example;
}
