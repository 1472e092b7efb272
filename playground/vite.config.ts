import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { fewerFonts } from './build/fewer-fonts.ts';
import { iconNames } from './build/icon-names.ts';
import { optionalDefaults } from './build/optional-defaults.ts';
import { relayTag } from './build/relay-tag.ts';
import { themedFirstPaint } from './build/themed-first-paint.ts';

export default defineConfig({
  // The gateway serves one index.html at / and at /playground/: only absolute addresses work from both.
  base: '/playground/',
  plugins: [fewerFonts(), iconNames(), optionalDefaults(), relayTag(), themedFirstPaint(), compressed()],
  build: {
    outDir: '../target/classes/playground',
    emptyOutDir: true,
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // A worker or font as data: or blob: would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: ['index.html', 'desk.html', 'redirect.html'].map((page) => resolve(import.meta.dirname, page)),
      // Libraries mark modules for server components, which a bundle for browsers has no use for.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es', plugins: () => [optionalDefaults()] },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/sandbox', '/playground/settings.json'].map((path) => [path, 'http://localhost:8080']),
    ),
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts', 'client/test/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'client', include: ['client/gateway/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000 },
      },
      { extends: true, test: { name: 'audit', include: ['audit/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'sdk', include: ['sdk/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
