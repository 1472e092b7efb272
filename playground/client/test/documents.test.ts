import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  concatAST,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { expect, it } from 'vitest';

// Documents that people copy select the id of whatever has one, by which caches know an object again.
const schema = buildSchema(readFileSync(new URL('../generated/schema.graphql', import.meta.url), 'utf8'));
const OPERATIONS = documentsIn(new URL('../operations/', import.meta.url));
const EXAMPLES = documentsIn(new URL('../../examples/', import.meta.url));

it.each([['operations', concatAST([...OPERATIONS.values()])] as const, ...EXAMPLES])('%s', (_, document) => {
  expect(validate(schema, document)).toEqual([]);
  expect(withoutId(document)).toEqual([]);
});

it.each([
  ['{ user(by: { id: "x" }) { displayName phoneMethods { id } } }', ['User']],
  ['{ node(id: "x") { ...F } } fragment F on Node { __typename }', ['Node']],
  ['{ node(id: "x") { ...F } } fragment F on Node { ... { id } }', []],
])('finds what is left out of %s', (document, found) => {
  expect(withoutId(parse(document))).toEqual(found);
});

it('the errors that operations share are selected in one place, and every selection of errors has them', () => {
  const fragments = [...OPERATIONS.values()].flatMap(fragmentsIn);
  const shared = fragments.find(({ name }) => name.value === 'SharedErrorFields');
  const sharedTypes = shared?.selectionSet.selections.flatMap(conditionOf);
  expect(sharedTypes).toContain('PermissionDeniedError');
  for (const { name, typeCondition, selectionSet } of fragments.filter(isOfErrors)) {
    expect([name.value, selectionSet.selections.some(isShared)]).toEqual([name.value, true]);
    const own = selectionSet.selections.flatMap(conditionOf);
    expect([typeCondition.name.value, own.filter((type) => sharedTypes?.includes(type))]).toEqual([
      typeCondition.name.value,
      [],
    ]);
  }
});

function fragmentsIn({ definitions }: DocumentNode): FragmentDefinitionNode[] {
  return definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
}

function isOfErrors({ typeCondition }: FragmentDefinitionNode): boolean {
  return isUnionType(schema.getType(typeCondition.name.value));
}

function isShared(selection: SelectionNode): boolean {
  return selection.kind === Kind.FRAGMENT_SPREAD && selection.name.value === 'SharedErrorFields';
}

function conditionOf(selection: SelectionNode): string[] {
  return selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition ? [selection.typeCondition.name.value] : [];
}

function documentsIn(folder: URL): Map<string, DocumentNode> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return new Map(files.map((file) => [file, parse(readFileSync(new URL(file, folder), 'utf8'))]));
}

/** The types of fields whose id is not selected. By names: on the types of graphql-js, and so on its visitors, typescript-eslint gives up. */
function withoutId(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      return withoutIdIn(definition.selectionSet, definition.typeCondition.name.value, document);
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return withoutIdIn(definition.selectionSet, schema.getRootType(definition.operation)?.name ?? '', document);
  });
}

function withoutIdIn({ selections }: SelectionSetNode, parent: string, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return withoutIdIn(selection.selectionSet, selection.typeCondition?.name.value ?? parent, document);
    const type = typeOf(parent, selection.name.value);
    const lacks = typeOf(type, 'id') !== '' && !selectsId(selection.selectionSet, document);
    return [...(lacks ? [type] : []), ...withoutIdIn(selection.selectionSet, type, document)];
  });
}

/** The name of a field's type; empty when there is no such field. */
function typeOf(parent: string, field: string): string {
  const type = schema.getType(parent);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const found = type.getFields()[field];
  return found ? getNamedType(found.type).name : '';
}

function selectsId({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === 'id';
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragment(selection.name.value, document);
    return within !== undefined && selectsId(within.selectionSet, document);
  });
}

function fragment(name: string, document: DocumentNode): FragmentDefinitionNode | undefined {
  return fragmentsIn(document).find((definition) => definition.name.value === name);
}
