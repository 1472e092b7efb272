import { describe, expect, it } from 'vitest';
import type { PhoneType } from '../../../client';
import { layoutOf } from '../../../src/desk/list/columns';
import { changed, linesOf } from '../../../src/desk/list/lines';
import { sheetOf } from '../../../src/desk/list/sheet';

function read(text: string, typeOfAll: PhoneType | null = null) {
  const sheet = sheetOf(text);
  return linesOf(sheet, layoutOf(sheet), typeOfAll);
}

function phones(text: string, typeOfAll: PhoneType | null = null) {
  return read(text, typeOfAll).lines.map(({ row, user, type, phoneNumber }) => [row, user, type, phoneNumber]);
}

describe('a list', () => {
  it('has a phone in each row, and keeps the numbers of the rows', () => {
    const text =
      'User;Type;Number\r\n\r\nkim@contoso.com;Handy;+1 2065550120\r\nadele@contoso.com;work;+1 2065550121\r\n';
    expect(phones(text)).toEqual([
      [3, 'kim@contoso.com', 'MOBILE', '+1 2065550120'],
      [4, 'adele@contoso.com', 'OFFICE', '+1 2065550121'],
    ]);
  });

  it('has two phones in a row of a mobile and an office column, and none of an empty cell', () => {
    const text = [
      'E-mail,Mobile,Work phone',
      'kim@contoso.com,+1 2065550120,+1 2065550121',
      'adele@contoso.com,,+1 2065550122',
      'megan@contoso.com,,',
    ].join('\n');
    expect(phones(text)).toEqual([
      [2, 'kim@contoso.com', 'MOBILE', '+1 2065550120'],
      [2, 'kim@contoso.com', 'OFFICE', '+1 2065550121'],
      [3, 'adele@contoso.com', 'OFFICE', '+1 2065550122'],
    ]);
    expect(read(text).withoutNumber).toBe(1);
    expect(new Set(read(text).lines.map(({ id }) => id)).size).toBe(3);
  });

  it('without types has the type that was chosen for all', () => {
    expect(phones('kim@contoso.com;+1 2065550120', 'OFFICE')).toEqual([
      [1, 'kim@contoso.com', 'OFFICE', '+1 2065550120'],
    ]);
  });

  it('leaves a type that it does not know, a number that is missing and a comment as they are', () => {
    const text =
      'kim@contoso.com;mobile;+1 2065550120;has left\nadele@contoso.com;fax;+1 2065550121\nmegan@contoso.com;mobile';
    expect(phones(text)).toEqual([
      [1, 'kim@contoso.com', 'MOBILE', '+1 2065550120'],
      [2, 'adele@contoso.com', null, '+1 2065550121'],
      [3, 'megan@contoso.com', 'MOBILE', ''],
    ]);
  });

  it('has the types that somebody says its words mean, in any spelling', () => {
    const sheet = sheetOf('User;Type;Number\nkim@contoso.com;Durchwahl;+1 2065550120\nadele@contoso.com;DURCHWAHL ;1');
    const { lines } = linesOf(sheet, layoutOf(sheet), null, new Map([['durchwahl', 'OFFICE']]));
    expect(lines.map(({ type }) => type)).toEqual(['OFFICE', 'OFFICE']);
  });

  it('names users with what mail programs put around them', () => {
    expect(phones('Adele Vance <adele@contoso.com>;office;+1 2065550120')[0]?.[1]).toBe('adele@contoso.com');
  });
});

describe('a line', () => {
  it('that is changed keeps what stood in the list', () => {
    const [line] = read('User;Type;Number\nkim@contoso.com;fax;12').lines;
    if (!line) throw new Error('There is no line.');
    const next = changed(line, { user: ' Kim <kim@contoso.com>', type: 'OFFICE', phoneNumber: ' +1 2065550120 ' });
    expect(next).toMatchObject({ id: line.id, user: 'kim@contoso.com', type: 'OFFICE', phoneNumber: '+1 2065550120' });
    expect(next.written).toEqual({ user: 'kim@contoso.com', type: 'fax', phoneNumber: '12' });
  });
});
