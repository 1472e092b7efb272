import {
  AddPhonesText,
  outcome,
  type AddPhoneMethodsItem,
  type AddPhonesMutation,
  type Outcome,
} from '../../../client';
import { messageOf, type Gateway } from '../gateway';
import type { OpenKeys } from '../keys';
import { itemOf, type Line } from './lines';

/**
 * How many phones are added at once: few enough for the progress to move, and for a stop to come soon. A check changes nothing, and so
 * takes them all at once: an alternate mobile is refused without the mobile that is to be added before it.
 */
export const PART = 5;

type Result = AddPhonesMutation['addPhoneMethods']['results'][number];

/** The state of a phone of a list: not sent, on its way, or its outcome. */
export type State = { readonly is: 'waiting' } | { readonly is: 'sending' } | Outcome<Result>;

export interface Row {
  readonly line: Line;
  readonly state: State;
}

interface Run {
  /** Ask only, and change nothing. */
  readonly validateOnly: boolean;
  readonly gateway: Gateway;
  readonly keys: OpenKeys;
  /** Hears of every change of state, by the number of the line. */
  readonly tell: (states: ReadonlyMap<number, State>) => void;
  /** Whether no further part is to be sent. */
  readonly isStopped: () => boolean;
}

const WAITING: State = { is: 'waiting' };
const SENDING: State = { is: 'sending' };
const UNKNOWN: State = { is: 'unknown', payload: null, retryAfterSeconds: null };

/** The state of a line that is not on its way: the outcome of a line that was sent before may be unknown. */
export function unsent(line: Line, keys: OpenKeys): State {
  return keys.has(itemOf(line)) ? UNKNOWN : WAITING;
}

/** Sends lines in parts, one after the other. Answers why it ended before the last one, or null. */
export async function run(lines: readonly Line[], { isStopped, ...part }: Run): Promise<string | null> {
  const size = part.validateOnly ? lines.length : PART;
  for (let start = 0; start < lines.length; start += size) {
    if (isStopped()) return 'Stopped. The other lines stay in the list.';
    const trouble = await sendPart(lines.slice(start, start + size), part);
    if (trouble !== null) return trouble;
  }
  return null;
}

/** Answers why nothing should be sent after this part, or null. */
async function sendPart(lines: readonly Line[], { tell, ...how }: Omit<Run, 'isStopped'>): Promise<string | null> {
  const wereOpen = new Set(lines.filter((line) => how.keys.has(itemOf(line))));
  const tellAll = (stateOf: (line: Line) => State) => {
    tell(new Map(lines.map((line) => [line.number, stateOf(line)])));
  };
  tellAll(() => SENDING);
  try {
    const results = await resultsOf(lines, how);
    tellAll((line) => results?.get(line.number) ?? unsent(line, how.keys));
    return results === null ? noAnswer(how) : null;
  } catch (failure) {
    // A refusal now says nothing about what was sent before.
    for (const line of lines) if (!wereOpen.has(line)) how.keys.settled(itemOf(line));
    tellAll((line) => unsent(line, how.keys));
    return `Not sent: ${messageOf(failure)}`;
  }
}

function noAnswer({ validateOnly }: Pick<Run, 'validateOnly'>): string {
  return validateOnly
    ? 'No answer came. A check changes nothing.'
    : "No answer came. The last lines sent may have been added. Retry them: they won't be added twice.";
}

/** The outcome of each line; null when no answer came. */
async function resultsOf(
  lines: readonly Line[],
  { gateway, keys, validateOnly }: Pick<Run, 'gateway' | 'keys' | 'validateOnly'>,
): Promise<Map<number, Outcome<Result>> | null> {
  const items = lines.map((line) => keyed(line, validateOnly ? null : keys));
  const payload = (await gateway.mutate(AddPhonesText, { input: { items, validateOnly } }))?.addPhoneMethods;
  if (!payload) return null;
  if (payload.errors.length > 0) throw new Error(payload.errors.map(({ message }) => message).join(' '));
  const outcomes = new Map(payload.results.map((result) => [Number(result.clientKey), outcome(result)]));
  for (const line of lines) if (!validateOnly && isKnown(outcomes.get(line.number))) keys.settled(itemOf(line));
  return validateOnly ? onlyKnown(outcomes) : outcomes;
}

/** A check that is not answered says nothing of what it asked about. */
function onlyKnown(outcomes: ReadonlyMap<number, Outcome<Result>>): Map<number, Outcome<Result>> {
  return new Map([...outcomes].filter(([, found]) => isKnown(found)));
}

function keyed(line: Line, keys: OpenKeys | null): AddPhoneMethodsItem {
  const item = itemOf(line);
  const clientKey = String(line.number);
  return keys === null ? { ...item, clientKey } : { ...item, clientKey, idempotencyKey: keys.keyFor(item) };
}

function isKnown(found: Outcome | undefined): boolean {
  return found !== undefined && found.is !== 'unknown';
}
