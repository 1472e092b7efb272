import Papa from 'papaparse';
import { looksLikeAccount } from './account';

/** A row of a list that holds something. */
export interface SheetRow {
  /** From 1, as a spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A list as rows and cells. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** How many cells the longest row has. */
  readonly width: number;
  /** The first row whose quotation marks do not come in pairs, so that cells and rows run together; null when there is none. */
  readonly unclosed: number | null;
}

const DELIMITERS = ['\t', ';', ',', '|'];
/** How Excel is told the delimiter of a file. */
const DELIMITER_LINE = /^sep=(.)\r?\n/i;
const ONLY_SEPARATORS = /^[\s;,|]*$/;
const IN_QUOTES = /^"([^]*)"$/;
/** How spreadsheets are told that a cell is text. */
const TEXT_FORMULA = /^="([^"]*)"$/;
const SAMPLE_ROWS = 50;

/** The rows and cells of a text; rows that are blank or hold only separators are left out. */
export function sheetOf(text: string): Sheet {
  const declared = DELIMITER_LINE.exec(text);
  const offset = declared ? 2 : 1;
  const body = declared ? text.slice(declared[0].length) : text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: declared?.[1] ?? delimiterOf(body) });
  const rows = data
    .map((cells, index) => ({ number: index + offset, cells: cells.map(cellOf) }))
    .filter(({ cells }) => !cells.every((cell) => ONLY_SEPARATORS.test(cell)));
  const unclosed = errors.find(({ type }) => type === 'Quotes')?.row;
  return {
    rows,
    width: rows.reduce((width, { cells }) => Math.max(width, cells.length), 0),
    unclosed: unclosed === undefined ? null : unclosed + offset,
  };
}

/** The delimiter with which most cells are accounts; where there are no accounts, the one that Papa Parse finds. */
function delimiterOf(text: string): string {
  const found = DELIMITERS.map((delimiter) => ({ delimiter, accounts: accountsWith(delimiter, text) }));
  const best = found.reduce((before, next) => (next.accounts > before.accounts ? next : before));
  if (best.accounts > 0) return best.delimiter;
  return Papa.parse(text, { delimitersToGuess: DELIMITERS, preview: SAMPLE_ROWS }).meta.delimiter;
}

/** How many cells of the first rows are accounts, which have no delimiter in them. */
function accountsWith(delimiter: string, text: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: SAMPLE_ROWS });
  return data.filter((cells) => cells.length > 1).flatMap((cells) => cells.filter(looksLikeAccount)).length;
}

function cellOf(raw: string): string {
  const text = raw.trim();
  return (IN_QUOTES.exec(text)?.[1] ?? TEXT_FORMULA.exec(text)?.[1] ?? text).trim();
}
