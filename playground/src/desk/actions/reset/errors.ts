import { matchError, type ResetMfaErrorFieldsFragment } from '../../../../client';
import { SHARED_ERRORS } from '../../change';

/** Why nothing of a reset was tried, or can be. The errors of a step are those of a deletion. */
export function whyNot(error: ResetMfaErrorFieldsFragment): string {
  return matchError(error, SHARED_ERRORS);
}
