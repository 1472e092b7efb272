import { layoutOf } from '../../../src/desk/list/columns';
import { linesOf, type Line } from '../../../src/desk/list/lines';
import { findingsOf } from '../../../src/desk/list/problems';
import { sheetOf } from '../../../src/desk/list/sheet';
import type { State } from '../../../src/desk/list/state';
import type { ListState } from '../../../src/desk/list/verdict';

/** The lines of a text with its columns as they are found. */
export function linesIn(text: string): Line[] {
  const sheet = sheetOf(text);
  return [...linesOf(sheet, layoutOf(sheet), null).lines];
}

/** A list with states, in the order of its lines. */
export function listOf(text: string, states: readonly State[] = [], list: Partial<ListState> = {}): ListState {
  const lines = linesIn(text);
  const known = lines.flatMap(({ id }, index) => {
    const state = states[index];
    return state ? [[id, state] as const] : [];
  });
  return {
    mode: 'add',
    lines,
    states: new Map(known),
    drafts: new Map(),
    out: new Set(),
    findings: findingsOf(lines, null),
    ...list,
  };
}
