import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, parse, printSchema, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { selectAllErrors, type Insertion } from '../src/builder/errors';
import { operationFor } from '../src/builder/operation';
import { sectionsOf, sectionsWith } from '../src/schema/definitions';
import { unreplacedIn } from '../src/workbench/placeholders';

const schemaFolder = new URL('../../schema/', import.meta.url);
const SDL = existsSync(schemaFolder)
  ? readdirSync(schemaFolder)
      .filter((file) => file.endsWith('.graphqls'))
      .map((file) => readFileSync(new URL(file, schemaFolder), 'utf8'))
      .join('\n')
  : '';

function schema(): GraphQLSchema {
  // Directives that graphql-java knows by itself need no definition in the files.
  return buildASTSchema(parse(SDL), { assumeValidSDL: true });
}

function applied(query: string, insertions: readonly Insertion[] | null): string {
  return [...(insertions ?? [])]
    .sort((one, other) => other.offset - one.offset)
    .reduce((text, { offset, text: added }) => text.slice(0, offset) + added + text.slice(offset), query);
}

function problems(query: string, of: GraphQLSchema): string[] {
  return validate(of, parse(query)).map(({ message }) => message);
}

describe.skipIf(SDL === '')('selectAllErrors', () => {
  const of = schema();
  const complete = (query: string) => applied(query, selectAllErrors(query, of));

  it('selects the errors of a payload that has none, under their types', () => {
    const query =
      'mutation A($input: AddPhoneMethodInput!) {\n  addPhoneMethod(input: $input) {\n    user {\n      id\n    }\n  }\n}\n';
    const completed = complete(query);
    expect(completed).toContain('    errors {\n      __typename\n      ... on ExpectedError {\n        code\n');
    expect(completed).toContain('      ... on InvalidPhoneNumberError {\n        reason\n');
    expect(problems(completed, of)).toEqual([]);
  });

  it('completes a selection on one line', () => {
    const query =
      'mutation A($input: AddPhoneMethodInput!) { addPhoneMethod(input: $input) { errors { kind: __typename } } }';
    expect(problems(complete(query), of)).toEqual([]);
  });

  it.each(EXAMPLES)('completes $name, keeps what is there, and finds nothing more to do', ({ query }) => {
    const completed = complete(query);
    expect(problems(completed, of)).toEqual([]);
    for (const line of query.split('\n')) expect(completed).toContain(line);
    expect(selectAllErrors(completed, of)).toEqual([]);
  });

  it('cannot complete what it cannot read', () => {
    expect(selectAllErrors('mutation {', of)).toBeNull();
  });
});

describe.skipIf(SDL === '')('operationFor', () => {
  const of = schema();
  const fields = (['query', 'mutation'] as const).flatMap((kind) =>
    Object.values((kind === 'query' ? of.getQueryType() : of.getMutationType())?.getFields() ?? {}).map(
      (field) => [field.name, kind, field] as const,
    ),
  );

  it.each(fields)('%s begins with a valid operation that selects all errors', (_, kind, field) => {
    const { query } = operationFor(kind, field, of);
    expect(problems(query, of)).toEqual([]);
    expect(selectAllErrors(query, of)).toEqual([]);
  });

  it('asks for the values of a mutation', () => {
    const field = of.getMutationType()?.getFields().addPhoneMethod;
    const built = field && operationFor('mutation', field, of);
    expect(built?.variables).toMatchObject({ input: { user: {}, phoneNumber: '<PHONE NUMBER>' } });
    expect(built && unreplacedIn(built)).toContain('<PHONE NUMBER>');
  });
});

describe.skipIf(SDL === '')('the page of the schema', () => {
  // As the gateway serves it: without extensions of types.
  const sections = SDL === '' ? [] : sectionsOf(printSchema(schema()));

  it('has everything that the schema defines, once', () => {
    const names = sections.flatMap(({ definitions }) => definitions.map(({ name }) => name));
    expect(names).toContain('addPhoneMethod');
    for (const [, name] of SDL.matchAll(/^(?:type|input|enum|union|interface|scalar) (\w+)/gm))
      if (name !== 'Query' && name !== 'Mutation') expect(names.filter((each) => each === name)).toEqual([name]);
  });

  it('describes a type and its fields', () => {
    const [error] = sectionsWith(sections, 'ExpectedError').flatMap(({ definitions }) => definitions);
    expect(error?.source).toBe('interface ExpectedError');
    expect(error?.members.find(({ source }) => source === 'code: String!')?.description).toContain('For programs');
  });

  it('finds by a part of the name', () => {
    expect(sectionsWith(sections, 'addphone').length).toBeGreaterThan(0);
    expect(sectionsWith(sections, 'no such name')).toEqual([]);
  });
});
