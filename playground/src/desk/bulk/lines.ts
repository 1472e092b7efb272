import { errorsByField, validate, type AddPhoneMethodsItem, type PhoneType } from '../../../client';
import { referenceTo } from '../reference';
import { whatIsWrong } from '../wording';

/** What one addPhoneMethods takes, and so what a list holds at most. */
export const MOST_LINES = 100;

/** One phone of a list. */
export interface Line {
  /** The line of the text that it stands in, from 1. */
  readonly number: number;
  /** The whole line, as it was written. */
  readonly text: string;
  readonly user: string;
  /** As it was written. */
  readonly type: string;
  readonly phoneNumber: string;
  /** Whether there is more in the line than that. */
  readonly hasMore: boolean;
}

/** Something that is wrong with a line, as far as it can be told before the gateway is asked. */
export interface Problem {
  readonly line: number;
  readonly message: string;
  /** The gateway cannot be asked about the line. */
  readonly prevents: boolean;
}

const TYPES: Record<string, PhoneType> = {
  mobile: 'MOBILE',
  alternatemobile: 'ALTERNATE_MOBILE',
  alternate: 'ALTERNATE_MOBILE',
  office: 'OFFICE',
};

/** The lines of a text that was pasted from a spreadsheet: parts between tabs, else semicolons, else commas; in quotes or not. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => lineOf(line, index + 1))
    .filter((line) => line !== null);
}

function lineOf(text: string, number: number): Line | null {
  if (!text.trim()) return null;
  const [user = '', type = '', phoneNumber = '', ...more] = text.split(separatorOf(text)).map(unquoted);
  if (number === 1 && isTitle(user, type)) return null;
  return { number, text, user, type, phoneNumber, hasMore: more.some((part) => part !== '') };
}

function separatorOf(text: string): string {
  return ['\t', ';'].find((candidate) => text.includes(candidate)) ?? ',';
}

function unquoted(part: string): string {
  return part
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

function isTitle(user: string, type: string): boolean {
  return !user.includes('@') && /^(?:phone )?type$/i.test(type);
}

/** What a line asks for. A type that there is none of is left out, for the gateway to say so. */
export function itemOf({ user, type, phoneNumber }: Line): AddPhoneMethodsItem {
  return { user: referenceTo(user), phoneNumber, phoneType: typeNamed(type) };
}

function typeNamed(text: string): PhoneType | null {
  return TYPES[text.toLowerCase().replace(/[\s_-]/g, '')] ?? null;
}

/** What is wrong with lines; the last one of a text that does not end with it is still being typed. */
export function problemsOf(lines: readonly Line[], isTyped = false): Problem[] {
  const violations = validate('AddPhoneMethodsInput', { items: lines.map(itemOf) });
  const byField = errorsByField(violations.filter(({ path }) => path.length > 2));
  const last = isTyped ? lines.at(-1) : undefined;
  return lines.flatMap((line, index) => {
    const own = [...byField].filter(([field]) => field.startsWith(`items.${index}.`)).flatMap(([, found]) => found);
    const shown = line === last ? own.filter(({ unfinished }) => !unfinished) : own;
    return [...ofForm(line, lines), ...shown.map((found) => ({ message: whatIsWrong(found), prevents: false }))].map(
      (problem) => ({ line: line.number, ...problem }),
    );
  });
}

/** The lines that the gateway can be asked about. */
export function sendable(lines: readonly Line[]): Line[] {
  const prevented = new Set(problemsOf(lines).flatMap(({ line, prevents }) => (prevents ? [line] : [])));
  return lines.filter(({ number }) => !prevented.has(number));
}

/** What only the list itself can be asked. */
function ofForm(line: Line, lines: readonly Line[]): Omit<Problem, 'line'>[] {
  const before = lines.filter((other) => other.number < line.number);
  const twin = before.find((other) => sameChange(other, line));
  const rival = twin ? undefined : before.find((other) => samePlace(other, line));
  return [
    ...(line.user ? [] : [{ message: 'The user is missing.', prevents: true }]),
    ...(line.hasMore ? [{ message: 'A line has three parts: user, type, number.', prevents: true }] : []),
    ...(twin ? [{ message: `The same as line ${twin.number}.`, prevents: true }] : []),
    ...(rival ? [{ message: `The same user and type as line ${rival.number}.`, prevents: true }] : []),
  ];
}

function sameChange(one: Line, other: Line): boolean {
  return JSON.stringify(itemOf(one)) === JSON.stringify(itemOf(other));
}

/** A user has one phone of a type. Whether a name and an id are of one user only the gateway knows. */
function samePlace(one: Line, other: Line): boolean {
  const type = typeNamed(one.type);
  return type !== null && type === typeNamed(other.type) && one.user.toLowerCase() === other.user.toLowerCase();
}

/** The line with another number, and all else as it was written. */
export function withNumber(line: Line, phoneNumber: string): Line {
  const separator = separatorOf(line.text);
  const [user = '', type = '', written = '', ...more] = line.text.split(separator);
  const text = [user, type, written.replace(line.phoneNumber, () => phoneNumber), ...more].join(separator);
  return { ...line, text, phoneNumber };
}
