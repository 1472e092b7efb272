import { TokenField } from '../header/TokenField';
import type { LoginSettings } from '../settings';
import { pastedToken } from './person';
import type { Session, State } from './session';
import { SignInField } from './SignInField';

interface CallerFieldProps {
  login: LoginSettings;
  session: Session;
  state: State;
  /** Whether the person may leave; asks them when something would be lost. */
  mayLeave?: () => boolean;
  /** While something is under way in somebody's name, nobody else comes. */
  disabled?: boolean;
}

/** Who uses the page: people sign in where the pages have a registration, and paste a token where they have none. */
export function CallerField({ login, session, state, mayLeave = () => true, disabled = false }: CallerFieldProps) {
  const { clientId } = login;
  if (clientId !== null) {
    return <SignInField {...{ session, state, mayLeave, disabled }} login={{ ...login, clientId }} />;
  }
  return (
    <TokenField
      token={state.is === 'nobody' ? null : state.token}
      onToken={(value) => session.take(pastedToken(value))}
      onForget={() => {
        if (mayLeave()) session.forget();
      }}
      disabled={disabled && state.is === 'signed-in'}
    />
  );
}
