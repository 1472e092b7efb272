import { isAbstractType, type GraphQLAbstractType, type GraphQLSchema } from 'graphql';

// Apollo Client takes what is no name for a pattern.
const ERRORS_THAT_JOIN_LATER = String.raw`\w+Error`;

/**
 * Which types each interface and union stands for, as Apollo Client's cache wants to know. Where these are errors, a pattern
 * stands for types that join later: otherwise the cache would keep no field of them.
 */
export function possibleTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const table = Object.fromEntries(types.map((type) => [type.name, namesOf(schema, type)]));
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(table, null, 2)};\n`;
}

function namesOf(schema: GraphQLSchema, type: GraphQLAbstractType): string[] {
  const names = schema.getPossibleTypes(type).map(({ name }) => name);
  return names.every((name) => name.endsWith('Error')) ? [...names, ERRORS_THAT_JOIN_LATER] : names;
}
