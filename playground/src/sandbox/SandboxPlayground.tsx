import { useMemo, useState } from 'react';
import type { Fault } from '../examples';
import { Brand } from '../header/Brand';
import { PersonaChooser } from '../header/PersonaChooser';
import { ResetButton } from '../header/ResetButton';
import { Page } from '../Page';
import type { InSandbox } from '../start';
import { send, type GraphQLRequest } from '../transport';
import { LazyWorkbench } from '../workbench/LazyWorkbench';
import { PersonasContext } from './personas';
import type { Persona, Sandbox } from './sandbox';

/** The playground in front of the sandbox: acting as somebody is one click. */
export function SandboxPlayground({ graphqlPath, sandbox, personas, first }: InSandbox) {
  const [current, setCurrent] = useState(first);
  const [bench] = useState(() => actingBench(graphqlPath, sandbox, first));
  const value = useMemo(
    () => ({
      all: personas,
      current,
      choose(name: string) {
        const chosen = personas.find((persona) => persona.name === name);
        if (chosen === undefined) return;
        bench.actAs(chosen);
        setCurrent(chosen);
      },
      prepare: (faults: readonly Fault[]) => sandbox.prepare(faults),
    }),
    [personas, current, bench, sandbox],
  );
  return (
    <PersonasContext value={value}>
      <Page
        header={
          <>
            <Brand page="GraphiQL" />
            <PersonaChooser />
            <ResetButton reset={() => sandbox.reset()} />
          </>
        }
      >
        <LazyWorkbench fetcher={bench.fetcher} graphqlPath={graphqlPath} token={bench.token} />
      </Page>
    </PersonasContext>
  );
}

// One fetcher for all personas: they share a schema, and a new fetcher would have GraphiQL drop and ask for it again.
function actingBench(graphqlPath: string, sandbox: Sandbox, first: Persona) {
  let credentials = sandbox.credentialsOf(first.name);
  return {
    actAs(persona: Persona) {
      credentials = sandbox.credentialsOf(persona.name);
    },
    token: () => credentials.token(),
    fetcher: (request: GraphQLRequest, fetcher?: typeof fetch) => send(graphqlPath, credentials, request, fetcher),
  };
}
