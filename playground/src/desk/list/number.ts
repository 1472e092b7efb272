import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min';
import { lookAt } from '../../../client';

/** A way to read a number: as it would be sent, and whether its country code stood in the list or is the chosen country's. */
export interface Reading {
  readonly phoneNumber: string;
  readonly code: 'written' | 'chosen';
}

/** Why a number cannot be read. */
export type Damage =
  /** Nothing is there. */
  | 'missing'
  /** `1,20656E+10`: the digits are lost. */
  | 'cut-off'
  /** `######`: the column was too narrow. */
  | 'hidden'
  /** `#NAME?`: the spreadsheet took it for a formula. */
  | 'formula'
  | 'several'
  /** It has no country code, and is no number of the country that is chosen. */
  | 'no-country'
  | 'other';

/** How a number looks: right as it is, readable in a form to accept, or not at all. */
export type NumberLook =
  | { readonly is: 'right' }
  | { readonly is: 'readable'; readonly readings: readonly [Reading, ...Reading[]] }
  | { readonly is: 'damaged'; readonly damage: Damage };

const CUT_OFF = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i;
const HIDDEN = /^#+$/;
const FORMULA_ERROR = /^#[A-Z0-9/]+[!?]?$/;
const DECIMALS = /^(\+?\d{5,})[.,]0+$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const BETWEEN_NUMBERS = /[;|/,&\n]|\b(?:or|and|oder|und)\b/i;
/** Fewer digits are part of a number, as in 0151 / 12345678. */
const DIGITS_OF_A_NUMBER = 7;
const PREFIX = /^(?:tel|phone|fon|telefon|mobil|mobile|handy|cell|office|work)\b\s*[.:]?\s*:?\s*/i;

/** Looks at a number as it stands in a list. Nothing is guessed: a reading is shown, and somebody accepts it. */
export function lookAtNumber(text: string, country: CountryCode | null): NumberLook {
  if (lookAt(text).looksRight) return { is: 'right' };
  const plain = plainOf(text);
  const damage = damageOf(plain);
  if (damage !== null) return { is: 'damaged', damage };
  const [first, ...others] = readingsOf(plain, country);
  if (first) return { is: 'readable', readings: [first, ...others] };
  return { is: 'damaged', damage: isNational(plain) ? 'no-country' : 'other' };
}

/** Whether it depends on the chosen country how a number is read. */
export function dependsOnCountry(text: string): boolean {
  return isNational(plainOf(text));
}

/** The text without what is no part of a number: apostrophes, `tel:`, decimals of a spreadsheet, invisible characters. */
function plainOf(text: string): string {
  const seen = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .trim();
  const bare = seen
    .replace(/^[\s"'’`´=]+|["'’`´\s]+$/g, '')
    .replace(PREFIX, '')
    .replace(/^\(\+(\d+)\)/, '+$1');
  if (GROUPED.test(bare)) return bare.replaceAll(',', '');
  return (DECIMALS.exec(bare)?.[1] ?? bare).replace(/^\+?00(?=[1-9])/, '+');
}

function damageOf(plain: string): Damage | null {
  if (plain === '') return 'missing';
  if (CUT_OFF.test(plain)) return 'cut-off';
  if (HIDDEN.test(plain)) return 'hidden';
  if (FORMULA_ERROR.test(plain)) return 'formula';
  const numbers = plain.split(BETWEEN_NUMBERS).filter((part) => digitsIn(part) >= DIGITS_OF_A_NUMBER);
  return numbers.length > 1 ? 'several' : null;
}

/**
 * With a plus sign one. Without, the number of the chosen country, or one whose country code lost its plus sign; both where both
 * could be meant, as for 4915112345678, which a spreadsheet makes of +4915112345678.
 */
function readingsOf(plain: string, country: CountryCode | null): Reading[] {
  if (plain.startsWith('+')) return distinct([reading(parsed(plain), 'written')]);
  if (country === null) return [];
  const national = parsed(plain, country);
  const international = parsed(`+${plain}`);
  return distinct([
    reading(national, 'chosen'),
    international?.isValid() || !national?.isPossible() ? reading(international, 'written') : null,
  ]);
}

function parsed(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { extract: false, ...(defaultCountry && { defaultCountry }) });
}

/** In the form of Microsoft Graph; null when no number of its country is that long or short. */
function reading(number: PhoneNumber | undefined, code: Reading['code']): Reading | null {
  if (!number?.isPossible()) return null;
  const { countryCallingCode, nationalNumber, ext } = number;
  const phoneNumber = `+${countryCallingCode} ${nationalNumber}${ext ? `x${ext}` : ''}`;
  return lookAt(phoneNumber).looksRight ? { phoneNumber, code } : null;
}

function distinct(readings: readonly (Reading | null)[]): Reading[] {
  const found = readings.filter((each) => each !== null);
  return found.filter(
    (each, index) => found.findIndex(({ phoneNumber }) => phoneNumber === each.phoneNumber) === index,
  );
}

function isNational(plain: string): boolean {
  return /^[\d\s()./-]+$/.test(plain) && digitsIn(plain) >= 5;
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}
