import { useEffect, useState } from 'react';

const STATE = { list: 'lines' };

interface View {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly back: () => void;
}

/** A view that the Back button of the browser closes, as its own button does; while it must stay, neither does. */
export function useBack(mustStay: boolean, onBack: () => void): View {
  const [isOpen, setOpen] = useState(false);

  // After a reload the entry of the view may still be there, and what it showed is gone.
  useEffect(() => {
    if (isLines(history.state)) history.replaceState(null, '');
  }, []);

  useEffect(() => {
    const change = ({ state }: PopStateEvent) => {
      const isForward = isLines(state);
      if (isForward === isOpen) return;
      if (mustStay) {
        history.pushState(STATE, '');
        return;
      }
      setOpen(isForward);
      if (!isForward) onBack();
    };
    window.addEventListener('popstate', change);
    return () => {
      window.removeEventListener('popstate', change);
    };
  });

  return {
    isOpen,
    open() {
      if (!isLines(history.state)) history.pushState(STATE, '');
      setOpen(true);
    },
    back() {
      history.back();
    },
  };
}

function isLines(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'list' in state;
}
