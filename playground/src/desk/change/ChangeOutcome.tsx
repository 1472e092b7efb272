import type { ReactNode } from 'react';
import type { Confirmation, Payload } from '../../../client';
import { Countdown } from '../Countdown';
import type { Ending, Pause } from './change';
import { TEXTS, type ChangeTexts } from './texts';
import type { Told } from './useChange';

interface ChangeOutcomeProps<P extends Payload> {
  told: Told<P> | null;
  /** Null when nothing waits. */
  pause: Pause | null;
  texts: ChangeTexts;
  /** Why it was refused, as far as no field says it. */
  reasons: (errors: P['errors']) => readonly string[];
  /** What is there now that it was made. */
  applied: (payload: P) => ReactNode;
  /** Of a change that was accepted and takes its time, or has parts: what became of it. Then nothing is said of its confirmation. */
  turnedOut?: 'well' | 'badly' | undefined;
  onRepeat: () => void;
  onLeave: () => void;
}

/** Tells how a change or a check ended, and offers what to do while that is unknown. */
export function ChangeOutcome<P extends Payload>(props: ChangeOutcomeProps<P>) {
  const { told, pause, onRepeat, onLeave } = props;
  const isOpen = told?.task === 'make' && told.ending.is === 'unknown';
  return (
    <>
      <div
        role="status"
        className="outcome"
        data-is={props.turnedOut === 'badly' && told?.ending.is === 'applied' ? 'refused' : told?.ending.is}
      >
        {pause && (
          <p>
            {TEXTS.retryingIn}
            <Countdown key={pause.seconds} from={pause.seconds} />…
          </p>
        )}
        {told && <Text {...props} told={told} />}
      </div>
      {(isOpen || pause) && (
        <div className="actions">
          <button type="button" className="button primary" onClick={onRepeat}>
            {pause ? TEXTS.retryNow : TEXTS.tryAgainButton}
          </button>
          <button type="button" className="button" onClick={onLeave}>
            {TEXTS.skip}
          </button>
        </div>
      )}
    </>
  );
}

function Text<P extends Payload>({ told, ...props }: ChangeOutcomeProps<P> & { told: Told<P> }) {
  const { ending, task } = told;
  const { texts, reasons } = props;
  switch (ending.is) {
    case 'applied':
      return (
        <Applied
          ending={ending}
          applied={props.applied}
          confirmations={props.turnedOut ? null : (texts.confirmations ?? TEXTS.confirmations)}
        />
      );
    case 'checked':
      return <Sentence head={texts.possible} rest={TEXTS.nothingChanged} />;
    case 'refused':
      return (
        <>
          <Sentence head={task === 'check' ? texts.impossible : texts.refused} rest={TEXTS.nothingChanged} />
          <Reasons all={reasons(ending.errors)} />
        </>
      );
    case 'overtaken':
      return (
        <>
          <Sentence head={TEXTS.changedByOther} />
          <Reasons all={reasons(ending.errors)} />
        </>
      );
    case 'unknown':
      if (task === 'check') return <p>{TEXTS.noAnswerToCheck}</p>;
      return (
        <>
          <Sentence head={texts.unconfirmed} rest={TEXTS.orSkip} />
          <Reasons all={lostRecord(ending)} />
        </>
      );
    case 'stopped':
      return <Sentence head={TEXTS.nothingChanged} rest={ending.message} />;
  }
}

function Sentence({ head, rest = '' }: { head: string; rest?: string }) {
  return (
    <p>
      <strong>{head}</strong> {rest}
    </p>
  );
}

function Reasons({ all }: { all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <ul>
      {[...new Set(all)].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

interface AppliedProps<P extends Payload> {
  ending: Extract<Ending<P>, { is: 'applied' }>;
  applied: (payload: P) => ReactNode;
  confirmations: Record<Confirmation, string> | null;
}

function Applied<P extends Payload>({ ending, applied, confirmations }: AppliedProps<P>) {
  const { payload, confirmation, replayed } = ending;
  return (
    <>
      {applied(payload)}
      <p>
        {confirmations?.[confirmation]}
        {replayed && ` ${TEXTS.earlier}`}
      </p>
    </>
  );
}

/** Asking again is then in vain: only a look at the user tells. */
function lostRecord({ payload }: Extract<Ending, { is: 'unknown' }>): string[] {
  return payload?.errors.some(({ code }) => code === 'IDEMPOTENCY_KEYS_LOST') ? [TEXTS.recordLost] : [];
}
