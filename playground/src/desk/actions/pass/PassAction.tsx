import { useState } from 'react';
import {
  CreateAccessPassText,
  DeleteAccessPassText,
  errorsByField,
  type AccessPassFragment,
  type CreateAccessPassMutation,
  type DeleteAccessPassMutation,
} from '../../../../client';
import { changeBy, ChangeOutcome, ConfirmDialog, useChange, type Change, type Told } from '../../change';
import { dateTime } from '../../format';
import { nameOf, type ActionProps, type Person } from '../../person';
import { ActionCard, Blockable } from '../parts/ActionCard';
import { Removal } from '../parts/Removal';
import { SecretBox } from '../parts/SecretBox';
import { TEXTS as SECRET_TEXTS } from '../parts/texts';
import { useFocusOnError } from '../parts/useFocusOnError';
import { useSecret } from '../parts/useSecret';
import { validityOf, whyNot, type PassError } from './errors';
import { PassFields } from './PassFields';
import { complaintsAbout, inputOf, NOTHING_CHOSEN, type Field } from './request';
import { TEXTS } from './texts';

/** Without the code, which goes to the screen and nowhere else. */
type Created = Omit<CreateAccessPassMutation['createTemporaryAccessPass'], 'passCode'>;

type PassPayload = Created | DeleteAccessPassMutation['deleteTemporaryAccessPass'];

type Action = 'create' | 'delete';

const FIELDS: readonly string[] = ['lifetimeInMinutes', 'startDateTime', 'isUsableOnce'] satisfies Field[];

