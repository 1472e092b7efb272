import type { ReactNode } from 'react';

interface PageProps {
  header: ReactNode;
  children?: ReactNode;
}

/** The frame that never moves: a header of fixed height, and the rest of the window. */
export function Page({ header, children }: PageProps) {
  return (
    <>
      <header className="header">{header}</header>
      <main className="main">{children}</main>
    </>
  );
}
