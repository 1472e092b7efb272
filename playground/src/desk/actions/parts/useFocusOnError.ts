import { useEffect, useRef } from 'react';

/** Leads to the first field that is wrong, each time that something was told, or submitted in vain. */
export function useFocusOnError(told: unknown, submissions: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (told || submissions > 0) form.current?.querySelector<HTMLElement>('input[aria-invalid=true]')?.focus();
  }, [told, submissions]);
  return form;
}
