import {
  matchError,
  type AddPhoneMethodErrorFieldsFragment,
  type DeleteAuthenticationMethodErrorFieldsFragment,
  type DisableSmsSignInErrorFieldsFragment,
  type EnableSmsSignInErrorFieldsFragment,
  type PhoneType,
  type SetPhoneMethodErrorFieldsFragment,
  type SignInActivityErrorFieldsFragment,
  type UpdatePhoneMethodErrorFieldsFragment,
  type UserLookupErrorFieldsFragment,
  type UserSearchErrorFieldsFragment,
  type Violation,
} from '../../client';
import { SHARED_ERRORS } from './change/errors';
import { ERRORS } from './errors';
import { anyOf } from './format';
import { CLOUDS, KINDS, REASONS, TYPES } from './words';

export { CONFIRMATIONS, SMS_SIGN_IN, TYPES } from './words';

/** An error as `addPhoneMethod` and `addPhoneMethods` answer it, and as eligibility foretells it. */
export type AddError = AddPhoneMethodErrorFieldsFragment;

/** An error of a change to one method. */
export type MethodError =
  | AddError
  | SetPhoneMethodErrorFieldsFragment
  | UpdatePhoneMethodErrorFieldsFragment
  | DeleteAuthenticationMethodErrorFieldsFragment
  | EnableSmsSignInErrorFieldsFragment
  | DisableSmsSignInErrorFieldsFragment;

type Wrong = Pick<Violation, 'code' | 'reason' | 'invisibleCharacter' | 'constraint'>;

/** The text that the gateway would answer. */
export function whatIsWrong({ code, reason, invisibleCharacter, constraint }: Wrong): string {
  if (invisibleCharacter !== undefined) return ERRORS.invisible(invisibleCharacter);
  if (reason !== undefined) return REASONS[reason];
  if (code === 'PHONE_TYPE_REQUIRED') return ERRORS.chooseType;
  return constraint === 'Size' ? ERRORS.tooLong : ERRORS.wrong;
}

/** Why a method was not changed, or cannot be: the gateway's message, and what a person can do with the rest of the error. */
export function whyNot(error: MethodError): string {
  const { message } = error;
  return matchError(error, {
    ...SHARED_ERRORS,
    InvalidPhoneNumberError: () => message,
    PhoneTypeRequiredError: () => message,
    PhoneTypeAlreadyRegisteredError: ({ sameNumber, existing }) =>
      sameNumber ? ERRORS.sameNumber : `${message} ${ERRORS.has(phoneInWords(existing))}`,
    MobilePhoneRequiredError: () => message,
    MobilePhoneStillNeededError: () => message,
    PhoneMethodNotFoundError: () => message,
    PhoneMethodChangedError: ({ current }) => `${message} ${ERRORS.now(phoneInWords(current))}`,
    MethodChangedError: ({ currentMethod }) => `${message} ${ERRORS.now(KINDS[currentMethod.kind])}`,
    AuthenticationMethodNotFoundError: () => message,
    MethodNotDeletableError: () => message,
    DefaultMethodError: () => message,
    StepUpRequiredError: () => message,
    SmsSignInNotAllowedError: () => message,
    SmsSignInRegistrationFailedError: () => message,
    CloudNotSupportedError: ({ supportedClouds }) =>
      `${message} ${ERRORS.clouds(anyOf(supportedClouds.map((cloud) => CLOUDS[cloud])))}`,
  });
}

/** Why there is nobody to show. */
export function whyNoUser(error: UserLookupErrorFieldsFragment): string {
  const { message } = error;
  return matchError(error, {
    UserNotFoundError: () => message,
    PermissionDeniedError: () => message,
    UpstreamThrottledError: SHARED_ERRORS.UpstreamThrottledError,
    UpstreamUnavailableError: SHARED_ERRORS.UpstreamUnavailableError,
    UpstreamRefusedError: () => message,
    GatewayConfigurationError: () => message,
    fallback: (later) => later.message,
  });
}

/** Why nobody could be looked for. */
export function whyNoSearch(error: UserSearchErrorFieldsFragment): string {
  const { message } = error;
  return matchError(error, {
    CursorNotAcceptedError: () => message,
    SearchNotSupportedError: () => ERRORS.searchNotSupported,
    PermissionDeniedError: () => ERRORS.searchNotAllowed,
    UpstreamThrottledError: SHARED_ERRORS.UpstreamThrottledError,
    UpstreamUnavailableError: SHARED_ERRORS.UpstreamUnavailableError,
    UpstreamRefusedError: () => message,
    GatewayConfigurationError: () => message,
    fallback: (later) => later.message,
  });
}

/** Why it is not known when somebody last signed in. */
export function whyNoSignIn(error: SignInActivityErrorFieldsFragment): string {
  const { message } = error;
  return matchError(error, {
    PremiumLicenseRequiredError: () => ERRORS.noLicense,
    PermissionDeniedError: ({ acceptedRoles }) => ERRORS.signInNotAllowed(anyOf(acceptedRoles)),
    UpstreamThrottledError: SHARED_ERRORS.UpstreamThrottledError,
    UpstreamUnavailableError: SHARED_ERRORS.UpstreamUnavailableError,
    UpstreamRefusedError: () => message,
    GatewayConfigurationError: () => message,
    fallback: (later) => later.message,
  });
}

/** The number that the gateway is sure was meant; null when it is not, or the error is another. */
export function suggestionOf(error: MethodError): string | null {
  return error.__typename === 'InvalidPhoneNumberError' ? error.suggestion : null;
}

/** A phone as a sentence names it. */
export function phoneInWords({ phoneType, phoneNumber }: PhoneInWords): string {
  return `${phoneType === null ? KINDS.PHONE : TYPES[phoneType].name}, ${phoneNumber ?? ERRORS.noNumber}`;
}

interface PhoneInWords {
  readonly phoneType: PhoneType | null;
  readonly phoneNumber: string | null;
}
