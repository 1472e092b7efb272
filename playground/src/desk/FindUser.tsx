import { useId, useState, type SyntheticEvent } from 'react';
import { SAMPLE_USERS } from './samples';

interface FindUserProps {
  searching: boolean;
  failure: string | null;
  /** Nobody else is looked for while a phone is being added. */
  locked: boolean;
  withSamples: boolean;
  onChange: () => void;
  onFind: (name: string) => void;
}

/** Asks whose account it is. */
export function FindUser({ searching, failure, locked, withSamples, onChange, onFind }: FindUserProps) {
  const [name, setName] = useState('');
  const id = useId();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() && !searching && !locked) onFind(name.trim());
  }

  return (
    <form className="card" onSubmit={submit} autoComplete="off" noValidate>
      <h2>Whose account?</h2>
      <label htmlFor={id}>User</label>
      <p id={`${id}hint`} className="hint">
        The name they sign in with, their object id, or an id from this API.
      </p>
      <div className="row">
        <input
          id={id}
          className="input"
          type="text"
          inputMode="email"
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
          {searching ? 'Searching…' : 'Find'}
        </button>
      </div>
      <p id={`${id}failure`} className="field-error" role="alert">
        {failure}
      </p>
      {withSamples && (
        <ul className="samples" aria-label="People of the sandbox">
          <li className="hint" aria-hidden="true">
            Try
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
