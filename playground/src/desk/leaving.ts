/** Asks before it is forgotten that it is unknown what became of some phones. */
export function mayForget(isOpen: boolean): boolean {
  return !isOpen || window.confirm('It is unknown whether some phones of the list were added. Go on without knowing?');
}
