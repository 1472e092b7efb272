import { validate, type GraphQLSchema } from 'graphql';
import { EXAMPLES, type Example } from '../examples';
import { linkable, type Obstacle } from './content';
import { exampleFragment, operationFragment } from './read';

/** A fragment for the address of this page, or the reasons why there is none. */
export type Link = { fragment: string; isExample: boolean } | { obstacles: Obstacle[] };

/**
 * A link to an example that is unchanged, and otherwise to the operation as far as it holds no data. Examples with one and the
 * same operation differ in their variables: the one that is open goes first.
 */
export function linkTo(query: string, example: Example | null, schema: GraphQLSchema | null): Link {
  const unchanged = [example, ...EXAMPLES].find((candidate) => candidate?.query === query);
  if (unchanged) return { fragment: exampleFragment(unchanged), isExample: true };
  const content = linkable(query);
  if (content === null) return { obstacles: [{ reason: 'syntax' }] };
  const { document, text, obstacles } = content;
  if (obstacles.length > 0) return { obstacles };
  // Against the schema, since a word that is no value of an enum is a text without its quotation marks.
  if (!schema || validate(schema, document).length > 0) return { obstacles: [{ reason: 'schema' }] };
  return { fragment: operationFragment(text), isExample: false };
}
