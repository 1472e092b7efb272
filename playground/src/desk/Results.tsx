import { useEffect, useRef } from 'react';
import type { PersonFragment } from '../../client';
import { nameOf } from './person';
import type { Results as FoundResults } from './search';
import { TEXTS } from './texts';

interface ResultsProps {
  results: FoundResults;
  /** What is being asked. */
  busy: 'find' | 'more' | 'read' | null;
  onMore: () => void;
  onChoice: (person: PersonFragment) => void;
}

const { results: WORDS } = TEXTS;

/** More than people compare at a glance. */
const MANY = 50;

/** The people who were found, with what tells them apart. */
export function Results({ results: { text, people, total, next }, busy, onMore, onChoice }: ResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef(people.length);

  // What asked for more may be gone; the next thing to look at is the first one that came.
  useEffect(() => {
    if (people.length > shown.current) list.current?.querySelectorAll<HTMLElement>('button')[shown.current]?.focus();
    shown.current = people.length;
  }, [people.length]);

  return (
    <section className="card" aria-label={WORDS.title(text)}>
      <h2>{WORDS.title(text)}</h2>
      <p className="hint" role="status">
        {WORDS.count(people.length, total)} {(total ?? 0) > MANY ? WORDS.tooMany : WORDS.compare}
      </p>
      <ul ref={list} className="people" aria-busy={busy !== null}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="person"
              aria-disabled={busy !== null}
              onClick={() => {
                if (busy === null) onChoice(person);
              }}
            >
              <Description {...person} />
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <div className="actions">
          <button
            type="button"
            className="button"
            aria-disabled={busy !== null}
            onClick={() => {
              if (busy === null) onMore();
            }}
          >
            {busy === 'more' ? WORDS.busyMore : WORDS.more}
          </button>
        </div>
      )}
    </section>
  );
}

function Description(person: PersonFragment) {
  const { userPrincipalName, mail, department, jobTitle } = person;
  const work = [jobTitle, department].filter(Boolean).join(' · ');
  return (
    <>
      <strong>{nameOf(person)}</strong>
      <span>{userPrincipalName}</span>
      {mail !== null && mail !== userPrincipalName && <span>{mail}</span>}
      <span>{work || WORDS.noDetails}</span>
      {marksOf(person).map((mark) => (
        <span key={mark} className="badge warning">
          {mark}
        </span>
      ))}
    </>
  );
}

function marksOf({ accountEnabled, userType, isExternal }: PersonFragment): string[] {
  return [
    ...(userType === 'GUEST' ? [WORDS.guest] : []),
    ...(isExternal ? [WORDS.external] : []),
    ...(accountEnabled === false ? [WORDS.disabled] : []),
  ];
}
