import type { Method, Person } from '../person';
import { SMS_SIGN_IN } from '../words';
import { whyNot, type AddError } from '../wording';

export type Phone = Extract<Method, { __typename: 'PhoneMethod' }>;

/** What can be done to a method; each with the reason why it cannot be done now, or null. */
export interface Possible {
  readonly replace?: string | null;
  readonly enableSms?: string | null;
  readonly disableSms?: string | null;
  readonly delete: string | null;
}

/** They forbid one more phone, not another number. */
const ONLY_AGAINST_ADDING: ReadonlySet<AddError['__typename']> = new Set([
  'PhoneTypeAlreadyRegisteredError',
  'MobilePhoneRequiredError',
  'CloudNotSupportedError',
]);

/** What can be done to one of a person's methods, as far as that is known beforehand. */
export function possibleFor(method: Method, person: Person): Possible {
  const { isAllowed, blockedBy } = method.deletion;
  return {
    ...(method.__typename === 'PhoneMethod' && ofPhone(method, person)),
    delete: isAllowed ? null : blockedBy.map(whyNot).join(' '),
  };
}

function ofPhone(phone: Phone, person: Person): Omit<Possible, 'delete'> {
  return { ...(phone.phoneType !== null && { replace: againstReplacing(phone, person) }), ...smsSignInOf(phone) };
}

function againstReplacing({ phoneType }: Phone, { phoneEligibility }: Person): string | null {
  const eligibility = phoneEligibility?.find((candidate) => candidate.phoneType === phoneType);
  const reasons = eligibility?.blockedBy.filter(({ __typename }) => !ONLY_AGAINST_ADDING.has(__typename)) ?? [];
  return reasons.map(whyNot).join(' ') || null;
}

/** A type that nobody signs in with has no switch. */
function smsSignInOf({ phoneType, smsSignInState }: Phone): Omit<Possible, 'delete'> {
  if (phoneType !== 'MOBILE') return {};
  switch (smsSignInState) {
    case 'READY':
      return { disableSms: null };
    case 'NOT_ALLOWED_BY_POLICY':
    case 'PHONE_NUMBER_NOT_UNIQUE':
      return { enableSms: `${SMS_SIGN_IN[smsSignInState]}.` };
    case 'NOT_SUPPORTED':
      return {};
    default:
      return { enableSms: null };
  }
}
