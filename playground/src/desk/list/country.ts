import { getCountries, getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';
import { LANGUAGE } from '../../language';

/** A country with numbers. */
export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  readonly callingCode: string;
}

const NAMES = new Intl.DisplayNames(LANGUAGE, { type: 'region' });

/** All countries with numbers, by their names in the language of the page. */
export function countries(): Country[] {
  const all = getCountries().map((code) => ({ code, name: nameOf(code), callingCode: getCountryCallingCode(code) }));
  return all.sort((one, other) => one.name.localeCompare(other.name, LANGUAGE));
}

export function nameOf(code: CountryCode): string {
  return NAMES.of(code) ?? code;
}

/** The country that the browser's languages name, as in `de-AT`; null when they name none that has numbers. */
export function countryOf(languages: readonly string[]): CountryCode | null {
  const regions = languages.map((tag) => new Intl.Locale(tag).region);
  return getCountries().find((code) => code === regions.find(Boolean)) ?? null;
}
