import { useState } from 'react';
import { TEXTS } from './texts';

/** A command for a terminal, to copy. */
export function CommandLine({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <div className="command">
      <code>{text}</code>
      <button type="button" className="button small" onClick={() => void copy()}>
        {copied ? TEXTS.copied : TEXTS.copy}
      </button>
    </div>
  );
}