/** Creates a Temporary Access Pass and shows its code once, or deletes the one that is there. */
export function PassAction({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const { told, pause, task, locked, ...change } = useChange<PassPayload>({ keys, onBusy, readAgain });
  const [wanted, setWanted] = useState(NOTHING_CHOSEN);
  const [submissions, setSubmissions] = useState(0);
  const [action, setAction] = useState<Action>('create');
  const [question, setQuestion] = useState<'replace' | 'delete' | null>(null);
  const { secret, wasCleared, ...code } = useSecret();
  const form = useFocusOnError(told, submissions);

  const { createTemporaryAccessPass: policy, deleteTemporaryAccessPass: deletion } = user.methodEligibility ?? {};
  const existing = policy?.existing ?? passOf(user) ?? passIn(told);
  const errors = errorsByField(told?.ending.is === 'refused' ? [...told.ending.errors] : []);
  const complaints = submissions > 0 ? complaintsAbout(wanted, policy) : new Map<Field, string>();

  function create(replaceExisting: boolean) {
    setAction('create');
    code.forget();
    const input = inputOf(user, wanted, replaceExisting);
    void finish(
      change.make(
        changeBy(gateway, CreateAccessPassText, input, ({ createTemporaryAccessPass: { passCode, ...payload } }) => {
          if (passCode !== null) code.receive(passCode);
          return payload;
        }),
      ),
    );
  }

  function remove() {
    setAction('delete');
    code.forget();
    const input = { user: { id: user.id } };
    const deleting: Change<PassPayload> = changeBy(
      gateway,
      DeleteAccessPassText,
      input,
      (result) => result.deleteTemporaryAccessPass,
    );
    void change.make(deleting);
  }

  async function finish(made: Promise<Told<PassPayload>['ending'] | null>) {
    if ((await made)?.is !== 'applied') return;
    setWanted(NOTHING_CHOSEN);
    setSubmissions(0);
  }

  function submit() {
    if (locked) return;
    setSubmissions(submissions + 1);
    if (complaintsAbout(wanted, policy).size > 0) return;
    if (existing && isStillGood(existing)) setQuestion('replace');
    else create(false);
  }

  return (
    <ActionCard
      title={TEXTS.title}
      description={TEXTS.description}
      eligibility={policy}
      whyNot={whyNot}
      home={change.home}
    >
      <p>
        {existing ? (
          <>
            {TEXTS.now} <strong>{validityOf(existing)}</strong>
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
          <PassFields
            wanted={wanted}
            policy={policy}
            locked={locked}
            wrong={(field) => errors.get(field)?.map(whyNot).join(' ') ?? complaints.get(field) ?? ''}
            onChange={(changed) => {
              setWanted((before) => ({ ...before, ...changed }));
              change.forget();
            }}
          />
          <div className="actions">
            <button type="submit" className="button primary" aria-disabled={locked}>
              {task === 'make' && action === 'create'
                ? TEXTS.creating
                : existing && isStillGood(existing)
                  ? TEXTS.replace
                  : TEXTS.create}
            </button>
          </div>
        </form>
      </Blockable>
      {existing && (
        <Removal
          label={task === 'make' && action === 'delete' ? TEXTS.removing : TEXTS.remove}
          eligibility={deletion}
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
        texts={TEXTS.outcome[action]}
        reasons={(found) => found.filter((error) => !isOfField(error)).map(whyNot)}
        applied={(payload) => <Applied payload={payload} />}
        onRepeat={() => void finish(change.repeat())}
        onLeave={() => void change.leave()}
      />
      {secret && <SecretBox label={TEXTS.code} secret={secret} onKeepLonger={code.keepLonger} onClear={code.clear} />}
      <p role="status" className="hint">
        {wasCleared && SECRET_TEXTS.cleared}
      </p>
      {question === 'replace' && existing && (
        <ConfirmDialog
          title={TEXTS.replaceTitle(nameOf(user))}
          confirm={TEXTS.replace}
          onConfirm={() => {
            setQuestion(null);
            create(true);
          }}
          onCancel={() => {
            setQuestion(null);
          }}
        >
          <p>{TEXTS.replaceText(validityOf(existing))}</p>
        </ConfirmDialog>
      )}
      {question === 'delete' && (
        <ConfirmDialog
          title={TEXTS.removeTitle(nameOf(user))}
          confirm={TEXTS.remove}
          onConfirm={() => {
            setQuestion(null);
            remove();
          }}
          onCancel={() => {
            setQuestion(null);
          }}
        >
          <p>{TEXTS.removeText}</p>
        </ConfirmDialog>
      )}
    </ActionCard>
  );
}

function Applied({ payload }: { payload: PassPayload }) {
  if (!('temporaryAccessPass' in payload)) {
    return (
      <p>
        <strong>{TEXTS.removed}</strong>
      </p>
    );
  }
  const { temporaryAccessPass, passCodeState, replaced } = payload;
  return (
    <>
      <p>
        <strong>{temporaryAccessPass && createdInWords(temporaryAccessPass)}</strong>{' '}
        {passCodeState === 'SHOWN' && TEXTS.shown}
        {passCodeState === 'LOST' && TEXTS.lost}
        {passCodeState === 'NOT_SHOWN_AGAIN' && TEXTS.notShownAgain}
      </p>
      {replaced && <p>{TEXTS.replaced}</p>}
    </>
  );
}

function createdInWords({ startDateTime, endDateTime, usability }: AccessPassFragment): string {
  const until = endDateTime === null ? TEXTS.someTime : dateTime(endDateTime);
  const isLater = usability === 'NOT_YET_VALID' && startDateTime !== null;
  return isLater ? TEXTS.createdLater(dateTime(startDateTime), until) : TEXTS.created(until);
}

/** A new one would make it worthless. */
function isStillGood({ usability }: Pick<AccessPassFragment, 'usability'>): boolean {
  return usability !== 'EXPIRED' && usability !== 'ONE_TIME_USED';
}

function passOf({ authenticationMethods }: Person) {
  return authenticationMethods?.find((method) => method.__typename === 'TemporaryAccessPassMethod') ?? null;
}

/** The pass that a refusal names. */
function passIn(told: Told<PassPayload> | null): AccessPassFragment | null {
  if (told?.ending.is !== 'refused') return null;
  const exists = told.ending.errors.find(({ __typename }) => __typename === 'AccessPassExistsError');
  return exists?.__typename === 'AccessPassExistsError' ? exists.existingTemporaryAccessPass : null;
}

function isOfField(error: PassError): boolean {
  return [...errorsByField([error]).keys()].some((field) => FIELDS.includes(field));
}
