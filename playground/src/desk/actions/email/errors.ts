import {
  matchError,
  type DeleteEmailMethodErrorFieldsFragment,
  type SetEmailMethodErrorFieldsFragment,
} from '../../../../client';
import { SHARED_ERRORS } from '../../change';
import { TEXTS } from './texts';

export type EmailError = SetEmailMethodErrorFieldsFragment | DeleteEmailMethodErrorFieldsFragment;

/** Why an address was not saved or deleted, or cannot be. */
export function whyNot(error: EmailError): string {
  return matchError(error, {
    ...SHARED_ERRORS,
    InvalidEmailAddressError: ({ message }) => message,
    EmailMethodAlreadyRegisteredError: ({ sameAddress, existingEmailMethod }) =>
      sameAddress ? TEXTS.same : TEXTS.already(addressOf(existingEmailMethod)),
    EmailMethodNotFoundError: () => TEXTS.notFound,
    EmailMethodChangedError: ({ currentEmailMethod }) => TEXTS.changed(addressOf(currentEmailMethod)),
  });
}

/** As the caller may see it. */
export function addressOf(email: { readonly emailAddress: string | null } | null): string {
  return email?.emailAddress ?? TEXTS.notShown;
}
