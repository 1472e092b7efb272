import { useId } from 'react';
import type { MfaResetScope } from '../../../../client';
import { methodInWords } from '../../methods/describe';
import type { Method } from '../../person';
import { TEXTS } from './texts';

/** What is chosen of a reset. */
export interface Choice {
  readonly scope: MfaResetScope;
  /** The ids of methods to leave alone. */
  readonly keep: readonly string[];
  readonly revokeSessions: boolean;
}

interface ResetChoicesProps {
  choice: Choice;
  /** Those that could go. */
  methods: readonly Method[];
  locked: boolean;
  onChange: (change: Partial<Choice>) => void;
}

/** The one that takes the least away first. */
const SCOPES = ['PORTAL', 'SECOND_FACTORS', 'ALL'] as const satisfies MfaResetScope[];

/** Which methods go, which stay all the same, and whether sessions end. */
export function ResetChoices({ choice, methods, locked, onChange }: ResetChoicesProps) {
  const { scope, keep, revokeSessions } = choice;
  const id = useId();
  return (
    <>
      <fieldset role="radiogroup" className="types">
        <legend>{TEXTS.scope}</legend>
        {SCOPES.map((each) => (
          <label key={each} className="type">
            <input
              type="radio"
              name={`${id}scope`}
              value={each}
              checked={scope === each}
              aria-disabled={locked || undefined}
              aria-labelledby={`${id}name${each}`}
              aria-describedby={`${id}note${each}`}
              onChange={() => {
                if (!locked) onChange({ scope: each });
              }}
            />
            <span>
              <span id={`${id}name${each}`} className="type-name">
                {TEXTS.scopes[each].name}
              </span>
              <small id={`${id}note${each}`}>{TEXTS.scopes[each].note}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {methods.length > 0 && (
        <fieldset className="bare keep" aria-describedby={`${id}keep`}>
          <legend>{TEXTS.keep}</legend>
          <p id={`${id}keep`} className="hint">
            {TEXTS.keepNote}
          </p>
          {methods.map((method) => (
            <label key={method.id} className="inline-choice">
              <input
                type="checkbox"
                checked={keep.includes(method.id)}
                aria-disabled={locked || undefined}
                onChange={(event) => {
                  if (locked) return;
                  const others = keep.filter((kept) => kept !== method.id);
                  onChange({ keep: event.target.checked ? [...others, method.id] : others });
                }}
              />
              <span className="wrapping">{methodInWords(method)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="inline-choice">
        <input
          type="checkbox"
          checked={revokeSessions}
          aria-disabled={locked || undefined}
          onChange={(event) => {
            if (!locked) onChange({ revokeSessions: event.target.checked });
          }}
        />
        {TEXTS.sessions}
      </label>
    </>
  );
}
