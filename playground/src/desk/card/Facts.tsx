import type { ReactNode } from 'react';
import { dateTime } from '../format';
import type { Gateway } from '../gateway';
import { nameOf, type Person } from '../person';
import { TEXTS } from '../texts';
import { CopyButton } from './CopyButton';
import { LastSignIn } from './LastSignIn';

interface FactsProps {
  gateway: Gateway;
  person: Person;
  unread: ReadonlyMap<string, string>;
}

const { person: WORDS } = TEXTS;

/** What a help desk compares with what the caller says. */
export function Facts({ gateway, person, unread }: FactsProps) {
  const { accountEnabled, isAdministrator, lastPasswordChangeDateTime, objectId } = person;
  return (
    <dl className="facts">
      <Fact name={WORDS.mail}>{person.mail}</Fact>
      <Fact name={WORDS.department}>{person.department}</Fact>
      <Fact name={WORDS.jobTitle}>{person.jobTitle}</Fact>
      <Fact name={WORDS.manager} why={unread.get('manager')}>
        {person.manager && <Manager {...person.manager} />}
      </Fact>
      <Fact name={WORDS.account}>
        {accountEnabled === null ? null : accountEnabled ? WORDS.enabled : WORDS.disabled}
      </Fact>
      <Fact name={WORDS.kind}>{kindOf(person)}</Fact>
      <Fact name={WORDS.administrator} why={unread.get('isAdministrator')}>
        {isAdministrator === null ? null : isAdministrator ? WORDS.yes : WORDS.no}
      </Fact>
      <Fact name={WORDS.lastSignIn}>
        <LastSignIn gateway={gateway} person={person} />
      </Fact>
      <Fact name={WORDS.passwordChanged}>{lastPasswordChangeDateTime && dateTime(lastPasswordChangeDateTime)}</Fact>
      <Fact name={WORDS.objectId}>
        <code>{objectId}</code> <CopyButton text={objectId} />
      </Fact>
    </dl>
  );
}

interface FactProps {
  name: string;
  /** Why it could not be read. */
  why?: string | undefined;
  children: ReactNode;
}

function Fact({ name, why, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {why === undefined ? (children ?? <Nothing />) : <span className="unread">{`${WORDS.unread}. ${why}`}</span>}
      </dd>
    </div>
  );
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">{WORDS.none}</span>
      <span className="visually-hidden">{WORDS.noneInWords}</span>
    </>
  );
}

function Manager(manager: NonNullable<Person['manager']>) {
  return (
    <>
      {nameOf(manager)} <small>{manager.userPrincipalName}</small>
    </>
  );
}

function kindOf({ userType, isExternal }: Person): string | null {
  if (userType === null) return null;
  const kind = userType === 'GUEST' ? WORDS.guest : WORDS.member;
  return isExternal ? `${kind}, ${WORDS.signsInElsewhere}` : kind;
}
