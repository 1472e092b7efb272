import { useState, useSyncExternalStore } from 'react';
import { Session, type MayReplace, type State } from './session';

/** The session of the page, and its state now. */
export function useSession(mayReplace: MayReplace): { session: Session; state: State } {
  const [session] = useState(() => new Session(mayReplace));
  const state = useSyncExternalStore(session.subscribe, session.state);
  return { session, state };
}
