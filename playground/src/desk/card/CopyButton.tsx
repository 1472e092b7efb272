import { useState } from 'react';
import { TEXTS } from '../texts';

const { person: WORDS } = TEXTS;

/** Copies an id, and says whether it did. */
export function CopyButton({ text }: { text: string }) {
  const [outcome, setOutcome] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(WORDS.copied);
    } catch {
      setOutcome(WORDS.notCopied);
    }
  }

  return (
    <>
      <button type="button" className="button small" aria-label={WORDS.copyLabel} onClick={() => void copy()}>
        {WORDS.copy}
      </button>{' '}
      <span role="status" className="hint">
        {outcome}
      </span>
    </>
  );
}
