import type { SmsSignInState } from '../../../client';
import { date, dateTime } from '../format';
import type { Method } from '../person';
import { TEXTS } from '../texts';
import {
  ATTESTATIONS,
  KEY_STRENGTHS,
  KINDS,
  PASSKEY_TYPES,
  PLATFORMS,
  SMS_SIGN_IN,
  TYPES,
  USABILITIES,
} from '../words';

const { methods: WORDS } = TEXTS;

/** What a method is called: its kind, or for phones their type. */
export function titleOf(method: Method): string {
  return method.__typename === 'PhoneMethod' && method.phoneType !== null
    ? TYPES[method.phoneType].name
    : KINDS[method.kind];
}

/** What tells a method apart from others of its kind; null when there is nothing. */
export function valueOf(method: Method): string | null {
  switch (method.__typename) {
    case 'PhoneMethod':
      return method.phoneNumber ?? WORDS.noNumber;
    case 'EmailMethod':
      return method.emailAddress ?? WORDS.noAddress;
    case 'PasskeyMethod':
    case 'MicrosoftAuthenticatorMethod':
    case 'PlatformCredentialMethod':
    case 'WindowsHelloForBusinessMethod':
    case 'ExternalMfaMethod':
      return method.displayName ?? WORDS.unnamed;
    case 'TemporaryAccessPassMethod':
      return method.usability && USABILITIES[method.usability];
    case 'UnknownAuthenticationMethod':
      return method.odataType && WORDS.odataType(method.odataType);
    default:
      return null;
  }
}

/** A method as a sentence names it. */
export function methodInWords(method: Method): string {
  return [titleOf(method), valueOf(method)].filter(Boolean).join(', ');
}

/** Everything else that is known of a method. */
export function detailsOf(method: Method): string[] {
  const { createdDateTime } = method;
  return [...ofKind(method), createdDateTime && WORDS.added(date(createdDateTime))].filter(isKnown);
}

function isKnown(detail: string | null | undefined): detail is string {
  return !!detail;
}

function ofKind(method: Method): (string | null | undefined)[] {
  switch (method.__typename) {
    case 'PhoneMethod':
      return [smsSignIn(method.smsSignInState)];
    case 'PasskeyMethod':
      return [
        method.model ?? method.aaguid,
        method.passkeyType && PASSKEY_TYPES[method.passkeyType],
        method.attestationLevel && ATTESTATIONS[method.attestationLevel],
      ];
    case 'MicrosoftAuthenticatorMethod':
      return [method.phoneAppVersion && WORDS.app(method.phoneAppVersion)];
    case 'PlatformCredentialMethod':
      return [method.platform && PLATFORMS[method.platform], method.keyStrength && KEY_STRENGTHS[method.keyStrength]];
    case 'WindowsHelloForBusinessMethod':
      return [method.keyStrength && KEY_STRENGTHS[method.keyStrength]];
    case 'TemporaryAccessPassMethod':
      return [
        method.startDateTime &&
          method.endDateTime &&
          WORDS.valid(dateTime(method.startDateTime), dateTime(method.endDateTime)),
        method.isUsableOnce === null ? null : method.isUsableOnce ? WORDS.once : WORDS.many,
      ];
    default:
      return [];
  }
}

/** Where nobody can sign in, the reason is said where it could be switched on. */
function smsSignIn(state: SmsSignInState | null): string | null {
  const isSaidElsewhere =
    state === 'NOT_SUPPORTED' || state === 'NOT_ALLOWED_BY_POLICY' || state === 'PHONE_NUMBER_NOT_UNIQUE';
  return state === null || isSaidElsewhere ? null : SMS_SIGN_IN[state];
}
