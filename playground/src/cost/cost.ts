/** What a request cost at Microsoft Graph, as the gateway tells it to who asks with the header `Upstream-Cost: include`. */
export interface Cost {
  /** Requests over HTTP. */
  calls: number;
  /** How many items each `$batch` had. */
  batchSizes: number[];
  /** The items of batches, and one for every other call. */
  items: number;
  /** How often a call began while no other was under way. */
  waves: number;
  milliseconds: number;
}

/** The cost in an answer; null when there is no answer yet, or when it does not tell. */
export function costOf(response: string | null): Cost | null {
  const told = (parsed(response) as { extensions?: { upstream?: unknown } } | null)?.extensions?.upstream;
  return isCost(told) ? told : null;
}

/** How many items each call had, as far as it can be told: the batches first, in their order, then the single calls. */
export function callSizes({ calls, batchSizes }: Cost): number[] {
  const single = Math.max(calls - batchSizes.length, 0);
  return [...batchSizes, ...Array.from({ length: single }, () => 1)];
}

/** The batches in words, such as `batches of 4 and 2`; empty when there was none. */
export function batchesInWords({ batchSizes }: Cost): string {
  const last = batchSizes.at(-1);
  if (last === undefined) return '';
  const before = batchSizes.slice(0, -1).join(', ');
  return before === '' ? `one batch of ${last}` : `batches of ${before} and ${last}`;
}

function isCost(value: unknown): value is Cost {
  if (typeof value !== 'object' || value === null) return false;
  const { batchSizes, ...numbers } = value as Record<keyof Cost, unknown>;
  const { calls, items, waves, milliseconds } = numbers;
  return [calls, items, waves, milliseconds].every(isNumber) && Array.isArray(batchSizes) && batchSizes.every(isNumber);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function parsed(response: string | null): unknown {
  try {
    return JSON.parse(response ?? 'null');
  } catch {
    return null;
  }
}
