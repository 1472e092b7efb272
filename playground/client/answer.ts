/** An error beside `data`, as those of queries are; whatever client hands it over. */
export interface RequestError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Of a request that was refused before anything was done. */
export interface RefusingAnswer {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/**
 * Whether an answer to a mutation says that it was refused before anything was done: errors, each with a code, and no `data`. Of
 * every other answer, half a one, or that of somebody on the way, it is open what became of the mutation, whatever its status: nobody
 * else knows what the gateway did. Among them are a proxy's 408, 413 and 429, though most say so before they pass anything on: asking
 * again with the same key does no harm. Of an answer with the status 500 or more it is open too, which is not seen here.
 */
export function isRefusal(answer: unknown): answer is RefusingAnswer {
  if (!isObject(answer) || answer.data !== undefined) return false;
  return Array.isArray(answer.errors) && answer.errors.length > 0 && answer.errors.every(hasCode);
}

function hasCode(error: unknown): boolean {
  return isObject(error) && isObject(error.extensions) && typeof error.extensions.code === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
