import { useState } from 'react';
import type { ResetMfaInput } from '../../../../client';
import { ChangeOutcome, ConfirmDialog, useChange } from '../../change';
import { dateTime } from '../../format';
import { methodInWords } from '../../methods/describe';
import { nameOf, type ActionProps } from '../../person';
import { KINDS, TYPES } from '../../words';
import { ActionCard, Blockable } from '../parts/ActionCard';
import { whyNot as whyNotSessions } from '../sessions/errors';
import { whyNot } from './errors';
import { plannedIn, resetting, type ResetPayload, type ResetStep } from './reset';
import { ResetChoices, type Choice } from './ResetChoices';
import { Steps } from './Steps';
import { TEXTS } from './texts';

/** What the admin center does, and the sessions. */
const FIRST_CHOICE: Choice = { scope: 'PORTAL', keep: [], revokeSessions: true };

/** Takes methods away: first the plan, then, when that was confirmed, what became of each method. */
export function ResetAction({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const { told, pause, task, locked, ...change } = useChange<ResetPayload>({ keys, onBusy, readAgain });
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [steps, setSteps] = useState<readonly ResetStep[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [hasMoved, setMoved] = useState(false);

  const isPlan = task === 'check' || told?.task === 'check';
  const planned = told?.task === 'check' && told.ending.is === 'checked' ? plannedIn(told.ending.payload.steps) : [];
  const applied = told?.ending.is === 'applied' ? told.ending.payload : null;

  function reset() {
    const { scope, keep, revokeSessions } = choice;
    const input: ResetMfaInput = { user: { id: user.id }, scope, revokeSessions, ...(keep.length > 0 && { keep }) };
    return resetting(gateway, input, (answer) => {
      setSteps(answer.steps);
    });
  }

  function plan() {
    setMoved(false);
    setSteps([]);
    setNames(new Map(user.authenticationMethods?.map((method) => [method.id, methodInWords(method)])));
    return change.check(reset());
  }

  /** Takes away what was shown and confirmed, and nothing that the user has registered since: then there is a new plan to look at. */
  async function confirmed() {
    const shown = idsOf(planned);
    const ending = await plan();
    if (ending?.is !== 'checked') return;
    if (idsOf(plannedIn(ending.payload.steps)) === shown) await change.make(reset());
    else setMoved(true);
  }

  function stepInWords(step: ResetStep): string {
    return names.get(step.methodId) ?? [KINDS[step.kind], typeInWords(step)].filter(Boolean).join(', ');
  }

  return (
    <ActionCard
      title={TEXTS.title}
      description={TEXTS.description}
      eligibility={user.methodEligibility?.resetMfa}
      whyNot={whyNot}
      home={change.home}
    >
      <Blockable>
        <ResetChoices
          choice={choice}
          methods={user.authenticationMethods?.filter(({ kind }) => kind !== 'PASSWORD') ?? []}
          locked={locked}
          onChange={(changed) => {
            setChoice((before) => ({ ...before, ...changed }));
            setSteps([]);
            setMoved(false);
            change.forget();
          }}
        />
        <div className="actions">
          <button
            type="button"
            className={planned.length > 0 ? 'button' : 'button primary'}
            aria-disabled={locked}
            onClick={() => {
              if (!locked) void plan();
            }}
          >
            {task === 'check' ? TEXTS.planning : TEXTS.plan}
          </button>
          {(planned.length > 0 || task === 'make') && (
            <button
              type="button"
              className="button danger"
              aria-disabled={locked}
              onClick={() => {
                if (!locked) setAsking(true);
              }}
            >
              {task === 'make' ? TEXTS.working : TEXTS.button}
            </button>
          )}
        </div>
      </Blockable>
      {hasMoved && (
        <p className="notice" role="status">
          {TEXTS.moved}
        </p>
      )}
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={TEXTS.outcome}
        reasons={(errors) => errors.map(whyNot)}
        applied={(payload) => <Applied payload={payload} wantedSessions={choice.revokeSessions} />}
        turnedOut={applied && !applied.isComplete ? 'badly' : 'well'}
        onRepeat={() => void change.repeat()}
        onLeave={() => void change.leave()}
      />
      {told?.ending.is === 'checked' && (
        <p>
          {planned.length > 0 ? TEXTS.count(planned.length, steps.length - planned.length) : TEXTS.nothingToDo}{' '}
          {choice.revokeSessions ? TEXTS.sessionsPlanned : TEXTS.sessionsNotPlanned}
        </p>
      )}
      <Steps steps={steps} nameOf={stepInWords} keep={choice.keep} isPlan={isPlan} />
      {applied && <Remaining payload={applied} names={names} />}
      {isAsking && (
        <ConfirmDialog
          title={TEXTS.question(nameOf(user))}
          confirm={TEXTS.button}
          onConfirm={() => {
            setAsking(false);
            void confirmed();
          }}
          onCancel={() => {
            setAsking(false);
          }}
        >
          <p>{TEXTS.consequence}</p>
          <ul>
            {planned.map((step) => (
              <li key={step.methodId}>{stepInWords(step)}</li>
            ))}
          </ul>
          <p>{choice.revokeSessions ? TEXTS.sessionsPlanned : TEXTS.sessionsNotPlanned}</p>
          <p>{TEXTS.warning}</p>
        </ConfirmDialog>
      )}
    </ActionCard>
  );
}

function Applied({ payload, wantedSessions }: { payload: ResetPayload; wantedSessions: boolean }) {
  return (
    <>
      <p>
        <strong>{payload.isComplete ? TEXTS.complete : TEXTS.incomplete}</strong>{' '}
        {!payload.isComplete && TEXTS.incompleteNext}
      </p>
      <p>{wantedSessions ? sessionsInWords(payload) : TEXTS.sessionsNotPlanned}</p>
      {payload.isComplete && <p>{TEXTS.next}</p>}
    </>
  );
}

function sessionsInWords({ sessionsValidFrom, sessionErrors }: ResetPayload): string {
  if (sessionsValidFrom !== null) return TEXTS.sessionsEnded(dateTime(sessionsValidFrom));
  if (sessionErrors.length === 0) return TEXTS.sessionsUnknown;
  return [TEXTS.sessionsNotEnded, ...sessionErrors.map(whyNotSessions)].join(' ');
}

function Remaining({ payload: { remaining }, names }: { payload: ResetPayload; names: ReadonlyMap<string, string> }) {
  if (remaining === null) return <p>{TEXTS.remainingUnread}</p>;
  if (remaining.length === 0) return <p>{TEXTS.noneRemaining}</p>;
  return (
    <div>
      <p>{TEXTS.remaining}</p>
      <ul className="remaining">
        {remaining.map(({ id, kind }) => (
          <li key={id} className="wrapping">
            {names.get(id) ?? KINDS[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To tell whether two plans take the same methods away. */
function idsOf(steps: readonly ResetStep[]): string {
  return steps
    .map(({ methodId }) => methodId)
    .sort()
    .join(' ');
}

/** Of a phone its type, of others a name. */
function typeInWords({ kind, displayName }: ResetStep): string | null {
  if (kind !== 'PHONE' || displayName === null) return displayName;
  return new Map<string, { name: string }>(Object.entries(TYPES)).get(displayName)?.name ?? displayName;
}
