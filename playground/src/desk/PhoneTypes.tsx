import { useId } from 'react';
import type { PhoneType } from '../../client';
import type { Person } from './person';
import { TEXTS } from './texts';
import { TYPES } from './words';
import { whyNot } from './wording';

interface PhoneTypesProps {
  /** Null when it could not be read: then every type can be chosen, and the gateway says what it thinks. */
  eligibility: Person['phoneEligibility'];
  chosen: PhoneType | null;
  locked: boolean;
  errors: string[];
  onChoice: (type: PhoneType) => void;
}

const { phone: WORDS } = TEXTS;

const UNKNOWN = (Object.keys(TYPES) as PhoneType[]).map((phoneType) => ({ phoneType, canAdd: true, blockedBy: [] }));

/** The types of phones; those that cannot be added are disabled, each with the gateway's own reason. */
export function PhoneTypes({ eligibility, chosen, locked, errors, onChoice }: PhoneTypesProps) {
  const id = useId();
  const shared = reasonOfAll(eligibility);
  return (
    <fieldset
      role="radiogroup"
      className="types"
      aria-invalid={errors.length > 0}
      aria-describedby={`${id}note ${id}errors`}
    >
      <legend>{WORDS.type}</legend>
      <p id={`${id}note`} className={shared ? 'notice' : 'hint'}>
        {shared ?? unsure(eligibility)}
      </p>
      {(eligibility ?? UNKNOWN).map(({ phoneType, canAdd, blockedBy }) => (
        <label key={phoneType} className="type">
          <input
            type="radio"
            name="phone-type"
            value={phoneType}
            checked={chosen === phoneType}
            disabled={!canAdd}
            aria-disabled={locked || undefined}
            aria-labelledby={`${id}name${phoneType}`}
            aria-describedby={`${id}use${phoneType} ${shared ? `${id}note` : `${id}why${phoneType}`}`}
            onChange={() => {
              if (!locked) onChoice(phoneType);
            }}
          />
          <span>
            <span id={`${id}name${phoneType}`} className="type-name">
              {TYPES[phoneType].name}
            </span>
            <small id={`${id}use${phoneType}`}>{TYPES[phoneType].use}</small>
            {!canAdd && !shared && (
              <span id={`${id}why${phoneType}`} className="why">
                {blockedBy.map(whyNot).join(' ')}
              </span>
            )}
          </span>
        </label>
      ))}
      <p id={`${id}errors`} className="field-error">
        {errors.join(' ')}
      </p>
    </fieldset>
  );
}

/** A note when the eligibility is unknown or uncertain. */
function unsure(eligibility: Person['phoneEligibility']): string | null {
  if (eligibility === null) return WORDS.noEligibility;
  return eligibility.some(({ canAdd, isRoleListed }) => canAdd && !isRoleListed) ? WORDS.noRole : null;
}

/** The reason that all types share: it is shown once. */
function reasonOfAll(eligibility: Person['phoneEligibility']): string | null {
  const reasons = new Set(eligibility?.map(({ blockedBy }) => blockedBy.map(whyNot).join(' ')));
  return reasons.size === 1 ? [...reasons].join('') || null : null;
}
