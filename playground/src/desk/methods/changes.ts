import {
  DeleteMethodText,
  DisableSmsSignInText,
  EnableSmsSignInText,
  UpdatePhoneText,
  type DeleteMethodMutation,
  type DisableSmsSignInMutation,
  type EnableSmsSignInMutation,
  type UpdatePhoneMutation,
} from '../../../client';
import { changeBy, type Change, type ChangeTexts } from '../change';
import type { Gateway } from '../gateway';
import type { Method, Person } from '../person';
import { TEXTS } from '../texts';
import { CONFIRMATIONS } from '../words';
import type { Phone } from './possible';

export type MethodPayload =
  | UpdatePhoneMutation['updatePhoneMethod']
  | DeleteMethodMutation['deleteAuthenticationMethod']
  | EnableSmsSignInMutation['enableSmsSignIn']
  | DisableSmsSignInMutation['disableSmsSignIn'];

export type MethodChange = Change<MethodPayload>;

export function replacing(gateway: Gateway, person: Person, { phoneType }: Phone, phoneNumber: string): MethodChange {
  const input = { user: { id: person.id }, phoneType, phoneNumber };
  return changeBy(gateway, UpdatePhoneText, input, ({ updatePhoneMethod }) => updatePhoneMethod);
}

export function deleting(gateway: Gateway, { id }: Method): MethodChange {
  const input = { method: { id } };
  return changeBy(gateway, DeleteMethodText, input, ({ deleteAuthenticationMethod }) => deleteAuthenticationMethod);
}

export function enablingSms(gateway: Gateway, person: Person, { phoneType }: Phone): MethodChange {
  const input = { user: { id: person.id }, phoneType };
  return changeBy(gateway, EnableSmsSignInText, input, ({ enableSmsSignIn }) => enableSmsSignIn);
}

export function disablingSms(gateway: Gateway, person: Person, { phoneType }: Phone): MethodChange {
  const input = { user: { id: person.id }, phoneType };
  return changeBy(gateway, DisableSmsSignInText, input, ({ disableSmsSignIn }) => disableSmsSignIn);
}

const { methods: WORDS } = TEXTS;

/** How each change is spoken of, when it was made and when not. */
export const SPOKEN = {
  replace: {
    applied: WORDS.replaced,
    ...texts(WORDS.notReplaced, WORDS.unknownReplaced),
    confirmations: CONFIRMATIONS,
  },
  delete: { applied: WORDS.deleted, ...texts(WORDS.notDeleted, WORDS.unknownDeleted) },
  enableSms: { applied: () => WORDS.smsEnabled, ...texts(WORDS.notSwitched, WORDS.unknownSwitched) },
  disableSms: { applied: () => WORDS.smsDisabled, ...texts(WORDS.notSwitched, WORDS.unknownSwitched) },
} satisfies Record<string, ChangeTexts & { applied: (method: string) => string }>;

export type Action = keyof typeof SPOKEN;

/** None of them is checked without being made. */
function texts(refused: string, unconfirmed: string): ChangeTexts {
  return { refused, unconfirmed: `${unconfirmed} ${WORDS.tryAgain}`, possible: '', impossible: '' };
}
