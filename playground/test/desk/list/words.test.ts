import { expect, it } from 'vitest';
import { typeNamed } from '../../../src/desk/list/words';

it.each([
  ['mobile', 'MOBILE'],
  ['Mobile phone', 'MOBILE'],
  ['CELL', 'MOBILE'],
  ['Cell-Phone', 'MOBILE'],
  ['Handy', 'MOBILE'],
  ['Mobil', 'MOBILE'],
  ['Mobiltelefon', 'MOBILE'],
  ['Diensthandy', 'MOBILE'],
  ['alternate mobile', 'ALTERNATE_MOBILE'],
  ['ALTERNATE_MOBILE', 'ALTERNATE_MOBILE'],
  ['alternateMobile', 'ALTERNATE_MOBILE'],
  ['Alternatives Mobiltelefon', 'ALTERNATE_MOBILE'],
  ['office', 'OFFICE'],
  ['work', 'OFFICE'],
  ['Business phone', 'OFFICE'],
  ['Büro', 'OFFICE'],
  ['buero', 'OFFICE'],
  ['BÜRO-TELEFON', 'OFFICE'],
  ['geschäftlich', 'OFFICE'],
  ['geschaeftlich', 'OFFICE'],
  ['dienstlich', 'OFFICE'],
  ['fax', null],
  ['home', null],
  ['privat', null],
  ['phone', null],
  ['', null],
])('%j names the type %s', (word, type) => {
  expect(typeNamed(word)).toBe(type);
});
