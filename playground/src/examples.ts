/** What the JSON file beside an operation states. `examples/README.md` documents it for those who add one. */
export interface ExampleFacts {
  title: string;
  /** One of the sandbox's personas. */
  persona: string;
  /** The error types of the answer, and the codes of errors beside its data, in any order; empty: none is to be expected. */
  expects: string[];
  /** The operations in the order in which they are run, where the file holds several; each ends as `expects` says. */
  steps?: string[];
  /** The same for a second run, where it ends differently because the first one did its work. */
  again?: string[];
  variables: Record<string, unknown>;
  /** What goes wrong at Microsoft, as the sandbox takes it; nothing when absent. */
  faults?: Fault[];
}

/** The body of a `POST /sandbox/faults`. */
export type Fault = Record<string, unknown>;

/** A numbered scenario: an operation or several, their variables, and how they are to end. */
export interface Example extends ExampleFacts {
  /** The file name without its ending, such as `01-add-a-phone`. */
  name: string;
  number: number;
  /** The name of the operation, or of the first one, by which GraphiQL titles its tab. */
  operation: string;
  /** The names of all operations, in the order in which they are run. */
  steps: string[];
  /** The comment that opens the file: what it shows and why it is so. */
  why: string;
  query: string;
}

/** Pairs of `NN-name.graphql` and `NN-name.json`, by path, in the order of their numbers. */
export function readExamples(queries: Record<string, string>, facts: Record<string, ExampleFacts>): Example[] {
  return Object.keys(queries)
    .sort()
    .map((path) => readExample(path, queries[path] ?? '', facts[path.replace(/\.graphql$/, '.json')]));
}

function readExample(path: string, query: string, facts: ExampleFacts | undefined): Example {
  const name = path.replace(/^.*\//, '').replace(/\.graphql$/, '');
  const number = /^\d+(?=-)/.exec(name)?.[0];
  const operations = [...query.matchAll(/^(?:query|mutation)\s+(\w+)/gm)].flatMap(([, each]) => each ?? []);
  const operation = operations[0];
  const why = openingComment(query);
  if (facts === undefined) throw new Error(`${name}: the .json file beside it is missing.`);
  if (!number || !operation || !why)
    throw new Error(`${name}: an example needs a number, a comment that says what it shows, and a named operation.`);
  if ((facts.steps ?? [operation]).join() !== operations.join())
    throw new Error(`${name}: its steps have to be the operations of the file, in their order.`);
  return { ...facts, name, number: Number(number), operation, steps: operations, why, query };
}

function openingComment(query: string): string {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, Math.max(end, 0))
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ')
    .trim();
}

/** The variables as a person would lay them out: an object of one member keeps to one line. */
export function variablesText({ variables }: Pick<Example, 'variables'>): string {
  return JSON.stringify(variables, null, 2).replace(/\{\s+("\w+": "[^"]*")\s+\}/g, '{ $1 }');
}

/** All examples of this build. */
export const EXAMPLES: readonly Example[] = readExamples(
  import.meta.glob<string>('../examples/*.graphql', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob<ExampleFacts>('../examples/*.json', { import: 'default', eager: true }),
);
