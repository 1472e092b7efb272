import { fieldOf, matchError, type AddPhoneMethodErrorFieldsFragment, type Payload, type Settled } from '..';

/** The payload of `addPhoneMethod`, whichever library brought it. */
export interface AddPhonePayload extends Payload {
  readonly phoneMethod: { readonly phoneNumber: string | null } | null;
  readonly errors: readonly AddPhoneMethodErrorFieldsFragment[];
}

/** What a form would show, a line for each thing to say. */
export function report(outcome: Settled<AddPhonePayload>): string[] {
  switch (outcome.is) {
    case 'applied':
      return [`Added: ${outcome.payload.phoneMethod?.phoneNumber ?? 'a phone'}`];
    case 'checked':
      return ['It can be added.'];
    case 'refused':
    case 'overtaken':
      return outcome.errors.map((error) => `${fieldOf(error) || 'the whole'}: ${whyNot(error)}`);
    case 'unknown':
      return [
        ...(outcome.cause instanceof Error ? [outcome.cause.message] : []),
        `Whether the phone was added is not known yet. Ask again later, with the key ${outcome.idempotencyKey}.`,
      ];
  }
}

/** What a person can do about an error. Take an arm away, or the fallback, and this does not compile. */
export function whyNot(error: AddPhoneMethodErrorFieldsFragment): string {
  const { message } = error;
  return matchError(error, {
    InvalidPhoneNumberError: ({ suggestion }) => (suggestion === null ? message : `Did you mean ${suggestion}?`),
    InvalidInputError: () => message,
    PhoneTypeRequiredError: ({ allowedTypes }) => `Choose one of ${allowedTypes.join(', ')}.`,
    PhoneTypeAlreadyRegisteredError: ({ sameNumber }) => (sameNumber ? 'The user has this very phone.' : message),
    MobilePhoneRequiredError: ({ requiredType }) => `Add a phone of type ${requiredType} first.`,
    OwnAccountNotAllowedError: () => message,
    SmsSignInRegistrationFailedError: () => message,
    UserNotFoundError: () => message,
    UserNotReadyError: ({ retryAfterSeconds }) => `Try again in ${retryAfterSeconds ?? 60} s.`,
    PermissionDeniedError: ({ acceptedRoles }) =>
      acceptedRoles.length === 0 ? message : `This takes one of the roles ${acceptedRoles.join(', ')}.`,
    CloudNotSupportedError: ({ cloud }) => `${message} (${cloud})`,
    UpstreamThrottledError: ({ retryAfterSeconds }) => `Try again in ${retryAfterSeconds ?? 60} s.`,
    UpstreamUnavailableError: ({ retryAfterSeconds }) => `Try again in ${retryAfterSeconds ?? 60} s.`,
    UpstreamRefusedError: ({ upstreamCode }) => `${message} (${upstreamCode})`,
    GatewayConfigurationError: () => message,
    OutcomeUnknownError: () => message,
    IdempotencyKeyReusedError: () => message,
    IdempotencyKeyInFlightError: () => message,
    IdempotencyKeysLostError: () => message,
    fallback: (later) => later.message,
  });
}
