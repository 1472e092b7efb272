import { useId } from 'react';
import type { Eligibility } from './ActionCard';

interface RemovalProps<E> {
  label: string;
  eligibility: Eligibility<E>;
  whyNot: (error: E) => string;
  locked: boolean;
  onClick: () => void;
}

/** Takes away what is there. When that cannot be done, it is disabled and says why. */
export function Removal<E>({ label, eligibility, whyNot, locked, onClick }: RemovalProps<E>) {
  const id = useId();
  const isBlocked = eligibility?.isAllowed === false;
  return (
    <div className="actions">
      <button
        type="button"
        className="button"
        aria-disabled={locked}
        aria-describedby={id}
        disabled={isBlocked}
        onClick={() => {
          if (!locked) onClick();
        }}
      >
        {label}
      </button>
      <span id={id} className="why">
        {isBlocked && eligibility.blockedBy.map(whyNot).join(' ')}
      </span>
    </div>
  );
}
