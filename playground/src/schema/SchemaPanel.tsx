import { useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import { lazy, Suspense, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePersonas } from '../sandbox/personas';
import { useOpenInNewTab } from '../workbench/openExample';
import { variablesText } from '../examples';
import { GatewayContext, loadSchema } from './load';

const SchemaDialog = lazy(() => import('./SchemaDialog'));

/** The schema to read and to download, and an operation to begin with for everything that can be asked for. */
export const SCHEMA_PLUGIN: GraphiQLPlugin = { title: 'Schema', icon: SchemaIcon, content: SchemaPanel };

function SchemaPanel() {
  return (
    <section className="panel schema" aria-labelledby="schema-title">
      <h2 id="schema-title">Schema</h2>
      <WholeSchema />
      <Builder />
    </section>
  );
}

function WholeSchema() {
  const gateway = useContext(GatewayContext);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState('');

  function load(use: (schema: string) => void) {
    setProblem('');
    if (gateway === null) return;
    loadSchema(gateway).then(use, (failure: unknown) => {
      setProblem(failure instanceof Error ? failure.message : String(failure));
    });
  }

  return (
    <>
      <p>The whole schema, as this gateway serves it.</p>
      <p className="schema-buttons">
        <button
          type="button"
          className="button small"
          onClick={() => {
            load(setText);
          }}
        >
          Read the schema
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            load(download);
          }}
        >
          Download schema.graphql
        </button>
      </p>
      <p role="status">{problem}</p>
      {text !== null &&
        createPortal(
          <Suspense>
            <SchemaDialog
              text={text}
              onClose={() => {
                setText(null);
              }}
            />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

/** One button for each query and mutation: it opens an operation with all its variables, plain fields and errors. */
function Builder() {
  const schema = useGraphiQL((state) => state.schema);
  const inSandbox = usePersonas() !== null;
  const open = useOpenInNewTab();
  if (!schema) return <p role="status">The schema has not been read yet.</p>;

  async function begin(kind: 'query' | 'mutation', name: string) {
    const field = (kind === 'query' ? schema?.getQueryType() : schema?.getMutationType())?.getFields()[name];
    if (!schema || !field) return;
    const { operationFor } = await import('../builder/operation');
    const { query, variables } = operationFor(kind, field, schema);
    open({ query, variables: variablesText({ variables }) });
  }

  const kinds = [
    { kind: 'query', title: 'Queries', type: schema.getQueryType() },
    { kind: 'mutation', title: 'Mutations', type: schema.getMutationType() },
  ] as const;
  return kinds.map(({ kind, title, type }) => (
    <section key={kind} aria-labelledby={`begin-${kind}`}>
      <h3 id={`begin-${kind}`}>
        {title}
        <small>
          Each opens in a new tab with its variables, plain fields and errors. Replace the values in angle brackets
          {inSandbox ? ', for example with users of the examples.' : '.'}
        </small>
      </h3>
      <ul>
        {Object.values(type?.getFields() ?? {}).map(({ name, description }) => (
          <li key={name}>
            <button type="button" title={description?.split('\n')[0]} onClick={() => void begin(kind, name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function download(schema: string) {
  const address = URL.createObjectURL(new Blob([schema], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'schema.graphql';
  link.click();
  URL.revokeObjectURL(address);
}

function SchemaIcon() {
  return (
    <svg height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <path d="M3 2.5h7l3 3v8H3Z" strokeLinejoin="round" />
      <path d="M5.5 7h5M5.5 9.2h5M5.5 11.4h3" strokeLinecap="round" />
    </svg>
  );
}
