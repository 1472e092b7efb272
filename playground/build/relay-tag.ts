import type { Plugin } from 'vite';

const EXAMPLE = '/client/examples/relay/';
const ARTIFACTS = '../../generated/relay';
const TAG = /\bgraphql`\s*(?:query|mutation|fragment)\s+(\w+)[^`]*`/g;

/** What babel-plugin-relay does: puts the artifact of relay-compiler in the place of an operation. For one folder only. */
export function relayTag(): Plugin {
  return {
    name: 'relay-tag',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes(EXAMPLE)) return null;
      const names = [...code.matchAll(TAG)].map(([, name = '']) => name);
      const imports = names.map((name) => `import ${name}Artifact from '${ARTIFACTS}/${name}.graphql';\n`);
      return { code: imports.join('') + code.replaceAll(TAG, '$1Artifact'), map: null };
    },
  };
}
