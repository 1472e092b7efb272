import { useState } from 'react';
import { ChangeOutcome, ConfirmDialog, useChange } from '../change';
import type { SectionProps } from '../OnePerson';
import { nameOf, type Method } from '../person';
import { TEXTS } from '../texts';
import { suggestionOf, whyNot, type MethodError } from '../wording';
import {
  deleting,
  disablingSms,
  enablingSms,
  replacing,
  SPOKEN,
  type Action,
  type MethodChange,
  type MethodPayload,
} from './changes';
import { methodInWords } from './describe';
import { MethodItem } from './MethodItem';
import type { Phone } from './possible';
import { ReplaceNumber } from './ReplaceNumber';

const { methods: WORDS } = TEXTS;

/** Which change was last asked for, of which method. */
interface Asked {
  readonly action: Action;
  readonly method: Method;
}

/** Every method of a person, with what can be done to it. */
export function Methods({ gateway, keys, user, unread, onBusy, readAgain }: SectionProps) {
  const { told, task, pause, locked, home, retell, ...change } = useChange<MethodPayload>({ keys, onBusy, readAgain });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [toDelete, setToDelete] = useState<Method | null>(null);
  const [toReplace, setToReplace] = useState<string | null>(null);
  const [defaults, setDefaults] = useState<ReadonlySet<string>>(new Set());
  const methods = user.authenticationMethods;
  const errors: readonly MethodError[] = told?.ending.is === 'refused' ? told.ending.errors : [];
  const ofNumber = asked?.action === 'replace' ? errors.filter(isOfNumber) : [];

  async function make(next: Asked, wanted: MethodChange) {
    if (locked) return;
    setAsked(next);
    await finish(next, change.make(wanted));
  }

  /** A method that could not be deleted since it is the default is known for it from then on. */
  async function finish({ action, method }: Asked, made: ReturnType<typeof change.make>) {
    const ending = await made;
    if (ending?.is === 'applied' && action === 'replace') setToReplace(null);
    const isDefault = ending?.is === 'refused' && ending.errors.some(({ code }) => code === 'DEFAULT_METHOD');
    if (isDefault) setDefaults((before) => new Set([...before, method.id]));
  }

  function begin(action: Action, method: Method) {
    if (locked) return;
    retell(() => null);
    if (action === 'delete') setToDelete(method);
    else if (action === 'replace') setToReplace(method.id);
    else if (action === 'enableSms') void make({ action, method }, enablingSms(gateway, user, method as Phone));
    else void make({ action, method }, disablingSms(gateway, user, method as Phone));
  }

  return (
    <section className="card methods" aria-label={WORDS.title}>
      <h2 ref={home} tabIndex={-1}>
        {WORDS.title}
      </h2>
      <ChangeOutcome
        told={told}
        pause={pause}
        texts={SPOKEN[asked?.action ?? 'replace']}
        reasons={(all: readonly MethodError[]) => all.filter((error) => !ofNumber.includes(error)).map(whyNot)}
        applied={(payload) => (
          <p>
            <strong>{asked && SPOKEN[asked.action].applied(resultOf(asked, payload))}</strong>
          </p>
        )}
        onRepeat={() => asked && void finish(asked, change.repeat())}
        onLeave={() => void change.leave()}
      />
      {methods === null && <p className="notice">{[WORDS.unread, unread.get('authenticationMethods')].join(' ')}</p>}
      {methods?.length === 0 && <p>{WORDS.none}</p>}
      <ul className="method-list" aria-label={WORDS.list}>
        {methods?.map((method) => (
          <MethodItem
            key={method.id}
            method={method}
            user={user}
            isDefault={defaults.has(method.id)}
            locked={locked}
            working={task !== null && asked?.method.id === method.id ? asked.action : null}
            onAction={(action) => {
              begin(action, method);
            }}
          >
            {toReplace === method.id && method.__typename === 'PhoneMethod' && (
              <ReplaceNumber
                note={WORDS.replaceNote(nameOf(user), methodInWords(method))}
                locked={locked}
                messages={ofNumber.map(whyNot)}
                suggestion={ofNumber.map(suggestionOf).find((suggestion) => suggestion !== null) ?? null}
                onChange={() => {
                  if (!locked) retell(() => null);
                }}
                onSave={(number) => void make({ action: 'replace', method }, replacing(gateway, user, method, number))}
                onCancel={() => {
                  retell(() => null);
                  setToReplace(null);
                }}
              />
            )}
          </MethodItem>
        ))}
      </ul>
      {toDelete && (
        <ConfirmDialog
          title={WORDS.deleteTitle}
          confirm={WORDS.deleteYes}
          onConfirm={() => {
            setToDelete(null);
            void make({ action: 'delete', method: toDelete }, deleting(gateway, toDelete));
          }}
          onCancel={() => {
            setToDelete(null);
          }}
        >
          <p>
            <strong>{methodInWords(toDelete)}</strong>
          </p>
          <p>
            {WORDS.deleteText([user.displayName, user.userPrincipalName ?? user.objectId].filter(Boolean).join(', '))}
          </p>
          {isLast(methods) && <p>{WORDS.deleteLast}</p>}
        </ConfirmDialog>
      )}
    </section>
  );
}

function isOfNumber({ path }: MethodError): boolean {
  return path.at(-1) === 'phoneNumber';
}

/** The method as it is now. */
function resultOf({ method }: Asked, payload: MethodPayload): string {
  const phone = 'phoneMethod' in payload ? payload.phoneMethod : null;
  return methodInWords(phone && method.__typename === 'PhoneMethod' ? { ...method, ...phone } : method);
}

/** Whether there is none besides it and the password. */
function isLast(methods: readonly Method[] | null): boolean {
  return methods?.filter(({ kind }) => kind !== 'PASSWORD').length === 1;
}
