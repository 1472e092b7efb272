import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { useEffect } from 'react';
import { EXAMPLES, variablesText, type Example } from '../examples';
import { useActiveExample } from './active';

/** The list of examples, in GraphiQL's side bar. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };

function ExamplesPanel() {
  const { example: active } = useActiveExample();
  const open = useOpenExample();
  useActiveTabInView();
  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">Examples</h2>
      <p>Open one, run it with Ctrl + Enter, then change it.</p>
      <ol>
        {EXAMPLES.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              aria-current={example === active || undefined}
              title={example.why}
              onClick={() => {
                open(example);
              }}
            >
              <span className="examples-number">{example.number}</span>
              <span className="examples-title">{example.title}</span>
              <span className={example.expects.length === 0 ? 'examples-end success' : 'examples-end refusal'}>
                {endOf(example)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function endOf({ expects }: Example): string {
  if (expects.length > 1) return `${expects.length} errors`;
  return expects[0] ?? 'Success';
}

/** Goes to the example's tab, or brings it back in a new one when it was closed. */
function useOpenExample(): (example: Example) => void {
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

function useActiveTabInView() {
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  useEffect(() => {
    const tab = document.getElementById(`graphiql-session-tab-${activeTabIndex}`)?.parentElement;
    const strip = tab?.parentElement;
    // Not scrollIntoView, which may scroll the whole page with the strip.
    if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }, [activeTabIndex]);
}

function ExamplesIcon() {
  return (
    <svg height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <path d="M5.5 3.5h8M5.5 8h8M5.5 12.5h8" strokeLinecap="round" />
      <circle cx="2.4" cy="3.5" r="0.7" fill="currentColor" />
      <circle cx="2.4" cy="8" r="0.7" fill="currentColor" />
      <circle cx="2.4" cy="12.5" r="0.7" fill="currentColor" />
    </svg>
  );
}
