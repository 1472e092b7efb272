import type { Bounds, FieldConstraints, InputConstraints } from './constraints';
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
  /** The first character of the number that cannot be seen or looks like another, as in `U+00A0 NO-BREAK SPACE`. */
  readonly invisibleCharacter?: string;
  /** Whether it can still become right by typing on: too early to complain. */
  readonly unfinished: boolean;
}

const CONSTRAINTS = ['Size', 'Pattern', 'ContainerSize', 'Range'] as const;

export type Constraint = (typeof CONSTRAINTS)[number];

type Verdict = 'kept' | 'unfinished' | 'broken';

const VERDICTS: Record<Constraint, (field: FieldConstraints, value: unknown) => Verdict> = {
  Size: ({ Size }, value) => (typeof value === 'string' ? ofLength(Size, value.length) : 'kept'),
  Pattern: ({ Pattern }, value) => (typeof value === 'string' ? ofText(Pattern?.regexp, value) : 'kept'),
  ContainerSize: ({ ContainerSize }, value) => (Array.isArray(value) ? ofLength(ContainerSize, value.length) : 'kept'),
  Range: ({ Range }, value) => (typeof value === 'number' ? ofLength(Range, value) : 'kept'),
};

const TABLE: Readonly<Record<string, InputConstraints>> = INPUTS;

/**
 * What the schema has against a value, so that a form can say so as the user types. Never refuses what the gateway accepts;
 * empty means that it looks right, not that it is: the rules that need to know the user, countries, or Microsoft are the gateway's.
 */
export function validate(input: InputName, value: unknown): Violation[] {
  return input.startsWith('Query.') ? ofInput(input, value, []).filter(isRefused) : ofInput(input, value, ['input']);
}

/** An item of a query's list that breaks a constraint is not refused: in its place stands that there is no such user. */
function isRefused({ code, path }: Violation): boolean {
  return code !== 'INVALID_INPUT' || !path.some((step) => /^\d/.test(step));
}

function ofInput(input: string, value: unknown, path: readonly string[]): Violation[] {
  const { oneOf, fields } = TABLE[input] ?? { oneOf: false, fields: {} };
  const names = Object.keys(fields).filter((name) => isGiven(memberOf(value, name)));
  if (oneOf && names.length !== 1) return [{ path, code: 'BAD_USER_INPUT', unfinished: names.length === 0 }];
  return Object.entries(fields).flatMap(([name, field]) => ofField(field, memberOf(value, name), [...path, name]));
}

function ofField(field: FieldConstraints, value: unknown, path: readonly string[]): Violation[] {
  if (!isGiven(value)) return field.missing ? [{ path, code: field.missing, unfinished: true }] : [];
  if (field.isPhoneNumber) return ofPhoneNumber(value, path);
  const broken = ofConstraints(field, value, path);
  return field.input === undefined ? broken : [...broken, ...within(field, field.input, value, path)];
}

function within(field: FieldConstraints, input: string, value: unknown, path: readonly string[]): Violation[] {
  if (!field.isList || !Array.isArray(value)) return ofInput(input, value, path);
  return value.flatMap((item, index) => ofInput(input, item, [...path, String(index)]));
}

function ofPhoneNumber(value: unknown, path: readonly string[]): Violation[] {
  const look = lookAt(String(value));
  if (look.looksRight) return [];
  const { reason, invisibleCharacter, unfinished } = look;
  return [
    {
      path,
      code: 'INVALID_PHONE_NUMBER',
      reason,
      unfinished,
      ...(invisibleCharacter !== null && { invisibleCharacter }),
    },
  ];
}

function ofConstraints(field: FieldConstraints, value: unknown, path: readonly string[]): Violation[] {
  return CONSTRAINTS.flatMap((constraint) => {
    const verdict = VERDICTS[constraint](field, value);
    return verdict === 'kept'
      ? []
      : [{ path, code: 'INVALID_INPUT', constraint, unfinished: verdict === 'unfinished' }];
  });
}

function ofLength(bounds: Bounds | undefined, length: number): Verdict {
  if (!bounds || (length >= bounds.min && length <= bounds.max)) return 'kept';
  return length < bounds.min ? 'unfinished' : 'broken';
}

/** The whole text must match. */
function ofText(pattern: string | undefined, text: string): Verdict {
  return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(text) ? 'kept' : 'broken';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
