import { useEffect, useRef, useState } from 'react';
import type { LoginSettings } from '../settings';
import type { EntraLogin } from './entra';
import type { Session, State } from './session';
import { TEXTS } from './texts';

type Entra = typeof import('./entra');

interface SignInFieldProps {
  login: LoginSettings & { clientId: string };
  session: Session;
  state: State;
  /** Whether the person may leave; asks them when something would be lost. */
  mayLeave: () => boolean;
  disabled: boolean;
}

/** Who is signed in, and the buttons to sign in and out. A window opens for it, and the page stays as it is. */
export function SignInField({ login, session, state, mayLeave, disabled }: SignInFieldProps) {
  const [loading] = useState(() => load(login));
  const [note, setNote] = useState('');
  const attempts = useRef(0);

  useEffect(() => {
    loading.catch(() => {
      setNote(TEXTS.failed.unreachable);
    });
  }, [loading]);

  async function signIn() {
    const attempt = ++attempts.current;
    setNote(TEXTS.windowIsOpen);
    const { entra, client } = await loading;
    try {
      const token = await client.signIn(meant(state));
      setNote('');
      session.take(token);
    } catch (failure) {
      // A second window has taken the place of the first.
      if (attempt === attempts.current) setNote(entra.reasonOf(failure));
    }
  }

  async function signOut() {
    if (state.is === 'nobody' || !mayLeave()) return;
    const { person } = state.token;
    session.forget();
    setNote(TEXTS.signedOut);
    const { client } = await loading;
    // The page has forgotten everything already: a window that was closed too early changes nothing of that.
    await client.signOut(person).catch(() => undefined);
  }

  return (
    <div className="token sign-in">
      <span role="status">{note || (state.is === 'signed-in' ? TEXTS.signedInAs(state.token.person) : '')}</span>
      {state.is !== 'signed-in' && (
        <button type="button" className="button primary" onClick={() => void signIn()}>
          {state.is === 'nobody' ? TEXTS.signIn : TEXTS.signInAgain}
        </button>
      )}
      {state.is !== 'nobody' && (
        <button type="button" className="button" disabled={disabled} onClick={() => void signOut()}>
          {TEXTS.signOut}
        </button>
      )}
    </div>
  );
}

/** The same person again, with what a claims challenge asked for. */
function meant(state: State) {
  if (state.is === 'nobody') return { account: null, claims: null };
  const claims = state.is === 'ended' && state.why.is === 'challenged' ? state.why.claims : null;
  return { account: state.token.person.account, claims };
}

/** Microsoft's library is loaded where somebody signs in, and before they do: a window opens only for a click that is fresh. */
async function load(login: LoginSettings & { clientId: string }): Promise<{ entra: Entra; client: EntraLogin }> {
  const entra = await import('./entra');
  return { entra, client: await entra.entraLogin(login) };
}
