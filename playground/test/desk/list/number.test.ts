import { describe, expect, it } from 'vitest';
import type { CountryCode } from 'libphonenumber-js/min';
import { lookAtNumber } from '../../../src/desk/list/number';

function readings(text: string, country: CountryCode | null = null) {
  const look = lookAtNumber(text, country);
  return look.is === 'readable' ? look.readings.map(({ phoneNumber }) => phoneNumber) : [look];
}

describe('a number', () => {
  it.each(['+1 2065550120', '+49 15112345678', '+1 2065550120x12'])('is right as it is: %s', (text) => {
    expect(lookAtNumber(text, 'US')).toEqual({ is: 'right' });
  });

  it.each([
    ["'+1 2065550120", 'the apostrophe of a spreadsheet'],
    ['+1\u00a0 2065550120', 'a no-break space'],
    ['\u202a+1 2065550120\u202c', 'marks of direction'],
    ['tel:+1-206-555-0120', 'the address of a link'],
    ['Tel.: +1 (206) 555-0120', 'the word before it'],
    ['+1 (206) 555-0120', 'brackets'],
    ['+12065550120', 'no space'],
    ['0012065550120', 'two zeros for the plus sign'],
    ['＋１ 2065550120', 'wide characters'],
    ['(+1) 206 555 0120', 'brackets around the country code'],
  ])('is read where the country code stands in it: %s has %s', (text) => {
    expect(readings(text)).toEqual(['+1 2065550120']);
  });

  it('is read with its extension', () => {
    expect(readings('+1 206-555-0120 ext. 12')).toEqual(['+1 2065550120x12']);
  });

  it('is read without the zero in brackets that is dialed at home only', () => {
    expect(readings('+49 (0) 151 12345678')).toEqual(['+49 15112345678']);
  });

  it.each<[string, CountryCode, string]>([
    ['2065550122', 'US', '+1 2065550122'],
    ['12065550121', 'US', '+1 2065550121'],
    ['2065550122.0', 'US', '+1 2065550122'],
    ['2065550122,00', 'US', '+1 2065550122'],
    ['2,065,550,122', 'US', '+1 2065550122'],
    ['0151 / 12345678', 'DE', '+49 15112345678'],
    ['030/1234567', 'DE', '+49 301234567'],
  ])('without a country code is read as one of the chosen country: %s, %s', (text, country, number) => {
    expect(readings(text, country)).toEqual([number]);
  });

  it.each<[string, CountryCode, string[]]>([
    ['4915112345678', 'DE', ['+49 4915112345678', '+49 15112345678']],
    ['12065550121', 'DE', ['+49 12065550121', '+1 2065550121']],
  ])('is read in two ways where both could be meant: %s, %s', (text, country, numbers) => {
    expect(readings(text, country)).toEqual(numbers);
  });

  it.each([
    ['1,20656E+10', 'cut-off'],
    ['1.20656e+10', 'cut-off'],
    ['+4,91511E+12', 'cut-off'],
    ['########', 'hidden'],
    ['#NAME?', 'formula'],
    ['#WERT!', 'formula'],
    ['', 'missing'],
    ["'", 'missing'],
    ['+1 2065550120 / +1 2065550121', 'several'],
    ['2065550120; 2065550121', 'several'],
    ['206-555-0120 or 206-555-0121', 'several'],
    ['+1 2065550120 (Kim)', 'other'],
    ['see above', 'other'],
  ])('is never guessed: %j', (text, damage) => {
    expect(lookAtNumber(text, 'US')).toEqual({ is: 'damaged', damage });
  });

  it.each<[string, CountryCode | null]>([
    ['2065550122', null],
    ['015112345678', 'US'],
  ])('without a country code is not read while its country is not chosen: %s, %s', (text, country) => {
    expect(lookAtNumber(text, country)).toEqual({ is: 'damaged', damage: 'no-country' });
  });
});
