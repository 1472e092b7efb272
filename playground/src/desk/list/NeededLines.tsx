import { useId } from 'react';
import type { Line } from './lines';
import type { Field } from './problems';
import { remarksOf } from './remarks';
import { TEXTS } from './texts';
import { stateOf, type ListState } from './verdict';

const FIRST = 5;

interface NeededLinesProps {
  list: ListState;
  lines: readonly Line[];
  isBusy: boolean;
  onLine: (line: Line, field: Field) => void;
  onAll: () => void;
}

/** The first lines that need somebody, each with its reason; a click leads to the field. */
export function NeededLines({ list, lines, isBusy, onLine, onAll }: NeededLinesProps) {
  const id = useId();
  if (lines.length === 0) return null;
  const left = lines.length - FIRST;
  return (
    <section className="needed" aria-labelledby={id}>
      <h3 id={id}>{TEXTS.problems.title(lines.length)}</h3>
      <ul>
        {lines.slice(0, FIRST).map((line) => {
          const remark = remarksOf(line, stateOf(line.id, list), list.findings, list.mode).find(
            ({ isProblem }) => isProblem,
          );
          return (
            <li key={line.id}>
              <button
                type="button"
                className="link"
                aria-disabled={isBusy}
                onClick={() => {
                  onLine(line, remark?.field ?? 'phoneNumber');
                }}
              >
                {TEXTS.readings.row(line.row)}
              </button>
              {': '}
              {remark?.text ?? TEXTS.table.editing}
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <button type="button" className="link" onClick={onAll}>
          {TEXTS.problems.more(left)}
        </button>
      )}
    </section>
  );
}
