import type { GraphiQLPlugin } from '@graphiql/react';
import { useState, type KeyboardEvent } from 'react';
import { EXAMPLES, type Example } from '../examples';
import { useActiveExample } from './active';
import { reachedBy, VERTICAL } from './keys';
import { useOpenExample } from './openExample';

/** The list of examples, in GraphiQL's side bar. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };

function ExamplesPanel() {
  const { example: active } = useActiveExample();
  const open = useOpenExample();
  const [reached, setReached] = useState(0);
  return (
    <section className="panel examples" aria-labelledby="examples-title">
      <h2 id="examples-title">Examples</h2>
      <p>Open one, run it with Ctrl + Enter, then change it. The arrow keys move through the list.</p>
      <ol onKeyDown={moveFocus}>
        {EXAMPLES.map((example, index) => (
          <li key={example.name}>
            <button
              type="button"
              // The list is one stop of the Tab key, so that the way to the query behind it stays short.
              tabIndex={index === reached ? 0 : -1}
              onFocus={() => {
                setReached(index);
              }}
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

function moveFocus(event: KeyboardEvent<HTMLOListElement>) {
  const reached = reachedBy(event.key, VERTICAL, [...event.currentTarget.querySelectorAll('button')]);
  reached?.focus();
  if (reached) event.preventDefault();
}

function endOf({ expects }: Example): string {
  if (expects.length > 1) return `${expects.length} errors`;
  return expects[0] ?? 'Success';
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
