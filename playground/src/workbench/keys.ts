type Step = (from: number, last: number) => number;

const FORWARD: Step = (from, last) => Math.min(from + 1, last);
const BACK: Step = (from) => Math.max(from - 1, 0);
const ENDS: Record<string, Step> = { Home: () => 0, End: (_, last) => last };

/** How keys move through a list from top to bottom. */
export const VERTICAL: Record<string, Step> = { ...ENDS, ArrowDown: FORWARD, ArrowUp: BACK };

/** How keys move through a row. */
export const HORIZONTAL: Record<string, Step> = { ...ENDS, ArrowRight: FORWARD, ArrowLeft: BACK };

/** The element that a key leads to from the one that has the focus; null for other keys. */
export function reachedBy<T extends Element>(
  key: string,
  steps: Record<string, Step>,
  elements: readonly T[],
): T | null {
  const step = steps[key];
  const from = elements.findIndex((element) => element === document.activeElement);
  return step ? (elements[step(from, elements.length - 1)] ?? null) : null;
}
