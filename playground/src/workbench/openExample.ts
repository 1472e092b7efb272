import { useGraphiQL, useGraphiQLActions, type MonacoEditor } from '@graphiql/react';
import { variablesText, type Example } from '../examples';
import { usePersonas } from '../sandbox/personas';
import { withPlaceholders } from './placeholders';

/** What stands in the editors of a tab. */
export interface Content {
  query: string;
  variables: string;
}

/** An example as its tab begins: on a tenant with placeholders, since the users of the sandbox are not there. */
export function contentOf(example: Example, inSandbox: boolean): Content {
  const variables = inSandbox ? example.variables : withPlaceholders(example.variables);
  return { query: example.query, variables: variablesText({ variables }) };
}

/** Goes to the example's tab, or brings it back in a new one when it was closed. */
export function useOpenExample(): (example: Example) => void {
  const tabs = useGraphiQL((state) => state.tabs);
  const inSandbox = usePersonas() !== null;
  const actions = useGraphiQLActions();
  const openInNewTab = useOpenInNewTab();
  return (example) => {
    const index = tabs.findIndex(({ title }) => example.steps.includes(title));
    if (index >= 0) actions.changeTab(index);
    else openInNewTab(contentOf(example, inSandbox));
  };
}

export function useOpenInNewTab(): (content: Content) => void {
  const { queryEditor, variableEditor } = useEditors();
  const actions = useGraphiQLActions();
  return ({ query, variables }) => {
    actions.addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
}

/** Puts a text in place of what was typed, which Ctrl + Z brings back. */
export function useReplaceContent(): (content: Content) => void {
  const { queryEditor, variableEditor } = useEditors();
  return ({ query, variables }) => {
    replaceText(queryEditor, query);
    replaceText(variableEditor, variables);
  };
}

function useEditors() {
  return useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));
}

function replaceText(editor: MonacoEditor | undefined, text: string) {
  const range = editor?.getModel()?.getFullModelRange();
  if (range) editor?.executeEdits('example', [{ range, text }]);
  editor?.pushUndoStop();
}
