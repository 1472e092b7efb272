import { useState } from 'react';
import { errorsByField, ResetPasswordText, type ResetPasswordMutation } from '../../../../client';
import { changeBy, ChangeOutcome, ConfirmDialog, useChange, type Change, type Ending } from '../../change';
import { nameOf, type ActionProps } from '../../person';
import { ActionCard, Blockable } from '../parts/ActionCard';
import { SecretBox } from '../parts/SecretBox';
import { TEXTS as SECRET_TEXTS } from '../parts/texts';
import { useFocusOnError } from '../parts/useFocusOnError';
import { useSecret } from '../parts/useSecret';
import { whyNot } from './errors';
import { PasswordFields } from './PasswordFields';
import { TEXTS } from './texts';
import { useOperation, type Following } from './useOperation';

/** Without the password, which goes to the screen and nowhere else. */
type Payload = Omit<ResetPasswordMutation['resetPassword'], 'generatedPassword'>;

const FIELD = 'newPassword';
const LENGTH = { least: 8, most: 256 };

/** Resets a password, and follows the reset until Microsoft has carried it out. */
export function PasswordAction({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const { told, pause, task, locked, ...change } = useChange<Payload>({ keys, onBusy, readAgain });
  const eligibility = user.methodEligibility?.resetPassword;
  const mustBeGiven = eligibility?.isNewPasswordRequired === true;
  const [entered, setEntered] = useState<string | null>(null);
  const [submissions, setSubmissions] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const { secret, wasCleared, ...made } = useSecret();
  const form = useFocusOnError(told, submissions);
  const accepted = told?.ending.is === 'applied' ? told.ending.payload.operation : null;
  const following = useOperation(gateway, accepted, ({ status }) => {
    // A password that never came into force must not be handed out.
    if (status === 'FAILED') made.forget();
    void readAgain();
  });

  const password = mustBeGiven ? (entered ?? '') : entered;
  const errors = errorsByField(told?.ending.is === 'refused' ? [...told.ending.errors] : []);
  const wrong = errors.get(FIELD)?.map(whyNot).join(' ') ?? (submissions > 0 ? complaintAbout(password) : '');
  const hasFailed = following?.operation.status === 'FAILED';

  function reset() {
    made.forget();
    void finish(change.make(resetting()));
  }

  /** Named by nothing that is secret: each time that it is wanted anew, it is another change. */
  function resetting(): Change<Payload> {
    const input = { user: { id: user.id }, ...(password !== null && { newPassword: password }) };
    const named = changeBy(
      gateway,
      ResetPasswordText,
      input,
      ({ resetPassword: { generatedPassword, ...payload } }) => {
        if (generatedPassword !== null) made.receive(generatedPassword);
        return payload;
      },
    );
    return { ...named, name: { resetPasswordOf: user.id, wanted: crypto.randomUUID() } };
  }

  async function finish(ending: Promise<Ending<Payload> | null>) {
    if ((await ending)?.is !== 'applied') return;
    setEntered(null);
    setSubmissions(0);
  }

  function submit() {
    if (locked) return;
    setSubmissions(submissions + 1);
    if (!complaintAbout(password)) setAsking(true);
  }

  return (
    <ActionCard
      title={TEXTS.title}
      description={TEXTS.description}
      eligibility={eligibility}
      whyNot={whyNot}
      home={change.home}
    >
      <Blockable>
        <form
          ref={form}
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <PasswordFields
            password={password}
            mustBeGiven={mustBeGiven}
            locked={locked}
            wrong={wrong}
            onChange={(next) => {
              setEntered(next);
              change.forget();
            }}
          />
          <div className="actions">
            <button type="submit" className="button primary" aria-disabled={locked}>
              {task === 'make' ? TEXTS.working : TEXTS.button}
            </button>
          </div>
        </form>
      </Blockable>
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={TEXTS.outcome}
        reasons={(found) => found.filter((error) => !errors.get(FIELD)?.includes(error)).map(whyNot)}
        applied={(payload) => <Applied payload={payload} following={following} />}
        turnedOut={hasFailed ? 'badly' : 'well'}
        onRepeat={() => void finish(change.repeat())}
        onLeave={() => {
          setEntered(null);
          void change.leave();
        }}
      />
      {secret && <SecretBox label={TEXTS.secret} secret={secret} onKeepLonger={made.keepLonger} onClear={made.clear} />}
      <p role="status" className="hint">
        {wasCleared && SECRET_TEXTS.cleared}
      </p>
      {isAsking && (
        <ConfirmDialog
          title={TEXTS.question(nameOf(user))}
          confirm={TEXTS.button}
          onConfirm={() => {
            setAsking(false);
            reset();
          }}
          onCancel={() => {
            setAsking(false);
          }}
        >
          <p>{TEXTS.consequence}</p>
        </ConfirmDialog>
      )}
    </ActionCard>
  );
}

function Applied({ payload, following }: { payload: Payload; following: Following | null }) {
  if (following?.operation.status === 'FAILED') {
    return (
      <p>
        <strong>{TEXTS.outcome.refused}</strong> {TEXTS.failed(following.operation.upstreamDetail)}
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{following?.operation.status === 'SUCCEEDED' ? TEXTS.done : TEXTS.accepted}</strong>{' '}
        {progressOf(following)}
      </p>
      <p>{secretInWords(payload)}</p>
    </>
  );
}

function progressOf(following: Following | null): string | null {
  if (following === null) return TEXTS.notFollowed;
  if (following.operation.isFinished) return null;
  return following.isUnsure ? `${TEXTS.running} ${TEXTS.runningUnsure}` : TEXTS.running;
}

function secretInWords({ passwordState }: Payload): string | null {
  switch (passwordState) {
    case 'SHOWN':
      return TEXTS.shown;
    case 'GIVEN':
      return TEXTS.isGiven;
    case 'LOST':
      return TEXTS.lost;
    case 'NOT_SHOWN_AGAIN':
      return TEXTS.notShownAgain;
    case null:
      return null;
  }
}

/** What can be told before the gateway is asked; empty when there is nothing. */
function complaintAbout(password: string | null): string {
  if (password === null) return '';
  if (password === '') return TEXTS.missing;
  return password.length < LENGTH.least || password.length > LENGTH.most ? TEXTS.tooShort : '';
}
