import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { LinkDialogProps } from './LinkDialog';
import { TEXTS } from './texts';
import { useActiveExample } from '../workbench/active';

const LinkDialog = lazy(() => import('./LinkDialog'));

/** A button beside the operation that gives a link to it. */
export function LinkButton() {
  const { queryEditor, schema } = useGraphiQL(({ queryEditor, schema }) => ({ queryEditor, schema }));
  const { example } = useActiveExample();
  const [asked, setAsked] = useState<Omit<LinkDialogProps, 'onClose'> | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setAsked(null);
    button.current?.focus();
  }

  return (
    <>
      <ToolbarButton
        ref={button}
        label={TEXTS.button}
        onClick={() => {
          setAsked({ query: queryEditor?.getValue() ?? '', example, schema: schema ?? null });
        }}
      >
        <LinkIcon />
      </ToolbarButton>
      {asked &&
        createPortal(
          <Suspense>
            <LinkDialog {...asked} onClose={close} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

function LinkIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l1-1" />
    </svg>
  );
}
