import { inLanguage } from '../language';

/** The texts of the header, on both pages. German ones are as short as the English, so that the header fits. */
export const TEXTS = inLanguage({
  en: {
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
    pages: 'Seiten',
    helpDesk: 'Helpdesk',
    actAs: 'Als',
    noRole: 'Keine Verzeichnisrolle',
    reset: {
      idle: 'Zurücksetzen',
      resetting: 'Läuft…',
      done: 'Zurückgesetzt ✓',
      failed: 'Fehlgeschlagen',
      hint: 'Alle Benutzer der Sandbox und ihre Methoden auf den Anfang zurücksetzen',
    },
    cannotStart: 'Die Seite kann nicht starten',
    isItRunning: 'Läuft das Gateway? Laden Sie diese Seite dann neu.',
  },
});
