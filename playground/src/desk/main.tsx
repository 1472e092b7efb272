import { start } from '../start';
import { SandboxDesk } from './SandboxDesk';
import { TokenDesk } from './TokenDesk';
import '../style/page.css';
import '../style/desk.css';
import '../style/actions.css';

start({
  page: 'Help desk',
  inSandbox: (props) => <SandboxDesk {...props} />,
  withToken: (props) => <TokenDesk {...props} />,
});
