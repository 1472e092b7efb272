import { useEffect, useRef } from 'react';
import type { Gateway } from '../gateway';
import { time } from '../format';
import { nameOf, type Reading } from '../person';
import { TEXTS } from '../texts';
import { Facts } from './Facts';

interface PersonCardProps {
  gateway: Gateway;
  reading: Reading;
  /** Whether the person could not be read again since the last change. */
  isStale: boolean;
  isBeingRead: boolean;
  /** Whether what had the focus is gone for this card. */
  takesFocus: boolean;
  onRefresh: () => void;
  /** Null when there is nothing to go back to, or nobody may go. */
  onBack: (() => void) | null;
}

const { person: WORDS } = TEXTS;

/** Whose account it is: to be sure before anything is changed. */
export function PersonCard(props: PersonCardProps) {
  const { gateway, reading, isStale, isBeingRead, takesFocus, onRefresh, onBack } = props;
  const { person, unread, at } = reading;
  const name = nameOf(person);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <section className="card user" aria-label={WORDS.label}>
      <span className="avatar" aria-hidden="true">
        {initials(name)}
      </span>
      <div className="user-name">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <p>{person.userPrincipalName}</p>
      </div>
      <Marks {...reading} />
      {isStale && <p className="notice">{WORDS.stale}</p>}
      <Facts gateway={gateway} person={person} unread={unread} />
      <div className="read-at">
        <p className="hint" role="status">
          {isBeingRead ? WORDS.refreshing : WORDS.readAt(time(at))}
        </p>
        <button type="button" className="button small" aria-disabled={isBeingRead} onClick={onRefresh}>
          {WORDS.refresh}
        </button>
        {onBack && (
          <button type="button" className="button small" onClick={onBack}>
            {TEXTS.results.back}
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {WORDS.announced(name)}
      </p>
    </section>
  );
}

/** What makes an account one to be careful with. */
function Marks({ person, isOwn }: Reading) {
  const marks = [
    ...(isOwn ? [WORDS.isOwn] : []),
    ...(person.accountEnabled === false ? [WORDS.isDisabled] : []),
    ...(person.isAdministrator ? [WORDS.isAdministrator] : []),
    ...(person.isManagementRestricted ? [WORDS.isRestricted] : []),
    ...(person.userType === 'GUEST' ? [WORDS.isGuest] : []),
    ...(person.isExternal ? [WORDS.isExternal] : []),
    ...(person.isSyncedFromOnPremises ? [WORDS.isSynced] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <ul className="marks">
      {marks.map((mark) => (
        <li key={mark} className="badge warning">
          {mark}
        </li>
      ))}
    </ul>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase()).join('');
}
