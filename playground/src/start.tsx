import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Brand, type PageName } from './header/Brand';
import { TEXTS } from './header/texts';
import { Page } from './Page';
import type { Personas } from './sandbox/personas';
import { Sandbox, type Persona } from './sandbox/sandbox';
import { loadSettings, type LoginSettings } from './settings';
import { applyRememberedTheme } from './theme';

/** In front of the sandbox: who can be acted as, first of all `first`. */
export interface InSandbox {
  graphqlPath: string;
  sandbox: Sandbox;
  personas: Personas['all'];
  first: Persona;
}

/** In front of a tenant: how its people get a token. */
export interface OnTenant {
  graphqlPath: string;
  login: LoginSettings;
}

/** One page of the playground, in front of the sandbox and of a real tenant. */
interface Start {
  page: PageName;
  inSandbox: (props: InSandbox) => ReactNode;
  withToken: (props: OnTenant) => ReactNode;
}

/** Shows a page: its header at once, the rest when the gateway has said where it is. */
export function start({ page, inSandbox, withToken }: Start) {
  const root = createRoot(document.getElementById('root') ?? document.body);
  applyRememberedTheme(localStorage, document.body);
  root.render(<Page header={<Brand page={page} />} />);
  load().catch((failure: unknown) => {
    root.render(
      <Page header={<Brand page={page} />}>
        <div className="failure" role="alert">
          <h2>{TEXTS.cannotStart}</h2>
          <p>{failure instanceof Error ? failure.message : String(failure)}</p>
          <p>{TEXTS.isItRunning}</p>
        </div>
      </Page>,
    );
  });

  async function load() {
    const { graphqlPath, sandboxPath, login } = await loadSettings();
    if (sandboxPath === null) {
      root.render(withToken({ graphqlPath, login }));
      return;
    }
    const sandbox = new Sandbox(sandboxPath);
    const personas = await sandbox.personas();
    const [first] = personas;
    if (first === undefined) throw new Error('The sandbox has no personas.');
    root.render(inSandbox({ graphqlPath, sandbox, personas, first }));
  }
}
