import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { leftCsv, resultsCsv } from '../../../src/desk/list/results';
import type { ListError, State } from '../../../src/desk/list/state';
import { linesIn, listOf } from './lists';

const ADDED: State = { is: 'applied', confirmation: 'UPSTREAM', replayed: false, effect: null };

function refused(message: string): State {
  const error: ListError = {
    __typename: 'UserNotFoundError',
    message,
    code: 'USER_NOT_FOUND',
    category: 'NOT_FOUND',
    path: ['input', 'items', '0', 'user'],
    retryable: false,
  };
  return { is: 'refused', task: 'write', errors: [error] };
}

function cells(csv: string): string[][] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

const LIST = 'kim@contoso.com;mobile;+1 2065550120\nnobody@contoso.com;office;+1 2065550121x12';

describe('the results', () => {
  it('have each line with its result, and a phone number as it is', () => {
    expect(cells(resultsCsv(listOf(LIST, [ADDED, refused('No user found.')])))).toEqual([
      ['Line', 'User', 'Type', 'Phone number', 'Result', 'Message'],
      ['1', 'kim@contoso.com', 'Mobile', '+1 2065550120', 'Added', ''],
      ['2', 'nobody@contoso.com', 'Office', '+1 2065550121x12', 'Not added', 'No user found.'],
    ]);
  });

  it.each([
    '=HYPERLINK("https://example.com")',
    '+1+cmd|calc',
    '+1 2065550120+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '＝1',
  ])('have nothing that a spreadsheet takes for a formula: %j', (cell) => {
    const { lines } = listOf(LIST);
    const evil = lines.map((line) => ({ ...line, user: cell, phoneNumber: cell }));
    for (const csv of [
      resultsCsv(listOf(LIST, [refused(cell)], { lines: evil })),
      leftCsv(listOf(LIST, [], { lines: evil })),
    ]) {
      const dangerous = cells(csv).flatMap((row) => row.filter((each) => /^[=+\-@\t\r\n＝＋－＠]/.test(each)));
      expect(dangerous).toEqual([]);
      expect(cells(csv).flat()).toContain(`'${cell}`);
    }
  });
});

describe('the lines that are left', () => {
  it('are those that were not done, and come back as they were when the file is opened', () => {
    const csv = leftCsv(listOf(LIST, [ADDED, refused('No user found. Enter the full "sign-in name".')]));
    expect(linesIn(csv).map(({ user, type, phoneNumber }) => [user, type, phoneNumber])).toEqual([
      ['nobody@contoso.com', 'OFFICE', '+1 2065550121x12'],
    ]);
  });

  it('are not those that may have been done', () => {
    expect(cells(leftCsv(listOf(LIST, [{ is: 'unknown' }, ADDED])))).toHaveLength(1);
  });

  it('keep a type that is not known, to be mended', () => {
    expect(leftCsv(listOf(`${LIST}\nadele@contoso.com;fax;+1 2065550122`, [ADDED, ADDED]))).toContain(',fax,');
  });
});
