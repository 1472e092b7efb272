import type { Example } from './examples';

/** An error beside `data` without a code of its own, among the names of error types. */
export const REQUEST_ERROR = 'request error';

interface RequestError {
  extensions?: { code?: string };
}

export interface Outcome {
  asExpected: boolean;
  /** As expected of a second run, which finds the work of the first done. */
  isRepeat: boolean;
  /** The types of the errors answered; empty after a success. */
  found: string[];
}

/** How a run of an example ended, or null while there is no answer to judge. */
export function outcomeOf(
  { expects, again }: Pick<Example, 'expects' | 'again'>,
  response: string | null,
): Outcome | null {
  const found = response ? errorTypes(response) : null;
  if (found === null) return null;
  const isFirst = isSame(found, expects);
  const isRepeat = !isFirst && again !== undefined && isSame(found, again);
  return { asExpected: isFirst || isRepeat, isRepeat, found };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}

/**
 * The `__typename` of everything in a list named `errors`, at any depth: a lookup of many users has one list for each. And the
 * code of every error beside `data`.
 */
export function errorTypes(response: string): string[] | null {
  try {
    const { data, errors } = JSON.parse(response) as { data?: unknown; errors?: RequestError[] };
    if (data === undefined && errors === undefined) return null;
    return [...(errors ?? []).map(codeOf), ...typesWithin(data)];
  } catch {
    return null;
  }
}

function codeOf({ extensions }: RequestError): string {
  return extensions?.code ?? REQUEST_ERROR;
}

function typesWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    key === 'errors' && Array.isArray(child) ? child.map(typeName) : typesWithin(child),
  );
}

function typeName(error: unknown): string {
  return (error as { __typename?: string }).__typename ?? 'error without __typename';
}
