import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { errorsByField, validate, type PhoneType } from '../../client';
import { addPhone, checkPhone, type Addition, type Ending, type Pause } from './add';
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

type Task = 'check' | 'add' | 'read';

/** Which phone: types that can be added, a number that is checked as it is typed, and what became of it. */
export function PhoneForm({ gateway, keys, user, onBusy, readAnew }: PhoneFormProps) {
  const eligibility = user.phoneEligibility;
  const addable = eligibility?.filter(({ canAdd }) => canAdd).map(({ phoneType }) => phoneType);
  const [phoneType, setPhoneType] = useState(soleOf(addable));
  const [phoneNumber, setPhoneNumber] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [task, setTask] = useState<Task | null>(null);
  const [pause, setPause] = useState<Pause | null>(null);
  const wasLeft = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);

  // Whoever chose it must choose again: under a number that was typed no type changes by itself into another.
  if (phoneType !== null && addable?.includes(phoneType) === false) setPhoneType(null);

  const addition: Addition = { user: { id: user.id }, phoneNumber, phoneType };
  const errors = errorsAt(told?.ending);
  const isOpen = told !== null && told.task === 'add' && told.ending.is === 'unknown';
  const nothingCanBeAdded = addable?.length === 0;
  const locked = task !== null || isOpen;
  const violations = errorsByField(validate('AddPhoneMethodInput', addition).filter(({ unfinished }) => !unfinished));

  useEffect(() => {
    if (told?.ending.is === 'refused') focusOnFirstError(form.current);
    // What had the focus may have been disabled by what became of it.
    if (told && hasLostFocus()) title.current?.focus({ preventScroll: true });
  }, [told]);

  async function perform(next: Told['task'], wanted: Addition) {
    if (task !== null || nothingCanBeAdded) return;
    wasLeft.current = false;
    setTask(next);
    setTold(null);
    onBusy(true);
    const ending =
      next === 'check' ? await checkPhone(gateway, wanted) : await addPhone(gateway, keys, wanted, setPause);
    if (hasBeenLeft()) return leave();
    if (hasChanged(next, ending)) await readAnew();
    if (ending.is === 'applied') clear();
    setTold({ task: next, addition: wanted, ending });
    setTask(null);
    // Nobody loses sight of what is unknown without leaving it.
    onBusy(next === 'add' && ending.is === 'unknown');
  }

  function hasBeenLeft(): boolean {
    return wasLeft.current;
  }

  /** What became of it stays unknown: the user is read anew, and somebody else can be looked for meanwhile. */
  async function leave() {
    setTask('read');
    setTold(null);
    clear();
    onBusy(false);
    await readAnew();
    setTask(null);
  }

  function clear() {
    setPhoneType(null);
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
        if (!isOpen) void perform('add', addition);
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        Which phone?
      </h2>
      <PhoneTypes
        eligibility={eligibility}
        chosen={phoneType}
        locked={locked}
        errors={(errors.get('phoneType') ?? []).map(whyNot)}
        onChoice={(type) => {
          setPhoneType(type);
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
            if (!isOpen) void perform('check', addition);
          }}
        >
          {task === 'check' ? 'Checking…' : 'Check only'}
        </button>
      </div>
      <OutcomeNote
        told={told}
        whole={[...errors].flatMap(([field, found]) => (isField(field) ? [] : found))}
        pause={pause}
        onRepeat={() => {
          title.current?.focus();
          if (pause) pause.end();
          else if (told) void perform('add', told.addition);
        }}
        onLeave={() => {
          title.current?.focus();
          wasLeft.current = true;
          if (pause) pause.leave();
          else void leave();
        }}
      />
    </form>
  );
}

function soleOf(types: readonly PhoneType[] | undefined): PhoneType | null {
  return types?.length === 1 ? (types[0] ?? null) : null;
}

function errorsAt(ending: Ending | undefined): Map<string, AddError[]> {
  return ending?.is === 'refused' ? errorsByField([...ending.errors]) : new Map<string, AddError[]>();
}

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function without(field: Field, told: Told): Told | null {
  const { ending } = told;
  if (ending.is !== 'refused') return null;
  const errors = ending.errors.filter((error) => !errorsByField([error]).has(field));
  return errors.length === 0 ? null : { ...told, ending: { ...ending, errors } };
}

/** What is shown of the user may no longer be so. */
function hasChanged(task: Told['task'], ending: Ending): boolean {
  if (ending.is === 'refused') return ending.errors.some(({ category }) => category === 'CONFLICT');
  return task === 'add' && (ending.is === 'applied' || ending.is === 'overtaken');
}

function focusOnFirstError(form: HTMLElement | null) {
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  (first?.querySelector<HTMLElement>('input:enabled') ?? first)?.focus();
}

function hasLostFocus(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}
