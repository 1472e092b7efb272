import { useId, useState } from 'react';
import {
  DeleteEmailText,
  errorsByField,
  SetEmailText,
  validate,
  type DeleteEmailMutation,
  type SetEmailMutation,
} from '../../../../client';
import { changeBy, ChangeOutcome, ConfirmDialog, useChange } from '../../change';
import { nameOf, type ActionProps } from '../../person';
import { ActionCard, Blockable } from '../parts/ActionCard';
import { Removal } from '../parts/Removal';
import { useFocusOnError } from '../parts/useFocusOnError';
import { addressOf, whyNot } from './errors';
import { TEXTS } from './texts';

type EmailPayload = SetEmailMutation['setEmailMethod'] | DeleteEmailMutation['deleteEmailMethod'];

type Action = 'set' | 'delete';

/** Adds, replaces or deletes the address that a user resets a forgotten password with. */
export function EmailAction({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const { told, pause, task, locked, ...change } = useChange<EmailPayload>({ keys, onBusy, readAgain });
  const [address, setAddress] = useState('');
  const [submissions, setSubmissions] = useState(0);
  const [action, setAction] = useState<Action>('set');
  const [question, setQuestion] = useState<Action | null>(null);
  const form = useFocusOnError(told, submissions);
  const id = useId();

  const current = user.authenticationMethods?.find((method) => method.__typename === 'EmailMethod') ?? null;
  const { setEmailMethod, deleteEmailMethod } = user.methodEligibility ?? {};
  const errors = errorsByField(told?.ending.is === 'refused' ? [...told.ending.errors] : []);
  const wrong = errors.get('emailAddress')?.map(whyNot) ?? (submissions > 0 ? complaintsAbout(address) : []);

  async function save() {
    setAction('set');
    const input = { user: { id: user.id }, emailAddress: address };
    const ending = await change.make(changeBy(gateway, SetEmailText, input, (result) => result.setEmailMethod));
    if (ending?.is === 'applied') clear();
  }

  async function remove() {
    setAction('delete');
    const input = { user: { id: user.id } };
    await change.make(changeBy(gateway, DeleteEmailText, input, (result) => result.deleteEmailMethod));
  }

  async function repeat() {
    const ending = await change.repeat();
    if (ending?.is === 'applied') clear();
  }

  function clear() {
    setAddress('');
    setSubmissions(0);
  }

  function submit() {
    if (locked) return;
    setSubmissions(submissions + 1);
    if (complaintsAbout(address).length > 0) return;
    if (current) setQuestion('set');
    else void save();
  }

  return (
    <ActionCard
      title={TEXTS.title}
      description={TEXTS.description}
      eligibility={setEmailMethod}
      whyNot={whyNot}
      home={change.home}
    >
      <p>
        {current ? (
          <>
            {TEXTS.now} <strong className="wrapping">{addressOf(current)}</strong>
          </>
        ) : (
          user.authenticationMethods && TEXTS.none
        )}
      </p>
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
          <div className="field">
            <label htmlFor={id}>{TEXTS.label}</label>
            <input
              id={id}
              className="input"
              type="email"
              autoComplete="off"
              spellCheck={false}
              value={address}
              readOnly={locked}
              aria-required="true"
              aria-invalid={wrong.length > 0}
              aria-describedby={`${id}errors`}
              onChange={(event) => {
                setAddress(event.target.value);
                change.forget();
              }}
            />
            <p id={`${id}errors`} className="field-error" aria-live="polite">
              {wrong.join(' ')}
            </p>
          </div>
          <div className="actions">
            <button type="submit" className="button primary" aria-disabled={locked}>
              {task === 'make' && action === 'set' ? TEXTS.saving : current ? TEXTS.replace : TEXTS.add}
            </button>
          </div>
        </form>
      </Blockable>
      {current && (
        <Removal
          label={task === 'make' && action === 'delete' ? TEXTS.removing : TEXTS.remove}
          eligibility={deleteEmailMethod}
          whyNot={whyNot}
          locked={locked}
          onClick={() => {
            setQuestion('delete');
          }}
        />
      )}
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={TEXTS[action]}
        reasons={(found) => found.filter((error) => !errors.get('emailAddress')?.includes(error)).map(whyNot)}
        applied={(payload) => <Applied payload={payload} />}
        onRepeat={() => void repeat()}
        onLeave={() => void change.leave()}
      />
      {question === 'set' && (
        <ConfirmDialog
          title={TEXTS.replaceTitle(nameOf(user))}
          confirm={TEXTS.replace}
          onConfirm={() => {
            setQuestion(null);
            void save();
          }}
          onCancel={() => {
            setQuestion(null);
          }}
        >
          <p>{TEXTS.replaceText(addressOf(current), address)}</p>
        </ConfirmDialog>
      )}
      {question === 'delete' && (
        <ConfirmDialog
          title={TEXTS.removeTitle(nameOf(user))}
          confirm={TEXTS.remove}
          onConfirm={() => {
            setQuestion(null);
            void remove();
          }}
          onCancel={() => {
            setQuestion(null);
          }}
        >
          <p>{TEXTS.removeText(addressOf(current))}</p>
        </ConfirmDialog>
      )}
    </ActionCard>
  );
}

function Applied({ payload }: { payload: EmailPayload }) {
  return (
    <p>
      <strong>{'emailMethod' in payload ? effectOf(payload) : TEXTS.removed}</strong>
    </p>
  );
}

function effectOf({ emailEffect, emailMethod }: SetEmailMutation['setEmailMethod']): string {
  const address = addressOf(emailMethod);
  if (emailEffect === 'UNCHANGED') return TEXTS.unchanged(address);
  return emailEffect === 'UPDATED' ? TEXTS.updated(address) : TEXTS.added(address);
}

/** What can be told before the gateway is asked. */
function complaintsAbout(emailAddress: string): string[] {
  if (!emailAddress) return [TEXTS.missing];
  const violations = validate('SetEmailMethodInput', { user: { id: '' }, emailAddress });
  return errorsByField(violations).has('emailAddress') ? [TEXTS.tooShort] : [];
}
