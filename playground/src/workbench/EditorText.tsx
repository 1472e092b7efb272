import { useGraphiQL, useMonaco, type MonacoEditor } from '@graphiql/react';
import { useEffect } from 'react';
import { THEMES } from './themes';

const OPTIONS = {
  fontSize: 13,
  wordWrap: 'on',
  // At the end of its text, an editor lets the page scroll.
  scrollbar: { verticalScrollbarSize: 8, alwaysConsumeMouseWheel: false },
} as const;

/**
 * Text small enough for three columns on a laptop, and wrapped: the comments in the examples are there to be read. Each editor
 * has a name, and the Tab key leaves it, so that the keyboard is not caught; Ctrl + M has Tab indent again.
 */
export function EditorText() {
  const monaco = useMonaco((state) => state.monaco);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    queryEditor?.updateOptions({
      ...OPTIONS,
      ariaLabel: 'Operation. Ctrl + M: the Tab key indents, or leaves the editor',
    });
    variableEditor?.updateOptions({ ...OPTIONS, ariaLabel: 'Variables, as JSON' });
    responseEditor?.updateOptions({ ...OPTIONS, ariaLabel: 'Answer, read only' });
  }, [queryEditor, variableEditor, responseEditor]);
  useEffect(() => {
    for (const { name, data } of THEMES) monaco?.editor.defineTheme(name, data);
  }, [monaco]);
  useEffect(() => {
    if (monaco && queryEditor) letTabLeave(queryEditor, monaco.editor.EditorOption.tabFocusMode);
  }, [monaco, queryEditor]);
  return null;
}

/** A state of all editors, which Monaco lets nobody set: only turn over. */
function letTabLeave(editor: MonacoEditor, tabFocusMode: number) {
  if (!editor.getOption(tabFocusMode)) editor.trigger('page', 'editor.action.toggleTabFocusMode', null);
}
