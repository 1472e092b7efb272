import type { CountryCode } from 'libphonenumber-js/min';
import { errorsByField, validate, type Violation } from '../../../client';
import { couldBeAccount, sameAccount } from './account';
import { phoneOf } from './change';
import { groupedBy } from './grouped';
import type { Line } from './lines';
import { lookAtNumber, type Damage, type Reading } from './number';

/** The part of a line that a problem belongs to. */
export type Field = 'user' | 'type' | 'phoneNumber';

/** Lines that all ask for one number of the same user and type. */
export interface Choice {
  readonly phoneNumber: string;
  readonly lines: readonly Line[];
  /** Whether the number can be sent as it is. */
  readonly isRight: boolean;
}

/** Something that keeps a line from being sent, as far as it can be told before the gateway is asked. */
export type Problem =
  | { readonly is: 'missing'; readonly field: 'user' | 'type' }
  /** It is the name of a person, or a number of a personnel system, and no name to sign in with. */
  | { readonly is: 'no-account'; readonly field: 'user' }
  | { readonly is: 'reading'; readonly field: 'phoneNumber'; readonly readings: readonly [Reading, ...Reading[]] }
  | { readonly is: 'damaged'; readonly field: 'phoneNumber'; readonly damage: Damage }
  | { readonly is: 'violation'; readonly field: Field; readonly violation: Violation }
  /** Lines of the same user and type have other numbers: somebody has to choose. */
  | { readonly is: 'conflict'; readonly field: 'phoneNumber'; readonly choices: readonly Choice[] };

/** What the list itself says of its lines. */
export interface Findings {
  /** By the id of the line. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Lines that repeat another one, by their id: that other one is sent. */
  readonly repeats: ReadonlyMap<string, Line>;
  /** Lines with others that repeat them, by their id. */
  readonly repeated: ReadonlyMap<string, readonly Line[]>;
}

/** What is wrong with lines, each by itself and among the others. */
export function findingsOf(lines: readonly Line[], country: CountryCode | null): Findings {
  const problems = new Map(lines.map((line) => [line.id, problemsOf(line, country)]));
  const repeats = new Map<string, Line>();
  const repeated = new Map<string, readonly Line[]>();
  for (const group of groupsOf(lines)) {
    const choices = choicesOf(group, country);
    for (const { lines: same } of choices) {
      const [first, ...others] = same;
      if (!first || others.length === 0) continue;
      repeated.set(first.id, others);
      for (const other of others) repeats.set(other.id, first);
    }
    if (choices.length > 1) addConflict(choices, problems);
  }
  return { problems, repeats, repeated };
}

function problemsOf(line: Line, country: CountryCode | null): Problem[] {
  const type: Problem[] = line.type === null ? [{ is: 'missing', field: 'type' }] : [];
  return [...ofUser(line), ...type, ...ofNumber(line, country)];
}

function ofUser(line: Line): Problem[] {
  if (!line.user) return [{ is: 'missing', field: 'user' }];
  return couldBeAccount(line.user) ? violationsOf(line, 'user') : [{ is: 'no-account', field: 'user' }];
}

function ofNumber(line: Line, country: CountryCode | null): Problem[] {
  const look = lookAtNumber(line.phoneNumber, country);
  if (look.is === 'right') return violationsOf(line, 'phoneNumber');
  if (look.is === 'readable') return [{ is: 'reading', field: 'phoneNumber', readings: look.readings }];
  const violations = look.damage === 'other' ? violationsOf(line, 'phoneNumber') : [];
  return violations.length > 0 ? violations : [{ is: 'damaged', field: 'phoneNumber', damage: look.damage }];
}

/** What the schema has against a field. */
function violationsOf(line: Line, field: Field): Problem[] {
  const found = errorsByField(validate('AddPhoneMethodInput', phoneOf(line)));
  return [...found]
    .filter(([name]) => name === field || name.startsWith(`${field}.`))
    .flatMap(([, violations]) => violations)
    .map((violation) => ({ is: 'violation', field, violation }));
}

/** Lines of one user and type, more than one. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups = groupedBy(lines, ({ id, user, type }) =>
    user === '' || type === null ? id : `${sameAccount(user)} ${type}`,
  );
  return [...groups.values()].filter(({ length }) => length > 1);
}

function choicesOf(group: readonly Line[], country: CountryCode | null): Choice[] {
  const numbers = groupedBy(group, ({ phoneNumber }) => onlyReading(phoneNumber, country) ?? phoneNumber);
  return [...numbers].map(([phoneNumber, lines]) => ({
    phoneNumber,
    lines,
    isRight: lookAtNumber(phoneNumber, null).is === 'right',
  }));
}

/** The number that a text stands for, where there is one way to read it. */
function onlyReading(text: string, country: CountryCode | null): string | null {
  const look = lookAtNumber(text, country);
  return look.is === 'readable' && look.readings.length === 1 ? look.readings[0].phoneNumber : null;
}

/** None of these lines is sent before somebody has chosen. */
function addConflict(choices: readonly Choice[], problems: Map<string, Problem[]>) {
  for (const { lines } of choices) {
    for (const { id } of lines) problems.get(id)?.push({ is: 'conflict', field: 'phoneNumber', choices });
  }
}
