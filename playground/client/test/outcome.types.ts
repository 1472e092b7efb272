// What must compile, and what must not: `npm run typecheck` is the test.
import type { Outcome, Settled } from '..';

declare const settled: Settled;

// What `settle` answers is an outcome.
settled satisfies Outcome;

if (settled.is === 'unknown') settled.idempotencyKey satisfies string;

// @ts-expect-error Only what is unknown has to be asked again.
settled.idempotencyKey satisfies string;

declare const outcome: Outcome;
// @ts-expect-error What a payload says does not tell with which key it was asked for.
outcome satisfies Settled;
