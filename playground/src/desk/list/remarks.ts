import { CONFIRMATIONS, suggestionOf, whatIsWrong, whyNot } from '../wording';
import type { Mode } from './change';
import type { Line } from './lines';
import { type Choice, type Field, type Findings, type Problem } from './problems';
import type { ListError, State } from './state';
import { TEXTS } from './texts';

const { problems: T } = TEXTS;

/** Something that is said of a line, at the field that it belongs to. */
export interface Remark {
  /** Null when it belongs to no field. */
  readonly field: Field | null;
  readonly text: string;
  /** Whether somebody has to do something about it. */
  readonly isProblem: boolean;
}

/** All that is said of a line. */
export function remarksOf(line: Line, state: State, findings: Findings, mode: Mode): Remark[] {
  const repeated = findings.repeated.get(line.id) ?? [];
  const problems = findings.repeats.has(line.id) ? [] : (findings.problems.get(line.id) ?? []);
  return [
    ...problems.map((found) => ({ field: found.field, text: textOf(found, line), isProblem: true })),
    ...(repeated.length > 0 && !problems.some(({ is }) => is === 'conflict')
      ? [remark(T.repeated(repeated.map(({ row }) => row)))]
      : []),
    ...(problems.length > 0 ? [] : ofState(state, mode)),
  ];
}

/** The numbers that the gateway is sure were meant. */
export function suggestionsOf(state: State): string[] {
  if (state.is !== 'refused') return [];
  return state.errors.flatMap((error) => suggestionOf(error) ?? []);
}

/** The choices of a conflict, at the line that says it: the first. */
export function choicesAt(line: Line, findings: Findings): readonly Choice[] {
  const conflict = findings.problems.get(line.id)?.find((found) => found.is === 'conflict');
  return conflict?.choices[0]?.lines[0]?.id === line.id ? conflict.choices : [];
}

function textOf(problem: Problem, line: Line): string {
  switch (problem.is) {
    case 'missing':
      return problem.field === 'user' ? T.user : T.type(line.written.type);
    case 'no-account':
      return T.name;
    case 'reading':
      return T.reading(
        line.phoneNumber,
        problem.readings.map(({ phoneNumber }) => phoneNumber),
      );
    case 'damaged':
      return T.damage[problem.damage](line.phoneNumber);
    case 'violation':
      return whatIsWrong(problem.violation);
    case 'conflict':
      return conflictAt(line, problem.choices);
  }
}

function conflictAt(line: Line, choices: readonly Choice[]): string {
  const [own, ...others] = choices;
  const first = own?.lines[0] ?? line;
  if (first.id !== line.id) return T.inConflict(first.row);
  return T.conflict(others.flatMap(({ lines }) => lines.map(({ row }) => row)));
}

function ofState(state: State, mode: Mode): Remark[] {
  switch (state.is) {
    case 'refused':
    case 'overtaken':
      return state.errors.map((error) => ({ field: fieldOf(error), text: whyRefused(error), isProblem: true }));
    case 'unknown':
      return [remark(TEXTS.remarks.unknown[mode])];
    case 'applied':
      return [
        ...(state.confirmation === 'UPSTREAM' ? [] : [remark(CONFIRMATIONS[state.confirmation])]),
        ...(state.replayed ? [remark(TEXTS.remarks.replayed[mode])] : []),
      ];
    default:
      return [];
  }
}

function remark(text: string): Remark {
  return { field: null, text, isProblem: false };
}

/** The user of a list was never found before: the gateway says how to name one. */
function whyRefused(error: ListError): string {
  return error.__typename === 'UserNotFoundError' ? error.message : whyNot(error);
}

/** The field that the last steps of an error's path lead to. */
function fieldOf({ path }: ListError): Field | null {
  if (path.includes('user')) return 'user';
  if (path.includes('phoneType')) return 'type';
  return path.includes('phoneNumber') ? 'phoneNumber' : null;
}
