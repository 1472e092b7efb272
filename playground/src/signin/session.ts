import type { Credentials, Refusal } from '../credentials';
import { isSame, type Person, type Token } from './person';
import { TEXTS } from './texts';

/** Why a token can no longer be used. */
export type Ended =
  { readonly is: 'expired' } | { readonly is: 'refused' } | { readonly is: 'challenged'; readonly claims: string };

/** Whose token there is. `starts` counts the people: what one of them typed is not for the next. `signIns` counts what they brought. */
export type State = { readonly starts: number; readonly signIns: number } & (
  | { readonly is: 'nobody' }
  | { readonly is: 'signed-in'; readonly token: Token }
  | { readonly is: 'ended'; readonly token: Token; readonly why: Ended }
);

type Counts = Pick<State, 'starts' | 'signIns'>;

const RENEW_BEFORE_EXPIRY_MS = 60_000;
/** The longest that a timer of a browser waits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Asked before another person takes the place of one whose work is on the page. */
export type MayReplace = (before: Person, next: Person) => boolean;

/**
 * The token of whoever uses the page, in its memory. When it ends, the person stays and everything that they typed, and the next
 * token of theirs takes its place.
 */
export class Session implements Credentials {
  #state: State = { is: 'nobody', starts: 0, signIns: 0 };
  #renewal: Promise<Token | null> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #mayReplace: MayReplace;
  readonly #now: () => number;

  constructor(mayReplace: MayReplace, now: () => number = Date.now) {
    this.#mayReplace = mayReplace;
    this.#now = now;
  }

  readonly state = (): State => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Goes on with a token; another person's is taken only when that is wanted. */
  take(token: Token): boolean {
    const { starts, signIns, ...before } = this.#state;
    const isOther = before.is !== 'nobody' && !isSame(before.token.person, token.person);
    if (isOther && !this.#mayReplace(before.token.person, token.person)) return false;
    this.#use(token, { starts: isOther ? starts + 1 : starts, signIns: signIns + 1 });
    return true;
  }

  /** Nobody uses the page any more. */
  forget() {
    this.#renewal = null;
    this.#set({ is: 'nobody', starts: this.#state.starts + 1, signIns: this.#state.signIns });
  }

  async token(): Promise<string> {
    const state = this.#state;
    if (state.is === 'nobody') throw new Error(TEXTS.nobody);
    if (state.is === 'ended') throw new Error(TEXTS.ended(state.why, state.token));
    if (this.#lasts(state.token, state.token.renew ? RENEW_BEFORE_EXPIRY_MS : 0)) return state.token.value;
    const renewed = await this.#renewed(state.token, null);
    if (renewed !== null) return renewed.value;
    this.#end(state.token, { is: 'expired' });
    throw new Error(TEXTS.ended({ is: 'expired' }, state.token));
  }

  async renew(refusal: Refusal): Promise<string | null> {
    const state = this.#state;
    if (state.is !== 'signed-in') return null;
    // Another request has brought a new one meanwhile.
    if (state.token.value !== refusal.token) return state.token.value;
    const renewed = await this.#renewed(state.token, refusal.claims);
    if (renewed !== null) return renewed.value;
    this.refused(refusal);
    return null;
  }

  refused({ token: value, claims }: Refusal) {
    const state = this.#state;
    if (state.is !== 'signed-in' || state.token.value !== value) return;
    this.#end(state.token, this.#reason(state.token, claims));
  }

  #reason(token: Token, claims: string | null): Ended {
    if (claims !== null) return { is: 'challenged', claims };
    return this.#lasts(token, 0) ? { is: 'refused' } : { is: 'expired' };
  }

  /** Asks once, however many requests wait. */
  async #renewed(token: Token, claims: string | null): Promise<Token | null> {
    if (token.renew === undefined) return null;
    this.#renewal ??= token.renew(claims).finally(() => {
      this.#renewal = null;
    });
    const renewed = await this.#renewal;
    const state = this.#state;
    if (renewed !== null && state.is === 'signed-in' && state.token === token) this.#use(renewed, state);
    return this.#isStill(token) ? renewed : null;
  }

  /** Whoever waited for a token must not get one after somebody else has come. */
  #isStill({ person }: Token): boolean {
    return this.#state.is !== 'nobody' && isSame(this.#state.token.person, person);
  }

  #use(token: Token, { starts, signIns }: Counts) {
    this.#set({ is: 'signed-in', token, starts, signIns });
    if (!this.#lasts(token, 0)) this.#end(token, { is: 'expired' });
    else if (token.renew === undefined) this.#watch(token);
  }

  /** Nothing else would tell that a pasted token has expired before a request is refused. */
  #watch(token: Token) {
    if (token.expiresAt === null) return;
    const left = Math.min(token.expiresAt - this.#now(), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => {
      if (this.#lasts(token, 0)) this.#watch(token);
      else this.#end(token, { is: 'expired' });
    }, left);
  }

  #lasts({ expiresAt }: Token, margin: number): boolean {
    return expiresAt === null || this.#now() < expiresAt - margin;
  }

  #end(token: Token, why: Ended) {
    const { starts, signIns } = this.#state;
    this.#set({ is: 'ended', token, why, starts, signIns });
  }

  #set(state: State) {
    clearTimeout(this.#timer);
    this.#state = state;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}
