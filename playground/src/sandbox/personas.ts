import { createContext, useContext } from 'react';
import type { Fault } from '../examples';
import type { Persona } from './sandbox';

/** Who can be acted as, who is, and how to change that; and how to put the sandbox as an example needs it. */
export interface Personas {
  all: readonly Persona[];
  current: Persona;
  choose: (name: string) => void;
  prepare: (faults: readonly Fault[]) => Promise<void>;
}

export const PersonasContext = createContext<Personas | null>(null);

/** Null outside the sandbox. */
export function usePersonas(): Personas | null {
  return useContext(PersonasContext);
}
