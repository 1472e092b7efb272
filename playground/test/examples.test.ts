import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, readExamples, variablesText } from '../src/examples';

const FACTS = { title: 'Add', persona: 'auth-admin', expects: [], variables: {} };

describe('the examples', () => {
  it('are numbered without a gap', () => {
    expect(EXAMPLES.map(({ number }) => number)).toEqual(EXAMPLES.map((_, index) => index + 1));
  });

  it('have operation names of their own', () => {
    const operations = EXAMPLES.flatMap(({ steps }) => steps);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it.each(EXAMPLES)('$name selects what every error has', ({ query }) => {
    if (query.includes('errors {')) expect(query).toMatch(/errors \{\s+__typename\s+\.\.\. on ExpectedError \{/);
  });

  it.each(EXAMPLES)('$name states title, persona, end and variables', ({ title, persona, expects, variables }) => {
    expect(title).not.toBe('');
    expect(persona).toMatch(/^[a-z-]+$/);
    expect(expects.every((type) => /^(\w+Error|[A-Z_]+)$/.test(type))).toBe(true);
    expect(variables).toBeTypeOf('object');
  });
});

const schemaFolder = new URL('../../schema/', import.meta.url);

describe.skipIf(!existsSync(schemaFolder))('against the schema', () => {
  it.each(EXAMPLES)('$name is valid', ({ query }) => {
    const sdl = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphqls'))
      .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), schemaFolder), 'utf8'));
    // Directives that graphql-java knows by itself need no definition in the files.
    const schema = buildASTSchema(parse(sdl.join('\n')), { assumeValidSDL: true });
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});

describe('readExamples', () => {
  it('reads number, operation and comment from a pair of files, in the order of their numbers', () => {
    const query = '# Why it is\n# so.\nmutation AddAPhone { a }\n';
    const [first, second] = readExamples(
      { './10-b.graphql': query.replace('AddAPhone', 'Other'), './02-a.graphql': query },
      { './10-b.json': FACTS, './02-a.json': FACTS },
    );
    expect(first).toMatchObject({ name: '02-a', number: 2, operation: 'AddAPhone', why: 'Why it is so.' });
    expect(second?.number).toBe(10);
  });

  it('refuses an operation without the file beside it', () => {
    expect(() => readExamples({ './01-a.graphql': '# Why.\nquery A { a }' }, {})).toThrow('01-a: the .json file');
  });

  it('reads a document of several operations as steps', () => {
    const files = { './01-a.graphql': '# Why.\nquery A { a }\nmutation B { b }\n' };
    const [story] = readExamples(files, { './01-a.json': { ...FACTS, steps: ['A', 'B'] } });
    expect(story).toMatchObject({ operation: 'A', steps: ['A', 'B'] });
  });

  it.each([[undefined], [['A']], [['B', 'A']]])('refuses the steps %j of two operations', (steps) => {
    const files = { './01-a.graphql': '# Why.\nquery A { a }\nmutation B { b }\n' };
    const facts = { './01-a.json': steps ? { ...FACTS, steps } : FACTS };
    expect(() => readExamples(files, facts)).toThrow('its steps');
  });

  it.each(['query A { a }', '# Why.\n{ a }'])('refuses %j', (query) => {
    expect(() => readExamples({ './01-a.graphql': query }, { './01-a.json': FACTS })).toThrow('a named operation');
  });
});

describe('variablesText', () => {
  it('keeps an object of one member to one line', () => {
    expect(variablesText({ variables: { user: { id: 'x' }, n: 1 } })).toBe('{\n  "user": { "id": "x" },\n  "n": 1\n}');
  });
});
