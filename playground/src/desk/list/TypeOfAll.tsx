import { useId } from 'react';
import type { PhoneType } from '../../../client';
import { TYPES } from '../wording';
import { needsType } from './columns';
import { TEXTS } from './texts';
import type { Source } from './useSource';

export const PHONE_TYPES = Object.keys(TYPES) as PhoneType[];

interface TypeOfAllProps {
  source: Source;
  setTypeOfAll: (type: PhoneType) => void;
}

/** Asks for the type of all phones where the list does not say it. */
export function TypeOfAll({ source: { layout, typeOfAll, missing }, setTypeOfAll }: TypeOfAllProps) {
  const id = useId();
  if (!needsType(layout)) return null;
  return (
    <fieldset
      role="radiogroup"
      className="types"
      tabIndex={-1}
      aria-invalid={missing === 'type'}
      aria-describedby={`${id}hint ${id}error`}
    >
      <legend>{TEXTS.columns.type}</legend>
      <p id={`${id}hint`} className="hint">
        {TEXTS.columns.typeHint}
      </p>
      {PHONE_TYPES.map((type) => (
        <label key={type} className="type">
          <input
            type="radio"
            name={`${id}type`}
            value={type}
            checked={typeOfAll === type}
            onChange={() => {
              setTypeOfAll(type);
            }}
          />
          <span className="type-name">{TYPES[type].name}</span>
        </label>
      ))}
      <p id={`${id}error`} className="field-error">
        {missing === 'type' && TEXTS.columns.chooseType}
      </p>
    </fieldset>
  );
}
