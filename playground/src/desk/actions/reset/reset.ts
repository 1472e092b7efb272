import { ResetMfaText, type ResetMfaInput, type ResetMfaMutation } from '../../../../client';
import type { Change, How } from '../../change';
import type { Gateway } from '../../gateway';

type Answer = ResetMfaMutation['resetMfa'];

export type ResetStep = Answer['steps'][number];

/** An answer that tells, as those of other mutations do, whether all of it is known. */
export type ResetPayload = Answer & { readonly confirmation: 'UPSTREAM' | null };

const OPEN_STEPS = new Set<ResetStep['outcome']>(['UNKNOWN', 'NOT_TRIED']);
const OPEN_CODES = new Set(['OUTCOME_UNKNOWN', 'IDEMPOTENCY_KEY_IN_FLIGHT']);

/** A reset: the plan when it is checked, otherwise what became of each method. `onAnswer` hears of each answer to it. */
export function resetting(
  gateway: Gateway,
  input: ResetMfaInput,
  onAnswer: (answer: Answer) => void,
): Change<ResetPayload> {
  return {
    name: { resetMfa: input },
    ask: async (how) => {
      const result = await gateway.mutate(ResetMfaText, { input: { ...input, ...how } });
      if (result === null) return null;
      onAnswer(result.resetMfa);
      return payloadOf(result.resetMfa, how);
    },
  };
}

/** While a step is open, so is the whole: asked for again, it goes on. */
function payloadOf(answer: Answer, how: How): ResetPayload {
  const isPlan = 'validateOnly' in how;
  const errors = answer.errors.length > 0 || isPlan ? answer.errors : openIn(answer);
  return { ...answer, errors, confirmation: isPlan || errors.length > 0 ? null : 'UPSTREAM' };
}

function openIn({ steps, sessionErrors }: Answer): Answer['errors'] {
  const isOpen =
    steps.some(({ outcome }) => OPEN_STEPS.has(outcome)) || sessionErrors.some(({ code }) => OPEN_CODES.has(code));
  if (!isOpen) return [];
  const waits = [...steps.flatMap(({ errors }) => errors), ...sessionErrors].map((error) =>
    'retryAfterSeconds' in error ? (error.retryAfterSeconds ?? 0) : 0,
  );
  const longest = Math.max(0, ...waits);
  return [
    {
      __typename: 'OutcomeUnknownError',
      code: 'OUTCOME_UNKNOWN',
      category: 'UNAVAILABLE',
      message: '',
      path: [],
      retryable: true,
      retryAfterSeconds: longest > 0 ? longest : null,
    },
  ];
}

/** The methods that go by a plan. */
export function plannedIn(steps: readonly ResetStep[]): ResetStep[] {
  return steps.filter(({ outcome }) => outcome === 'PLANNED');
}
