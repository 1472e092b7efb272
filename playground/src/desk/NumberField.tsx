import { useId } from 'react';
import { TEXTS } from './texts';

interface NumberFieldProps {
  label?: string;
  value: string;
  disabled: boolean;
  locked: boolean;
  messages: string[];
  suggestion: string | null;
  onChange: (value: string) => void;
  onSuggestion: (suggestion: string) => void;
}

const { phone: WORDS } = TEXTS;

/** The number, what is wrong with it, and the number that was meant. */
export function NumberField(props: NumberFieldProps) {
  const { label = WORDS.number, value, disabled, locked, messages, suggestion, onChange, onSuggestion } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}hint`} className="hint">
        {WORDS.numberHint} <code>+1 2065555555x123</code>
      </p>
      <input
        id={id}
        className="input number"
        type="tel"
        autoComplete="off"
        value={value}
        disabled={disabled}
        readOnly={locked}
        aria-required="true"
        aria-invalid={messages.length > 0}
        aria-describedby={`${id}hint ${id}errors`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p id={`${id}errors`} className="field-error" aria-live="polite">
        {messages.join(' ')}
      </p>
      {suggestion !== null && (
        <button
          type="button"
          className="button small suggestion"
          onClick={() => {
            onSuggestion(suggestion);
          }}
        >
          {WORDS.use} <span className="number">{suggestion}</span>
        </button>
      )}
    </div>
  );
}
