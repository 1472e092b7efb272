import type { Locator, Request, Route } from 'playwright-core';
import { beforeEach } from 'vitest';
import { ADDRESS, inBrowser, isGraphQL, type Habits, type Playground, type Scheme } from './playground';

const PATH = '/playground/desk.html';

interface Written {
  phoneNumber?: string;
}

/** What the page sent of a mutation. */
export interface Sent {
  user?: { id?: string };
  idempotencyKey?: string;
  items?: { idempotencyKey?: string }[];
}

/** The form, used as a person would use it. */
export class DeskPage {
  readonly #playground: Pick<Playground, 'page'>;

  constructor(playground: Pick<Playground, 'page'>) {
    this.#playground = playground;
  }

  get page() {
    return this.#playground.page;
  }

  /** As at a first visit, and the sandbox as after a start. */
  async startAnew() {
    await control('POST', 'reset');
    await control('DELETE', 'faults');
    await this.page.unrouteAll();
    // A list that was typed asks before it is left.
    this.page.removeAllListeners('dialog');
    this.page.on('dialog', (dialog) => void dialog.accept());
    await this.page.goto(new URL(PATH, ADDRESS).href);
    await this.page.getByRole('tab').first().waitFor();
    this.page.removeAllListeners('dialog');
  }

  get user() {
    return this.page.getByRole('search').getByRole('textbox');
  }

  get number() {
    return this.page.getByRole('textbox', { name: 'Phone number' });
  }

  get list() {
    return this.page.getByRole('textbox', { name: 'List' });
  }

  /** How the last change ended, in whichever part of the page it was made. */
  get outcome() {
    return this.page.locator('.outcome:not(:empty)');
  }

  get methods() {
    return this.page.getByRole('list', { name: 'Methods' });
  }

  get lines() {
    return this.page.locator('.lines tbody tr');
  }

  type(name: string) {
    return this.page.locator(`input[name=phone-type][value=${name}]`);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  async find(name: string) {
    await this.user.fill(name);
    await this.user.press('Enter');
    await this.page.locator('.card.user, .people, .field-error:not(:empty)').first().waitFor();
  }

  /** The card of the one whose account it is. */
  get person() {
    return this.page.locator('.card.user');
  }

  get failure() {
    return this.page.getByRole('search').getByRole('alert');
  }

  /** The people who were found. */
  get people() {
    return this.page.locator('.people').getByRole('button');
  }

  async choose(name: string | RegExp) {
    await this.people.filter({ hasText: name }).click();
    await this.person.waitFor();
  }

  /** One of the methods, by its kind, or the type of a phone. */
  method(name: string) {
    return this.methods.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  async actAs(persona: string) {
    await this.page.locator(`input[name=persona][value=${persona}]`).check({ force: true });
  }

  async add(number: string, type?: string) {
    await this.fill(number, type);
    await this.button('Add phone').click();
    await this.page.locator('.outcome[data-is]').waitFor();
  }

  async fill(number: string, type?: string) {
    if (type) await this.type(type).check();
    await this.number.fill(number);
  }

  async openList(text: string) {
    await this.page.getByRole('tab', { name: 'Many people' }).click();
    await this.list.fill(text);
  }

  /** Opens a list and checks it. */
  async checkList(text: string) {
    await this.openList(text);
    await this.button(/^Check \d/).click();
    await this.listIsChecked();
  }

  /** Waits until nothing is on its way. */
  async listIsChecked() {
    await this.button('Back to the list').waitFor();
  }

  /** The counts above the lines. */
  summary(): Promise<string | null> {
    return this.page.locator('.list-card h2').textContent();
  }

  /** A line by the row that it comes from. */
  line(row: number) {
    return this.lines.filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^(Line )?${row}$`) }) });
  }

  /** Waits until the page has drawn what it heard. */
  async settled() {
    await this.page.evaluate(
      () =>
        new Promise((drawn) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = drawn;
          port2.postMessage(null);
        }),
    );
  }

  /** The text that aria-describedby leads to. */
  describes(field: Locator): Promise<string> {
    return field.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  }

  isInvalid(field: Locator): Promise<boolean> {
    return field.evaluate((element) => element.getAttribute('aria-invalid') === 'true');
  }

  hasFocus(field: Locator): Promise<boolean> {
    return field.evaluate((element) => element === document.activeElement);
  }

  /** What of the mutations from now on. */
  sent(): Sent[] {
    const inputs: Sent[] = [];
    this.page.on('request', (request) => {
      if (isMutation(request)) inputs.push(inputOf(request));
    });
    return inputs;
  }

  /** Lets mutations by as long as `treat` does, in the order in which they are sent. */
  async onMutation(treat: (route: Route, count: number) => Promise<unknown>) {
    let count = 0;
    await this.page.route('**/graphql', async (route) => {
      if (isMutation(route.request())) await treat(route, ++count);
      else await route.continue();
    });
  }
}

/** The form in a browser, held to what is always so, and started anew for every test. */
export function deskInBrowser(scheme: Scheme = 'light', habits: Habits = {}) {
  const playground = inBrowser({
    scheme,
    habits,
    path: PATH,
    ready: (page) => page.getByRole('search').getByRole('textbox').waitFor(),
  });
  const form = new DeskPage(playground);
  beforeEach(() => form.startAnew());
  return { playground, form };
}

/** Something to wait for until it is let go. */
export function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** The changes that were really made. */
export async function writes(): Promise<string[]> {
  const written = (await (await control('GET', 'writes')).json()) as Written[];
  return written.map(({ phoneNumber = '' }) => phoneNumber);
}

export async function fault(body: object) {
  await control('POST', 'faults', body);
}

export async function tokenOf(persona: string): Promise<string> {
  const answer = (await (await control('POST', `personas/${persona}/token`)).json()) as { access_token: string };
  return answer.access_token;
}

async function control(method: string, path: string, body?: object): Promise<Response> {
  const response = await fetch(new URL(`/sandbox/${path}`, ADDRESS), {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}.`);
  return response;
}

function isMutation(request: Request): boolean {
  return isGraphQL(request) && /"query":"(?:[^"]*\\n)?mutation /.test(request.postData() ?? '');
}

function inputOf(request: Request): Sent {
  return (JSON.parse(request.postData() ?? '') as { variables: { input: Sent } }).variables.input;
}
