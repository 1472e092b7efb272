import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

const OPTIONS = { fontSize: 13, wordWrap: 'on', scrollbar: { verticalScrollbarSize: 8 } } as const;

/** Text small enough for three columns on a laptop, and wrapped: the comments in the examples are there to be read. */
export function EditorText() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor]) editor?.updateOptions(OPTIONS);
  }, [queryEditor, variableEditor, responseEditor]);
  return null;
}
