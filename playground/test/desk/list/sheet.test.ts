import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/desk/list/sheet';

function cells(text: string) {
  return sheetOf(text).rows.map((row) => row.cells);
}

const KIM = ['kim@contoso.com', 'mobile', '+1 2065550120'];

describe('a list', () => {
  it.each([
    ['commas', 'kim@contoso.com, mobile, +1 2065550120'],
    ['tabs', 'kim@contoso.com\tmobile\t+1 2065550120'],
    ['semicolons', 'kim@contoso.com;mobile;+1 2065550120'],
    ['upright lines', 'kim@contoso.com|mobile|+1 2065550120'],
    ['quotes', '"kim@contoso.com","mobile","+1 2065550120"'],
    ['quotes after blanks', '"kim@contoso.com"; "mobile" ; "+1 2065550120"'],
    ['texts that a spreadsheet is told to leave alone', 'kim@contoso.com;mobile;="+1 2065550120"'],
    ['a byte order mark', '\uFEFFkim@contoso.com;mobile;+1 2065550120\r\n'],
    ['its delimiter in the first line', 'sep=;\r\nkim@contoso.com;mobile;+1 2065550120'],
  ])('is read with %s', (_, text) => {
    expect(cells(text)).toEqual([KIM]);
  });

  it('is read by its semicolons although the numbers have commas and the rows differ', () => {
    const text = 'kim@contoso.com;1,20656E+10\nadele@contoso.com;4,91511E+11;left\nmegan@contoso.com;1,20656E+10';
    expect(cells(text)[0]).toEqual(['kim@contoso.com', '1,20656E+10']);
  });

  it('is read with line breaks and delimiters in quotes, and rows counted as a spreadsheet does', () => {
    const text = 'user,note,number\r\nkim@contoso.com,"room 1,\r\nsecond floor",+1 2065550120\r\nadele@contoso.com,,1';
    expect(sheetOf(text).rows.map(({ number, cells: [user, note] }) => [number, user, note])).toEqual([
      [1, 'user', 'note'],
      [2, 'kim@contoso.com', 'room 1,\r\nsecond floor'],
      [3, 'adele@contoso.com', ''],
    ]);
  });

  it('leaves out rows that are blank or hold only separators, and keeps the numbers of the others', () => {
    const text =
      '\n  \nkim@contoso.com\tmobile\t+1 2065550120\n\t\t\n;;\n , ,\nadele@contoso.com\tmobile\t+1 2065550121\n';
    expect(sheetOf(text).rows.map(({ number }) => number)).toEqual([3, 7]);
  });

  it.each(['\n', '\r\n', '\r'])('is read with lines that end with %j', (end) => {
    expect(cells([KIM.join(';'), KIM.join(';')].join(end))).toEqual([KIM, KIM]);
  });

  it('names the row whose quotation marks do not come in pairs', () => {
    const text =
      'kim@contoso.com,mobile,+1 2065550120\nadele@contoso.com,"mobile,+1 2065550121\nmegan@contoso.com,mobile,1';
    expect(sheetOf(text).unclosed).toBe(2);
    expect(sheetOf('kim@contoso.com,mobile,1\n"x"@contoso.com,mobile,1').unclosed).toBe(2);
    expect(sheetOf('kim@contoso.com,mobile,+1 2065550120').unclosed).toBeNull();
  });
});
