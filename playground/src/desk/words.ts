import type {
  AccessPassUsability,
  AttestationLevel,
  AuthenticationMethodKind,
  Confirmation,
  InvalidPhoneNumberReason,
  KeyStrength,
  MethodPlatform,
  MethodUse,
  NationalCloud,
  PasskeyType,
  PhoneType,
  SmsSignInState,
} from '../../client';
import { inLanguage } from '../language';

/** The reasons why a number is wrong, as the gateway says them, for numbers that it was not asked about yet. */
export const REASONS_IN_LANGUAGES: Record<'en' | 'de', Record<InvalidPhoneNumberReason, string>> = {
  en: {
    MISSING_PLUS: 'The phone number must begin with a plus sign and the country code, as in +44 7700900123.',
    MISSING_SPACE: 'The phone number must have a space between the country code and the number, as in +44 7700900123.',
    UNKNOWN_COUNTRY_CODE: 'The digits between the plus sign and the space are not a country code.',
    DIALING_PREFIX:
      'The phone number has an extra prefix after the country code, such as 0, 00 or the country code again. Leave it out.',
    INVALID_CHARACTERS:
      'The phone number may contain only a plus sign, one space after the country code, digits, and an x before an extension.',
    TOO_SHORT: 'The phone number has too few digits for its country.',
    TOO_LONG: 'The phone number has too many digits for its country.',
    INVALID_EXTENSION: 'An extension must follow the number without a space, as an x and 1 to 15 digits: x123.',
    REFUSED_UPSTREAM: 'Microsoft did not accept this phone number.',
  },
  de: {
    MISSING_PLUS: 'Die Telefonnummer muss mit einem Pluszeichen und der Landesvorwahl beginnen, etwa +49 1713920012.',
    MISSING_SPACE: 'Zwischen Landesvorwahl und Nummer muss ein Leerzeichen stehen, wie in +49 1713920012.',
    UNKNOWN_COUNTRY_CODE: 'Die Ziffern zwischen Pluszeichen und Leerzeichen sind keine Landesvorwahl.',
    DIALING_PREFIX:
      'Nach der Landesvorwahl steht eine Vorwahl zu viel, etwa 0, 00 oder noch einmal die Landesvorwahl. Lassen Sie sie weg.',
    INVALID_CHARACTERS:
      'Die Telefonnummer darf nur ein Pluszeichen, ein Leerzeichen nach der Landesvorwahl, Ziffern und ein x vor einer Durchwahl enthalten.',
    TOO_SHORT: 'Die Telefonnummer hat für ihr Land zu wenige Ziffern.',
    TOO_LONG: 'Die Telefonnummer hat für ihr Land zu viele Ziffern.',
    INVALID_EXTENSION: 'Eine Durchwahl folgt der Nummer ohne Leerzeichen, als x und 1 bis 15 Ziffern: x123.',
    REFUSED_UPSTREAM: 'Microsoft hat diese Telefonnummer nicht angenommen.',
  },
};

export const REASONS = inLanguage(REASONS_IN_LANGUAGES);

export const TYPES = inLanguage<Record<PhoneType, { name: string; use: string }>>({
  en: {
    MOBILE: { name: 'Mobile', use: 'Text messages and voice calls' },
    ALTERNATE_MOBILE: { name: 'Alternate mobile', use: 'Voice calls; the user needs a mobile first' },
    OFFICE: { name: 'Office', use: 'Voice calls; can have an extension' },
  },
  de: {
    MOBILE: { name: 'Mobiltelefon', use: 'SMS und Anrufe' },
    ALTERNATE_MOBILE: {
      name: 'Zweites Mobiltelefon',
      use: 'Nur Anrufe; der Benutzer braucht zuerst ein Mobiltelefon',
    },
    OFFICE: { name: 'Bürotelefon', use: 'Nur Anrufe; eine Durchwahl ist möglich' },
  },
});

export const SMS_SIGN_IN = inLanguage<Record<SmsSignInState, string>>({
  en: {
    NOT_SUPPORTED: 'No sign-in by text message with this type',
    NOT_ALLOWED_BY_POLICY: 'Sign-in by text message not allowed by policy',
    NOT_ENABLED: 'Sign-in by text message switched off',
    PHONE_NUMBER_NOT_UNIQUE: 'No sign-in by text message: another user signs in with this number',
    READY: 'Signs in by text message',
    NOT_CONFIGURED: 'Sign-in by text message not set up yet',
    UNKNOWN: 'Sign-in by text message: unknown state',
  },
  de: {
    NOT_SUPPORTED: 'Keine Anmeldung per SMS mit dieser Art von Telefon',
    NOT_ALLOWED_BY_POLICY: 'Die Richtlinie erlaubt keine Anmeldung per SMS',
    NOT_ENABLED: 'Anmeldung per SMS ausgeschaltet',
    PHONE_NUMBER_NOT_UNIQUE: 'Keine Anmeldung per SMS: Ein anderer Benutzer meldet sich mit dieser Nummer an',
    READY: 'Meldet sich per SMS an',
    NOT_CONFIGURED: 'Anmeldung per SMS noch nicht eingerichtet',
    UNKNOWN: 'Anmeldung per SMS: unbekannter Zustand',
  },
});

