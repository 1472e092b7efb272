import { useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import type { Example } from '../examples';
import { usePersonas } from '../sandbox/personas';
import { TEXTS } from './texts';

interface PrepareButtonProps {
  example: Example;
  /** It ended otherwise than expected, since other runs have left the sandbox in another state. */
  isOff: boolean;
}

/** Puts the sandbox as the example needs it, with what is to go wrong at Microsoft, and runs the example: one click. */
export function PrepareButton({ example: { faults }, isOff }: PrepareButtonProps) {
  const personas = usePersonas();
  const actions = useGraphiQLActions();
  const [failed, setFailed] = useState(false);
  if (!personas || (!faults && !isOff)) return null;

  async function prepareAndRun(prepared: Promise<void>) {
    try {
      await prepared;
      setFailed(false);
    } catch {
      setFailed(true);
      return;
    }
    actions.run();
  }

  return (
    <button
      type="button"
      className="button small"
      title={faults ? TEXTS.whyPrepare : TEXTS.whyReset}
      onClick={() => void prepareAndRun(personas.prepare(faults ?? []))}
    >
      {failed ? TEXTS.prepareFailed : faults ? TEXTS.prepare : TEXTS.resetAndRun}
    </button>
  );
}
