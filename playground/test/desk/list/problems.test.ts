import { describe, expect, it } from 'vitest';
import type { CountryCode } from 'libphonenumber-js/min';
import { findingsOf, type Problem } from '../../../src/desk/list/problems';
import { linesIn } from './lists';

function findings(text: string, country: CountryCode | null = 'US') {
  const lines = linesIn(text);
  const { problems, repeats, repeated } = findingsOf(lines, country);
  const rowOf = (id: string) => lines.find((line) => line.id === id)?.row;
  return {
    problems: [...problems].flatMap(([id, found]) => found.map((problem) => `${rowOf(id)} ${said(problem)}`)),
    repeats: [...repeats].map(([id, line]) => [rowOf(id), line.row]),
    repeated: [...repeated].map(([id, others]) => [rowOf(id), others.map(({ row }) => row)]),
  };
}

function said(problem: Problem): string {
  switch (problem.is) {
    case 'missing':
      return `missing ${problem.field}`;
    case 'no-account':
      return problem.is;
    case 'reading':
      return problem.readings.map(({ phoneNumber }) => phoneNumber).join(' or ');
    case 'damaged':
      return problem.damage;
    case 'violation':
      return problem.violation.code;
    case 'conflict':
      return problem.choices
        .map(({ phoneNumber, lines }) => `${phoneNumber} in ${lines.map(({ row }) => row).join()}`)
        .join(' or ');
  }
}

describe('a line', () => {
  it('that is right has no problem', () => {
    expect(findings('kim@contoso.com;mobile;+1 2065550120').problems).toEqual([]);
  });

  it('whose user is the name or the number of a person says so', () => {
    const users = [
      'kim@contoso.com',
      'Kim Akers',
      '1000',
      'adele@contoso.com',
      'megan@contoso.com',
      'VXNlci8vMTAwMDAwMDA',
    ];
    const text = ['User;Mobile', ...users.map((user, index) => `${user};+1 206555012${index}`)].join('\n');
    expect(findings(text).problems).toEqual(['3 no-account', '4 no-account']);
  });

  it('says what is missing, and what cannot be sent as it is', () => {
    const text = [
      ';mobile;+1 2065550120',
      'adele@contoso.com;fax;+1 2065550121',
      'megan@contoso.com;mobile;',
      'isaiah@contoso.com;mobile;2065550123',
      'joni@contoso.com;mobile;1,20656E+10',
      `miriam@contoso.com;mobile;+1 ${'2'.repeat(70)}`,
    ];
    expect(findings(text.join('\n')).problems).toEqual([
      '1 missing user',
      '2 missing type',
      '3 missing',
      '4 +1 2065550123',
      '5 cut-off',
      '6 INVALID_PHONE_NUMBER',
    ]);
  });
});

describe('the same user and type', () => {
  it('with the same number are sent once, however the name and the number are written', () => {
    const text = [
      'kim@contoso.com;mobile;+1 2065550120',
      'KIM@contoso.com;Handy;+1 2065550120',
      'kim@contoso.com;office;+1 2065550120',
      'Kim <kim@contoso.com>;cell;(206) 555-0120',
    ];
    expect(findings(text.join('\n'))).toMatchObject({
      repeats: [
        [2, 1],
        [4, 1],
      ],
      repeated: [[1, [2, 4]]],
    });
  });

  it('with other numbers are a conflict at each line, with the numbers to choose from', () => {
    const text = [
      'kim@contoso.com;mobile;+1 2065550120',
      'kim@contoso.com;mobile;+1 2065550121',
      'kim@contoso.com;mobile;+1 2065550120',
    ];
    const conflict = '+1 2065550120 in 1,3 or +1 2065550121 in 2';
    expect(findings(text.join('\n')).problems).toEqual([`1 ${conflict}`, `2 ${conflict}`, `3 ${conflict}`]);
  });

  it('are a conflict where one number is cut off', () => {
    const text = 'kim@contoso.com;mobile;1,20656E+10\nkim@contoso.com;mobile;+1 2065550120';
    expect(findings(text).problems).toContain('1 1,20656E+10 in 1 or +1 2065550120 in 2');
  });

  it('are only meant where the type is known', () => {
    const text =
      'kim@contoso.com;fax;+1 2065550120\nkim@contoso.com;fax;+1 2065550121\nadele@contoso.com;cell;+1 2065550122';
    expect(findings(text).problems).toEqual(['1 missing type', '2 missing type']);
  });
});
