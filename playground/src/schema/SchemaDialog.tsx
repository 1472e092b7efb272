import { useEffect, useMemo, useRef, useState } from 'react';
import { CodedText } from '../catalogue/CodedText';
import { sectionsOf, sectionsWith, type Definition } from './definitions';

interface SchemaDialogProps {
  text: string;
  onClose: () => void;
}

/** The schema as a page: everything that it defines, by kind, with its descriptions. */
export default function SchemaDialog({ text, onClose }: SchemaDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const sections = useMemo(() => sectionsOf(text), [text]);
  const [wanted, setWanted] = useState('');
  const shown = sectionsWith(sections, wanted);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className="copy-as schema-page" aria-labelledby="schema-page-title" onClose={onClose}>
      <header>
        <h2 id="schema-page-title">Schema</h2>
        <label>
          Find by name{' '}
          <input
            type="search"
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value);
            }}
          />
        </label>
        <button type="button" className="button small" onClick={onClose}>
          Close
        </button>
      </header>
      <p role="status">{shown.length === 0 ? 'Nothing in the schema has this in its name.' : ''}</p>
      {shown.map(({ title, definitions }) => (
        <section key={title} aria-labelledby={`schema-${title}`}>
          <h3 id={`schema-${title}`}>{title}</h3>
          {definitions.map((definition) => (
            <Entry key={definition.name} definition={definition} />
          ))}
        </section>
      ))}
    </dialog>
  );
}

function Entry({ definition: { name, description, source, members } }: { definition: Definition }) {
  return (
    <article>
      <h4>{name}</h4>
      <code>{source}</code>
      <p>
        <CodedText text={description} />
      </p>
      {members.length > 0 && (
        <dl>
          {members.map((member) => (
            <div key={member.source}>
              <dt>
                <code>{member.source}</code>
              </dt>
              <dd>
                <CodedText text={member.description} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
