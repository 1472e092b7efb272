import {
  AddPhonesText,
  afterDoubt,
  outcome,
  SetPhoneText,
  type Outcome,
  type Payload,
  type PhoneEffect,
} from '../../../client';
import { messageOf, type Gateway } from '../gateway';
import type { OpenKeys } from '../keys';
import { changeOf, phoneOf, type Mode, type Task } from './change';
import { groupedBy } from './grouped';
import { sameAccount } from './account';
import type { Line } from './lines';
import { UNKNOWN, type ListError, type State } from './state';

/** How lines are sent. */
export interface Sending {
  readonly gateway: Gateway;
  readonly keys: OpenKeys;
  readonly mode: Mode;
  readonly task: Task;
}

type ListPayload = Payload & { readonly errors: readonly ListError[]; readonly effect?: PhoneEffect | null };

/** How many users' phones are set side by side: a request sets one. */
const SIDE_BY_SIDE = 4;

/** What came of a part of a list. */
export interface Sent {
  /** By the id of the line; none for a line of which nothing was said. */
  readonly states: Map<string, State>;
  /** Whether an answer came to everything that was sent. */
  isAnswered: boolean;
  /** Why the gateway refused to look at what was sent last; null when it did not. */
  failure: string | null;
}

/** Sends a part of a list. */
export async function sendPart(lines: readonly Line[], how: Sending): Promise<Sent> {
  const sent: Sent = { states: new Map(), isAnswered: true, failure: null };
  await (how.mode === 'add' ? add(lines, how, sent) : set(lines, how, sent));
  return sent;
}

async function add(lines: readonly Line[], how: Sending, sent: Sent) {
  const wereOpen = openOf(lines, how);
  const items = lines.map((line) => ({ ...phoneOf(line), clientKey: line.id, ...keyOf(line, how) }));
  const input = { items, validateOnly: how.task === 'check' };
  const data = await asked(lines, wereOpen, how, sent, () => how.gateway.mutate(AddPhonesText, { input }));
  if (!data) return;
  const { results, errors } = data.addPhoneMethods;
  if (errors.length > 0) {
    refuse(lines, wereOpen, how, sent, errors.map(({ message }) => message).join(' '));
    return;
  }
  const payloads = new Map<string | null, ListPayload>(results.map((result) => [result.clientKey, result]));
  for (const line of lines) record(line, payloads.get(line.id) ?? null, wereOpen.has(line.id), how, sent);
}

/** The phones of one user one after the other, the mobile first; those of a few users side by side. */
async function set(lines: readonly Line[], how: Sending, sent: Sent) {
  const users = [...groupedBy(lines, ({ user }) => sameAccount(user)).values()];
  const queue = users.values();
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => setNext(queue, how, sent)));
}

/** Several of them take users from one queue, until something goes wrong. */
async function setNext(queue: IterableIterator<Line[]>, how: Sending, sent: Sent) {
  for (const lines of queue) {
    for (const line of lines) {
      if (!sent.isAnswered || sent.failure !== null) return;
      await setOne(line, lines, how, sent);
    }
  }
}

async function setOne(line: Line, ofUser: readonly Line[], how: Sending, sent: Sent) {
  const wereOpen = openOf([line], how);
  const input = { ...phoneOf(line), ...keyOf(line, how), validateOnly: how.task === 'check' };
  const data = await asked([line], wereOpen, how, sent, () => how.gateway.mutate(SetPhoneText, { input }));
  if (!data) return;
  record(line, data.setPhoneMethod, wereOpen.has(line.id), how, sent);
  const state = sent.states.get(line.id);
  if (state?.is === 'refused' && how.task === 'check' && waitsForMobile(state.errors, ofUser)) {
    sent.states.set(line.id, { is: 'checked' });
  }
}

/** What was answered; null when no answer came, or the gateway refused to look at the lines. */
async function asked<Data>(
  lines: readonly Line[],
  wereOpen: ReadonlySet<string>,
  how: Sending,
  sent: Sent,
  ask: () => Promise<Data | null>,
): Promise<Data | null> {
  try {
    const data = await ask();
    if (data === null) sent.isAnswered = false;
    return data;
  } catch (failure) {
    refuse(lines, wereOpen, how, sent, messageOf(failure));
    return null;
  }
}

/** A refusal now says nothing about what was sent before. */
function refuse(lines: readonly Line[], wereOpen: ReadonlySet<string>, how: Sending, sent: Sent, message: string) {
  sent.failure = message;
  for (const line of lines) if (!wereOpen.has(line.id)) how.keys.settled(changeOf(line, how.mode));
}

/** An alternate mobile can be set once the mobile of another line is there. */
function waitsForMobile(errors: readonly ListError[], ofUser: readonly Line[]): boolean {
  return errors.every(({ code }) => code === 'MOBILE_PHONE_REQUIRED') && ofUser.some(({ type }) => type === 'MOBILE');
}

/** Keeps what was said of a line, and settles its key when it is known what became of the change. */
function record(line: Line, payload: ListPayload | null, wasOpen: boolean, how: Sending, sent: Sent) {
  const answered = outcome(payload);
  const known = wasOpen && how.task === 'write' ? afterDoubt(answered) : answered;
  if (payload === null) sent.isAnswered = false;
  if (known.is === 'unknown') {
    if (how.task === 'write') sent.states.set(line.id, UNKNOWN);
    return;
  }
  if (how.task === 'write') how.keys.settled(changeOf(line, how.mode));
  sent.states.set(line.id, toState(known, how.task));
}

function toState(known: Exclude<Outcome<ListPayload>, { is: 'unknown' }>, task: Task): State {
  switch (known.is) {
    case 'applied': {
      const { confirmation, replayed, payload } = known;
      return { is: 'applied', confirmation, replayed, effect: payload.effect ?? null };
    }
    case 'checked':
      return { is: 'checked' };
    case 'refused':
      return { is: 'refused', task, errors: known.errors };
    case 'overtaken':
      return { is: 'overtaken', errors: known.errors };
  }
}

function keyOf(line: Line, { keys, mode, task }: Sending): { idempotencyKey?: string } {
  return task === 'check' ? {} : { idempotencyKey: keys.keyFor(changeOf(line, mode)) };
}

/** Lines that were sent before, and of which it is unknown what became of them. */
export function openOf(lines: readonly Line[], { keys, mode }: Pick<Sending, 'keys' | 'mode'>): Set<string> {
  return new Set(lines.flatMap((line) => (keys.has(changeOf(line, mode)) ? [line.id] : [])));
}
