import { isEnumType, isInputObjectType, type GraphQLSchema } from 'graphql';

const DOCUMENTED = /^`(\+[^`]*)\{extension\}`, the extension optional/;
const DIGITS = /(\d+) to (\d+) digits/;

/** Whether a description says that a field holds a phone number, and in which form. */
export function isPhoneNumber(description: string | null | undefined): boolean {
  return DOCUMENTED.test(description ?? '');
}

/**
 * The form of phone numbers as the descriptions of the schema give it, as a regular expression. Which country codes there are
 * and how many digits a country has, they do not say.
 */
export function phoneNumberForm(schema: GraphQLSchema): string {
  const [form, ...others] = new Set(descriptions(schema).flatMap((text) => DOCUMENTED.exec(text)?.[1] ?? []));
  const [, least, most] = DIGITS.exec(extensionDescription(schema)) ?? [];
  if (form === undefined || others.length > 0 || least === undefined || most === undefined)
    throw new Error('The descriptions of phone numbers have changed: see build/client/phone-number-form.ts.');
  const number = form
    .slice(0, -1)
    .replaceAll('+', '\\+')
    .replaceAll(/\{[^}]*\}/g, '[0-9]+');
  return `^${number}(?:${form.slice(-1)}[0-9]{${least},${most}})?$`;
}

function descriptions(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .map(({ description }) => description ?? '');
}

function extensionDescription(schema: GraphQLSchema): string {
  const reasons = schema.getType('InvalidPhoneNumberReason');
  if (!isEnumType(reasons)) return '';
  return reasons.getValue('INVALID_EXTENSION')?.description ?? '';
}
