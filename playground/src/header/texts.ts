import { inLanguage } from '../language';

/** What the header says, on both pages. */
export const TEXTS = inLanguage({
  en: {
    product: 'Authentication methods',
    pages: 'Pages',
    helpDesk: 'Help desk',
    actAs: 'Act as',
    noRole: 'No directory role',
    reset: {
      idle: 'Reset sandbox',
      resetting: 'Resetting…',
      done: 'Sandbox reset ✓',
      failed: 'Reset failed',
      hint: 'Put all users and their methods back to the start',
    },
    cannotStart: 'The page cannot start',
    isItRunning: 'Is the gateway running? Reload this page when it is.',
  },
  de: {
    product: 'Authentifizierungsmethoden',
    pages: 'Seiten',
    helpDesk: 'Helpdesk',
    actAs: 'Handeln als',
    noRole: 'Keine Verzeichnisrolle',
    reset: {
      idle: 'Sandbox zurücksetzen',
      resetting: 'Wird zurückgesetzt…',
      done: 'Sandbox zurückgesetzt ✓',
      failed: 'Zurücksetzen fehlgeschlagen',
      hint: 'Alle Benutzer und ihre Methoden auf den Anfang zurücksetzen',
    },
    cannotStart: 'Die Seite kann nicht starten',
    isItRunning: 'Läuft das Gateway? Laden Sie diese Seite dann neu.',
  },
});
