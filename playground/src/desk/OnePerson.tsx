import { useState } from 'react';
import { FindUser } from './FindUser';
import { messageOf, type Gateway } from './gateway';
import { OpenKeys } from './keys';
import { Latest } from './latest';
import { PhoneForm } from './PhoneForm';
import { referenceTo } from './reference';
import { UserCard } from './UserCard';
import { findUser, type FoundUser } from './users';

interface OnePersonProps {
  gateway: Gateway;
  withSamples: boolean;
  onBusy: (busy: boolean) => void;
}

/**
 * A phone for one person: first whose account it is, seen by the one who changes it, then the phone. The phone goes to the very
 * user that is shown, and whoever types another name sees nobody until they are found.
 */
export function OnePerson({ gateway, withSamples, onBusy }: OnePersonProps) {
  const [user, setUser] = useState<FoundUser | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [searching, setSearching] = useState(false);
  const [adding, setAdding] = useState(false);
  const [keys] = useState(() => new OpenKeys());
  const [latest] = useState(() => new Latest());

  /** Whatever is still being asked no longer counts. */
  function forget(): () => boolean {
    setUser(null);
    setFailure(null);
    setStale(false);
    setSearching(false);
    return latest.ask();
  }

  async function find(name: string) {
    const counts = forget();
    setSearching(true);
    try {
      const found = await findUser(gateway, referenceTo(name));
      if (counts()) setUser(found);
    } catch (reason) {
      if (counts()) setFailure(messageOf(reason));
    }
    if (counts()) setSearching(false);
  }

  /** What became of a change is told also when the user can no longer be read. */
  async function readAnew({ id }: FoundUser) {
    const counts = latest.ask();
    const found = await findUser(gateway, { id }).catch(() => null);
    if (!counts()) return;
    const isSame = found?.id === id;
    if (isSame) setUser(found);
    setStale(!isSame);
  }

  function tell(isAdding: boolean) {
    setAdding(isAdding);
    onBusy(isAdding);
  }

  return (
    <>
      <FindUser
        searching={searching}
        failure={failure}
        locked={adding}
        withSamples={withSamples}
        onChange={forget}
        onFind={(name) => void find(name)}
      />
      <div role="status">{user && <UserCard user={user} isStale={isStale} />}</div>
      {user && (
        <PhoneForm
          key={user.id}
          gateway={gateway}
          keys={keys}
          user={user}
          onBusy={tell}
          readAnew={() => readAnew(user)}
        />
      )}
    </>
  );
}
