import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';

const SHOWN_FOR_MS = 8000;
const TEXTS = {
  button: 'Select all errors',
  noSchema: 'The schema has not been read yet.',
  syntax: 'The operation has a syntax error. Nothing was changed.',
  none: 'All errors are selected already, or this operation has none.',
  done: 'All errors are selected. Ctrl + Z takes that back.',
};

/** A button beside the operation that completes its selections of errors from the schema. */
export function SelectErrors() {
  const { queryEditor, schema } = useGraphiQL(({ queryEditor, schema }) => ({ queryEditor, schema }));
  const [notice, setNotice] = useState('');

  async function complete(): Promise<string> {
    const model = queryEditor?.getModel();
    if (!schema || !queryEditor || !model) return TEXTS.noSchema;
    const { selectAllErrors } = await import('./errors');
    const insertions = selectAllErrors(queryEditor.getValue(), schema);
    if (insertions === null) return TEXTS.syntax;
    if (insertions.length === 0) return TEXTS.none;
    const edits = insertions.map(({ offset, text }) => {
      const { lineNumber, column } = model.getPositionAt(offset);
      const range = { startLineNumber: lineNumber, startColumn: column, endLineNumber: lineNumber, endColumn: column };
      return { range, text, forceMoveMarkers: true };
    });
    queryEditor.pushUndoStop();
    queryEditor.executeEdits('select-all-errors', edits);
    queryEditor.pushUndoStop();
    return TEXTS.done;
  }

  async function run() {
    setNotice(await complete());
    setTimeout(() => {
      setNotice('');
    }, SHOWN_FOR_MS);
  }

  return (
    <>
      <ToolbarButton label={TEXTS.button} onClick={() => void run()}>
        <ErrorsIcon />
      </ToolbarButton>
      <p className="toolbar-notice" role="status">
        {notice}
      </p>
    </>
  );
}

function ErrorsIcon() {
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
      <path d="M7 2.4 1.8 12h6.4M7 2.4l2.8 5.2M7 6v2.6M7 10.4v.1M9.6 12l1.6 1.6 3-3.6" />
    </svg>
  );
}
