import { expect, test } from 'vitest';
import { languageOf } from '../src/language';

test('the page takes the first language that the browser asks for and the page has', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en'], ['en', 'de'])).toBe('de');
  expect(languageOf(['en-GB', 'de'], ['en', 'de'])).toBe('en');
});

test('the page takes its own first language when it has none that the browser asks for', () => {
  expect(languageOf(['pl', 'uk-UA'], ['en', 'de'])).toBe('en');
  expect(languageOf(['de'], ['en'])).toBe('en');
});
