import { useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import type { Example } from '../examples';
import { usePersonas } from '../sandbox/personas';

const WHY = 'Resets the sandbox, lets go wrong at Microsoft what this example is about, and runs it';

/** For an example that needs something to go wrong: one click puts it into the sandbox and runs the example. */
export function PrepareButton({ faults }: { faults: Example['faults'] | undefined }) {
  const personas = usePersonas();
  const actions = useGraphiQLActions();
  const [failed, setFailed] = useState(false);
  if (!personas || !faults) return null;

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
      title={WHY}
      onClick={() => void prepareAndRun(personas.prepare(faults))}
    >
      {failed ? 'Preparing failed: try again' : 'Prepare and run'}
    </button>
  );
}
