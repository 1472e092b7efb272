import {
  matchError,
  type AccessPassFragment,
  type CreateTemporaryAccessPassErrorFieldsFragment,
  type DeleteTemporaryAccessPassErrorFieldsFragment,
} from '../../../../client';
import { SHARED_ERRORS } from '../../change';
import { dateTime, duration } from '../../format';
import { TEXTS } from './texts';

export type PassError = CreateTemporaryAccessPassErrorFieldsFragment | DeleteTemporaryAccessPassErrorFieldsFragment;

/** Why a pass was not created or deleted, or cannot be; with what is there. */
export function whyNot(error: PassError): string {
  return matchError(error, {
    ...SHARED_ERRORS,
    AccessPassExistsError: ({ existingTemporaryAccessPass }) => TEXTS.exists(validityOf(existingTemporaryAccessPass)),
    AccessPassNotFoundError: () => TEXTS.notFound,
    AccessPassChangedError: ({ currentTemporaryAccessPass: current }) =>
      current ? TEXTS.changedTo(validityOf(current)) : TEXTS.changedToNone,
    AccessPassLifetimeError: ({ message, minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most }) =>
      least === null || most === null ? message : TEXTS.outside(minutes(least), minutes(most)),
    AccessPassStartError: ({ earliest }) => `${TEXTS.past} ${TEXTS.earliest(dateTime(earliest))}`,
    AccessPassMultiUseNotAllowedError: () => TEXTS.multiUse,
    MethodNotAllowedByPolicyError: ({ policyRefusal }) => TEXTS.policy[policyRefusal],
    ExternalUserError: () => TEXTS.external,
  });
}

/** When a pass can be used, as a part of a sentence. */
export function validityOf(pass: Pick<AccessPassFragment, 'usability' | 'startDateTime' | 'endDateTime'>): string {
  const { usability } = pass;
  const from = pass.startDateTime === null ? TEXTS.someTime : dateTime(pass.startDateTime);
  const until = pass.endDateTime === null ? TEXTS.someTime : dateTime(pass.endDateTime);
  if (usability === 'EXPIRED' || usability === 'ONE_TIME_USED') return TEXTS.unusable;
  if (usability === 'DISABLED_BY_POLICY') return TEXTS.unusableNow;
  return usability === 'NOT_YET_VALID' ? TEXTS.later(from, until) : TEXTS.usable(until);
}

/** Minutes as people say them. */
export function minutes(count: number): string {
  return duration(count * 60);
}
