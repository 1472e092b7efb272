import { start } from '../start';
import { SandboxDesk } from './SandboxDesk';
import { TEXTS } from './texts';
import { TokenDesk } from './TokenDesk';
import '../style/page.css';
import '../style/desk.css';
import '../style/list.css';
import '../style/actions.css';
import '../style/person.css';

document.title = TEXTS.title;

start({
  page: 'Help desk',
  inSandbox: (props) => <SandboxDesk {...props} />,
  withToken: (props) => <TokenDesk {...props} />,
});
