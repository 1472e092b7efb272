import { useState } from 'react';
import { RevokeSessionsText, type RevokeSessionsMutation } from '../../../../client';
import { changeBy, ChangeOutcome, ConfirmDialog, useChange } from '../../change';
import { dateTime } from '../../format';
import { nameOf, type ActionProps } from '../../person';
import { ActionCard, Blockable } from '../parts/ActionCard';
import { whyNot } from './errors';
import { TEXTS } from './texts';

type Payload = RevokeSessionsMutation['revokeSignInSessions'];

/** Ends all sessions of a user. */
export function SessionsAction({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const { told, pause, task, locked, ...change } = useChange<Payload>({ keys, onBusy, readAgain });
  const [isAsking, setAsking] = useState(false);

  function revoke() {
    const input = { user: { id: user.id } };
    void change.make(changeBy(gateway, RevokeSessionsText, input, (result) => result.revokeSignInSessions));
  }

  return (
    <ActionCard
      title={TEXTS.title}
      description={TEXTS.description}
      eligibility={user.methodEligibility?.revokeSignInSessions}
      whyNot={whyNot}
      home={change.home}
    >
      <p className="hint">{user.sessionsValidFrom && TEXTS.since(dateTime(user.sessionsValidFrom))}</p>
      <Blockable>
        <div className="actions">
          <button
            type="button"
            className="button primary"
            aria-disabled={locked}
            onClick={() => {
              if (!locked) setAsking(true);
            }}
          >
            {task === 'make' ? TEXTS.working : TEXTS.button}
          </button>
        </div>
      </Blockable>
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={TEXTS.outcome}
        reasons={(errors) => errors.map(whyNot)}
        applied={(payload) => <Ended payload={payload} />}
        onRepeat={() => void change.repeat()}
        onLeave={() => void change.leave()}
      />
      {isAsking && (
        <ConfirmDialog
          title={TEXTS.question(nameOf(user))}
          confirm={TEXTS.button}
          onConfirm={() => {
            setAsking(false);
            revoke();
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

function Ended({ payload: { sessionsValidFrom } }: { payload: Payload }) {
  return (
    <p>
      <strong>{TEXTS.done}</strong>{' '}
      {sessionsValidFrom === null ? TEXTS.noDate : TEXTS.validFrom(dateTime(sessionsValidFrom))} {TEXTS.delay}
    </p>
  );
}
