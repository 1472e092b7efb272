import { useEffect, useState } from 'react';

/** Something that Microsoft shows once. */
export interface Secret {
  readonly text: string;
  /** When the page forgets it, in milliseconds since 1970. */
  readonly until: number;
}

export const KEPT_FOR_MS = 5 * 60_000;

interface State {
  readonly secret: Secret | null;
  readonly wasCleared: boolean;
}

const NONE: State = { secret: null, wasCleared: false };
const CLEARED: State = { secret: null, wasCleared: true };

/**
 * A secret on the screen and nowhere else: it is forgotten after some minutes, when the page is left, and with the component that
 * shows it.
 */
export function useSecret() {
  const [{ secret, wasCleared }, setState] = useState(NONE);
  const until = secret?.until;

  useEffect(() => {
    if (until === undefined) return;
    const clear = () => {
      setState(CLEARED);
    };
    // Looked at again and again: a computer that slept does not make it stay longer.
    const timer = setInterval(() => {
      if (Date.now() >= until) clear();
    }, 500);
    window.addEventListener('pagehide', clear);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', clear);
    };
  }, [until]);

  return {
    secret,
    /** Whether there was one that the page has forgotten. */
    wasCleared,
    receive: (text: string) => {
      setState({ secret: { text, until: Date.now() + KEPT_FOR_MS }, wasCleared: false });
    },
    keepLonger: () => {
      setState((before) => ({
        ...before,
        secret: before.secret && { ...before.secret, until: Date.now() + KEPT_FOR_MS },
      }));
    },
    clear: () => {
      setState(CLEARED);
    },
    /** Another one is on its way, or none is wanted. */
    forget: () => {
      setState(NONE);
    },
  };
}
