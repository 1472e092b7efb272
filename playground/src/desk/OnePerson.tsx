import { useState, type ReactNode } from 'react';
import { EmailAction, PassAction, PasswordAction, ResetAction, SessionsAction } from './actions';
import { PersonCard } from './card/PersonCard';
import { FindUser } from './FindUser';
import type { Gateway } from './gateway';
import { OpenKeys } from './keys';
import { Methods } from './methods/Methods';
import type { ActionProps } from './person';
import { PhoneForm } from './PhoneForm';
import { Results } from './Results';
import { usePerson } from './usePerson';

interface OnePersonProps {
  gateway: Gateway;
  withSamples: boolean;
  onBusy: (busy: boolean) => void;
}

/** What can be done to an account, in the order in which it is seen. */
const SECTIONS = {
  methods: Methods,
  phone: PhoneForm,
  email: EmailAction,
  pass: PassAction,
  reset: ResetAction,
  sessions: SessionsAction,
  password: PasswordAction,
} as const;

type Section = keyof typeof SECTIONS;

/**
 * The account of one person: first whose it is, seen by the one who changes it, then what is on it and what can be done. Changes go
 * to the very user that is shown, and nobody is shown while another name is typed, until they are found.
 */
export function OnePerson({ gateway, withSamples, onBusy }: OnePersonProps) {
  const person = usePerson(gateway);
  const { results, reading, task } = person;
  const [busy, setBusy] = useState<Section | null>(null);
  const [wasChosen, setChosen] = useState(false);
  const [keys] = useState(() => new OpenKeys());

  /** While a change of one section is under way, or unknown, no other section begins one. */
  function tell(section: Section, isBusy: boolean) {
    setBusy(isBusy ? section : null);
    onBusy(isBusy);
  }

  function find(text: string) {
    setChosen(false);
    void person.find(text);
  }

  return (
    <div className="one-person">
      <div className="who">
        <FindUser
          searching={task === 'find'}
          failure={person.failure}
          locked={busy !== null}
          withSamples={withSamples && !reading && !results}
          onChange={person.forget}
          onFind={find}
        />
        {reading && (
          <PersonCard
            key={reading.person.id}
            gateway={gateway}
            reading={reading}
            isStale={person.isStale}
            isBeingRead={task === 'read'}
            takesFocus={wasChosen}
            onRefresh={() => void person.readAgain(reading)}
            onBack={results && busy === null ? person.back : null}
          />
        )}
      </div>
      <div className="account">
        {results && !reading && (
          <Results
            results={results}
            busy={task}
            onMore={() => void person.more()}
            onChoice={(chosen) => {
              setChosen(true);
              void person.choose(chosen);
            }}
          />
        )}
        {reading &&
          sections((name, Content) => (
            <div key={`${name} ${reading.person.id}`} inert={busy !== null && busy !== name}>
              <Content
                gateway={gateway}
                keys={keys}
                user={reading.person}
                unread={reading.unread}
                onBusy={(isBusy) => {
                  tell(name, isBusy);
                }}
                readAgain={() => person.readAgain(reading)}
              />
            </div>
          ))}
      </div>
    </div>
  );
}

/** What a section gets: what every action does, and the fields that could not be read. */
export interface SectionProps extends ActionProps {
  unread: ReadonlyMap<string, string>;
}

function sections(show: (name: Section, Content: (props: SectionProps) => ReactNode) => ReactNode) {
  return (Object.keys(SECTIONS) as Section[]).map((name) => show(name, SECTIONS[name]));
}
