import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  getOperationAST,
  OperationTypeNode,
  parse,
  print,
  printSchema,
  separateOperations,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

const CONFIG = {
  scalars: { ID: 'string', DateTime: 'string' },
  strictScalars: true,
  immutableTypes: true,
  useTypeImports: true,
};

/** The types of operations, and each operation as a document: what client libraries take. */
export function documents(schema: GraphQLSchema, document: DocumentNode): Promise<string> {
  return codegen({
    filename: 'documents.ts',
    schema: parse(printSchema(schema)),
    documents: [{ document, location: 'operations' }],
    config: CONFIG,
    plugins: [{ types: {} }, { documents: {} }],
    pluginMap: { types: typescriptOperations, documents: typedDocumentNode },
  });
}

/** Each operation as a text that knows its types, for those who send requests without a library. */
export function texts(document: DocumentNode): string {
  const found = operations(document);
  const types = found.flatMap(({ type }) => [type, `${type}Variables`]);
  return [
    `import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';`,
    `import type { ${types.join(', ')} } from './documents';`,
    `export type Text<Result, Variables> = string & DocumentTypeDecoration<Result, Variables>;`,
    ...found.map(
      ({ name, type, text }) => `export const ${name}Text: Text<${type}, ${type}Variables> = ${JSON.stringify(text)};`,
    ),
    '',
  ].join('\n');
}

interface Operation {
  name: string;
  /** As graphql-codegen names the type of what it answers. */
  type: string;
  text: string;
}

function operations(document: DocumentNode): Operation[] {
  return Object.entries(separateOperations(document)).map(([name, separate]) => ({
    name,
    type: name + kindOf(separate),
    text: print(separate),
  }));
}

function kindOf(document: DocumentNode): 'Query' | 'Mutation' {
  return getOperationAST(document)?.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
}
