import type { PhoneType } from '../../../client';
import { accountIn } from './account';
import { isNumbers, isPhoneType, rowsBelow, type Layout, type Role } from './columns';
import type { Sheet, SheetRow } from './sheet';
import { bare, typeNamed } from './words';

/** One phone of a list. */
export interface Line {
  /** The same for the life of the line: a row with a mobile and an office phone makes two lines. */
  readonly id: string;
  /** The row of the list that it comes from, from 1. */
  readonly row: number;
  /** The account as it is sent. */
  readonly user: string;
  /** Null while it is not known. */
  readonly type: PhoneType | null;
  /** As it is sent once it is right; before that as it was written. */
  readonly phoneNumber: string;
  readonly written: Written;
}

/** What stands in the list. */
export interface Written {
  readonly user: string;
  readonly type: string;
  readonly phoneNumber: string;
}

/** What somebody changes of a line. */
export type Draft = Pick<Line, 'user' | 'type' | 'phoneNumber'>;

/** What somebody says that types mean, by their words as `bare` writes them. */
export type Meanings = ReadonlyMap<string, PhoneType>;

/** The lines of a list, and how many of its rows have a user but no number in any of their columns. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly withoutNumber: number;
}

/** The phones of a list; `typeOfAll` is the type of numbers whose type the list does not say. */
export function linesOf(
  sheet: Sheet,
  layout: Layout,
  typeOfAll: PhoneType | null,
  meanings: Meanings = new Map(),
): Lines {
  const rows = rowsBelow(sheet, layout.header);
  const found = rows.map((row) => linesIn(row, layout.roles, typeOfAll, meanings));
  return { lines: found.flat(), withoutNumber: found.filter((lines) => lines.length === 0).length };
}

function linesIn(row: SheetRow, roles: readonly Role[], typeOfAll: PhoneType | null, meanings: Meanings): Line[] {
  const user = cellOf(row, roles.indexOf('user'));
  const type = cellOf(row, roles.indexOf('type'));
  const columns = roles.flatMap((role, index) => (isNumbers(role) ? [{ role, index }] : []));
  // A row without a number says so where the list has one column of numbers, and is left out where each type has its own.
  const filled = columns.filter(({ role, index }) => role === 'number' || cellOf(row, index) !== '');
  return filled.map(({ role, index }) => ({
    id: `${row.number}/${index}`,
    row: row.number,
    user: accountIn(user),
    type: isPhoneType(role)
      ? role
      : roles.includes('type')
        ? (typeNamed(type) ?? meanings.get(bare(type)) ?? null)
        : typeOfAll,
    phoneNumber: cellOf(row, index),
    written: { user, type, phoneNumber: cellOf(row, index) },
  }));
}

/** The line with what somebody changed of it. */
export function changed(line: Line, { user, type, phoneNumber }: Draft): Line {
  return { ...line, user: accountIn(user), type, phoneNumber: phoneNumber.trim() };
}

function cellOf({ cells }: SheetRow, index: number): string {
  return cells[index] ?? '';
}
