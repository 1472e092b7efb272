import { useEffect } from 'react';
import { mend } from './mend';

/** Corrects GraphiQL in the page: see `mend`. */
export function Mended() {
  useEffect(() => {
    const container = document.querySelector<HTMLElement>('.graphiql-container');
    return container ? mend(container) : undefined;
  }, []);
  return null;
}
