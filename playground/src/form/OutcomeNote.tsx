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

/** Says what became of it: what is true, and no more. */
export function OutcomeNote({ told, whole, pause, onRepeat, onLeave }: OutcomeNoteProps) {
  const isOpen = told?.task === 'add' && told.ending.is === 'unknown';
  return (
    <>
      <div role="status" className="outcome" data-is={told?.ending.is}>
        {pause && (
          <p>
            No certain answer yet. Asking again in <Countdown key={pause.seconds} from={pause.seconds} />, with the same
            key.
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
            {pause ? 'Ask again now' : 'Ask again'}
          </button>
          <button type="button" className="button" onClick={onLeave}>
            Leave it, and read the user anew
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
          <strong>It can be added.</strong> Nothing was changed. Whether your role reaches this user Microsoft says only
          when it is added.
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
          <strong>Not as asked for.</strong> {ending.errors.map(whyNot).join(' ')}
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
      <strong>It is not known whether the phone was added.</strong> Ask again: with the same key it is added once,
      however often it is asked for. Nobody else can be looked for until it is known, or you leave it.
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
        {replayed && ' An earlier request with the same key had added it.'}
      </p>
    </>
  );
}
