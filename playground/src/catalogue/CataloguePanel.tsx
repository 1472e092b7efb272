import { useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import { useMemo } from 'react';
import { EXAMPLES, type Example } from '../examples';
import { useOpenExample } from '../workbench/openExample';
import { catalogueOf, type CatalogueEntry } from './catalogue';
import { CodedText } from './CodedText';

/** Every error that the schema knows, in GraphiQL's side bar. */
export const CATALOGUE_PLUGIN: GraphiQLPlugin = { title: 'Errors', icon: CatalogueIcon, content: CataloguePanel };

function CataloguePanel() {
  const schema = useGraphiQL((state) => state.schema);
  const sections = useMemo(() => (schema ? catalogueOf(schema, EXAMPLES) : []), [schema]);
  const open = useOpenExample();
  return (
    <section className="panel catalogue" aria-labelledby="catalogue-title">
      <h2 id="catalogue-title">Errors</h2>
      <p>Every expected error of the schema, and the example that triggers it.</p>
      {sections.length === 0 && <p role="status">The schema has not been read yet.</p>}
      {sections.map(({ category, description, entries }) => (
        <section key={category} aria-labelledby={`category-${category}`}>
          <h3 id={`category-${category}`}>
            {category}
            <small>{description}</small>
          </h3>
          {entries.map((entry) => (
            <Entry key={entry.name} entry={entry} open={open} />
          ))}
        </section>
      ))}
    </section>
  );
}

interface EntryProps {
  entry: CatalogueEntry;
  open: (example: Example) => void;
}

function Entry({ entry, open }: EntryProps) {
  const { name, code, description, fields, answeredBy, examples } = entry;
  return (
    <details>
      <summary>{name}</summary>
      <p>
        <CodedText text={description} />
      </p>
      <dl>
        <dt>Code</dt>
        <dd>
          <code>{code}</code>
        </dd>
        {fields.length > 0 && <dt>Additional fields</dt>}
        {fields.map((field) => (
          <dd key={field.name}>
            <code>
              {field.name}: {field.type}
            </code>{' '}
            <CodedText text={field.description} />
          </dd>
        ))}
        <dt>Answered by</dt>
        <dd className="catalogue-places">
          {answeredBy.map((place) => (
            <code key={place}>{place}</code>
          ))}
        </dd>
      </dl>
      <Examples examples={examples} open={open} />
    </details>
  );
}

function Examples({ examples, open }: { examples: readonly Example[]; open: (example: Example) => void }) {
  if (examples.length === 0) return <p>No single request to the sandbox leads to it.</p>;
  return examples.map((example) => (
    <button
      key={example.name}
      type="button"
      className="button small"
      onClick={() => {
        open(example);
      }}
    >
      Open example {example.number}: {example.title}
    </button>
  ));
}

function CatalogueIcon() {
  return (
    <svg height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <path d="M8 2.2 14.4 13.4H1.6Z" strokeLinejoin="round" />
      <path d="M8 6.6v3.2" strokeLinecap="round" />
      <circle cx="8" cy="11.6" r="0.5" fill="currentColor" />
    </svg>
  );
}
