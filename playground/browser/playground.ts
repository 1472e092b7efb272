import { mkdirSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type ConsoleMessage,
  type Request,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { EXAMPLES, type Example } from '../src/examples';

export const ADDRESS = new URL(process.env.PLAYGROUND_URL ?? 'http://localhost:8080/');

/** The settings of a gateway that is in front of a tenant, where tokens are pasted. */
export const ON_TENANT = {
  graphqlPath: '/graphql',
  sandboxPath: null,
  clientId: null,
  authority: 'https://login.microsoftonline.com/8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15',
  tenantId: '8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15',
  scope: 'api://c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08/access_as_user',
};
const SCREENSHOTS = '../target/screenshots';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Scheme = 'light' | 'dark';

interface Opening {
  scheme?: Scheme;
  path?: string;
  /** Prepares the page before it is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Waits until the page can be used. */
  ready?: (page: Page) => Promise<unknown>;
  /** The habits of the person at the browser: language, size, contrast, motion. */
  habits?: Habits;
}

export type Habits = Pick<
  BrowserContextOptions,
  'locale' | 'viewport' | 'forcedColors' | 'reducedMotion' | 'deviceScaleFactor'
>;

/** The page in a browser, used as a person would use it. */
export class Playground {
  page!: Page;
  context!: BrowserContext;
  readonly complaints: string[] = [];
  readonly otherOrigins: string[] = [];
  #browser: Browser | null = null;

  /** Opens the page and waits until it can be used. The network is cut but for the gateway. */
  async open({ scheme = 'light', path = '/', before, ready = graphiQL, habits = {} }: Opening = {}) {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    this.#browser ??= await chromium.launch({ executablePath, args: ARGUMENTS });
    this.context = await this.#browser.newContext({
      colorScheme: scheme,
      viewport: { width: 1440, height: 900 },
      ...habits,
    });
    const address = new URL(path, ADDRESS);
    await this.context.route(isElsewhereThan(address), async (route) => {
      this.otherOrigins.push(route.request().url());
      await route.abort();
    });
    this.page = await this.context.newPage();
    await this.#listen();
    await before?.(this.page);
    const isReady = ready(this.page);
    await this.page.goto(address.href);
    await isReady;
  }

  async close() {
    await this.#browser?.close();
    this.#browser = null;
  }

  // A violation of the content security policy is reported on the console, as an error or, for some, a warning.
  async #listen() {
    this.page.on('console', (message) => {
      const isViolation = /content security policy/i.test(message.text());
      if (isViolation || (message.type() === 'error' && !isOfARefusal(message))) this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    await this.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`Content security policy: ${violatedDirective} ${blockedURI}`);
      });
    });
  }

  /** Replaces the text of an editor, as somebody does who pastes. */
  async type(editor: 'query-editor' | 'editor-tool', text: string) {
    await this.page.locator(`.graphiql-${editor} .view-line`).first().click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    // The editor has closed some brackets once more.
    await this.page.keyboard.press('Control+Shift+End');
    await this.page.keyboard.press('Delete');
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  personas() {
    return this.page.getByRole('group', { name: 'Act as' }).getByRole('radio');
  }

  persona(name: string) {
    return this.page.locator(`input[name=persona][value=${name}]`);
  }

  async actAs(name: string) {
    await this.persona(name).check({ force: true });
  }

  async reset() {
    await this.button('Reset sandbox').click();
    await this.page.getByRole('button', { name: 'Sandbox reset' }).waitFor();
  }

  async openExample({ title }: Example) {
    await this.page.locator('.examples').getByRole('button', { name: title }).click();
  }

  /** Opens an example, runs it, and returns the text of the answer. */
  async run(example: Example): Promise<string> {
    await this.openExample(example);
    return this.runOpened(example);
  }

  /** Runs one of several operations in the tab that is open, and returns the text of the answer. */
  async runStep(step: string): Promise<string> {
    const answered = this.page.waitForResponse(
      (response) =>
        isGraphQL(response.request()) && !!response.request().postData()?.includes(`"operationName":"${step}"`),
    );
    await this.button('Execute query (Ctrl-Enter)').click();
    await this.page.getByRole('menuitem', { name: step, exact: true }).click();
    return JSON.stringify(await (await answered).json(), null, 2);
  }

  /** Runs the example in the tab that is open, with what it needs to go wrong. */
  async runOpened(example: Example): Promise<string> {
    const answered = this.page.waitForResponse(
      (response) => isGraphQL(response.request()) && !!response.request().postData()?.includes(example.operation),
    );
    await this.button(example.faults ? 'Prepare and run' : 'Execute query (Ctrl-Enter)').click();
    const answer = JSON.stringify(await (await answered).json(), null, 2);
    await this.page.locator('.note-verdict[data-as-expected]').waitFor();
    return answer;
  }

  async screenshot(name: string, { fullPage = false } = {}) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage });
  }
}

/**
 * Opens the page for the tests of a block, and holds each of them to what is always so: no error on the console, no violation
 * of the content security policy, no request to another origin.
 */
export function inBrowser(opening: Opening = {}): Playground {
  const playground = new Playground();
  beforeAll(() => playground.open(opening));
  afterEach(() => {
    expect(playground.complaints.splice(0)).toEqual([]);
    expect(playground.otherOrigins.splice(0)).toEqual([]);
  });
  afterAll(() => playground.close());
  return playground;
}

async function graphiQL(page: Page) {
  await page.waitForResponse((response) => isGraphQL(response.request()));
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** Chromium says so of every answer whose status is no success; the page shows what was answered. */
function isOfARefusal(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource') && message.location().url.endsWith('/graphql');
}

export function isGraphQL(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname === '/graphql';
}

export function example(operation: string): Example {
  const found = EXAMPLES.find((candidate) => candidate.operation === operation);
  if (!found) throw new Error(`There is no example ${operation}.`);
  return found;
}

function isElsewhereThan({ origin: own }: URL) {
  return ({ protocol, origin }: URL) => /^(https?|wss?):$/.test(protocol) && origin !== own;
}
