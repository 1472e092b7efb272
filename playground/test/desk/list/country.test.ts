import { expect, it } from 'vitest';
import { countries, countryOf } from '../../../src/desk/list/country';

it.each([
  [['de-AT', 'en-US'], 'AT'],
  [['en', 'en-GB'], 'GB'],
  [['zh-Hant-TW'], 'TW'],
  [['de', 'en'], null],
  [[], null],
  [['en-001'], null],
])('%j names the country %s', (languages, country) => {
  expect(countryOf(languages)).toBe(country);
});

it('all countries have names, in their order', () => {
  const names = countries().map(({ name }) => name);
  expect(names).toContain('Germany');
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
});
