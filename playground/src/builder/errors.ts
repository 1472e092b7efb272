import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A text that is put before a place in the document. */
export interface Insertion {
  offset: number;
  text: string;
}

/** A line of a selection: a field or fragment, with what is selected within. */
export interface Selected {
  head: string;
  within: Selected[];
}

const FIELD = 'errors';
const ROOT = 'ExpectedError';
const SHARED = ['code', 'message', 'path'];

/**
 * Completes every selection of errors in an operation: `__typename`, the fields of all errors, and those that only some have. What
 * is there stays as it is. Null when the document cannot be read.
 */
export function selectAllErrors(query: string, schema: GraphQLSchema): Insertion[] | null {
  const document = parsed(query);
  if (document === null) return null;
  const typeInfo = new TypeInfo(schema);
  const insertions: Insertion[] = [];
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: {
        enter(node) {
          const union = errorsOf(typeInfo.getParentType(), schema);
          if (union) insertions.push(...completeErrors(query, document, node, union, schema));
        },
      },
    }),
  );
  return insertions;
}

/** All of it, for an operation that selects none. */
export function allErrors(union: GraphQLUnionType, schema: GraphQLSchema): Selected[] {
  return [
    { head: '__typename', within: [] },
    { head: `... on ${ROOT}`, within: SHARED.map(leaf) },
    ...union.getTypes().flatMap((member) => {
      const fields = ownFields(member, schema);
      return fields.length > 0 ? [{ head: `... on ${member.name}`, within: fields }] : [];
    }),
  ];
}

/** The type of the field `errors`, when it is a list of expected errors. */
export function errorsOf(parent: unknown, schema: GraphQLSchema) {
  if (!isObjectType(parent)) return null;
  const field = parent.getFields()[FIELD];
  if (field === undefined) return null;
  const type = getNamedType(field.type);
  const root = schema.getType(ROOT);
  if (!isUnionType(type) || !isInterfaceType(root)) return null;
  const expected = new Set(schema.getPossibleTypes(root).map(({ name }) => name));
  return type.getTypes().every(({ name }) => expected.has(name)) ? type : null;
}

/** The fields of a type that have no fields themselves and need nothing to be asked for. */
export function leavesOf(type: GraphQLNamedType): Selected[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const leaves = fields.filter(
    ({ type, args, deprecationReason }) => isLeafType(getNamedType(type)) && args.length === 0 && !deprecationReason,
  );
  const names = leaves.map(({ name }) => leaf(name));
  return isAbstractType(type) || names.length === 0 ? [leaf('__typename'), ...names] : names;
}

/** A selection as lines, each at its depth. */
export function lines(selected: readonly Selected[], indent: string): string[] {
  return selected.flatMap(({ head, within }) =>
    within.length === 0 ? [`${indent}${head}`] : [`${indent}${head} {`, ...lines(within, `${indent}  `), `${indent}}`],
  );
}

function completeErrors(
  query: string,
  document: DocumentNode,
  selection: SelectionSetNode,
  union: GraphQLUnionType,
  schema: GraphQLSchema,
): Insertion[] {
  const field = selection.selections.find((each) => each.kind === Kind.FIELD && each.name.value === FIELD);
  const wanted = allErrors(union, schema);
  if (field?.kind !== Kind.FIELD || !field.selectionSet)
    return [insertion(query, selection, [{ head: FIELD, within: wanted }])];
  return complete(query, document, field.selectionSet, wanted);
}

/** What is missing in a selection, as insertions; what is there is completed within. */
function complete(
  query: string,
  document: DocumentNode,
  selection: SelectionSetNode,
  wanted: readonly Selected[],
): Insertion[] {
  const missing: Selected[] = [];
  const within: Insertion[] = [];
  for (const each of wanted) {
    const there = selection.selections.find((node) => headOf(node, document) === each.head);
    if (there === undefined) missing.push(each);
    else if (there.kind === Kind.INLINE_FRAGMENT)
      within.push(...complete(query, document, there.selectionSet, each.within));
  }
  return missing.length > 0 ? [...within, insertion(query, selection, missing)] : within;
}

/** A spread of a named fragment counts as the fragment itself. */
function headOf(node: SelectionNode, document: DocumentNode): string {
  if (node.kind === Kind.FIELD) return node.name.value;
  if (node.kind === Kind.INLINE_FRAGMENT) return `... on ${node.typeCondition?.name.value ?? ''}`;
  const fragment = document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? `... on ${fragment.typeCondition.name.value}` : '';
}

/** Before the bracket that closes a selection, with the indentation of its line. */
function insertion(query: string, selection: SelectionSetNode, missing: readonly Selected[]): Insertion {
  const bracket = (selection.loc?.end ?? 1) - 1;
  const line = query.slice(query.lastIndexOf('\n', bracket - 1) + 1, bracket);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const text = lines(missing, `${indent}  `).join('\n');
  return line.trim() === ''
    ? { offset: bracket - line.length, text: `${text}\n` }
    : { offset: bracket, text: `\n${text}\n${indent}` };
}

function ownFields(type: GraphQLObjectType, schema: GraphQLSchema): Selected[] {
  const root = schema.getType(ROOT);
  const shared = isInterfaceType(root) ? root.getFields() : {};
  return Object.values(type.getFields())
    .filter(({ name, deprecationReason }) => !(name in shared) && !deprecationReason)
    .map(({ name, type }) => {
      const named = getNamedType(type);
      return { head: name, within: isLeafType(named) ? [] : leavesOf(named) };
    });
}

function leaf(head: string): Selected {
  return { head, within: [] };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
