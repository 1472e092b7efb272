import type { GraphQLSchema } from 'graphql';
import { useEffect, useId, useRef, useState } from 'react';
import type { Example } from '../examples';
import { linkTo, type Link } from './make';
import { TEXTS } from './texts';

export interface LinkDialogProps {
  query: string;
  example: Example | null;
  schema: GraphQLSchema | null;
  onClose: () => void;
}

/** A link to the operation, or why there is none. */
export default function LinkDialog({ query, example, schema, onClose }: LinkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const link = linkTo(query, example, schema);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="copy-as"
      aria-labelledby={title}
      onClose={onClose}
      // Only what surrounds the dialog is the dialog itself to a click.
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="link-body">
        <header>
          <h2 id={title}>{TEXTS.title}</h2>
          <button type="button" className="button small" onClick={onClose}>
            {TEXTS.close}
          </button>
        </header>
        {'obstacles' in link ? <Refusal {...link} /> : <Address {...link} />}
      </div>
    </dialog>
  );
}

function Refusal({ obstacles }: Extract<Link, { obstacles: unknown }>) {
  return (
    <div role="status">
      <p>{TEXTS.refused}</p>
      <ul>
        {obstacles.map((obstacle, index) => (
          <li key={index}>{TEXTS.obstacle(obstacle)}</li>
        ))}
      </ul>
    </div>
  );
}

function Address({ fragment, isExample }: Extract<Link, { fragment: string }>) {
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const address = location.origin + location.pathname + fragment;
  return (
    <>
      <p>{isExample ? TEXTS.toExample : TEXTS.toOperation}</p>
      <input
        className="link-address"
        aria-label={TEXTS.address}
        readOnly
        value={address}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <footer>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            navigator.clipboard.writeText(address).then(
              () => {
                setOutcome('copied');
              },
              () => {
                setOutcome('copyFailed');
              },
            );
          }}
        >
          {TEXTS[outcome]}
        </button>
        <span className="visually-hidden" role="status">
          {outcome === 'copy' ? '' : TEXTS[outcome]}
        </span>
      </footer>
    </>
  );
}
