import { matchError, type PasswordRefusedReason, type ResetPasswordErrorFieldsFragment } from '../../../../client';
import { SHARED_ERRORS } from '../../change';
import { TEXTS } from './texts';

const REFUSED: Record<PasswordRefusedReason, string> = {
  TOO_SIMPLE: TEXTS.simple,
  INVALID_CHARACTERS: TEXTS.characters,
  REFUSED_UPSTREAM: TEXTS.refused,
};

/** Why a password was not reset, or cannot be. */
export function whyNot(error: ResetPasswordErrorFieldsFragment): string {
  return matchError(error, {
    ...SHARED_ERRORS,
    NewPasswordRequiredError: () => TEXTS.required,
    PasswordRefusedError: ({ passwordRefusedReason }) => REFUSED[passwordRefusedReason],
    PasswordResetFailedError: ({ upstreamDetail }) => TEXTS.failed(upstreamDetail),
    ExternalUserError: () => TEXTS.external,
    ApplicationNotAllowedError: () => TEXTS.applications,
  });
}
