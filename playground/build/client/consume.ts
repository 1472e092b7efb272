import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Builds a front end that has the client kit from its package, outside of this folder: `npm run test:package`.
const PLAYGROUND = new URL('../../', import.meta.url);
const CLIENT = new URL('client/', PLAYGROUND);
const TARGET = new URL('../target/client/', PLAYGROUND);
const CONSUMER = new URL('consumer/', TARGET);

const { name, version } = JSON.parse(readFileSync(new URL('build/client/package.json', PLAYGROUND), 'utf8')) as Record<
  string,
  string
>;

rmSync(CONSUMER, { recursive: true, force: true });
cpSync(new URL('consumer/', CLIENT), CONSUMER, { recursive: true });
npm('ci', '--prefer-offline');
npm('install', '--no-save', '--prefer-offline', fileURLToPath(new URL(`${name}-${version}.tgz`, TARGET)));
npm('run', '--silent', 'build');
// Without a bundler, too, and with the schema as tools read it.
const check = `
  import { readFileSync } from 'node:fs';
  import { buildSchema } from 'graphql';
  import { possibleTypes } from '${name}';
  const schema = buildSchema(readFileSync(new URL(import.meta.resolve('${name}/schema.graphql')), 'utf8'));
  if (!possibleTypes.Node || !schema.getDirective('Size')) throw new Error('empty');
`;
execFileSync(process.execPath, ['--input-type=module', '-e', check], { cwd: CONSUMER, stdio: 'inherit' });

function npm(...args: string[]) {
  execFileSync('npm', args, { cwd: CONSUMER, stdio: 'inherit', shell: process.platform === 'win32' });
}
