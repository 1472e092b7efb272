import { createContext, useContext } from 'react';
import type { Persona } from './sandbox';

/** Who can be acted as, who is, and how to change that. */
export interface Personas {
  all: readonly Persona[];
  current: Persona;
  choose: (name: string) => void;
}

export const PersonasContext = createContext<Personas | null>(null);

/** Null outside the sandbox. */
export function usePersonas(): Personas | null {
  return useContext(PersonasContext);
}
