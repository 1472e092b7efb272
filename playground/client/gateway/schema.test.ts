import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  getDirectiveValues,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  specifiedDirectives,
  type DirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { Maybe } from 'graphql/jsutils/Maybe';
import { beforeAll, expect, it } from 'vitest';
import { headersFor, type Gateway } from '../examples/gateway';
import { gateway } from './sandbox';

// Three ways to the schema, which must say the same: the package, the text that the gateway serves, and introspection.
let asked: Gateway;
let served: GraphQLSchema;
let introspected: GraphQLSchema;
const packed = buildSchema(readFileSync(new URL('../generated/schema.graphql', import.meta.url), 'utf8'));

beforeAll(async () => {
  asked = await gateway();
  served = buildSchema(await servedText());
  introspected = buildClientSchema(await introspection());
});

it('is served as it is introspected', () => {
  expect(inOrder(served)).toEqual(inOrder(introspected));
  expect(changesBetween(served, introspected)).toEqual([]);
});

it('is packed as it is served', () => {
  expect(inOrder(packed)).toEqual(inOrder(served));
  expect(changesBetween(packed, served)).toEqual([]);
});

it('has the same directives at the same places in the package as it is served', () => {
  const applied = directivesIn(packed);
  expect(directivesIn(served)).toEqual(applied);
  expect(applied).toContainEqual(['UserRef', '@oneOf', {}]);
  expect(applied).toContainEqual(['UserRef.userPrincipalName', '@Size', expect.objectContaining({ min: 3, max: 113 })]);
  expect(applied).toContainEqual(['Query.users(by:)', '@ContainerSize', expect.objectContaining({ max: 1000 })]);
  expect(applied).toContainEqual(['DateTime', '@specifiedBy', { url: expect.stringContaining('date-time') as string }]);
});

async function servedText(): Promise<string> {
  const response = await fetch(`${asked.url}/schema`, { headers: headersFor(asked) });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain;charset=UTF-8']);
  return response.text();
}

async function introspection(): Promise<IntrospectionQuery> {
  const query = getIntrospectionQuery({
    inputValueDeprecation: true,
    oneOf: true,
    specifiedByUrl: true,
    schemaDescription: true,
    directiveIsRepeatable: true,
  });
  const response = await fetch(asked.url, {
    method: 'POST',
    headers: headersFor(asked),
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: IntrospectionQuery }).data;
}

function inOrder(schema: GraphQLSchema): string[] {
  return printSchema(lexicographicSortSchema(schema)).split('\n\n');
}

/**
 * In both directions, since a check for changes is blind to what is added. But for what is GraphQL's own, which each engine has in
 * an edition of its own: that of graphql-js lets directives be deprecated.
 */
function changesBetween(one: GraphQLSchema, other: GraphQLSchema) {
  return [findBreakingChanges, findDangerousChanges]
    .flatMap((find) => [...find(one, other), ...find(other, one)])
    .filter(({ description }) => !specifiedDirectives.some(({ name }) => description.endsWith(` from ${name}.`)));
}

type Applied = [place: string, directive: string, values: Record<string, unknown>];

/** Which directives stand where, with all of their arguments: what no introspection tells. */
function directivesIn(schema: GraphQLSchema): Applied[] {
  return Object.values(schema.getTypeMap())
    .flatMap(placesIn)
    .flatMap(([place, { astNode }]) =>
      schema.getDirectives().flatMap((directive): Applied[] => {
        const values = astNode && getDirectiveValues(directive, astNode);
        return values ? [[place, `@${directive.name}`, { ...values }]] : [];
      }),
    )
    .sort();
}

type Place = [name: string, element: { astNode?: Maybe<{ directives?: readonly DirectiveNode[] }> }];

function placesIn(type: GraphQLNamedType): Place[] {
  return [[type.name, type], ...membersOf(type).map(([name, member]): Place => [`${type.name}.${name}`, member])];
}

function membersOf(type: GraphQLNamedType): Place[] {
  if (isEnumType(type)) return type.getValues().map((value) => [value.name, value]);
  if (isInputObjectType(type)) return Object.entries(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.entries(type.getFields()).flatMap(([name, field]): Place[] => [
    [name, field],
    ...field.args.map((argument): Place => [`${name}(${argument.name}:)`, argument]),
  ]);
}
