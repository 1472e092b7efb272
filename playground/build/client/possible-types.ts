import { isAbstractType, type GraphQLSchema } from 'graphql';

// Apollo Client takes what is no name for a pattern.
const ERRORS_THAT_JOIN_LATER = String.raw`\w+Error`;

/**
 * Which types each interface and union stands for, as Apollo Client's cache wants to know. A pattern stands for errors of
 * types that join later, so that they keep in the cache what every expected error has.
 */
export function possibleTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)] as const);
  const table = new Map(types);
  table.set('ExpectedError', [...(table.get('ExpectedError') ?? []), ERRORS_THAT_JOIN_LATER]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(table), null, 2)};\n`;
}
