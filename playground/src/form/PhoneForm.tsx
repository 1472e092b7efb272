import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { errorsByField, validate, type PhoneType } from '../../client';
import { addPhone, checkPhone, type Addition, type Ending } from './add';
import type { Gateway } from './gateway';
import type { OpenKeys } from './keys';
import { NumberField } from './NumberField';
import { OutcomeNote, type Told } from './OutcomeNote';
import { PhoneTypes } from './PhoneTypes';
import type { FoundUser } from './users';
import { suggestionOf, whatIsWrong, whyNot, type AddError } from './wording';

interface PhoneFormProps {
  gateway: Gateway;
  keys: OpenKeys;
  user: FoundUser;
  onBusy: (busy: boolean) => void;
  readAnew: () => Promise<void>;
}

const FIELDS = ['phoneType', 'phoneNumber'] as const;

type Field = (typeof FIELDS)[number];

type Task = 'check' | 'add';

/** Which phone: types that can be added, a number that is checked as it is typed, and what became of it. */
export function PhoneForm({ gateway, keys, user, onBusy, readAnew }: PhoneFormProps) {
  const eligibility = user.phoneEligibility;
  const addable = eligibility?.filter(({ canAdd }) => canAdd).map(({ phoneType }) => phoneType);
  const [chosen, setChosen] = useState<PhoneType | null>(null);
  const [phoneNumber, setPhoneNumber] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [task, setTask] = useState<Task | null>(null);
  const [waiting, setWaiting] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const phoneType = soleOf(addable) ?? (chosen !== null && addable?.includes(chosen) === false ? null : chosen);
  const addition: Addition = { user: { id: user.id }, phoneNumber, phoneType };
  const errors = errorsAt(told?.ending);
  const isOpen = told !== null && told.task === 'add' && told.ending.is === 'unknown';
  const nothingCanBeAdded = addable?.length === 0;
  const locked = task !== null || isOpen;
  const violations = errorsByField(validate('AddPhoneMethodInput', addition).filter(({ unfinished }) => !unfinished));

  useEffect(() => {
    if (told?.ending.is === 'refused') focusOnFirstError(form.current);
  }, [told]);

  async function perform(next: Task) {
    if (task !== null || nothingCanBeAdded) return;
    setTask(next);
    setTold(null);
    onBusy(true);
    const ending =
      next === 'check' ? await checkPhone(gateway, addition) : await addPhone(gateway, keys, addition, setWaiting);
    if (hasChanged(next, ending)) await readAnew();
    if (ending.is === 'applied') clear();
    setTold({ task: next, ending });
    setWaiting(null);
    setTask(null);
    onBusy(false);
  }

  function clear() {
    setChosen(null);
    setPhoneNumber('');
  }

  /** What was said of the other field stays. */
  function change(field: Field) {
    setTold((before) => (before?.ending.is === 'refused' ? without(field, before) : null));
  }

  function fill(suggestion: string) {
    setPhoneNumber(suggestion);
    change('phoneNumber');
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
        if (!isOpen) void perform('add');
      }}
    >
      <h2>Which phone?</h2>
      <PhoneTypes
        eligibility={eligibility}
        chosen={phoneType}
        locked={locked}
        errors={(errors.get('phoneType') ?? []).map(whyNot)}
        onChoice={(type) => {
          setChosen(type);
          change('phoneType');
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
          change('phoneNumber');
        }}
        onSuggestion={fill}
      />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={locked} disabled={nothingCanBeAdded}>
          {task === 'add' ? 'Adding…' : 'Add phone'}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={locked}
          disabled={nothingCanBeAdded}
          onClick={() => {
            if (!isOpen) void perform('check');
          }}
        >
          {task === 'check' ? 'Checking…' : 'Check only'}
        </button>
      </div>
      <OutcomeNote
        told={told}
        whole={[...errors].flatMap(([field, found]) => (isField(field) ? [] : found))}
        waiting={waiting}
        onRepeat={() => {
          focusOnButton(form.current);
          void perform('add');
        }}
        onLeave={() => {
          focusOnButton(form.current);
          setTold(null);
          void readAnew();
        }}
      />
    </form>
  );
}

function soleOf(types: readonly PhoneType[] | undefined): PhoneType | undefined {
  return types?.length === 1 ? types[0] : undefined;
}

function errorsAt(ending: Ending | undefined): Map<string, AddError[]> {
  return ending?.is === 'refused' ? errorsByField([...ending.errors]) : new Map<string, AddError[]>();
}

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function without(field: Field, { task, ending }: Told): Told | null {
  if (ending.is !== 'refused') return null;
  const errors = ending.errors.filter((error) => !errorsByField([error]).has(field));
  return errors.length === 0 ? null : { task, ending: { ...ending, errors } };
}

/** What is shown of the user may no longer be so. */
function hasChanged(task: Task, ending: Ending): boolean {
  if (ending.is === 'refused') return ending.errors.some(({ category }) => category === 'CONFLICT');
  return task === 'add' && (ending.is === 'applied' || ending.is === 'overtaken');
}

function focusOnFirstError(form: HTMLElement | null) {
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  (first?.querySelector<HTMLElement>('input:enabled') ?? first)?.focus();
}

/** Where the focus goes from a button that goes away. */
function focusOnButton(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>('[type=submit]')?.focus();
}
