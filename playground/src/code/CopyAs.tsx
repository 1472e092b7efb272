import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Operation } from './code';
import { CopyDialog } from './CopyDialog';

interface CopyAsProps {
  graphqlPath: string;
  token: () => Promise<string | null>;
}

/** A button beside the operation that shows it as code of other clients. */
export function CopyAs({ graphqlPath, token }: CopyAsProps) {
  const editors = useGraphiQL(({ queryEditor, variableEditor, operationName }) => ({
    queryEditor,
    variableEditor,
    operationName,
  }));
  const [operation, setOperation] = useState<Operation | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  function open() {
    setOperation({
      url: new URL(graphqlPath, location.origin).href,
      query: editors.queryEditor?.getValue() ?? '',
      operationName: editors.operationName ?? null,
      variables: variablesIn(editors.variableEditor?.getValue() ?? ''),
    });
  }

  function close() {
    setOperation(null);
    button.current?.focus();
  }

  return (
    <>
      <ToolbarButton ref={button} label="Copy as code" onClick={open}>
        <CodeIcon />
      </ToolbarButton>
      {operation && createPortal(<CopyDialog operation={operation} token={token} onClose={close} />, document.body)}
    </>
  );
}

function variablesIn(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function CodeIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M5 4.5 1.6 8 5 11.5M11 4.5 14.4 8 11 11.5M9.4 3 6.6 13" />
    </svg>
  );
}
