import type { Plugin } from 'vite';

const MODULE = '@graphiql/react/dist/icons/index.js';
const CALL = /generateIcon\((Svg\w+)\)/g;
const DECLARATION = 'function generateIcon(RawComponent) {';
const NAME = 'RawComponent.name.replace(';

/**
 * GraphiQL names each icon by the name of its function, which a bundle shortens: to screen readers they are "xh icon". The names
 * are written down here before that. Fails when a later version reads differently, so that this is looked at again.
 */
export function iconNames(): Plugin {
  return {
    name: 'icon-names',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(MODULE)) return null;
      if (!CALL.test(code) || !code.includes(DECLARATION) || !code.includes(NAME))
        throw new Error('@graphiql/react has changed: see build/icon-names.ts');
      const named = code
        .replaceAll(CALL, "generateIcon($1, '$1')")
        .replace(DECLARATION, 'function generateIcon(RawComponent, name) {')
        .replace(NAME, 'name.replace(');
      return { code: named, map: null };
    },
  };
}
