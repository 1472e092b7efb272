import { EXAMPLES, type Example } from '../examples';
import { linkable, type Obstacle } from './content';

/** What the fragment of an address leads to. */
export type Linked =
  | { kind: 'example'; example: Example }
  | { kind: 'operation'; query: string }
  | { kind: 'refused'; obstacles: Obstacle[] };

/** The fragment that leads to an example. */
export function exampleFragment({ operation }: Example): string {
  return `#example=${operation}`;
}

/** The fragment that leads to an operation, which must be linkable. */
export function operationFragment(text: string): string {
  return `#query=${encodeURIComponent(text)}`;
}

/**
 * Reads a fragment, which anybody may have written: an operation with values in it is refused, so that nobody runs a change of a
 * person that somebody else has chosen. Null when the fragment is about something else.
 */
export function readFragment(fragment: string): Linked | null {
  const parameters = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'));
  const name = parameters.get('example');
  const example = EXAMPLES.find(({ operation }) => operation === name);
  if (example) return { kind: 'example', example };
  const query = parameters.get('query');
  if (query === null) return null;
  const content = linkable(query);
  if (content === null) return { kind: 'refused', obstacles: [{ reason: 'syntax' }] };
  const { text, obstacles } = content;
  return obstacles.length > 0 ? { kind: 'refused', obstacles } : { kind: 'operation', query: text };
}
