import type { InvalidPhoneNumberReason } from './generated/documents';
import { INPUTS, PHONE_NUMBER } from './generated/constraints';
import { invisibleCharacterIn } from './invisible-character';

/**
 * How a number looks: right, or wrong in its form. Whether the country code exists, and has numbers of this length that begin
 * so, only the gateway says.
 */
export type Look =
  | { readonly looksRight: true }
  | {
      readonly looksRight: false;
      readonly reason: InvalidPhoneNumberReason;
      /** The first character that cannot be seen or looks like another, as in `U+00A0 NO-BREAK SPACE`; null when there is none. */
      readonly invisibleCharacter: string | null;
      /** Whether it can still become right by typing on: too early to complain. */
      readonly unfinished: boolean;
    };

const MAX_LENGTH = INPUTS.AddPhoneMethodInput.fields.phoneNumber.Size.max;
const UNFINISHED = /^(?:\+(?:[0-9]+(?: (?:[0-9]+x?)?)?)?)?$/;
const KNOWN_CHARACTERS = /^[0-9+x ().\-/]*$/;
const OTHER_EXTENSION = /^\+[0-9 ().\-/]*?(?:;ext=|[x#]|e(?:x|xt|xtn|xtension)?[.:]?) ?[0-9]*$/i;
const PLUS_INSIDE = /^[ (]+\+/;
const BROKEN_EXTENSION = /x(?![0-9]{1,15}$).*$/;
const UNSPACED = /^\+[0-9]+(?:x.*)?$/;
const NO_NUMBER = /^\+[0-9]{1,3} ?(?:x.*)?$/;

/** Looks at a number in the way of the gateway: what it accepts always looks right, and the reasons are the same. */
export function lookAt(phoneNumber: string): Look {
  if (phoneNumber.length > MAX_LENGTH)
    return { looksRight: false, reason: 'TOO_LONG', invisibleCharacter: null, unfinished: false };
  if (PHONE_NUMBER.test(phoneNumber)) return { looksRight: true };
  return {
    looksRight: false,
    reason: reasonOf(phoneNumber),
    invisibleCharacter: invisibleCharacterIn(phoneNumber),
    unfinished: UNFINISHED.test(phoneNumber),
  };
}

/** The first thing that is wrong, as the text reads from left to right. */
function reasonOf(text: string): InvalidPhoneNumberReason {
  if (!KNOWN_CHARACTERS.test(text)) return OTHER_EXTENSION.test(text) ? 'INVALID_EXTENSION' : 'INVALID_CHARACTERS';
  if (!text.startsWith('+')) return PLUS_INSIDE.test(text) ? 'INVALID_CHARACTERS' : 'MISSING_PLUS';
  if (BROKEN_EXTENSION.test(text)) return 'INVALID_EXTENSION';
  if (UNSPACED.test(text)) return 'MISSING_SPACE';
  return NO_NUMBER.test(text) ? 'TOO_SHORT' : 'INVALID_CHARACTERS';
}
