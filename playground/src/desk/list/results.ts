import Papa from 'papaparse';
import { LANGUAGE } from '../../language';
import { TYPES } from '../wording';
import type { Line } from './lines';
import { remarksOf } from './remarks';
import { TEXTS } from './texts';
import { stateOf, verdictOf, verdictText, type ListState } from './verdict';

const { columns } = TEXTS.file;

/**
 * Cells that a spreadsheet would take for a formula; an apostrophe before them makes them text. A phone number in the form of Microsoft
 * Graph is none of them, although it begins with a plus sign: of digits and one space nothing can be computed, and it comes back as it is.
 */
const FORMULAS = /^(?!\+\d+ \d+(?:x\d+)?$)[=+\-@\t\r\n＝＋－＠]/;

/** What spreadsheets expect between cells where this language is spoken. */
const DELIMITER = LANGUAGE === 'de' ? ';' : ',';

/** The byte order mark tells spreadsheets that a file is in UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** All lines with their results. */
export function resultsCsv(list: ListState): string {
  return csv(
    [columns.line, columns.user, columns.type, columns.phoneNumber, columns.result, columns.message],
    list.lines.map((line) => [String(line.row), ...phoneOf(line), verdictText(line, list), messageOf(line, list)]),
  );
}

/** The lines that were not done, so that they can be mended and opened again. */
export function leftCsv(list: ListState): string {
  return csv(
    [columns.user, columns.type, columns.phoneNumber, columns.message],
    leftOf(list).map((line) => [...phoneOf(line), messageOf(line, list)]),
  );
}

/** Lines that were not done; not those that may have been, which have to be sent again with the same key. */
export function leftOf(list: ListState): Line[] {
  // Before anything was sent, lines that can be are not left: they are about to be.
  const hasBegun = [...list.states.values()].some(({ is }) => is === 'applied' || is === 'unknown');
  const left = hasBegun ? ['needed', 'waiting', 'checked'] : ['needed', 'waiting'];
  return list.lines.filter((line) => left.includes(verdictOf(line, list)));
}

function phoneOf({ user, type, phoneNumber, written }: Line): string[] {
  return [user, type === null ? written.type : TYPES[type].name, phoneNumber];
}

function messageOf(line: Line, list: ListState): string {
  const remarks = remarksOf(line, stateOf(line.id, list), list.findings, list.mode);
  return remarks.map(({ text }) => text).join(' ');
}

function csv(fields: string[], data: string[][]): string {
  return BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { delimiter: DELIMITER, escapeFormulae: FORMULAS });
}
