import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { errorsByField, validate } from '../../../client';
import { NumberField } from '../NumberField';
import { TEXTS } from '../texts';
import { whatIsWrong } from '../wording';

interface ReplaceNumberProps {
  /** Whose phone gets another number, and which. */
  note: string;
  locked: boolean;
  messages: string[];
  suggestion: string | null;
  onChange: () => void;
  onSave: (number: string) => void;
  onCancel: () => void;
}

const { methods: WORDS } = TEXTS;

/** Asks for the number that a phone is to have. */
export function ReplaceNumber({ note, locked, messages, suggestion, onChange, onSave, onCancel }: ReplaceNumberProps) {
  const [number, setNumber] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const isRefused = messages.length > 0;

  useEffect(() => {
    field()?.focus();
  }, []);

  useEffect(() => {
    if (isRefused) field()?.focus();
  }, [isRefused]);

  function field() {
    return form.current?.querySelector<HTMLElement>('input');
  }

  /** The focus goes back to what asked for the number. */
  function cancel() {
    if (locked) return;
    form.current?.closest('li')?.querySelector('button')?.focus();
    onCancel();
  }

  function change(next: string) {
    setNumber(next);
    onChange();
  }

  return (
    <form
      ref={form}
      className="replace"
      noValidate
      autoComplete="off"
      aria-describedby={`${id}note`}
      aria-label={WORDS.replace}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        if (!locked) onSave(number);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <p id={`${id}note`} className="hint">
        {note}
      </p>
      <NumberField
        label={WORDS.newNumber}
        value={number}
        disabled={false}
        locked={locked}
        messages={isRefused ? messages : typedErrorsOf(number)}
        suggestion={suggestion}
        onChange={change}
        onSuggestion={(meant) => {
          change(meant);
          field()?.focus();
        }}
      />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={locked}>
          {WORDS.save}
        </button>
        <button type="button" className="button" aria-disabled={locked} onClick={cancel}>
          {WORDS.cancel}
        </button>
      </div>
    </form>
  );
}

function typedErrorsOf(phoneNumber: string): string[] {
  const violations = validate('UpdatePhoneMethodInput', { phoneNumber }).filter(({ unfinished }) => !unfinished);
  return phoneNumber === '' ? [] : (errorsByField(violations).get('phoneNumber') ?? []).map(whatIsWrong);
}
