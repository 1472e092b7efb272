import { matchError, type RevokeSignInSessionsErrorFieldsFragment } from '../../../../client';
import { SHARED_ERRORS } from '../../change';
import { TEXTS } from './texts';

/** Why sessions were not ended, or cannot be. */
export function whyNot(error: RevokeSignInSessionsErrorFieldsFragment): string {
  return matchError(error, { ...SHARED_ERRORS, ExternalUserError: () => TEXTS.external });
}
