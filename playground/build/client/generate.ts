import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildASTSchema, concatAST, parse, type DocumentNode } from 'graphql';
import { constraints } from './constraints';
import { documents, texts } from './operations';
import { possibleTypes } from './possible-types';

// Writes what the client kit has from the schema, into a folder that is not kept: `npm run generate`.
const PLAYGROUND = new URL('../../', import.meta.url);
const SCHEMA = new URL('../schema/', PLAYGROUND);
const CLIENT = new URL('client/', PLAYGROUND);
const GENERATED = new URL('generated/', CLIENT);

const schema = buildASTSchema(concatAST(parsed(SCHEMA, '.graphqls')));
const operations = concatAST(parsed(new URL('operations/', CLIENT), '.graphql'));

mkdirSync(new URL('relay/', GENERATED), { recursive: true });
write('documents.ts', await documents(schema, operations));
write('texts.ts', texts(operations));
write('constraints.ts', constraints(schema));
write('possible-types.ts', possibleTypes(schema));
write('schema.graphql', `${printSchemaWithDirectives(schema)}\n`);
if (existsSync(new URL('examples/relay/', CLIENT))) compileForRelay();

function parsed(folder: URL, ending: string): DocumentNode[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')));
}

/** A file that stays as it is keeps its time, so that nothing is built anew because of it. */
function write(name: string, text: string) {
  const file = new URL(name, GENERATED);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function compileForRelay() {
  const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
  execFileSync(process.execPath, [compiler, 'relay.config.json'], { cwd: new URL('examples/relay/', CLIENT) });
}
