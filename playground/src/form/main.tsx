import { start } from '../start';
import { SandboxForm } from './SandboxForm';
import { TokenForm } from './TokenForm';
import '../style/page.css';
import '../style/form.css';

start({
  page: 'Form',
  inSandbox: (props) => <SandboxForm {...props} />,
  withToken: (props) => <TokenForm {...props} />,
});
