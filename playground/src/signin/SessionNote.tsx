import type { LoginSettings } from '../settings';
import { CommandLine } from './CommandLine';
import { loginCommand, tokenCommand } from './command';
import type { State } from './session';
import { TEXTS } from './texts';

interface SessionNoteProps {
  login: LoginSettings;
  state: State;
}

/** How to begin; and when a token has ended, why, what becomes of the page, and what to do. */
export function SessionNote({ login, state }: SessionNoteProps) {
  if (state.is === 'signed-in') return null;
  if (state.is === 'nobody') {
    return login.clientId === null ? (
      <div className="session-note">
        <p>{TEXTS.getToken}</p>
        <CommandLine text={tokenCommand(login)} />
      </div>
    ) : null;
  }
  const { token, why } = state;
  return (
    <div className="session-note ended" role="alert">
      <p>
        <strong>{TEXTS.why(why, token)}</strong> {TEXTS.kept} {TEXTS.next(token)}
      </p>
      {!token.renew && why.is === 'challenged' && (
        <>
          <p>{TEXTS.challengeByCommand}</p>
          <CommandLine text={loginCommand(login, why.claims)} />
        </>
      )}
      {!token.renew && <CommandLine text={tokenCommand(login)} />}
    </div>
  );
}
