import type { Line } from './lines';
import type { Row, State } from './run';

const WORDS: [State['is'], string][] = [
  ['applied', 'added'],
  ['checked', 'can be added'],
  ['refused', 'refused'],
  ['overtaken', 'changed by someone else'],
  ['unknown', 'unconfirmed'],
  ['sending', 'on the way'],
  ['waiting', 'not sent'],
];

/** How many lines are where, as in "9 added, 2 refused". */
export function counts(rows: readonly Row[]): string {
  return WORDS.map(([is, word]) => [rows.filter(({ state }) => state.is === is).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** Whether a line can still be sent as it is. */
export function isLeft(rows: readonly Row[], line: Line): boolean {
  const state = rows.find((row) => row.line === line)?.state.is;
  return state === 'waiting' || state === 'checked';
}
