import { Kind, parse, print, type DefinitionNode, type FieldDefinitionNode, type TypeDefinitionNode } from 'graphql';

/** Something that the schema defines, as a person reads it. */
export interface Definition {
  name: string;
  description: string;
  /** The text of the schema, without its descriptions. */
  source: string;
  members: { source: string; description: string }[];
}

export interface Section {
  title: string;
  definitions: Definition[];
}

const TITLES: [Kind, string][] = [
  [Kind.OBJECT_TYPE_DEFINITION, 'Types'],
  [Kind.INTERFACE_TYPE_DEFINITION, 'Interfaces'],
  [Kind.UNION_TYPE_DEFINITION, 'Unions'],
  [Kind.INPUT_OBJECT_TYPE_DEFINITION, 'Inputs'],
  [Kind.ENUM_TYPE_DEFINITION, 'Enums'],
  [Kind.SCALAR_TYPE_DEFINITION, 'Scalars'],
  [Kind.DIRECTIVE_DEFINITION, 'Directives'],
];
const ROOTS: Record<string, string> = { Query: 'Queries', Mutation: 'Mutations' };

/** The text of a schema in sections: queries and mutations first, then types by their kinds. */
export function sectionsOf(sdl: string): Section[] {
  const { definitions } = parse(sdl, { noLocation: true });
  const roots = Object.entries(ROOTS).map(([type, title]) => {
    const root = definitions.find((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === type);
    const fields = root?.kind === Kind.OBJECT_TYPE_DEFINITION ? (root.fields ?? []) : [];
    return { title, definitions: fields.map(fieldDefinition) };
  });
  const kinds = TITLES.map(([kind, title]) => ({
    title,
    definitions: definitions.filter((each) => each.kind === kind && !isRoot(each)).flatMap(definition),
  }));
  return [...roots, ...kinds].filter((section) => section.definitions.length > 0);
}

/** The sections with what has the text in its name; all of it when there is no text. */
export function sectionsWith(sections: readonly Section[], text: string): Section[] {
  const wanted = text.trim().toLowerCase();
  return sections
    .map(({ title, definitions }) => ({
      title,
      definitions: definitions.filter(({ name }) => name.toLowerCase().includes(wanted)),
    }))
    .filter(({ definitions }) => definitions.length > 0);
}

function isRoot(node: DefinitionNode): boolean {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value in ROOTS;
}

function fieldDefinition(field: FieldDefinitionNode): Definition {
  return {
    name: field.name.value,
    description: textOf(field),
    source: print(undescribed(field)),
    members: (field.arguments ?? []).map((each) => ({ source: print(undescribed(each)), description: textOf(each) })),
  };
}

function definition(node: DefinitionNode): Definition[] {
  if (!('name' in node)) return [];
  const members = membersOf(node as TypeDefinitionNode);
  return [
    {
      name: node.name.value,
      description: 'description' in node ? textOf(node) : '',
      source: print(withoutMembers(node)),
      members: members.map((each) => ({ source: print(undescribed(each)), description: textOf(each) })),
    },
  ];
}

function membersOf(node: TypeDefinitionNode) {
  if ('fields' in node) return node.fields ?? [];
  return 'values' in node ? (node.values ?? []) : [];
}

function withoutMembers(node: DefinitionNode): DefinitionNode {
  const bare = { ...node, description: undefined };
  if ('fields' in bare) return { ...bare, fields: [] } as DefinitionNode;
  return ('values' in bare ? { ...bare, values: [] } : bare) as DefinitionNode;
}

function undescribed<T extends object>(node: T): T {
  const bare = { ...node, description: undefined };
  return 'arguments' in bare && Array.isArray(bare.arguments)
    ? { ...bare, arguments: bare.arguments.map((each: object) => ({ ...each, description: undefined })) }
    : bare;
}

function textOf(node: { description?: { value: string } | undefined }): string {
  return node.description?.value.replaceAll('\n', ' ') ?? '';
}
