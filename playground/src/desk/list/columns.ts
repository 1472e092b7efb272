import type { PhoneType } from '../../../client';
import { looksLikeAccount } from './account';
import type { Sheet, SheetRow } from './sheet';
import { bare, typeNamed, withoutNouns } from './words';

/** What a column holds: the user, the type, a number whose type stands elsewhere, numbers of one type, or nothing that counts. */
export type Role = 'user' | 'type' | 'number' | PhoneType | 'none';

export const ROLES: readonly Role[] = ['user', 'type', 'number', 'MOBILE', 'ALTERNATE_MOBILE', 'OFFICE', 'none'];

/** How the columns of a list are read. */
export interface Layout {
  /** The row with the names of the columns; null when there is none. Rows before it are left out. */
  readonly header: SheetRow | null;
  /** The role of each column. */
  readonly roles: readonly Role[];
}

/** Names of columns with users, the surer ones first: a sign-in name before an object id before an e-mail address. */
const USER_NAMES = [
  ['user principal name', 'upn', 'principal name', 'benutzerprinzipalname', 'member object id or upn', 'user upn'],
  ['sign-in name', 'sign in', 'login', 'login name', 'logon', 'logon name', 'anmeldename', 'anmeldung', 'user logon'],
  ['user', 'users', 'username', 'user name', 'user id', 'account', 'account name', 'member', 'entra user'],
  ['benutzer', 'benutzername', 'benutzerkennung', 'kennung', 'konto', 'kontoname', 'nutzer', 'nutzername', 'anwender'],
  ['object id', 'objekt-id', 'user object id', 'azure object id', 'entra object id', 'oid', 'id', 'benutzer-id'],
  ['email', 'email address', 'mail', 'mail address', 'primary smtp address', 'work email', 'business email', 'smtp'],
  ['e-mail-adresse', 'mailadresse', 'e-mail dienstlich', 'e-mail geschäftlich', 'dienstliche e-mail', 'firmen-e-mail'],
  ['employee', 'mitarbeiter', 'person', 'name'],
].map((names) => names.map(bare));

const TYPE_NAMES = new Set(
  [
    ...[
      'type',
      'phone type',
      'type of phone',
      'telephone type',
      'number type',
      'phone number type',
      'kind',
      'phone kind',
    ],
    ...['typ', 'telefontyp', 'art', 'telefonart', 'art des telefons', 'rufnummerntyp', 'rufnummernart', 'nummerntyp'],
    ...['nummernart', 'telefonnummerntyp', 'anschlussart', 'gerätetyp', 'method type', 'label'],
  ].map(bare),
);

const NUMBER_NAMES = new Set(['contact', 'kontakt', 'msisdn', 'e164', 'contacts', 'kontakt'].map(bare));

/** The names that directories give to the number at work; written otherwise they are names of any number. */
const OF_DIRECTORIES: Partial<Record<string, Role>> = { telephoneNumber: 'OFFICE', businessPhones: 'OFFICE' };

/** The first row of the lists that Entra offers as templates. */
const VERSION = /^version:/i;
const IN_BRACKETS = /\[([^\]]+)\]/;
/** How many rows tell where the header is, and what columns without a name hold. */
const SAMPLE = 200;
const FIRST_ROWS = 4;
/** A cell that a spreadsheet could not show. */
const BROKEN = /^#+$|^#[A-Z0-9/]+[!?]?$/;
const LETTERS = /\p{L}/u;
/** The `tel:` before a number, the E of one that was cut off, and what comes before an extension. */
const LETTERS_IN_NUMBERS = /^tel|ext|x(?=\d)|e(?=[+\d])/gi;

/** How the columns of a list are probably meant: by their names, else by what they hold. */
export function layoutOf(sheet: Sheet): Layout {
  const header = headerOf(sheet);
  const columns = columnsOf(rowsBelow(sheet, header).slice(0, SAMPLE), sheet.width);
  const named = columns.map((cells, index) => roleNamed(header?.cells[index] ?? '', cells));
  const roles = singled(named, header, columns);
  return { header, roles: completed(roles, columns, header !== null) };
}

/** The rows that hold phones. */
export function rowsBelow({ rows }: Sheet, header: SheetRow | null): readonly SheetRow[] {
  const below = header === null ? rows : rows.filter(({ number }) => number > header.number);
  return below.filter(({ cells }) => !VERSION.test(cells[0] ?? ''));
}

/** The first row, as the header that somebody says it is. */
export function firstRow({ rows }: Sheet): SheetRow | null {
  return rows[0] ?? null;
}

/** What keeps a list from being read. */
export function missingIn({ roles }: Layout): 'user' | 'number' | null {
  if (!roles.includes('user')) return 'user';
  return roles.some(isNumbers) ? null : 'number';
}

/** Whether the list does not say of which type the phones are. */
export function needsType({ roles }: Layout): boolean {
  return roles.includes('number') && !roles.includes('type');
}

/** Whether a column holds numbers. */
export function isNumbers(role: Role): boolean {
  return role === 'number' || isPhoneType(role);
}

export function isPhoneType(role: Role): role is PhoneType {
  return role === 'MOBILE' || role === 'ALTERNATE_MOBILE' || role === 'OFFICE';
}

