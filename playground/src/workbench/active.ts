import { useGraphiQL } from '@graphiql/react';
import { EXAMPLES, type Example } from '../examples';

/** The example in the tab that is open, and the answer it got last. */
export function useActiveExample(): { example: Example | null; response: string | null } {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const tab = tabs[activeTabIndex];
    const operation = tab?.operationName ?? tab?.title;
    return {
      example: EXAMPLES.find((candidate) => candidate.steps.some((step) => step === operation)) ?? null,
      response: tab?.response ?? null,
    };
  });
}
