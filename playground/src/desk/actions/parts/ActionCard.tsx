import { createContext, use, useId, type ReactNode, type RefObject } from 'react';
import { TEXTS } from './texts';

/** Whether something can be done now; null when that could not be read. */
export type Eligibility<E> = { readonly isAllowed: boolean; readonly blockedBy: readonly E[] } | null | undefined;

interface ActionCardProps<E> {
  title: string;
  description: string;
  eligibility: Eligibility<E>;
  whyNot: (error: E) => string;
  /** Takes the focus when what had it is gone. */
  home: RefObject<HTMLHeadingElement | null>;
  children: ReactNode;
}

/** Whether the action cannot be done, and the id of the text that says why. */
const Blocking = createContext({ isBlocked: false, why: '' });

/** One thing that can be done to an account. When it cannot be done, it says why, and what is `Blockable` in it is disabled. */
export function ActionCard<E>({ title, description, eligibility, whyNot, home, children }: ActionCardProps<E>) {
  const id = useId();
  const reasons = eligibility?.blockedBy.map(whyNot) ?? [];
  const isBlocked = eligibility?.isAllowed === false;
  return (
    <section className="card action" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} ref={home} tabIndex={-1}>
        {title}
      </h2>
      <p className="hint">{description}</p>
      <p id={`${id}why`} className={isBlocked ? 'notice' : 'hint'}>
        {isBlocked && [...new Set(reasons)].join(' ')}
        {!eligibility && TEXTS.unread}
      </p>
      <Blocking value={{ isBlocked, why: `${id}why` }}>{children}</Blocking>
    </section>
  );
}

/** What cannot be used while the action cannot be done. What became of it, and what was made, is not among that. */
export function Blockable({ children }: { children: ReactNode }) {
  const { isBlocked, why } = use(Blocking);
  return (
    <fieldset className="bare" disabled={isBlocked} aria-describedby={why}>
      {children}
    </fieldset>
  );
}
