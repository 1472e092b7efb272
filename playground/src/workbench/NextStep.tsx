import { useGraphiQL } from '@graphiql/react';
import type { Example } from '../examples';

/** For an example of several operations: which of them was run last, and which comes next. */
export function NextStep({ example: { steps } }: { example: Example }) {
  const { operationName, response } = useGraphiQL(({ tabs, activeTabIndex }) => ({
    operationName: tabs[activeTabIndex]?.operationName,
    response: tabs[activeTabIndex]?.response,
  }));
  if (steps.length === 1) return null;
  return <span className="note-step">{stepText(steps, response ? steps.indexOf(operationName ?? '') : -1)}</span>;
}

/** @param done the place of the step that was run last; negative before the first. */
export function stepText(steps: readonly string[], done: number): string {
  const next = steps[done + 1];
  if (next === undefined) return `Step ${steps.length} of ${steps.length}: the last one`;
  return done < 0
    ? `${steps.length} steps; run ${next} first`
    : `Step ${done + 1} of ${steps.length}; next, run ${next}`;
}
