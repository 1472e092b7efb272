import { useId } from 'react';
import { boundsOf, type Field, type Policy, type Wanted } from './request';
import { minutes } from './errors';
import { TEXTS } from './texts';

interface PassFieldsProps {
  wanted: Wanted;
  policy: Policy | undefined;
  locked: boolean;
  wrong: (field: Field) => string;
  onChange: (change: Partial<Wanted>) => void;
}

/** How long a pass is valid, how often, and from when. */
export function PassFields({ wanted, policy, locked, wrong, onChange }: PassFieldsProps) {
  return (
    <>
      <Lifetime
        wanted={wanted}
        policy={policy}
        locked={locked}
        wrong={wrong('lifetimeInMinutes')}
        onChange={onChange}
      />
      <Uses wanted={wanted} policy={policy} locked={locked} wrong={wrong('isUsableOnce')} onChange={onChange} />
      <Start wanted={wanted} locked={locked} wrong={wrong('startDateTime')} onChange={onChange} />
    </>
  );
}

type FieldProps = Omit<PassFieldsProps, 'wrong'> & { wrong: string };

function Lifetime({ wanted: { lifetime }, policy, locked, wrong, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{TEXTS.lifetime}</label>
      <p id={`${id}hint`} className="hint">
        {boundsInWords(policy)}
      </p>
      <input
        id={id}
        className="input short"
        inputMode="numeric"
        autoComplete="off"
        value={lifetime}
        readOnly={locked}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}hint ${id}errors`}
        onChange={(event) => {
          onChange({ lifetime: event.target.value.trim() });
        }}
      />
      <p id={`${id}errors`} className={wrong ? 'field-error' : 'hint'} aria-live="polite">
        {wrong || (Number(lifetime) > 90 && TEXTS.isThat(minutes(Number(lifetime))))}
      </p>
    </div>
  );
}

function boundsInWords(policy: Policy | undefined): string {
  const { minimumLifetimeInMinutes, maximumLifetimeInMinutes, defaultLifetimeInMinutes } = policy ?? {};
  if (minimumLifetimeInMinutes == null || maximumLifetimeInMinutes == null) return TEXTS.noBounds;
  const { least, most } = boundsOf(policy);
  const byDefault = defaultLifetimeInMinutes == null ? '' : ` ${TEXTS.default(minutes(defaultLifetimeInMinutes))}`;
  return TEXTS.bounds(minutes(least), minutes(most)) + byDefault;
}

function Uses({ wanted: { isUsableOnce }, policy, locked, wrong, onChange }: FieldProps) {
  const id = useId();
  const onlyOnce = policy?.isMultiUseAllowed === false;
  const choices = [
    { once: true, name: TEXTS.once, note: TEXTS.onceNote },
    { once: false, name: TEXTS.often, note: onlyOnce ? TEXTS.onceOnly : TEXTS.oftenNote },
  ];
  return (
    <fieldset role="radiogroup" className="types" aria-invalid={wrong !== ''} aria-describedby={`${id}errors`}>
      <legend>{TEXTS.uses}</legend>
      {choices.map(({ once, name, note }) => (
        <label key={name} className="type">
          <input
            type="radio"
            name={`${id}uses`}
            checked={isUsableOnce === once}
            disabled={!once && onlyOnce}
            aria-disabled={locked || undefined}
            aria-describedby={`${id}${String(once)}`}
            aria-labelledby={`${id}name${String(once)}`}
            onChange={() => {
              if (!locked) onChange({ isUsableOnce: once });
            }}
          />
          <span>
            <span id={`${id}name${String(once)}`} className="type-name">
              {name}
            </span>
            <small id={`${id}${String(once)}`}>{note}</small>
          </span>
        </label>
      ))}
      <p id={`${id}errors`} className="field-error">
        {wrong}
      </p>
    </fieldset>
  );
}

function Start({ wanted: { isLater, start }, locked, wrong, onChange }: Omit<FieldProps, 'policy'>) {
  const id = useId();
  return (
    <fieldset role="radiogroup" className="bare choices-row">
      <legend>{TEXTS.start}</legend>
      {[
        { later: false, name: TEXTS.atOnce },
        { later: true, name: TEXTS.atTime },
      ].map(({ later, name }) => (
        <label key={name} className="inline-choice">
          <input
            type="radio"
            name={`${id}start`}
            checked={isLater === later}
            aria-disabled={locked || undefined}
            onChange={() => {
              if (!locked) onChange({ isLater: later });
            }}
          />
          {name}
        </label>
      ))}
      {isLater && (
        <div className="field">
          <label htmlFor={id}>{TEXTS.startTime}</label>
          <input
            id={id}
            className="input short"
            type="datetime-local"
            value={start}
            readOnly={locked}
            aria-invalid={wrong !== ''}
            aria-describedby={`${id}errors`}
            onChange={(event) => {
              onChange({ start: event.target.value });
            }}
          />
          <p id={`${id}errors`} className="field-error" aria-live="polite">
            {wrong}
          </p>
        </div>
      )}
    </fieldset>
  );
}
