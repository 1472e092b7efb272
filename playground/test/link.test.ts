import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { linkTo, type Link } from '../src/link/make';
import { exampleFragment, operationFragment, readFragment } from '../src/link/read';

const SCHEMA = buildSchema(`
  type Query { user(id: ID, name: String, first: Int, type: PhoneType): String }
  enum PhoneType { MOBILE }
`);

const obstacles = (link: Link) => ('obstacles' in link ? link.obstacles : []);

describe('linkTo', () => {
  it('leads to an example that is unchanged by its name, whatever it holds', () => {
    for (const example of EXAMPLES)
      expect(linkTo(example.query, example, SCHEMA)).toEqual({
        fragment: `#example=${example.operation}`,
        isExample: true,
      });
  });

  it('holds an operation, and gives it back', () => {
    const link = linkTo('query Find($id: ID, $n: Int = 10) { user(id: $id, first: $n, type: MOBILE) }', null, SCHEMA);
    expect(link).toMatchObject({ isExample: false });
    expect('fragment' in link && readFragment(link.fragment)).toEqual({
      kind: 'operation',
      query: 'query Find($id: ID, $n: Int = 10) {\n  user(id: $id, first: $n, type: MOBILE)\n}',
    });
  });

  it('leaves out comments, which may name people', () => {
    const link = linkTo('# Kim, +1 2065550120\n{ user }', null, SCHEMA);
    expect('fragment' in link && decodeURIComponent(link.fragment)).toBe('#query={\n  user\n}');
  });

  it.each([
    ['a text', '{\n  user(id: "kim@contoso.com") }', { reason: 'text', line: 2 }],
    ['a block of text', '{ user(id: """kim""") }', { reason: 'text', line: 1 }],
    ['a text as a default', 'query A($id: ID = "kim") { user(id: $id) }', { reason: 'text', line: 1 }],
    ['a long number', '{ user(first: 12065550120) }', { reason: 'number', line: 1 }],
    ['a long negative number', '{ user(first: -120655) }', { reason: 'number', line: 1 }],
    ['a number of a phone as an alias', '{ kim_12065550120: user }', { reason: 'name', line: 1 }],
    ['a number of a phone as a name', 'query Call2065550120 { user }', { reason: 'name', line: 1 }],
    ['a word that is no value of the enum', '{ user(type: kim) }', { reason: 'schema' }],
    ['a field that the schema does not have', '{ kim }', { reason: 'schema' }],
    ['no document', '{ user(', { reason: 'syntax' }],
    ['too much', `{ ${'user '.repeat(2000)} }`, { reason: 'length' }],
  ])('refuses %s', (_, query, obstacle) => {
    expect(obstacles(linkTo(query, null, SCHEMA))).toContainEqual(obstacle);
  });

  it('refuses everything as long as the schema is not known', () => {
    expect(obstacles(linkTo('{ user }', null, null))).toEqual([{ reason: 'schema' }]);
  });

  it('refuses an example that was changed and now holds data', () => {
    const [example] = EXAMPLES;
    expect(obstacles(linkTo('{ user(id: "kim") }', example ?? null, SCHEMA))).not.toEqual([]);
  });
});

describe('readFragment', () => {
  it('reads the examples', () => {
    for (const example of EXAMPLES)
      expect(readFragment(exampleFragment(example))).toEqual({ kind: 'example', example });
  });

  it.each(['', '#', '#main', '#example=Nothing', '#code=abc&state=def'])('leaves %j alone', (fragment) => {
    expect(readFragment(fragment)).toBeNull();
  });

  it('refuses a change of a person that somebody else has chosen', () => {
    const mutation =
      'mutation A { resetMfa(input: { user: { userPrincipalName: "kim@contoso.com" } }) { isComplete } }';
    expect(readFragment(operationFragment(mutation))).toMatchObject({
      kind: 'refused',
      obstacles: [{ reason: 'text' }],
    });
  });

  it('refuses what is no operation', () => {
    expect(readFragment('#query=%7B')).toMatchObject({ kind: 'refused', obstacles: [{ reason: 'syntax' }] });
  });
});
