import { ADDRESS } from './playground';
import type { DeskPage } from './desk';

/** One action on an account, used as a person would use it. */
export class ActionCard {
  readonly #desk: DeskPage;
  readonly #title: string;

  constructor(desk: DeskPage, title: string) {
    this.#desk = desk;
    this.#title = title;
  }

  get card() {
    return this.#desk.page.getByRole('region', { name: this.#title, exact: true });
  }

  get dialog() {
    return this.#desk.page.getByRole('dialog');
  }

  get outcome() {
    return this.card.locator('.outcome');
  }

  /** Why it cannot be done. */
  get reason() {
    return this.card.locator('.notice');
  }

  get secret() {
    return this.card.locator('.secret');
  }

  field(label: string | RegExp) {
    return this.card.getByLabel(label);
  }

  button(name: string | RegExp) {
    return this.card.getByRole('button', { name });
  }

  /** Answers the question that is asked. */
  async confirm(name: string) {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  /** Waits until it has ended so, and tells how that is said. */
  async ended(is: string): Promise<string> {
    await this.card.locator(`.outcome[data-is=${is}]`).waitFor();
    return (await this.outcome.textContent()) ?? '';
  }

  /** The secret, shown. */
  async read(): Promise<string> {
    await this.secret.getByRole('button', { name: 'Show', exact: true }).click();
    return (await this.secret.locator('.secret-text').textContent()) ?? '';
  }
}

/** The control of the sandbox, as the gateway passes it on. */
export async function sandbox(method: string, path: string, body?: object): Promise<Response> {
  return fetch(new URL(`/sandbox/${path}`, ADDRESS), { method, ...(body && { body: JSON.stringify(body) }) });
}

/** What of a kind a user really has. */
export async function methodsOf(user: string, kind: string): Promise<Record<string, unknown>[]> {
  return (await (await sandbox('GET', `users/${user}/${kind}`)).json()) as Record<string, unknown>[];
}

/** Whether a password or a pass lets a user in. */
export async function signsIn(user: string, secret: object): Promise<boolean> {
  return (await sandbox('POST', `users/${user}/signIn`, secret)).ok;
}
