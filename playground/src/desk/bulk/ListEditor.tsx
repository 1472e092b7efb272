import { useEffect, useId, useRef } from 'react';
import { SAMPLE_LINES } from '../samples';
import { linesOf, MOST_LINES, problemsOf, sendable, type Line, type Problem } from './lines';

interface ListEditorProps {
  text: string;
  withSamples: boolean;
  /** Whether somebody came back to it from what stood here before. */
  takesFocus: boolean;
  onChange: (text: string) => void;
  onSend: (lines: readonly Line[], validateOnly: boolean) => void;
}

/** The list as text, as it comes out of a spreadsheet, with what is wrong in which line. */
export function ListEditor({ text, withSamples, takesFocus, onChange, onSend }: ListEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = linesOf(text);
  const problems = problemsOf(lines, !text.endsWith('\n'));
  const ready = sendable(lines);
  const tooMany = lines.length > MOST_LINES;

  useEffect(() => {
    if (takesFocus) area.current?.focus();
  }, [takesFocus]);

  function send(validateOnly: boolean) {
    if (ready.length === 0 || tooMany) area.current?.focus();
    else onSend(ready, validateOnly);
  }

  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <h2>Which phones?</h2>
      <label htmlFor={id}>List</label>
      <p id={`${id}hint`} className="hint">
        A line for each phone: user, type (mobile, alternate mobile or office), number. Up to {MOST_LINES}, pasted from
        a spreadsheet or separated by commas.
      </p>
      <textarea
        ref={area}
        id={id}
        className="input list"
        rows={10}
        wrap="off"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        placeholder="kim@contoso.com, mobile, +1 2065550120"
        aria-describedby={`${id}hint ${id}problems`}
        aria-invalid={problems.length > 0 || tooMany}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p role="status" className="visually-hidden">
        {problems.length > 0 && `To correct: ${problems.length}`}
      </p>
      <div id={`${id}problems`} className="problems">
        {tooMany && (
          <p className="field-error">
            A list has at most {MOST_LINES} lines. This one has {lines.length}.
          </p>
        )}
        <Problems problems={problems} />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={ready.length === 0 || tooMany}>
          Add {counted(ready.length)}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={ready.length === 0 || tooMany}
          onClick={() => {
            send(true);
          }}
        >
          Check only
        </button>
        {withSamples && (
          <button
            type="button"
            className="button"
            onClick={() => {
              onChange(SAMPLE_LINES);
              area.current?.focus();
            }}
          >
            Fill in a sample
          </button>
        )}
      </div>
    </form>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.map(({ line, message, prevents }) => (
        <li key={`${line} ${message}`} className="field-error">
          <strong>Line {line}:</strong> {message}
          {prevents && ' This line will be skipped.'}
        </li>
      ))}
    </ul>
  );
}

function counted(phones: number): string {
  return phones === 1 ? '1 phone' : `${phones} phones`;
}
