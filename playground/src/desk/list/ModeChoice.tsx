import { useId } from 'react';
import type { Mode } from './change';
import { TEXTS } from './texts';

const MODES: readonly Mode[] = ['add', 'set'];

/** Whether phones are only added, or replace numbers that are there. */
export function ModeChoice({ mode, onChoice }: { mode: Mode; onChoice: (mode: Mode) => void }) {
  const id = useId();
  return (
    <fieldset className="types">
      <legend>{TEXTS.source.mode}</legend>
      {MODES.map((each) => (
        <label key={each} className="type">
          <input
            type="radio"
            name={`${id}mode`}
            value={each}
            checked={mode === each}
            aria-labelledby={`${id}name${each}`}
            aria-describedby={`${id}use${each}`}
            onChange={() => {
              onChoice(each);
            }}
          />
          <span>
            <span id={`${id}name${each}`} className="type-name">
              {TEXTS.source.modes[each].name}
            </span>
            <small id={`${id}use${each}`}>{TEXTS.source.modes[each].use}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
