import type { MouseEvent, ReactNode } from 'react';
import { inLanguage } from './language';

const SKIP = inLanguage({ en: 'Skip to the content', de: 'Zum Inhalt springen' });

interface PageProps {
  header: ReactNode;
  children?: ReactNode;
}

/** The frame that never moves: a header of fixed height, and the rest of the window. */
export function Page({ header, children }: PageProps) {
  return (
    <>
      <a className="skip" href="#main" onClick={skip}>
        {SKIP}
      </a>
      <header className="header">{header}</header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Moves the focus only: the fragment of the address may hold a link to an operation. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('main');
  (main?.querySelector<HTMLElement>('[data-skip-target]') ?? main)?.focus();
}
