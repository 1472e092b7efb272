import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { inLanguage } from '../language';

const CLOSE = inLanguage({ en: 'You can close this window.', de: 'Sie können dieses Fenster schließen.' });

/** Microsoft Entra comes back to this page after a sign-in: it hands the answer to the page that waits, and closes. */
broadcastResponseToMainFrame()
  .catch(() => undefined)
  .finally(() => {
    document.body.textContent = CLOSE;
  });
