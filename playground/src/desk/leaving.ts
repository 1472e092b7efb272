import { TEXTS } from './texts';

/** Asks before a list that was typed or sent is forgotten. */
export function mayForget(isOpen: boolean): boolean {
  return !isOpen || window.confirm(TEXTS.leaving);
}
