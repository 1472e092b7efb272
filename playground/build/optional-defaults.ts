import type { Plugin } from 'vite';

const MODULE = 'graphql-language-service/esm/utils/getVariablesJSONSchema.js';
const REQUIRED = 'if (fieldRequired) {';
const REQUIRED_WITHOUT_DEFAULT = 'if (fieldRequired && fieldDefinition.default === undefined) {';

/**
 * An input field with a default may be left out even when it is non-null (GraphQL, section 3.10). The language service
 * forgets that, and the editor would underline variables that are right. Fails when a later version reads differently,
 * so that this is looked at again.
 */
export function optionalDefaults(): Plugin {
  return {
    name: 'optional-defaults',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(MODULE)) return null;
      if (!code.includes(REQUIRED))
        throw new Error('graphql-language-service has changed: see build/optional-defaults.ts');
      return { code: code.replace(REQUIRED, REQUIRED_WITHOUT_DEFAULT), map: null };
    },
  };
}
