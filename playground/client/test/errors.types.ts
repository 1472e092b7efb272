// What must compile, and what must not: `npm run typecheck` is the test.
import { matchError, type AddPhoneMethodErrorFieldsFragment, type UserLookupErrorFieldsFragment } from '..';

declare const error: UserLookupErrorFieldsFragment;
const other = () => 'other';

matchError(error, {
  UserNotFoundError: ({ code }) => code,
  PermissionDeniedError: ({ acceptedRoles }) => acceptedRoles.join(),
  UpstreamThrottledError: ({ retryAfterSeconds }) => String(retryAfterSeconds),
  UpstreamUnavailableError: ({ retryAfterSeconds }) => String(retryAfterSeconds),
  UpstreamRefusedError: ({ upstreamCode }) => upstreamCode,
  GatewayConfigurationError: other,
  fallback: ({ message }) => message,
}) satisfies string;

// @ts-expect-error An arm is missing: UpstreamUnavailableError.
matchError(error, {
  UserNotFoundError: other,
  PermissionDeniedError: other,
  UpstreamThrottledError: other,
  UpstreamRefusedError: other,
  GatewayConfigurationError: other,
  fallback: other,
});

// @ts-expect-error The fallback is missing.
matchError(error, {
  UserNotFoundError: other,
  PermissionDeniedError: other,
  UpstreamThrottledError: other,
  UpstreamUnavailableError: other,
  UpstreamRefusedError: other,
  GatewayConfigurationError: other,
});

matchError(error, {
  UserNotFoundError: other,
  PermissionDeniedError: other,
  UpstreamThrottledError: other,
  UpstreamUnavailableError: other,
  UpstreamRefusedError: other,
  GatewayConfigurationError: other,
  // @ts-expect-error The union has no such member.
  DefaultMethodError: other,
  fallback: other,
});

matchError(error, {
  UserNotFoundError: other,
  PermissionDeniedError: other,
  UpstreamThrottledError: other,
  UpstreamUnavailableError: other,
  UpstreamRefusedError: other,
  GatewayConfigurationError: other,
  // @ts-expect-error All that is known of a later type is what every expected error has.
  fallback: ({ retryAfterSeconds }) => String(retryAfterSeconds),
});

matchError(error, {
  // @ts-expect-error This type has no such field.
  UserNotFoundError: ({ acceptedRoles }) => String(acceptedRoles),
  PermissionDeniedError: other,
  UpstreamThrottledError: other,
  UpstreamUnavailableError: other,
  UpstreamRefusedError: other,
  GatewayConfigurationError: other,
  fallback: other,
});

declare const withoutInterface: { __typename: 'UserNotFoundError'; code: string };
// @ts-expect-error The operation does not select what every expected error has, and the fallback needs it.
matchError(withoutInterface, { UserNotFoundError: other, fallback: other });

// Every member of the largest union is an arm of its own.
declare const addPhoneError: AddPhoneMethodErrorFieldsFragment;
addPhoneError.__typename satisfies
  | 'InvalidPhoneNumberError'
  | 'InvalidInputError'
  | 'PhoneTypeRequiredError'
  | 'PhoneTypeAlreadyRegisteredError'
  | 'MobilePhoneRequiredError'
  | 'SmsSignInRegistrationFailedError'
  | 'OwnAccountNotAllowedError'
  | 'UserNotFoundError'
  | 'UserNotReadyError'
  | 'PermissionDeniedError'
  | 'CloudNotSupportedError'
  | 'UpstreamThrottledError'
  | 'UpstreamUnavailableError'
  | 'UpstreamRefusedError'
  | 'GatewayConfigurationError'
  | 'OutcomeUnknownError'
  | 'IdempotencyKeyReusedError'
  | 'IdempotencyKeyInFlightError'
  | 'IdempotencyKeysLostError';