export const CONFIRMATIONS = inLanguage<Record<Confirmation, string>>({
  en: {
    UPSTREAM: 'Microsoft confirmed it.',
    READ_BACK: "Microsoft didn't confirm it, so we checked: the phone is there.",
    READ_BACK_MASKED:
      "Microsoft didn't confirm it, so we checked: a phone with these last digits is there. Someone who can see full numbers can make sure.",
  },
  de: {
    UPSTREAM: 'Microsoft hat es bestätigt.',
    READ_BACK: 'Microsoft hat es nicht bestätigt, deshalb haben wir nachgesehen: Das Telefon ist da.',
    READ_BACK_MASKED:
      'Microsoft hat es nicht bestätigt, deshalb haben wir nachgesehen: Ein Telefon mit diesen letzten Ziffern ist da. Jemand, der ganze Nummern sehen darf, kann das genau prüfen.',
  },
});

/** The kinds of methods, as Microsoft calls them. */
export const KINDS = inLanguage<Record<AuthenticationMethodKind, string>>({
  en: {
    PHONE: 'Phone',
    EMAIL: 'Email address',
    PASSKEY: 'Passkey (FIDO2)',
    MICROSOFT_AUTHENTICATOR: 'Microsoft Authenticator',
    PASSWORD: 'Password',
    PLATFORM_CREDENTIAL: 'Platform credential',
    SOFTWARE_OATH: 'Authenticator app with codes',
    TEMPORARY_ACCESS_PASS: 'Temporary Access Pass',
    WINDOWS_HELLO_FOR_BUSINESS: 'Windows Hello for Business',
    EXTERNAL_MFA: 'MFA of another provider',
    QR_CODE_PIN: 'QR code with PIN',
    UNKNOWN: 'Another kind of method',
  },
  de: {
    PHONE: 'Telefon',
    EMAIL: 'E-Mail-Adresse',
    PASSKEY: 'Passkey (FIDO2)',
    MICROSOFT_AUTHENTICATOR: 'Microsoft Authenticator',
    PASSWORD: 'Kennwort',
    PLATFORM_CREDENTIAL: 'Plattformanmeldeinformationen',
    SOFTWARE_OATH: 'Authentifizierungs-App mit Codes',
    TEMPORARY_ACCESS_PASS: 'Befristeter Zugriffspass',
    WINDOWS_HELLO_FOR_BUSINESS: 'Windows Hello for Business',
    EXTERNAL_MFA: 'MFA eines anderen Anbieters',
    QR_CODE_PIN: 'QR-Code mit PIN',
    UNKNOWN: 'Eine andere Art von Methode',
  },
});

export const USES = inLanguage<Record<MethodUse, string>>({
  en: { SIGN_IN: 'Sign-in', SECOND_FACTOR: 'Second factor (MFA)', PASSWORD_RESET: 'Password reset' },
  de: { SIGN_IN: 'Anmeldung', SECOND_FACTOR: 'Zweiter Faktor (MFA)', PASSWORD_RESET: 'Kennwortzurücksetzung' },
});

export const USABILITIES = inLanguage<Record<AccessPassUsability, string>>({
  en: {
    ENABLED_BY_POLICY: 'can be used now',
    DISABLED_BY_POLICY: 'not allowed by policy',
    EXPIRED: 'expired',
    NOT_YET_VALID: 'not valid yet',
    ONE_TIME_USED: 'already used',
    UNKNOWN: 'unknown state',
  },
  de: {
    ENABLED_BY_POLICY: 'jetzt verwendbar',
    DISABLED_BY_POLICY: 'von der Richtlinie nicht erlaubt',
    EXPIRED: 'abgelaufen',
    NOT_YET_VALID: 'noch nicht gültig',
    ONE_TIME_USED: 'schon verwendet',
    UNKNOWN: 'unbekannter Zustand',
  },
});

export const PASSKEY_TYPES = inLanguage<Record<PasskeyType, string | null>>({
  en: { DEVICE_BOUND: 'bound to one device', SYNCED: 'synced between devices', UNKNOWN: null },
  de: { DEVICE_BOUND: 'an ein Gerät gebunden', SYNCED: 'zwischen Geräten synchronisiert', UNKNOWN: null },
});

export const ATTESTATIONS = inLanguage<Record<AttestationLevel, string | null>>({
  en: { ATTESTED: null, NOT_ATTESTED: 'model not proved', UNKNOWN: null },
  de: { ATTESTED: null, NOT_ATTESTED: 'Modell nicht nachgewiesen', UNKNOWN: null },
});

export const KEY_STRENGTHS = inLanguage<Record<KeyStrength, string | null>>({
  en: { NORMAL: null, WEAK: 'weak key: the user should register it again', UNKNOWN: null },
  de: { NORMAL: null, WEAK: 'schwacher Schlüssel: Der Benutzer sollte die Methode neu registrieren', UNKNOWN: null },
});

export const PLATFORMS: Record<MethodPlatform, string | null> = {
  WINDOWS: 'Windows',
  MAC_OS: 'macOS',
  IOS: 'iOS',
  ANDROID: 'Android',
  LINUX: 'Linux',
  UNKNOWN: null,
};

export const CLOUDS = inLanguage<Record<NationalCloud, string>>({
  en: {
    GLOBAL: 'the worldwide cloud',
    US_GOVERNMENT_L4: 'GCC High',
    US_GOVERNMENT_L5: 'the cloud of the US Department of Defense',
    CHINA_21VIANET: 'the cloud operated by 21Vianet',
  },
  de: {
    GLOBAL: 'die weltweite Cloud',
    US_GOVERNMENT_L4: 'GCC High',
    US_GOVERNMENT_L5: 'die Cloud des US-Verteidigungsministeriums',
    CHINA_21VIANET: 'die von 21Vianet betriebene Cloud',
  },
});
