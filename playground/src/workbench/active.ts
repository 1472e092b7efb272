import { useGraphiQL, type TabsState } from '@graphiql/react';
import { EXAMPLES, type Example } from '../examples';

type Tab = TabsState['tabs'][number];

/** The tab that is open, the example in it, and the answer it got last. */
export function useActiveExample(): { tab: Tab | null; example: Example | null; response: string | null } {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const tab = tabs[activeTabIndex];
    const operation = tab?.operationName ?? tab?.title;
    return {
      tab: tab ?? null,
      example: EXAMPLES.find((candidate) => candidate.steps.some((step) => step === operation)) ?? null,
      response: tab?.response ?? null,
    };
  });
}
