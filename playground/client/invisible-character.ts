import { PHONE_NUMBER } from './generated/constraints';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** They look like the hyphen and the plus sign of a keyboard, which are the only ones of ASCII, and are others. */
const LOOKS_LIKE_ANOTHER = /(?![ -~])[\p{Pd}\p{Sm}]/u;

const FIRST = new RegExp(`${INVISIBLE.source}|${LOOKS_LIKE_ANOTHER.source}`, 'u');

/** Those that come with numbers that are pasted. JavaScript knows no names of characters; the gateway names all of them. */
const NAMES: Record<string, string> = {
  '0009': 'CHARACTER TABULATION',
  '000A': 'LINE FEED (LF)',
  '000D': 'CARRIAGE RETURN (CR)',
  '0020': 'SPACE',
  '00A0': 'NO-BREAK SPACE',
  '00AD': 'SOFT HYPHEN',
  '061C': 'ARABIC LETTER MARK',
  '2002': 'EN SPACE',
  '2003': 'EM SPACE',
  '2007': 'FIGURE SPACE',
  '2008': 'PUNCTUATION SPACE',
  '2009': 'THIN SPACE',
  '200A': 'HAIR SPACE',
  '200B': 'ZERO WIDTH SPACE',
  '200C': 'ZERO WIDTH NON-JOINER',
  '200D': 'ZERO WIDTH JOINER',
  '200E': 'LEFT-TO-RIGHT MARK',
  '200F': 'RIGHT-TO-LEFT MARK',
  '2010': 'HYPHEN',
  '2011': 'NON-BREAKING HYPHEN',
  '2012': 'FIGURE DASH',
  '2013': 'EN DASH',
  '2014': 'EM DASH',
  '2015': 'HORIZONTAL BAR',
  '2028': 'LINE SEPARATOR',
  '2029': 'PARAGRAPH SEPARATOR',
  '202A': 'LEFT-TO-RIGHT EMBEDDING',
  '202B': 'RIGHT-TO-LEFT EMBEDDING',
  '202C': 'POP DIRECTIONAL FORMATTING',
  '202D': 'LEFT-TO-RIGHT OVERRIDE',
  '202E': 'RIGHT-TO-LEFT OVERRIDE',
  '202F': 'NARROW NO-BREAK SPACE',
  '2060': 'WORD JOINER',
  '2066': 'LEFT-TO-RIGHT ISOLATE',
  '2067': 'RIGHT-TO-LEFT ISOLATE',
  '2068': 'FIRST STRONG ISOLATE',
  '2069': 'POP DIRECTIONAL ISOLATE',
  '207A': 'SUPERSCRIPT PLUS SIGN',
  '2212': 'MINUS SIGN',
  '3000': 'IDEOGRAPHIC SPACE',
  FE62: 'SMALL PLUS SIGN',
  FE63: 'SMALL HYPHEN-MINUS',
  FEFF: 'ZERO WIDTH NO-BREAK SPACE',
  FF0B: 'FULLWIDTH PLUS SIGN',
  FF0D: 'FULLWIDTH HYPHEN-MINUS',
};

/**
 * The first character of a number that cannot be seen or looks like another, as the gateway names it: `U+00A0 NO-BREAK SPACE`, or
 * its code point alone where the kit does not know the name. Null when there is none.
 */
export function invisibleCharacterIn(text: string): string | null {
  const [first] = FIRST.exec(text) ?? [];
  return first === undefined ? misplacedSpaceIn(text) : described(first);
}

/** A space at an end, and a second one, cannot be seen either. */
function misplacedSpaceIn(text: string): string | null {
  const single = text.trim().replaceAll(/ {2,}/g, ' ');
  return single !== text && PHONE_NUMBER.test(single) ? described(' ') : null;
}

function described(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [`U+${code}`, NAMES[code]].filter((part) => part !== undefined).join(' ');
}
