import type { Addition, Ending, Pause } from './add';
import { Countdown } from './Countdown';
import { CONFIRMATIONS, SMS_SIGN_IN, TYPES, whyNot, type AddError } from './wording';

/** How something ended, and what it was. */
export interface Told {
  task: 'check' | 'add';
  addition: Addition;
  ending: Ending;
}

interface OutcomeNoteProps {
  told: Told | null;
  /** The errors that belong to no field. */
  whole: readonly AddError[];
  /** Null when nothing waits. */
  pause: Pause | null;
  onRepeat: () => void;
  onLeave: () => void;
}

/** Tells how the change ended. */
export function OutcomeNote({ told, whole, pause, onRepeat, onLeave }: OutcomeNoteProps) {
  const isOpen = told?.task === 'add' && told.ending.is === 'unknown';
  return (
    <>
      <div role="status" className="outcome" data-is={told?.ending.is}>
        {pause && (
          <p>
            No clear answer yet. Retrying in <Countdown key={pause.seconds} from={pause.seconds} />…
          </p>
        )}
        {told && <Text {...told} />}
        {whole.length > 0 && (
          <ul>
            {whole.map((error) => (
              <li key={error.code}>{whyNot(error)}</li>
            ))}
          </ul>
        )}
      </div>
      {(isOpen || pause) && (
        <div className="actions">
          <button type="button" className="button primary" onClick={onRepeat}>
            {pause ? 'Retry now' : 'Try again'}
          </button>
          <button type="button" className="button" onClick={onLeave}>
            Skip and refresh
          </button>
        </div>
      )}
    </>
  );
}

function Text({ task, ending }: Omit<Told, 'addition'>) {
  switch (ending.is) {
    case 'applied':
      return <Applied {...ending} />;
    case 'checked':
      return (
        <p>
          <strong>It can be added.</strong> Nothing was changed. Microsoft checks whether your role covers this user
          only when you add the phone.
        </p>
      );
    case 'refused':
      return (
        <p>
          <strong>{task === 'check' ? 'It cannot be added.' : 'Not added.'}</strong> Nothing was changed.
        </p>
      );
    case 'overtaken':
      return (
        <p>
          <strong>Changed by someone else.</strong> {ending.errors.map(whyNot).join(' ')}
        </p>
      );
    case 'unknown':
      return <p>{task === 'check' ? 'No answer came. A check changes nothing: try it again.' : <Unknown />}</p>;
    case 'stopped':
      return (
        <p>
          <strong>Nothing was changed.</strong> {ending.message}
        </p>
      );
  }
}

function Unknown() {
  return (
    <>
      <strong>We couldn't confirm that the phone was added.</strong> Try again: it won't be added twice. Or skip it and
      continue.
    </>
  );
}

function Applied({ payload, confirmation, replayed }: Extract<Ending, { is: 'applied' }>) {
  const { phoneType = null, phoneNumber, smsSignInState } = payload.phoneMethod ?? {};
  return (
    <>
      <p>
        <strong>Added: {phoneType === null ? 'phone' : TYPES[phoneType].name.toLowerCase()}</strong>{' '}
        <span className="number">{phoneNumber}</span>
      </p>
      <p>
        {smsSignInState && `${SMS_SIGN_IN[smsSignInState]}. `}
        {CONFIRMATIONS[confirmation]}
        {replayed && ' An earlier request with the same key added it.'}
      </p>
    </>
  );
}
