import { LONGEST_WAIT_SECONDS } from '../../../client';
import { sameAccount } from './account';
import { changeOf, type Task } from './change';
import { groupedBy } from './grouped';
import { sendPart, type Sending, type Sent } from './send';
import { UNKNOWN, type Row, type State } from './state';

/** How many lines are checked with one request: the most that the gateway takes. */
export const CHECKED_AT_ONCE = 100;

/** How many are written at once: as many as a batch of Microsoft Graph has, and few enough for a stop to come soon. */
export const WRITTEN_AT_ONCE = 20;

/** How often a part is sent when Microsoft asks to slow down. */
const ATTEMPTS = 5;
const PAUSE_SECONDS = 5;

/** Why a run ended before its last line; null when it did not. */
export type Trouble =
  | { readonly is: 'stopped' }
  /** No answer came: of a check nothing follows, other lines may have been written. */
  | { readonly is: 'no-answer'; readonly task: Task }
  | { readonly is: 'refused'; readonly message: string };

export interface Run extends Sending {
  /** Hears of every change of state, by the id of the line. */
  readonly tell: (states: ReadonlyMap<string, State>) => void;
  /** Waits until the seconds are over, or somebody stops. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly isStopped: () => boolean;
}

/** Sends lines in parts, one after the other; the lines of a user stay together. */
export async function run(rows: readonly Row[], how: Run): Promise<Trouble | null> {
  const size = how.task === 'check' ? CHECKED_AT_ONCE : WRITTEN_AT_ONCE;
  for (const part of partsOf(rows, size)) {
    const trouble = await throughThrottling(part, how);
    if (trouble !== null) return trouble;
  }
  return null;
}

/** Parts of at most this many lines, all of a user in one, the mobile before the alternate mobile that needs it. */
export function partsOf(rows: readonly Row[], size: number): Row[][] {
  const users = [...groupedBy(rows, ({ line }) => sameAccount(line.user)).values()];
  const parts: Row[][] = [];
  for (const ofUser of users) {
    const last = parts.at(-1);
    if (last && last.length + ofUser.length <= size) last.push(...inOrder(ofUser));
    else parts.push(inOrder(ofUser));
  }
  return parts;
}

function inOrder(rows: readonly Row[]): Row[] {
  const isLate = ({ line }: Row) => (line.type === 'ALTERNATE_MOBILE' ? 1 : 0);
  return [...rows].sort((one, other) => isLate(one) - isLate(other));
}

/** Waits as long as Microsoft asks, and sends again the lines that it did not take. */
async function throughThrottling(part: readonly Row[], how: Run): Promise<Trouble | null> {
  let left = part;
  for (let attempt = 1; ; attempt++) {
    if (how.isStopped()) return { is: 'stopped' };
    const answered = await sent(left, how);
    const trouble = troubleOf(answered, how.task);
    if (trouble !== null) return trouble;
    const { states } = answered;
    const throttled = left.filter(({ line }) => isThrottled(states.get(line.id)));
    if (throttled.length === 0 || attempt >= ATTEMPTS) return null;
    left = throttled;
    await how.pause(
      Math.min(LONGEST_WAIT_SECONDS, Math.max(...throttled.map(({ line }) => secondsOf(states.get(line.id))))),
    );
  }
}

/** What came of the lines, all of which is told. */
async function sent(rows: readonly Row[], how: Run): Promise<Sent> {
  const lines = rows.map(({ line }) => line);
  how.tell(new Map(lines.map(({ id }) => [id, { is: 'sending', task: how.task }])));
  const answered = await sendPart(lines, how);
  how.tell(new Map(rows.map((row) => [row.line.id, answered.states.get(row.line.id) ?? unanswered(row, how)])));
  return answered;
}

/** Of a line that was sent at any time, and whose key is kept, it is unknown what became; any other is as it was. */
function unanswered({ line, state }: Row, how: Run): State {
  return how.keys.has(changeOf(line, how.mode)) ? UNKNOWN : state;
}

function troubleOf({ failure, isAnswered }: Sent, task: Task): Trouble | null {
  if (failure !== null) return { is: 'refused', message: failure };
  return isAnswered ? null : { is: 'no-answer', task };
}

function isThrottled(state: State | undefined): boolean {
  return state?.is === 'refused' && state.errors.every(({ code }) => code === 'UPSTREAM_THROTTLED');
}

function secondsOf(state: State | undefined): number {
  const errors = state?.is === 'refused' ? state.errors : [];
  const asked = errors.map((error) => ('retryAfterSeconds' in error ? error.retryAfterSeconds : null));
  return Math.max(1, ...asked.map((seconds) => seconds ?? PAUSE_SECONDS));
}
