import type { PhoneType } from '../../../client';

/** Words for the types of phones, in English and German, as people and their systems write them. */
const WORDS: Record<PhoneType, string[]> = {
  MOBILE: [
    ...['mobile', 'mobil', 'cell', 'cellular', 'cellphone', 'handy', 'smartphone', 'gsm', 'natel', 'mobilfunk'],
    ...['primary mobile', 'work mobile', 'business mobile', 'company mobile', 'mobile work', 'mobile business'],
    ...['diensthandy', 'firmenhandy', 'geschäftshandy', 'mobil dienstlich', 'mobil geschäftlich', 'authentication'],
    ...['mobile 1', 'mobil 1', 'handy 1', 'strong authentication'],
  ],
  ALTERNATE_MOBILE: [
    ...['alternate', 'alternative', 'alternate mobile', 'alternative mobile', 'alt mobile', 'other mobile'],
    ...['second mobile', 'secondary mobile', 'mobile 2', 'mobil 2', 'handy 2', 'cell 2', 'alternate cell'],
    ...['alternatives mobil', 'anderes mobil', 'weiteres mobil', 'zweites mobil', 'zweithandy', 'zweites handy'],
    ...['alternatives handy', 'alternate authentication', 'alternative handy', 'alternative mobil', 'mobil alternativ'],
    ...['strong authentication alternative', 'zusätzliches mobil'],
  ],
  OFFICE: [
    ...['office', 'work', 'business', 'desk', 'landline', 'company', 'direct line', 'direct dial', 'corporate'],
    ...['büro', 'geschäft', 'geschäftlich', 'dienst', 'dienstlich', 'dienstl', 'arbeit', 'arbeitsplatz', 'festnetz'],
    ...['firma', 'firmen', 'geschäfts', 'arbeits', 'tisch', 'bürofestnetz', 'festnetz geschäftlich', 'beruflich'],
  ],
};

/** What stands beside such a word without changing it: a "mobile phone number" is a mobile. */
const NOUNS =
  /telefonnummern|telefonnummer|telefone|telefon|telephones|telephone|phones|phone|rufnummer|nummern|nummer|numbers|number|fon|tel|nr|no/g;

const TYPES = new Map(
  Object.entries(WORDS).flatMap(([type, words]) => words.map((word) => [bare(word), type as PhoneType] as const)),
);

/** A text without case, blanks, signs and accents, umlauts in either spelling. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ae|oe|ue/g, (umlaut) => umlaut.charAt(0));
}

/** What is left of a text without the nouns for a phone and its number. */
export function withoutNouns(text: string): string {
  return bare(text).replace(NOUNS, '');
}

/** The type that a text names; null when it names none. */
export function typeNamed(text: string): PhoneType | null {
  return TYPES.get(bare(text)) ?? TYPES.get(withoutNouns(text)) ?? null;
}
