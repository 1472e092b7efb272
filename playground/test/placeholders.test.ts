import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { unreplacedIn, withPlaceholders } from '../src/workbench/placeholders';

/** Users, numbers and ids that only the sandbox has. */
const OF_THE_SANDBOX = /@|\+1 ?\d|\d{7}|[0-9a-f]{8}-/i;

describe('the examples with placeholders', () => {
  it.each(EXAMPLES)('$name names nobody', ({ variables }) => {
    expect(JSON.stringify(withPlaceholders(variables))).not.toMatch(OF_THE_SANDBOX);
  });

  it.each(EXAMPLES)('$name cannot be sent, if it was about somebody', ({ query, variables }) => {
    const isAboutSomebody = OF_THE_SANDBOX.test(JSON.stringify(variables));
    expect(unreplacedIn({ query, variables: withPlaceholders(variables) }).length > 0).toBe(
      isAboutSomebody || /"(search|after|newPassword)"/.test(JSON.stringify(variables)),
    );
  });

  it.each(EXAMPLES)('$name has none in the sandbox', ({ query, variables }) => {
    expect(unreplacedIn({ query, variables })).toEqual([]);
  });
});
