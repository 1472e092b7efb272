import { whyNot } from '../../wording';
import type { ResetStep } from './reset';
import { TEXTS } from './texts';

interface StepsProps {
  steps: readonly ResetStep[];
  /** A method as a sentence names it. */
  nameOf: (step: ResetStep) => string;
  keep: readonly string[];
  isPlan: boolean;
}

/** What becomes of each method, in order, with the reason where it stays. */
export function Steps({ steps, nameOf, keep, isPlan }: StepsProps) {
  if (steps.length === 0) return null;
  return (
    <ol className="steps" aria-label={TEXTS.steps}>
      {steps.map((step) => (
        <li key={step.methodId}>
          <span className="wrapping">{nameOf(step)}</span>
          <span className="verdict" data-is={verdictOf(step)}>
            {isPlan && step.outcome === 'FAILED' ? TEXTS.cannotGo : TEXTS.outcomes[step.outcome]}
          </span>
          <small>{reasonFor(step, keep)}</small>
        </li>
      ))}
    </ol>
  );
}

function verdictOf({ outcome }: ResetStep): string {
  if (outcome === 'DELETED' || outcome === 'WAS_GONE') return 'applied';
  return outcome === 'KEPT' || outcome === 'PLANNED' ? outcome.toLowerCase() : 'refused';
}

function reasonFor({ outcome, kind, methodId, errors }: ResetStep, keep: readonly string[]): string {
  if (outcome !== 'KEPT') return errors.map(whyNot).join(' ');
  if (kind === 'PASSWORD') return TEXTS.keptPassword;
  return keep.includes(methodId) ? TEXTS.keptByChoice : TEXTS.keptByScope;
}
