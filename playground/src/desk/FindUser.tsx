import { useId, useState, type SyntheticEvent } from 'react';
import { SAMPLE_USERS } from './samples';
import { TEXTS } from './texts';

interface FindUserProps {
  searching: boolean;
  failure: string | null;
  /** Nobody else is looked for while something is being changed. */
  locked: boolean;
  withSamples: boolean;
  onChange: () => void;
  onFind: (name: string) => void;
}

const { find: WORDS } = TEXTS;

/** Asks whose account it is. */
export function FindUser({ searching, failure, locked, withSamples, onChange, onFind }: FindUserProps) {
  const [name, setName] = useState('');
  const id = useId();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() && !searching && !locked) onFind(name.trim());
  }

  return (
    <form role="search" className="card" onSubmit={submit} autoComplete="off" noValidate aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{WORDS.title}</h2>
      <label htmlFor={id}>{WORDS.label}</label>
      <p id={`${id}hint`} className="hint">
        {WORDS.hint}
      </p>
      <div className="row">
        <input
          id={id}
          className="input"
          type="text"
          inputMode="email"
          enterKeyHint="search"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={name}
          readOnly={locked}
          aria-describedby={`${id}hint ${id}failure`}
          aria-invalid={failure !== null}
          onChange={(event) => {
            setName(event.target.value);
            onChange();
          }}
        />
        <button type="submit" className="button primary" aria-disabled={searching || locked || !name.trim()}>
          {searching ? WORDS.busy : WORDS.button}
        </button>
      </div>
      <p id={`${id}failure`} className="field-error" role="alert">
        {failure}
      </p>
      {withSamples && (
        <ul className="samples" aria-label={WORDS.samples}>
          <li className="hint" aria-hidden="true">
            {WORDS.try}
          </li>
          {SAMPLE_USERS.map((sample) => (
            <li key={sample.name}>
              <button
                type="button"
                className="sample"
                aria-disabled={searching || locked}
                onClick={() => {
                  if (searching || locked) return;
                  setName(sample.name);
                  onFind(sample.name);
                }}
              >
                <strong>{sample.name}</strong> {sample.has}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
