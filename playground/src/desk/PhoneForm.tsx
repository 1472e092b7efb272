import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { AddPhoneText, errorsByField, validate, type AddPhoneMutation, type PhoneType } from '../../client';
import { changeBy, ChangeOutcome, useChange, type ChangeTexts, type Told } from './change';
import { NumberField } from './NumberField';
import type { ActionProps } from './person';
import { PhoneTypes } from './PhoneTypes';
import { TEXTS } from './texts';
import { CONFIRMATIONS, SMS_SIGN_IN, TYPES } from './words';
import { suggestionOf, whatIsWrong, whyNot, type AddError } from './wording';

const FIELDS = ['phoneType', 'phoneNumber'] as const;

type Field = (typeof FIELDS)[number];

type Payload = AddPhoneMutation['addPhoneMethod'];

const { phone: WORDS } = TEXTS;

const CHANGE_TEXTS: ChangeTexts = {
  refused: WORDS.notAdded,
  possible: `${WORDS.canBeAdded} ${WORDS.whenAdding}`,
  impossible: WORDS.cannotBeAdded,
  unconfirmed: WORDS.unknown,
  confirmations: CONFIRMATIONS,
};

/** Which phone: types that can be added, a number that is checked as it is typed, and what became of it. */
export function PhoneForm({ gateway, keys, user, onBusy, readAgain }: ActionProps) {
  const eligibility = user.phoneEligibility;
  const addable = eligibility?.filter(({ canAdd }) => canAdd).map(({ phoneType }) => phoneType);
  const [phoneType, setPhoneType] = useState(soleOf(addable));
  const [phoneNumber, setPhoneNumber] = useState('');
  const { told, task, pause, locked, home, retell, ...change } = useChange<Payload>({ keys, onBusy, readAgain });
  const form = useRef<HTMLFormElement>(null);

  // Whoever chose it must choose again: under a number that was typed no type changes by itself into another.
  if (phoneType !== null && addable?.includes(phoneType) === false) setPhoneType(null);

  const input = { user: { id: user.id }, phoneNumber, phoneType };
  const errors = errorsAt(told);
  const nothingCanBeAdded = addable?.length === 0;
  const violations = errorsByField(validate('AddPhoneMethodInput', input).filter(({ unfinished }) => !unfinished));

  useEffect(() => {
    if (told?.ending.is === 'refused') focusOnFirstError(form.current);
  }, [told]);

  async function perform(next: 'make' | 'check') {
    if (locked || nothingCanBeAdded) return;
    const ending = await change[next](changeBy(gateway, AddPhoneText, input, ({ addPhoneMethod }) => addPhoneMethod));
    if (ending?.is === 'applied') clear();
  }

  async function repeat() {
    const ending = await change.repeat();
    if (ending?.is === 'applied') clear();
  }

  function leave() {
    clear();
    void change.leave();
  }

  function clear() {
    setPhoneType(null);
    setPhoneNumber('');
  }

  /** What was said of the other field stays. */
  function edit(field: Field) {
    retell((before) => (before.ending.is === 'refused' ? without(field, before) : null));
  }

  function fill(suggestion: string) {
    setPhoneNumber(suggestion);
    edit('phoneNumber');
    form.current?.querySelector<HTMLElement>('input[type=tel]')?.focus();
  }

  const numberErrors = errors.get('phoneNumber') ?? [];
  const typed = violations.get('phoneNumber')?.map(whatIsWrong) ?? [];
  return (
    <form
      ref={form}
      className="card"
      noValidate
      autoComplete="off"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void perform('make');
      }}
    >
      <h2 ref={home} tabIndex={-1}>
        {WORDS.title}
      </h2>
      <PhoneTypes
        eligibility={eligibility}
        chosen={phoneType}
        locked={locked}
        errors={(errors.get('phoneType') ?? []).map(whyNot)}
        onChoice={(type) => {
          setPhoneType(type);
          edit('phoneType');
        }}
      />
      <NumberField
        value={phoneNumber}
        disabled={nothingCanBeAdded}
        locked={locked}
        messages={numberErrors.length > 0 ? numberErrors.map(whyNot) : typed}
        suggestion={numberErrors.map(suggestionOf).find((suggestion) => suggestion !== null) ?? null}
        onChange={(next) => {
          setPhoneNumber(next);
          edit('phoneNumber');
        }}
        onSuggestion={fill}
      />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={locked} disabled={nothingCanBeAdded}>
          {task === 'make' ? WORDS.adding : WORDS.add}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={locked}
          disabled={nothingCanBeAdded}
          onClick={() => void perform('check')}
        >
          {task === 'check' ? WORDS.checking : WORDS.check}
        </button>
      </div>
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={CHANGE_TEXTS}
        reasons={(all) => all.filter((error) => !belongsToField(error)).map(whyNot)}
        applied={Added}
        onRepeat={() => void repeat()}
        onLeave={leave}
      />
    </form>
  );
}

function Added({ phoneMethod }: Payload) {
  const { phoneType = null, phoneNumber, smsSignInState } = phoneMethod ?? {};
  return (
    <>
      <p>
        <strong>{WORDS.added(phoneType === null ? WORDS.aPhone : TYPES[phoneType].name)}</strong>{' '}
        <span className="number">{phoneNumber}</span>
      </p>
      {smsSignInState && <p>{SMS_SIGN_IN[smsSignInState]}.</p>}
    </>
  );
}

function soleOf(types: readonly PhoneType[] | undefined): PhoneType | null {
  return types?.length === 1 ? (types[0] ?? null) : null;
}

function errorsAt(told: Told<Payload> | null): Map<string, AddError[]> {
  return told?.ending.is === 'refused' ? errorsByField([...told.ending.errors]) : new Map<string, AddError[]>();
}

function belongsToField(error: AddError): boolean {
  return FIELDS.some((field) => errorsByField([error]).has(field));
}

function without(field: Field, told: Told<Payload>): Told<Payload> | null {
  const { ending } = told;
  if (ending.is !== 'refused') return null;
  const errors = ending.errors.filter((error) => !errorsByField([error]).has(field));
  return errors.length === 0 ? null : { ...told, ending: { ...ending, errors } };
}

function focusOnFirstError(form: HTMLElement | null) {
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  (first?.querySelector<HTMLElement>('input:enabled') ?? first)?.focus();
}
