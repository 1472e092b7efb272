import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { FieldConstraints, InputConstraints } from '../../client/constraints';
import { isPhoneNumber, phoneNumberForm } from './phone-number-form';

const CONSTRAINTS = ['Size', 'Pattern', 'ContainerSize', 'Range'] as const;
const CODE = /Code: `(\w+)`/;

type Field = GraphQLInputField | GraphQLArgument;

/** What the schema demands of each input and of the arguments of each query, as a module. */
export function constraints(schema: GraphQLSchema): string {
  const inputs = JSON.stringify(Object.fromEntries([...ofInputs(schema), ...ofQueries(schema)]), null, 2);
  return [
    `import type { InputConstraints } from '../constraints';`,
    `export const INPUTS = ${inputs} as const satisfies Record<string, InputConstraints>;`,
    `export const PHONE_NUMBER = /${phoneNumberForm(schema)}/;`,
    '',
  ].join('\n');
}

function ofInputs(schema: GraphQLSchema): [string, InputConstraints][] {
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .map((type) => [type.name, { oneOf: type.isOneOf, fields: ofFields(schema, Object.values(type.getFields())) }]);
}

/** Those of mutations have one argument only, the input. */
function ofQueries(schema: GraphQLSchema): [string, InputConstraints][] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ args }) => args.length > 0)
    .map(({ name, args }) => [`Query.${name}`, { oneOf: false, fields: ofFields(schema, args) }]);
}

function ofFields(schema: GraphQLSchema, fields: readonly Field[]): Record<string, FieldConstraints> {
  return Object.fromEntries(fields.map((field) => [field.name, ofField(schema, field)]));
}

function ofField(schema: GraphQLSchema, field: Field): FieldConstraints {
  const type: GraphQLNamedType = getNamedType(field.type);
  const missing = codeWhenMissing(schema, field);
  return {
    ...(missing && { missing }),
    ...(isInputObjectType(type) && { input: type.name }),
    ...(isListType(getNullableType(field.type)) && { isList: true }),
    ...(isPhoneNumber(field.description) && { isPhoneNumber: true }),
    ...applied(schema, field),
  };
}

/** A field that is nullable by its type can be required by a rule: its description says so, and an error type is named after it. */
function codeWhenMissing(schema: GraphQLSchema, field: Field): string | undefined {
  const hasDefault = field.defaultValue !== undefined;
  if (isNonNullType(field.type) && !hasDefault) return 'BAD_USER_INPUT';
  if (!field.description?.includes('Required by a rule')) return undefined;
  const error = schema.getType(`${getNamedType(field.type).name}RequiredError`);
  const code = CODE.exec(error?.description ?? '')?.[1];
  if (code === undefined)
    throw new Error(`No error type tells that ${field.name} is missing: see build/client/constraints.ts.`);
  return code;
}

function applied(schema: GraphQLSchema, { astNode }: Field): Partial<FieldConstraints> {
  const values = CONSTRAINTS.flatMap((name) => {
    const directive = schema.getDirective(name);
    const value = directive && astNode && getDirectiveValues(directive, astNode);
    return value ? [[name, withoutMessage(value)]] : [];
  });
  return Object.fromEntries(values) as Partial<FieldConstraints>;
}

function withoutMessage(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'message'));
}
