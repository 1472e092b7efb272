import type { FieldConstraints, InputConstraints } from './constraints';
import { INPUTS } from './generated/constraints';
import { lookAt } from './phone-number';
import type { InvalidPhoneNumberReason } from './generated/documents';

/** The inputs of the schema, and the queries that take arguments, as in `Query.users`. */
export type InputName = keyof typeof INPUTS;

/** Something that the gateway would refuse, in its own terms. */
export interface Violation {
  /** As in an error: from the argument down, items of a list by their index. */
  readonly path: readonly string[];
  /** As in an error; `BAD_USER_INPUT` for what GraphQL itself refuses. */
  readonly code: string;
  /** The directive that is broken, when the code is `INVALID_INPUT`. */
  readonly constraint?: Constraint;
  /** How the number is wrong, when the code is `INVALID_PHONE_NUMBER`. */
  readonly reason?: InvalidPhoneNumberReason;
  /** Whether it can still become right by typing on: too early to complain. */
  readonly unfinished: boolean;
}

export type Constraint = 'Size' | 'Pattern' | 'ContainerSize';

const TABLE: Readonly<Record<string, InputConstraints>> = INPUTS;

/**
 * What the schema has against a value, so that a form can say so as the user types. Never refuses what the gateway accepts;
 * empty means that it looks right, not that it is: the rules that need to know the user, countries, or Microsoft are the gateway's.
 */
export function validate(input: InputName, value: unknown, path?: readonly string[]): Violation[] {
  return ofInput(input, value, path ?? (input.startsWith('Query.') ? [] : ['input']));
}

function ofInput(input: string, value: unknown, path: readonly string[]): Violation[] {
  const { oneOf, fields } = TABLE[input] ?? { oneOf: false, fields: {} };
  const given = Object.entries(fields).map(([name, field]) => [name, field, memberOf(value, name)] as const);
  const alone = given.filter(([, , member]) => isGiven(member)).length;
  if (oneOf && alone !== 1) return [{ path, code: 'BAD_USER_INPUT', unfinished: alone === 0 }];
  return given.flatMap(([name, field, member]) => ofField(field, member, [...path, name]));
}

function ofField(field: FieldConstraints, value: unknown, path: readonly string[]): Violation[] {
  if (!isGiven(value)) return field.missing ? [{ path, code: field.missing, unfinished: true }] : [];
  if (field.isPhoneNumber) return ofPhoneNumber(value, path);
  const own = brokenBy(field, value).map((broken) => ({ path, code: 'INVALID_INPUT', ...broken }));
  return [...own, ...(field.input === undefined ? [] : within(field, field.input, value, path))];
}

function within(field: FieldConstraints, input: string, value: unknown, path: readonly string[]): Violation[] {
  if (!field.isList || !Array.isArray(value)) return ofInput(input, value, path);
  return value.flatMap((item, index) => ofInput(input, item, [...path, String(index)]));
}

function ofPhoneNumber(value: unknown, path: readonly string[]): Violation[] {
  const look = lookAt(String(value));
  if (look.looksRight) return [];
  return [{ path, code: 'INVALID_PHONE_NUMBER', reason: look.reason, unfinished: look.unfinished }];
}

function brokenBy(
  field: FieldConstraints,
  value: unknown,
): Pick<Violation & { constraint: Constraint }, 'constraint' | 'unfinished'>[] {
  return [
    ...sizeBrokenBy('ContainerSize', field, Array.isArray(value) ? value.length : undefined),
    ...sizeBrokenBy('Size', field, typeof value === 'string' ? value.length : undefined),
    ...(typeof value === 'string' && !matches(field, value)
      ? [{ constraint: 'Pattern' as const, unfinished: false }]
      : []),
  ];
}

function sizeBrokenBy<C extends 'Size' | 'ContainerSize'>(
  constraint: C,
  { [constraint]: bounds }: FieldConstraints,
  length?: number,
) {
  if (!bounds || length === undefined || (length >= bounds.min && length <= bounds.max)) return [];
  return [{ constraint, unfinished: length < bounds.min }];
}

/** The whole text must match. */
function matches({ Pattern }: FieldConstraints, value: string): boolean {
  return !Pattern || new RegExp(`^(?:${Pattern.regexp})$`).test(value);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
