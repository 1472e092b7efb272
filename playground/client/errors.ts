import type { ErrorCategory } from './generated/documents';

/** What every expected error has, those of types that join the schema later too: `... on ExpectedError` selects it. */
export interface ExpectedError {
  readonly __typename: string;
  readonly message: string;
  readonly code: string;
  readonly category: ErrorCategory;
  readonly path: readonly string[];
  readonly retryable: boolean;
}

/** The member of a union of errors that has this name. */
export type ErrorNamed<E extends ExpectedError, Name extends E['__typename']> = E extends unknown
  ? Name extends E['__typename']
    ? E
    : never
  : never;

/** One function for each type of error in a union, and one for those that are in none yet. */
export type Arms<E extends ExpectedError, Result> = {
  readonly [Name in E['__typename']]: (error: ErrorNamed<E, Name>) => Result;
} & { readonly fallback: (error: ExpectedError) => Result };

/**
 * Answers what the arm for this type of error answers. Does not compile while an arm is missing, and neither without the fallback:
 * new types may join a union at any time, and reach programs that were compiled before.
 */
export function matchError<E extends ExpectedError, Result>(error: E, arms: Arms<E, Result>): Result {
  const known = new Map<string, unknown>(Object.entries(arms));
  const arm = known.get(error.__typename) ?? arms.fallback;
  return (arm as (error: E) => Result)(error);
}

/** Where an error belongs that belongs to no field. */
export const WHOLE = '';

/**
 * Errors by the field of a form that they belong to: their path in the request without its first part, the argument, joined by
 * points. Those of the mutation as a whole are under `WHOLE`.
 */
export function errorsByField<E extends Pick<ExpectedError, 'path'>>(errors: readonly E[]): Map<string, E[]> {
  const fields = new Map<string, E[]>();
  for (const error of errors) fields.set(fieldOf(error), [...(fields.get(fieldOf(error)) ?? []), error]);
  return fields;
}

/** The field of a form that an error belongs to, as in `user.userPrincipalName` or `items.0.phoneNumber`. */
export function fieldOf({ path }: Pick<ExpectedError, 'path'>): string {
  return path.slice(1).join('.') || WHOLE;
}
