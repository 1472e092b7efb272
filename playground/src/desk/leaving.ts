import { TEXTS } from './texts';

/** Asks before it is forgotten that it is unknown what became of some changes. */
export function mayForget(isOpen: boolean): boolean {
  return !isOpen || window.confirm(TEXTS.leaving);
}
