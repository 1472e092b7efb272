import type { AddPhoneMethodErrorFieldsFragment, ErrorNamed, ExpectedError } from '../../../client';
import { duration } from '../format';
import { TEXTS } from './texts';

/** The errors that the mutations share, as the operations of the client kit select them. */
type Shared<Name extends AddPhoneMethodErrorFieldsFragment['__typename']> = ErrorNamed<
  AddPhoneMethodErrorFieldsFragment,
  Name
>;

interface Waiting {
  readonly retryAfterSeconds: number | null;
}

/**
 * The arms of `matchError` for the errors that the mutations share: what happened and what to do next. Whether something was changed
 * says the note around it. The gateway's own message is used where it says as much.
 */
export const SHARED_ERRORS = {
  InvalidInputError: messageOf,
  OwnAccountNotAllowedError: messageOf,
  UserNotFoundError: () => TEXTS.userGone,
  UserNotReadyError: ({ retryAfterSeconds }: Waiting) => TEXTS.userNotReady + TEXTS.tryAgain(wait(retryAfterSeconds)),
  PermissionDeniedError: messageOf,
  CloudNotSupportedError: ({ message, supportedClouds }: Shared<'CloudNotSupportedError'>) =>
    `${message} ${TEXTS.otherClouds(supportedClouds.join(', '))}`,
  UpstreamThrottledError: ({ retryAfterSeconds }: Waiting) => TEXTS.throttled + TEXTS.tryAgain(wait(retryAfterSeconds)),
  UpstreamUnavailableError: ({ retryAfterSeconds }: Waiting) =>
    TEXTS.unavailable + TEXTS.tryAgain(wait(retryAfterSeconds)),
  UpstreamRefusedError: ({ upstreamCode, upstreamRequestId }: Shared<'UpstreamRefusedError'>) =>
    TEXTS.rejected(upstreamCode, upstreamRequestId),
  GatewayConfigurationError: messageOf,
  OutcomeUnknownError: () => TEXTS.unknown,
  IdempotencyKeyReusedError: () => TEXTS.takenForAnother,
  IdempotencyKeyInFlightError: () => TEXTS.inProgress,
  IdempotencyKeysLostError: () => TEXTS.recordLost,
  fallback: messageOf,
};

function messageOf({ message }: Pick<ExpectedError, 'message'>): string {
  return message;
}

function wait(seconds: number | null): string | null {
  return seconds === null ? null : duration(seconds);
}
