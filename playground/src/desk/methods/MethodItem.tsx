import { useId, type ReactNode } from 'react';
import type { Method, Person } from '../person';
import { TEXTS } from '../texts';
import { USES } from '../words';
import type { Action } from './changes';
import { detailsOf, methodInWords, titleOf, valueOf } from './describe';
import { possibleFor } from './possible';

interface MethodItemProps {
  method: Method;
  user: Person;
  /** Whether it is known for the default: this API tells only when it is to be deleted. */
  isDefault: boolean;
  locked: boolean;
  /** What is being done to it. */
  working: Action | null;
  onAction: (action: Action) => void;
  children: ReactNode;
}

const { methods: WORDS } = TEXTS;

const BUTTONS: { action: Action; name: string; isDangerous?: boolean }[] = [
  { action: 'replace', name: WORDS.replace },
  { action: 'enableSms', name: WORDS.enableSms },
  { action: 'disableSms', name: WORDS.disableSms },
  { action: 'delete', name: WORDS.delete, isDangerous: true },
];

const WORKING: Record<Action, string> = {
  replace: WORDS.saving,
  enableSms: WORDS.working,
  disableSms: WORDS.working,
  delete: WORDS.deleting,
};

/** One method: what it is, what it can be used for, and what can be done to it, or why not. */
export function MethodItem(props: MethodItemProps) {
  const { method, user, isDefault, locked, working, onAction, children } = props;
  const id = useId();
  const possible = possibleFor(method, user);
  const value = valueOf(method);
  const details = detailsOf(method);
  return (
    <li className="method">
      <div className="method-text">
        <h3>{titleOf(method)}</h3>
        {value !== null && <p className={isNumber(method) ? 'number' : 'value'}>{value}</p>}
        <Uses {...method} isDefault={isDefault} />
        {details.length > 0 && <p className="hint">{details.join(' · ')}</p>}
      </div>
      <div className="method-actions">
        {BUTTONS.map(({ action, name, isDangerous = false }) => {
          const reason = possible[action];
          if (reason === undefined) return null;
          const isDisabled = locked || reason !== null;
          const text = working === action ? WORKING[action] : name;
          return (
            <div key={action}>
              <button
                type="button"
                className={isDangerous ? 'button small dangerous' : 'button small'}
                aria-label={`${text}: ${methodInWords(method)}`}
                aria-disabled={isDisabled}
                aria-describedby={reason === null ? undefined : id + action}
                onClick={() => {
                  if (!isDisabled) onAction(action);
                }}
              >
                {text}
              </button>
              {reason !== null && (
                <p id={id + action} className="why">
                  {reason}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {children}
    </li>
  );
}

function Uses({
  uses,
  isPhishingResistant,
  isDefault,
}: Pick<Method, 'uses' | 'isPhishingResistant'> & { isDefault: boolean }) {
  return (
    <ul className="marks" aria-label={WORDS.uses}>
      {isDefault && <li className="badge accent">{WORDS.isDefault}</li>}
      {uses.map((use) => (
        <li key={use} className="badge">
          {USES[use]}
        </li>
      ))}
      {uses.length === 0 && <li className="badge">{WORDS.noUse}</li>}
      {isPhishingResistant && <li className="badge success">{WORDS.phishingResistant}</li>}
    </ul>
  );
}

function isNumber(method: Method): boolean {
  return method.__typename === 'PhoneMethod' && method.phoneNumber !== null;
}
