import { useMemo, useState } from 'react';
import { Brand } from '../header/Brand';
import { Page } from '../Page';
import { CallerField } from '../signin/CallerField';
import type { Person } from '../signin/person';
import { SessionNote } from '../signin/SessionNote';
import { TEXTS } from '../signin/texts';
import { useSession } from '../signin/useSession';
import type { OnTenant } from '../start';
import { Forms } from './Forms';
import { Gateway } from './gateway';
import { mayForget } from './leaving';

/** The form in front of a real tenant. The same person goes on with another token, and somebody else starts with a new form. */
export function TokenDesk({ graphqlPath, login }: OnTenant) {
  const { session, state } = useSession(mayReplace);
  const [busy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const gateway = useMemo(() => new Gateway(graphqlPath, session), [graphqlPath, session]);

  function mayLeave(): boolean {
    if (!mayForget(isOpen)) return false;
    setOpen(false);
    return true;
  }

  return (
    <Page
      header={
        <>
          <Brand page="Help desk" />
          <CallerField login={login} session={session} state={state} mayLeave={mayLeave} disabled={busy} />
        </>
      }
    >
      <SessionNote login={login} state={state} />
      {state.is === 'nobody' ? (
        <p className="loading">{login.clientId === null ? TEXTS.paste : TEXTS.begin}</p>
      ) : (
        <Forms key={state.starts} gateway={gateway} onBusy={setBusy} onOpen={setOpen} />
      )}
    </Page>
  );
}

function mayReplace(before: Person, next: Person): boolean {
  return window.confirm(TEXTS.otherPerson(before, next));
}
