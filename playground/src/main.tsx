import 'graphiql/setup-workers/vite';
import { SandboxPlayground } from './sandbox/SandboxPlayground';
import { start } from './start';
import { TokenPlayground } from './TokenPlayground';
import './style/page.css';

start({
  page: 'GraphiQL',
  inSandbox: (props) => <SandboxPlayground {...props} />,
  withToken: (props) => <TokenPlayground {...props} />,
});
