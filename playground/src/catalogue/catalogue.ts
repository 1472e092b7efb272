import { isInterfaceType, isObjectType, isUnionType, getNamedType } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Example } from '../examples';

/** One expected error of the schema. */
export interface CatalogueEntry {
  name: string;
  description: string;
  code: string;
  category: string;
  /** The fields beside those that every expected error has. */
  fields: { name: string; type: string; description: string }[];
  /** What can be answered with it: mutations and queries by their names, other fields as `Type.field`. */
  answeredBy: string[];
  /** The examples that are answered with it. */
  examples: Example[];
}

/** Errors of one category. */
export interface CatalogueSection {
  category: string;
  description: string;
  entries: CatalogueEntry[];
}

const ROOT_INTERFACE = 'ExpectedError';

/** Every error type of the schema, by category in the order of the schema. */
export function catalogueOf(schema: GraphQLSchema, examples: readonly Example[]): CatalogueSection[] {
  const entries = errorTypes(schema).map((type) => entryOf(type, schema, examples));
  return categoriesOf(schema)
    .map((category) => ({ ...category, entries: entries.filter((entry) => entry.category === category.category) }))
    .filter(({ entries }) => entries.length > 0);
}

function errorTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const root = schema.getType(ROOT_INTERFACE);
  return isInterfaceType(root) ? schema.getPossibleTypes(root) : [];
}

function categoriesOf(schema: GraphQLSchema) {
  const type = schema.getType('ErrorCategory');
  const values = type && 'getValues' in type ? type.getValues() : [];
  return values.map(({ name, description }) => ({ category: name, description: description ?? '' }));
}

function entryOf(type: GraphQLObjectType, schema: GraphQLSchema, examples: readonly Example[]): CatalogueEntry {
  const fields = Object.values(type.getFields());
  const shared = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
  return {
    name: type.name,
    description: withoutCode(type.description ?? ''),
    code: constantOf(type, 'code'),
    category: constantOf(type, 'category'),
    fields: fields.filter(({ name }) => !shared.has(name)).map(fieldOf),
    answeredBy: placesOf(type, schema),
    examples: examples.filter(({ expects }) => expects.includes(type.name)),
  };
}

function fieldOf({ name, type, description }: GraphQLField<unknown, unknown>) {
  return { name, type: String(type), description: description ?? '' };
}

// The schema ends each error's description with its code, which stands in an own place here.
function withoutCode(description: string): string {
  return description.replace(/\s*Code: `\w+`\.\s*$/, '').replaceAll('\n', ' ');
}

/** What the schema says that a field always holds: it describes such a field by nothing but its value. */
function constantOf(type: GraphQLObjectType, field: string): string {
  return /^`(\w+)`$/.exec(type.getFields()[field]?.description ?? '')?.[1] ?? '';
}

function placesOf(error: GraphQLObjectType, schema: GraphQLSchema): string[] {
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
  const holding = unions.filter((union) => schema.isSubType(union, error));
  return [...new Set(holding.flatMap((union) => placesThatLeadTo(union, schema, new Set())))].sort();
}

/** Goes up from a type to what a client can ask for: a field of a root type, or of an object that has an id of its own. */
function placesThatLeadTo(type: GraphQLNamedType, schema: GraphQLSchema, seen: Set<GraphQLNamedType>): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  return fieldsOfType(type, schema).flatMap(({ owner, field }) => {
    if (isRoot(owner, schema)) return [field];
    return isNode(owner) ? [`${declaringType(owner, field)}.${field}`] : placesThatLeadTo(owner, schema, seen);
  });
}

function fieldsOfType(type: GraphQLNamedType, schema: GraphQLSchema) {
  const owners = Object.values(schema.getTypeMap()).filter((each) => isObjectType(each) && !isIntrospection(each));
  return (owners as GraphQLObjectType[]).flatMap((owner) =>
    Object.values(owner.getFields())
      .filter((field) => getNamedType(field.type) === type)
      .map((field) => ({ owner, field: field.name })),
  );
}

/** The interface that has the field for all of its types, or else the type itself. */
function declaringType(owner: GraphQLObjectType, field: string): string {
  return owner.getInterfaces().find((each) => field in each.getFields())?.name ?? owner.name;
}

function isRoot(type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType();
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

function isIntrospection({ name }: GraphQLNamedType): boolean {
  return name.startsWith('__');
}
