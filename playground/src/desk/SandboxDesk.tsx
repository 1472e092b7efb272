import { useMemo, useState } from 'react';
import { Brand } from '../header/Brand';
import { PersonaChooser } from '../header/PersonaChooser';
import { ResetButton } from '../header/ResetButton';
import { Page } from '../Page';
import { PersonasContext } from '../sandbox/personas';
import type { InSandbox } from '../start';
import { Forms } from './Forms';
import { Gateway } from './gateway';
import { mayForget } from './leaving';

/** The form in front of the sandbox. Whoever is acted as starts with a form of their own. */
export function SandboxDesk({ graphqlPath, sandbox, personas, first }: InSandbox) {
  const [current, setCurrent] = useState(first);
  const [resets, setResets] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const gateway = useMemo(
    () => new Gateway(graphqlPath, sandbox.credentialsOf(current.name)),
    [graphqlPath, sandbox, current],
  );
  const value = {
    all: personas,
    current,
    choose: (name: string) => {
      if (mayForget(isOpen)) setCurrent(personas.find((persona) => persona.name === name) ?? current);
    },
    prepare: sandbox.prepare.bind(sandbox),
  };

  async function reset() {
    if (!mayForget(isOpen)) throw new Error('It was not wanted.');
    await sandbox.reset();
    setResets((before) => before + 1);
  }

  return (
    <PersonasContext value={value}>
      <Page
        header={
          <>
            <Brand page="Help desk" />
            <PersonaChooser disabled={busy} />
            <ResetButton reset={reset} disabled={busy} />
          </>
        }
      >
        <Forms key={`${current.name} ${resets}`} gateway={gateway} withSamples onBusy={setBusy} onOpen={setOpen} />
      </Page>
    </PersonasContext>
  );
}
