import { useEffect, useRef } from 'react';
import { problemsOf, sendable, type Line } from './lines';
import { ResultRow } from './ResultRow';
import { RunProgress } from './RunProgress';
import type { Row } from './run';
import { counts, isLeft } from './summary';
import type { Progress } from './useRun';

interface ResultsProps {
  rows: readonly Row[];
  progress: Progress | null;
  trouble: string | null;
  send: (lines: readonly Line[]) => void;
  stop: () => void;
  correct: (line: Line, phoneNumber: string) => void;
  onEdit: () => void;
}

/** The outcome of each line, and the next steps for those that were not added. */
export function Results({ rows, progress, trouble, send, stop, correct, onEdit }: ResultsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const lines = rows.map(({ line }) => line);
  const left = sendable(lines).filter((line) => isLeft(rows, line));
  const unknown = rows.filter(({ state }) => state.is === 'unknown').map(({ line }) => line);
  const problems = problemsOf(lines).filter(({ prevents }) => prevents);
  const isBusy = progress !== null;

  // A button that has had its use goes away, and must not take the focus along.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      title.current?.focus({ preventScroll: true });
    }
  });

  return (
    <section className="card" aria-label="Results of the list">
      {/* The button stays in its place: whoever clicks it once more must not hit one that sends. */}
      <div className="results-head">
        <h2 ref={title} tabIndex={-1}>
          {counts(rows)}
        </h2>
        <button
          type="button"
          className="button"
          aria-disabled={!isBusy || progress.stopping}
          onClick={() => {
            if (isBusy) stop();
          }}
        >
          {progress?.stopping ? 'Stopping…' : 'Stop'}
        </button>
      </div>
      <RunProgress progress={progress} trouble={trouble} summary={counts(rows)} />
      <div className="actions">
        {!isBusy && (
          <>
            <Sending label={`Add the remaining ${left.length}`} lines={left} send={send} />
            <Sending label={`Retry ${unknown.length} unconfirmed`} lines={unknown} send={send} />
            <button type="button" className="button" onClick={onEdit}>
              Back to the list
            </button>
          </>
        )}
      </div>
      <ul className="results" aria-label="Lines">
        {rows.map((row) => (
          <ResultRow
            key={row.line.number}
            row={row}
            problem={problems.find(({ line }) => line === row.line.number)?.message ?? null}
            isBusy={isBusy}
            onSuggestion={(phoneNumber) => {
              correct(row.line, phoneNumber);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface SendingProps {
  label: string;
  lines: readonly Line[];
  send: (lines: readonly Line[]) => void;
}

function Sending({ label, lines, send }: SendingProps) {
  if (lines.length === 0) return null;
  return (
    <button
      type="button"
      className="button primary"
      onClick={() => {
        send(lines);
      }}
    >
      {label}
    </button>
  );
}
