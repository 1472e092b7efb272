import { Kind, parse, print, visit, type ASTNode, type DocumentNode } from 'graphql';

/** Longer numbers may be a phone number, a code, a PIN. */
const LONGEST_NUMBER = 3;
const LONGEST_LINK = 6000;

/** What stands in the way of a link to a document: it holds, or may hold, data of people. */
export type Obstacle =
  { reason: 'syntax' | 'length' | 'schema' } | { reason: 'text' | 'number' | 'name'; line: number };

/** A document that a link may hold: printed without its comments, which may say anything. */
export function linkable(query: string): { document: DocumentNode; text: string; obstacles: Obstacle[] } | null {
  try {
    const document = parse(query);
    const text = print(document);
    const tooLong: Obstacle[] = encodeURIComponent(text).length > LONGEST_LINK ? [{ reason: 'length' }] : [];
    return { document, text, obstacles: [...dataIn(document), ...tooLong] };
  } catch {
    return null;
  }
}

/** Every value and every name in a document that may be about a person. Fields, types and booleans never are. */
export function dataIn(document: DocumentNode): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const found = (reason: 'text' | 'number' | 'name', node: ASTNode) => {
    obstacles.push({ reason, line: node.loc?.startToken.line ?? 0 });
  };
  visit(document, {
    enter(node) {
      if (node.kind === Kind.STRING && node.value !== '') found('text', node);
      if ((node.kind === Kind.INT || node.kind === Kind.FLOAT) && node.value.length > LONGEST_NUMBER)
        found('number', node);
      // Names of the schema have no such numbers; those of operations, aliases and variables are typed by people.
      if (node.kind === Kind.NAME && /\d{4}/.test(node.value)) found('name', node);
    },
  });
  return obstacles;
}
