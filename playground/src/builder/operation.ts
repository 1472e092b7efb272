import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { placeholderFor } from '../workbench/placeholders';
import { allErrors, errorsOf, leavesOf, lines, type Selected } from './errors';

type Field = GraphQLField<unknown, unknown>;

export interface Built {
  query: string;
  variables: Record<string, unknown>;
}

/** An operation to begin with: what the field needs as variables, its plain fields, and all its errors. */
export function operationFor(kind: 'query' | 'mutation', field: Field, schema: GraphQLSchema): Built {
  const needed = field.args.filter(isRequiredArgument);
  const definitions = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const operation = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const selected = [
    { head: `${field.name}${inBrackets(values)}`, within: selectionOf(getNamedType(field.type), schema) },
  ];
  return {
    query: `${[`${kind} ${operation}${inBrackets(definitions)} {`, ...lines(selected, '  '), '}'].join('\n')}\n`,
    variables: Object.fromEntries(needed.map(({ name, type }) => [name, skeleton(name, type)])),
  };
}

/** The plain fields and the errors of a type, and the same of the objects within, down to those that have an id. */
function selectionOf(type: GraphQLNamedType, schema: GraphQLSchema): Selected[] {
  if (isLeafType(type)) return [];
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const errors = errorsOf(type, schema);
  const objects = fields.some(({ name }) => name === 'id') ? [] : fields.filter(isPlainObject);
  const within = objects.map(({ name, type }) => ({ head: name, within: selectionOf(getNamedType(type), schema) }));
  const plain = leavesOf(type).filter(({ head }) => head !== '__typename' || within.length === 0);
  return [...plain, ...within, ...(errors ? [{ head: 'errors', within: allErrors(errors, schema) }] : [])];
}

function isPlainObject({ name, type, args }: Field): boolean {
  return name !== 'errors' && !isLeafType(getNamedType(type)) && args.length === 0;
}

/** A value with a placeholder for everything that a person has to type. */
function skeleton(name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return skeleton(name, type.ofType);
  if (isListType(type)) return [skeleton(name, type.ofType)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = fields.filter(isRequiredInputField);
    const chosen = required.length > 0 ? required : fields.slice(0, 1);
    return Object.fromEntries(chosen.map((field) => [field.name, skeleton(field.name, field.type)]));
  }
  if (isEnumType(type)) return placeholderFor(type.name);
  if (type.name === 'Int' || type.name === 'Float') return 1;
  return type.name === 'Boolean' ? false : placeholderFor(name);
}

function inBrackets(text: string): string {
  return text === '' ? '' : `(${text})`;
}
