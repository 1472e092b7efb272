import type { Mode } from './change';
import type { Draft, Line } from './lines';
import type { Findings } from './problems';
import { WAITING, type State } from './state';
import { TEXTS, type Verdict } from './texts';

/** All that is known of a list. */
export interface ListState {
  readonly mode: Mode;
  readonly lines: readonly Line[];
  /** By the id of the line; none for a line that is still to be checked. */
  readonly states: ReadonlyMap<string, State>;
  /** What is being edited, by the id of the line. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The ids of lines that somebody left out. */
  readonly out: ReadonlySet<string>;
  readonly findings: Findings;
}

const ORDER: readonly Verdict[] = ['applied', 'checked', 'needed', 'unknown', 'sending', 'waiting', 'repeat', 'out'];

/** What can be said of a line in a word. */
export function verdictOf({ id }: Line, list: ListState): Verdict {
  const { is } = stateOf(id, list);
  if (is === 'applied' || is === 'unknown' || is === 'sending') return is;
  if (list.out.has(id)) return 'out';
  if (list.findings.repeats.has(id)) return 'repeat';
  const isNeeded = is === 'refused' || is === 'overtaken' || list.drafts.has(id);
  return isNeeded || (list.findings.problems.get(id) ?? []).length > 0 ? 'needed' : is;
}

export function stateOf(id: string, { states }: Pick<ListState, 'states'>): State {
  return states.get(id) ?? WAITING;
}

/** The lines by their verdict, in the order in which they are counted. */
export function byVerdict(list: ListState): Map<Verdict, Line[]> {
  const found = new Map<Verdict, Line[]>(ORDER.map((verdict) => [verdict, []]));
  for (const line of list.lines) found.get(verdictOf(line, list))?.push(line);
  return new Map([...found].filter(([, { length }]) => length > 0));
}

/** How many lines are where, as in "27 can be added, 3 need you". */
export function countsOf(lines: ReadonlyMap<Verdict, readonly Line[]>, mode: Mode): string {
  const counted = [...lines].map(([verdict, { length }]) => countOf(verdict, length, mode));
  return counted.join(', ') || TEXTS.counts.none;
}

export function countOf(verdict: Verdict, count: number, mode: Mode): string {
  const text = TEXTS.counts[verdict];
  return typeof text === 'function' ? text(count) : text[mode](count);
}

/** Whether a line can be sent as it is. */
export function isSendable(
  line: Line,
  { findings, drafts, out }: Pick<ListState, 'findings' | 'drafts' | 'out'>,
): boolean {
  const isRight = (findings.problems.get(line.id) ?? []).length === 0;
  return isRight && !findings.repeats.has(line.id) && !drafts.has(line.id) && !out.has(line.id);
}

/** The lines that the gateway refused when they were written, and that can be sent again. */
export function refusedOf(list: ListState): Line[] {
  return list.lines.filter((line) => {
    const state = stateOf(line.id, list);
    const isRefused = (state.is === 'refused' && state.task === 'write') || state.is === 'overtaken';
    return isRefused && isSendable(line, list);
  });
}

/** The lines that can be sent, and of which the gateway was not asked or said no when it was only asked. */
export function uncheckedOf(list: ListState): Line[] {
  return list.lines.filter((line) => {
    const state = stateOf(line.id, list);
    const isUnchecked = state.is === 'waiting' || (state.is === 'refused' && state.task === 'check');
    return isUnchecked && isSendable(line, list);
  });
}

/** The verdict in words: what happened, and not only that somebody has to look. */
export function verdictText(line: Line, list: ListState): string {
  const state = stateOf(line.id, list);
  const verdict = verdictOf(line, list);
  if (state.is === 'sending') return state.task === 'check' ? TEXTS.checking : TEXTS.verdicts.sending[list.mode];
  if (state.is === 'applied' && state.effect !== null) return TEXTS.effects[state.effect];
  if (verdict === 'needed' && state.is === 'refused' && state.task === 'write') return TEXTS.refused[list.mode];
  if (verdict === 'needed' && state.is === 'overtaken') return TEXTS.overtaken;
  return TEXTS.verdicts[verdict][list.mode];
}
