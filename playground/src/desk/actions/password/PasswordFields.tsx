import { useId, useState } from 'react';
import { TEXTS } from './texts';

interface PasswordFieldsProps {
  /** Null while Microsoft makes one up. */
  password: string | null;
  /** Microsoft makes up none for this user. */
  mustBeGiven: boolean;
  locked: boolean;
  wrong: string;
  onChange: (password: string | null) => void;
}

/** Whether Microsoft makes up the password, and if not, which one it is to be. */
export function PasswordFields({ password, mustBeGiven, locked, wrong, onChange }: PasswordFieldsProps) {
  const id = useId();
  const choices = [
    {
      key: 'generated',
      value: null,
      name: TEXTS.generated,
      note: mustBeGiven ? TEXTS.notGenerated : TEXTS.generatedNote,
    },
    { key: 'given', value: '', name: TEXTS.given, note: TEXTS.givenNote },
  ];
  return (
    <>
      <fieldset role="radiogroup" className="types">
        <legend>{TEXTS.how}</legend>
        {choices.map(({ key, value, name, note }) => (
          <label key={key} className="type">
            <input
              type="radio"
              name={`${id}how`}
              checked={(password === null) === (value === null)}
              disabled={value === null && mustBeGiven}
              aria-disabled={locked || undefined}
              aria-labelledby={`${id}name${key}`}
              aria-describedby={`${id}note${key}`}
              onChange={() => {
                if (!locked) onChange(value);
              }}
            />
            <span>
              <span id={`${id}name${key}`} className="type-name">
                {name}
              </span>
              <small id={`${id}note${key}`}>{note}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {password !== null && <NewPassword password={password} locked={locked} wrong={wrong} onChange={onChange} />}
    </>
  );
}

type NewPasswordProps = Omit<PasswordFieldsProps, 'mustBeGiven'> & { password: string };

function NewPassword({ password, locked, wrong, onChange }: NewPasswordProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{TEXTS.label}</label>
      <p id={`${id}hint`} className="hint">
        {TEXTS.hint}
      </p>
      <input
        id={id}
        className="input"
        type={isShown && !locked ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
        value={password}
        readOnly={locked}
        aria-required="true"
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}hint ${id}errors`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p id={`${id}errors`} className="field-error" aria-live="polite">
        {wrong}
      </p>
      <label className="inline-choice">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => {
            setShown(event.target.checked);
          }}
        />
        {TEXTS.show}
      </label>
    </div>
  );
}
