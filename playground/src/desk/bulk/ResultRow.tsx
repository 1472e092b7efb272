import { CONFIRMATIONS, suggestionOf, TYPES, whyNot } from '../wording';
import { itemOf } from './lines';
import type { Row, State } from './run';

interface ResultRowProps {
  row: Row;
  /** Why the line cannot be sent as it is. */
  problem: string | null;
  isBusy: boolean;
  onSuggestion: (phoneNumber: string) => void;
}

const NAMES: Record<State['is'], string> = {
  waiting: 'Not sent',
  sending: 'Sending…',
  applied: 'Added',
  checked: 'Can be added',
  refused: 'Refused',
  overtaken: 'Changed by someone else',
  unknown: 'Unconfirmed',
};

/** One line of the list and its outcome. */
export function ResultRow({ row: { line, state }, problem, isBusy, onSuggestion }: ResultRowProps) {
  const { phoneType } = itemOf(line);
  const suggestion = state.is === 'refused' ? state.errors.map(suggestionOf).find((found) => found !== null) : null;
  return (
    <li>
      <span className="line-number">
        <span className="visually-hidden">Line </span>
        {line.number}
      </span>
      <div className="line-phone">
        <strong>{line.user}</strong>
        <small>
          {phoneType ? TYPES[phoneType].name : line.type} <span className="number">{line.phoneNumber}</span>
        </small>
      </div>
      <div className="line-outcome">
        <span className="verdict" data-is={state.is}>
          {NAMES[state.is]}
        </span>
        {[...(problem === null ? [] : [problem]), ...remarks(state)].map((remark) => (
          <small key={remark}>{remark}</small>
        ))}
        {suggestion && (
          <button
            type="button"
            className="button small suggestion"
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) onSuggestion(suggestion);
            }}
          >
            Use <span className="number">{suggestion}</span>
          </button>
        )}
      </div>
    </li>
  );
}

function remarks(state: State): string[] {
  switch (state.is) {
    case 'refused':
    case 'overtaken':
      return state.errors.map(whyNot);
    case 'unknown':
      return ['It may have been added.'];
    case 'applied':
      return [
        ...(state.confirmation === 'UPSTREAM' ? [] : [CONFIRMATIONS[state.confirmation]]),
        ...(state.replayed ? ['An earlier request with the same key added it.'] : []),
      ];
    default:
      return [];
  }
}
