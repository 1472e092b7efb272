import { SMS_SIGN_IN, TYPES } from './wording';
import type { FoundUser } from './users';

interface UserCardProps {
  user: FoundUser;
  /** Whether the user could not be read again since the last change. */
  isStale: boolean;
}

/** Whose account it is, and the phones on it: to be sure before anything is changed. */
export function UserCard({ user, isStale }: UserCardProps) {
  const name = user.displayName ?? user.userPrincipalName ?? user.objectId;
  return (
    <section className="card user" aria-label="The user who was found">
      <span className="avatar" aria-hidden="true">
        {initials(name)}
      </span>
      <div className="user-name">
        <h2>{name}</h2>
        <p>{user.userPrincipalName}</p>
        <p>
          <code>{user.objectId}</code>
        </p>
      </div>
      {isStale && <p className="notice">We couldn't refresh the user. This may be out of date.</p>}
      <Phones phones={user.phoneMethods} />
    </section>
  );
}

function Phones({ phones }: { phones: FoundUser['phoneMethods'] }) {
  if (phones === null)
    return <p className="phones-none">We couldn't load the phones, or you don't have permission to see them.</p>;
  if (phones.length === 0) return <p className="phones-none">No phone yet</p>;
  return (
    <ul className="phones" aria-label="Phones">
      {phones.map(({ id, phoneType, phoneNumber, smsSignInState }) => (
        <li key={id}>
          <span className="badge">{phoneType === null ? 'Phone' : TYPES[phoneType].name}</span>
          <span className="number">{phoneNumber ?? 'number not shown'}</span>
          {smsSignInState && <small>{SMS_SIGN_IN[smsSignInState]}</small>}
        </li>
      ))}
    </ul>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase()).join('');
}
