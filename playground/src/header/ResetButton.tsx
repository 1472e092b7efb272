import { useState } from 'react';
import { TEXTS } from './texts';

type Progress = 'idle' | 'resetting' | 'done' | 'failed';

const SHOWN_FOR_MS = 2500;

interface ResetButtonProps {
  reset: () => Promise<void>;
  disabled?: boolean;
}

/** Puts every user of the sandbox back to the seed. */
export function ResetButton({ reset, disabled = false }: ResetButtonProps) {
  const [progress, setProgress] = useState<Progress>('idle');

  async function run() {
    setProgress('resetting');
    try {
      await reset();
      setProgress('done');
    } catch {
      setProgress('failed');
    }
    setTimeout(() => {
      setProgress('idle');
    }, SHOWN_FOR_MS);
  }

  return (
    <>
      <button
        type="button"
        className="button reset"
        title={TEXTS.reset.hint}
        disabled={disabled || progress === 'resetting'}
        onClick={() => void run()}
      >
        {TEXTS.reset[progress]}
      </button>
      <span className="visually-hidden" role="status">
        {progress === 'idle' ? '' : TEXTS.reset[progress]}
      </span>
    </>
  );
}