function headerOf({ rows }: Sheet): SheetRow | null {
  const first = rows.filter(({ cells }) => !VERSION.test(cells[0] ?? '')).slice(0, FIRST_ROWS);
  const beforeData = first.slice(0, Math.max(0, first.findIndex(isData)));
  const most = Math.max(0, ...beforeData.map(namesIn));
  if (most > 0) return beforeData.find((row) => namesIn(row) === most) ?? null;
  return beforeData.at(-1) ?? null;
}

/** Whether a row holds a user or a number, and so is no header. */
function isData({ cells }: SheetRow): boolean {
  return cells.some((cell) => looksLikeAccount(cell) || looksLikeNumber(cell));
}

function namesIn({ cells }: SheetRow): number {
  return cells.filter((cell) => roleNamed(cell, []) !== 'none').length;
}

function columnsOf(rows: readonly SheetRow[], width: number): string[][] {
  return Array.from({ length: width }, (_, index) => rows.map(({ cells }) => cells[index] ?? '').filter(Boolean));
}

/** What a name says of a column, unless the cells below say something else. */
function roleNamed(name: string, cells: readonly string[]): Role {
  const role = roleFor(IN_BRACKETS.exec(name)?.[1] ?? name);
  if (role === 'user') return mostly(cells, looksLikeAccount) || cells.length === 0 ? role : 'none';
  const isPlace = role === 'OFFICE' && withoutNouns(name) === bare(name);
  if (isNumbers(role))
    return mostly(cells, isPlace ? couldBeNumber : holdsDigits) || cells.length === 0 ? role : 'none';
  return role;
}

function roleFor(name: string): Role {
  const known = OF_DIRECTORIES[name.trim()];
  if (known) return known;
  if (rankOf(name) !== null) return 'user';
  if (TYPE_NAMES.has(bare(name))) return 'type';
  const type = typeNamed(name);
  if (type !== null) return type;
  const isOnlyNoun = bare(name) !== '' && withoutNouns(name) === '';
  return isOnlyNoun || NUMBER_NAMES.has(withoutNouns(name)) ? 'number' : 'none';
}

/** How sure a name is of a user: 0 is the surest; null for other names. */
function rankOf(name: string): number | null {
  const rank = USER_NAMES.findIndex((names) => names.includes(bare(name)));
  return rank === -1 ? null : rank;
}

/** One column of each role: the surest for the user, the first for the others; a type of its own for each number, or one column of types. */
function singled(roles: readonly Role[], header: SheetRow | null, columns: readonly string[][]): Role[] {
  const hasTypes = roles.includes('type') && roles.includes('number');
  const user = surestUser(roles, header);
  return roles.map((role, index) => {
    if (role === 'user') return index === user ? role : 'none';
    if (isPhoneType(role) && hasTypes) return 'none';
    if (role === 'type' && !roles.includes('number')) return columns[index]?.some(namesType) ? role : 'none';
    return roles.indexOf(role) === index ? role : 'none';
  });
}

function surestUser(roles: readonly Role[], header: SheetRow | null): number {
  const ranked = roles.flatMap((role, index) =>
    role === 'user' ? [{ index, rank: rankOf(nameOf(header?.cells[index] ?? '')) ?? USER_NAMES.length }] : [],
  );
  return ranked.sort((one, other) => one.rank - other.rank)[0]?.index ?? -1;
}

function nameOf(cell: string): string {
  return IN_BRACKETS.exec(cell)?.[1] ?? cell;
}

/** What no name told is told by what the columns hold, where that is only one of them. */
function completed(roles: readonly Role[], columns: readonly string[][], hasHeader: boolean): Role[] {
  const filled = [...roles];
  const fill = (role: Role, holds: (cells: readonly string[]) => boolean, isMissing: boolean) => {
    const found = columns.flatMap((cells, index) => (filled[index] === 'none' && holds(cells) ? [index] : []));
    if (isMissing && found.length === 1 && found[0] !== undefined) filled[found[0]] = role;
  };
  fill('user', (cells) => mostly(cells, looksLikeAccount), !filled.includes('user'));
  fill('number', (cells) => mostly(cells, looksLikeNumber), !filled.some(isNumbers));
  // A column of another name may hold such a word by chance.
  const holdsTypes = (cells: readonly string[]) => (hasHeader ? mostly(cells, namesType) : cells.some(namesType));
  fill('type', holdsTypes, filled.includes('number') && !filled.includes('type'));
  return filled;
}

function mostly(cells: readonly string[], holds: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(holds).length * 2 >= cells.length;
}

function namesType(cell: string): boolean {
  return typeNamed(cell) !== null;
}

/** Whether a cell could be a number, also one that a spreadsheet has cut off. */
function looksLikeNumber(cell: string): boolean {
  if (LETTERS.test(cell.replace(LETTERS_IN_NUMBERS, ''))) return false;
  const digits = cell.replace(/\D/g, '').length;
  return digits >= 7 || (digits >= 4 && /^['(]*[+0]|E\+?\d+$/i.test(cell));
}

/** An office, a business or a company is named with digits, too: only numbers count. */
function couldBeNumber(cell: string): boolean {
  return looksLikeNumber(cell) || BROKEN.test(cell);
}

function holdsDigits(cell: string): boolean {
  return /\d/.test(cell) || BROKEN.test(cell);
}
