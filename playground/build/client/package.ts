import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Packs the client kit as npm would publish it, into a folder that is not kept: `npm run pack:client`, after `generate`.
const PLAYGROUND = new URL('../../', import.meta.url);
const CLIENT = new URL('client/', PLAYGROUND);
const TARGET = new URL('../target/client/', PLAYGROUND);
const PACKAGE = new URL('package/', TARGET);
const RELATIVE = /(\bfrom\s+|\bimport\()(['"])(\.\.?\/[^'"]*?)(?:\.js)?\2/g;

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(PACKAGE, { recursive: true });
compile();
// Not in the kit's own folder, whose modules import the folder itself.
cpSync(new URL('build/client/package.json', PLAYGROUND), new URL('package.json', PACKAGE));
for (const file of ['README.md', 'operations'])
  cpSync(new URL(file, CLIENT), new URL(file, PACKAGE), { recursive: true });
cpSync(new URL('generated/schema.graphql', CLIENT), new URL('schema.graphql', PACKAGE));
npm('pack', '--silent', '--pack-destination', fileURLToPath(TARGET));

function compile() {
  const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const options = ['--noEmit', 'false', '--declaration', '--outDir', fileURLToPath(new URL('dist/', PACKAGE))];
  const entry = ['--rootDir', '.', '-p', 'tsconfig.package.json'];
  execFileSync(process.execPath, [compiler, ...entry, ...options], { cwd: CLIENT, stdio: 'inherit' });
  for (const file of readdirSync(new URL('dist/', PACKAGE), { recursive: true, encoding: 'utf8' }))
    if (/\.(js|d\.ts)$/.test(file)) nameFiles(new URL(`dist/${file.replaceAll('\\', '/')}`, PACKAGE));
}

/** Node.js takes the names of files only: what bundlers leave out has to be there. */
function nameFiles(file: URL) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(RELATIVE, '$1$2$3.js$2'));
}

function npm(...args: string[]) {
  execFileSync('npm', args, { cwd: PACKAGE, stdio: 'inherit', shell: process.platform === 'win32' });
}
