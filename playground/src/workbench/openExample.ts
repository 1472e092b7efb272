import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { variablesText, type Example } from '../examples';

/** Goes to the example's tab, or brings it back in a new one when it was closed. */
export function useOpenExample(): (example: Example) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(({ tabs, queryEditor, variableEditor }) => ({
    tabs,
    queryEditor,
    variableEditor,
  }));
  const actions = useGraphiQLActions();
  return (example) => {
    const index = tabs.findIndex(({ title }) => title === example.operation);
    if (index >= 0) {
      actions.changeTab(index);
      return;
    }
    actions.addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variablesText(example));
  };
}
