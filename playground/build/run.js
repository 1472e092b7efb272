// Runs a module of this folder that is written in TypeScript, which Node 20 does not read: node build/run.js client/generate.ts
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { runnerImport } from 'vite';

await runnerImport(resolve(import.meta.dirname, argv[2]), { configFile: false, logLevel: 'warn' });
