import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import { Brand } from './header/Brand';
import { Page } from './Page';
import { Sandbox } from './sandbox/sandbox';
import { SandboxPlayground } from './sandbox/SandboxPlayground';
import { loadSettings } from './settings';
import { applyRememberedTheme } from './theme';
import { TokenPlayground } from './TokenPlayground';
import './style/page.css';

const root = createRoot(document.getElementById('root') ?? document.body);

applyRememberedTheme(localStorage, document.body);
root.render(<Page header={<Brand />} />);
start().catch((failure: unknown) => {
  root.render(
    <Page header={<Brand />}>
      <div className="failure" role="alert">
        <h2>The playground cannot start</h2>
        <p>{failure instanceof Error ? failure.message : String(failure)}</p>
        <p>Is the gateway running? Reload this page when it is.</p>
      </div>
    </Page>,
  );
});

async function start() {
  const { graphqlPath, sandboxPath } = await loadSettings();
  if (sandboxPath === null) {
    root.render(<TokenPlayground graphqlPath={graphqlPath} />);
    return;
  }
  const sandbox = new Sandbox(sandboxPath);
  const personas = await sandbox.personas();
  const [first] = personas;
  if (first === undefined) throw new Error('The sandbox has no personas.');
  root.render(<SandboxPlayground graphqlPath={graphqlPath} sandbox={sandbox} personas={personas} first={first} />);
}
