import { LANGUAGE } from '../language';

/** The country whose habits the browser asks for, as far as the page has its language. */
const LOCALE = LOCALES().find((tag) => tag.toLowerCase().split('-')[0] === LANGUAGE) ?? LANGUAGE;

const DATE_TIME = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

const DATE = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });

const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });

/** A moment, by the clock of the person at the page. */
export function dateTime(moment: string): string {
  return DATE_TIME.format(new Date(moment));
}

/** The day of a moment, by the same clock. */
export function date(moment: string): string {
  return DATE.format(new Date(moment));
}

/** The time of a day, by the same clock. */
export function time(moment: Date): string {
  return TIME.format(moment);
}

/** Some time in whole seconds, or in minutes, hours and days as soon as these are exact enough. */
export function duration(seconds: number): string {
  if (seconds < 100) return amount(Math.ceil(seconds), 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100 && minutes % 60 !== 0) return amount(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  const parts = [
    [Math.floor(hours / 24), 'day'],
    [hours % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [amount(count, unit)] : [])).join(' ');
}

/** Things of a sentence: as in "a, b or c". */
export function anyOf(things: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(things);
}

function amount(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function LOCALES(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
