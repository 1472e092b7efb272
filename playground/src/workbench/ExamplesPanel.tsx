import type { GraphiQLPlugin } from '@graphiql/react';
import { EXAMPLES, type Example } from '../examples';
import { useActiveExample } from './active';
import { useOpenExample } from './openExample';

/** The list of examples, in GraphiQL's side bar. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };

function ExamplesPanel() {
  const { example: active } = useActiveExample();
  const open = useOpenExample();
  return (
    <section className="panel examples" aria-labelledby="examples-title">
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
