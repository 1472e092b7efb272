import {
  matchError,
  type AddPhoneMethodErrorFieldsFragment,
  type Confirmation,
  type InvalidPhoneNumberReason,
  type PhoneType,
  type SmsSignInState,
  type UserLookupErrorFieldsFragment,
  type Violation,
} from '../../client';

/** An error as `addPhoneMethod` and `addPhoneMethods` answer it, and as eligibility foretells it. */
export type AddError = AddPhoneMethodErrorFieldsFragment;

export const TYPES: Record<PhoneType, { name: string; use: string }> = {
  MOBILE: { name: 'Mobile', use: 'Text messages and voice calls' },
  ALTERNATE_MOBILE: { name: 'Alternate mobile', use: 'Voice calls; the user needs a mobile first' },
  OFFICE: { name: 'Office', use: 'Voice calls; can have an extension' },
};

export const SMS_SIGN_IN: Record<SmsSignInState, string> = {
  NOT_SUPPORTED: 'No sign-in by text message with this type',
  NOT_ALLOWED_BY_POLICY: 'Sign-in by text message not allowed by policy',
  NOT_ENABLED: 'Sign-in by text message switched off',
  PHONE_NUMBER_NOT_UNIQUE: 'No sign-in by text message: another user signs in with this number',
  READY: 'Signs in by text message',
  NOT_CONFIGURED: 'Sign-in by text message not set up yet',
  UNKNOWN: 'Sign-in by text message: unknown state',
};

export const CONFIRMATIONS: Record<Confirmation, string> = {
  UPSTREAM: 'Microsoft confirmed it.',
  READ_BACK: "Microsoft didn't confirm it, so we checked: the phone is there.",
  READ_BACK_MASKED:
    "Microsoft didn't confirm it, so we checked: a phone with these last digits is there. Someone who can see full numbers can make sure.",
};

/** The same as the gateway says, for what can be told before it is asked. */
const REASONS: Record<InvalidPhoneNumberReason, string> = {
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
};

type Wrong = Pick<Violation, 'code' | 'reason' | 'invisibleCharacter' | 'constraint'>;

/** The text that the gateway would answer. */
export function whatIsWrong({ code, reason, invisibleCharacter, constraint }: Wrong): string {
  if (invisibleCharacter !== undefined)
    return `The phone number contains a character that is invisible or looks like another: ${invisibleCharacter}. Delete it, and type that part of the number again.`;
  if (reason !== undefined) return REASONS[reason];
  if (code === 'PHONE_TYPE_REQUIRED') return 'Choose the type of the phone: mobile, alternate mobile or office.';
  if (constraint === 'Size') return 'The text is too long or too short.';
  return 'Something is missing or wrong.';
}

/** For callers whose token lists no role that can add phones: only Microsoft knows whether another role allows it. */
export const NO_ROLE_LISTED =
  'Your sign-in names no role that can add phones. You can still try: a custom role or a role for an administrative unit may allow it, and Microsoft decides when the phone is added.';

/** Why a phone was not added, or cannot be: the gateway's message, and what a person can do with the rest of the error. */
export function whyNot(error: AddError): string {
  const { message } = error;
  return matchError(error, {
    InvalidPhoneNumberError: () => message,
    InvalidInputError: () => message,
    PhoneTypeRequiredError: () => message,
    PhoneTypeAlreadyRegisteredError: ({ sameNumber }) => (sameNumber ? 'The user already has this phone.' : message),
    MobilePhoneRequiredError: () => message,
    OwnAccountNotAllowedError: () => message,
    SmsSignInRegistrationFailedError: () => message,
    UserNotFoundError: () => message,
    UserNotReadyError: (notReady) => message + wait(notReady),
    PermissionDeniedError: () => message,
    CloudNotSupportedError: ({ supportedClouds }) => `${message} Clouds that do: ${supportedClouds.join(', ')}.`,
    UpstreamThrottledError: (throttled) => message + wait(throttled),
    UpstreamUnavailableError: (unavailable) => message + wait(unavailable),
    UpstreamRefusedError: () => message,
    GatewayConfigurationError: () => message,
    OutcomeUnknownError: () => message,
    IdempotencyKeyReusedError: () => message,
    IdempotencyKeyInFlightError: () => message,
    IdempotencyKeysLostError: () => message,
    fallback: (later) => later.message,
  });
}

/** Why there is nobody to show. */
export function whyNoUser(error: UserLookupErrorFieldsFragment): string {
  const { message } = error;
  return matchError(error, {
    UserNotFoundError: () => message,
    PermissionDeniedError: () => message,
    UpstreamThrottledError: (throttled) => message + wait(throttled),
    UpstreamUnavailableError: (unavailable) => message + wait(unavailable),
    UpstreamRefusedError: () => message,
    GatewayConfigurationError: () => message,
    fallback: (later) => later.message,
  });
}

/** The number that the gateway is sure was meant; null when it is not, or the error is another. */
export function suggestionOf(error: AddError): string | null {
  return error.__typename === 'InvalidPhoneNumberError' ? error.suggestion : null;
}

function wait({ retryAfterSeconds }: { retryAfterSeconds: number | null }): string {
  return retryAfterSeconds === null ? '' : ` Wait ${retryAfterSeconds} seconds.`;
}
