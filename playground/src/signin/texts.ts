import { inLanguage, LANGUAGE } from '../language';
import type { Person, Token } from './person';
import type { Ended } from './session';

function time(milliseconds: number): string {
  const moment = new Date(milliseconds);
  const isToday = moment.toDateString() === new Date().toDateString();
  return moment.toLocaleString(
    LANGUAGE,
    isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
}

const EN = {
  /** Said in place of an answer. */
  nobody: 'Nothing was sent. Sign in first.',
  ended: (why: Ended, token: Token) => `${EN.why(why, token)} Nothing was sent. ${EN.next(token)}`,
  why(why: Ended, { renew, expiresAt }: Token): string {
    const subject = renew ? 'Your sign-in' : 'Your access token';
    if (why.is === 'challenged') return 'Your organization asks for additional verification.';
    if (why.is === 'refused') return `The gateway no longer accepts ${renew ? 'your sign-in' : 'your access token'}.`;
    return expiresAt === null ? `${subject} expired.` : `${subject} expired at ${time(expiresAt)}.`;
  },
  next: ({ renew }: Token): string =>
    renew ? 'Sign in again to continue.' : 'Paste a new access token above to continue.',
  kept: 'Everything on this page stays as it is.',
  challengeByCommand: 'Sign in on the command line with the verification, then get a new token and paste it:',
  getToken: 'This command gets a token:',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  begin: 'Sign in above to begin.',
  paste: 'Paste an access token above to begin.',
  signedInAs: ({ name }: Person) => `Signed in as ${name}`,
  signedOut: 'You signed out.',
  windowIsOpen: 'Continue in the window that opened. If you closed it, select the button again.',
  failed: {
    blocked: 'The browser blocked the sign-in window. Allow pop-ups for this page, then select the button again.',
    cancelled: 'Sign-in was canceled. Nothing was changed.',
    unreachable: 'The sign-in service could not be reached. Check the connection, then try again.',
    other: (reason: string) => `Sign-in failed: ${reason}`,
  },
  otherPerson: (before: Person, next: Person) =>
    `This page is used by ${before.name}, and the new sign-in is ${next.name}. Continue as ${next.name}? The work of ${before.name} leaves the page.`,
  token: 'Access token',
  tokenPlaceholder: 'Paste a bearer token for this gateway',
  useToken: 'Use token',
  forget: 'Forget',
  noToken: 'No token yet: nothing is sent without one.',
  using: ({ person, expiresAt }: Token) =>
    expiresAt === null
      ? `Token of ${person.name}. It is kept in memory only.`
      : `Token of ${person.name}, valid until ${time(expiresAt)}. It is kept in memory only.`,
  copy: 'Copy command',
  copied: 'Copied',
};

const DE: typeof EN = {
  nobody: 'Es wurde nichts gesendet. Melden Sie sich zuerst an.',
  ended: (why, token) => `${DE.why(why, token)} Es wurde nichts gesendet. ${DE.next(token)}`,
  why(why, { renew, expiresAt }) {
    const subject = renew ? 'Ihre Anmeldung' : 'Ihr Zugriffstoken';
    if (why.is === 'challenged') return 'Ihre Organisation verlangt eine zusätzliche Überprüfung.';
    if (why.is === 'refused')
      return `Das Gateway nimmt ${renew ? 'Ihre Anmeldung' : 'Ihr Zugriffstoken'} nicht mehr an.`;
    return expiresAt === null ? `${subject} ist abgelaufen.` : `${subject} ist um ${time(expiresAt)} abgelaufen.`;
  },
  next: ({ renew }) =>
    renew
      ? 'Melden Sie sich erneut an, um fortzufahren.'
      : 'Fügen Sie oben ein neues Zugriffstoken ein, um fortzufahren.',
  kept: 'Auf dieser Seite bleibt alles, wie es ist.',
  challengeByCommand:
    'Melden Sie sich in der Befehlszeile mit dieser Überprüfung an, holen Sie dann ein neues Token und fügen Sie es ein:',
  getToken: 'Dieser Befehl holt ein Token:',
  signIn: 'Anmelden',
  signInAgain: 'Erneut anmelden',
  signOut: 'Abmelden',
  begin: 'Melden Sie sich oben an, um zu beginnen.',
  paste: 'Fügen Sie oben ein Zugriffstoken ein, um zu beginnen.',
  signedInAs: ({ name }) => `Angemeldet als ${name}`,
  signedOut: 'Sie haben sich abgemeldet.',
  windowIsOpen:
    'Fahren Sie im geöffneten Fenster fort. Wenn Sie es geschlossen haben, wählen Sie die Schaltfläche noch einmal.',
  failed: {
    blocked:
      'Der Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups für diese Seite und wählen Sie die Schaltfläche noch einmal.',
    cancelled: 'Die Anmeldung wurde abgebrochen. Es wurde nichts geändert.',
    unreachable: 'Der Anmeldedienst ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    other: (reason) => `Die Anmeldung ist fehlgeschlagen: ${reason}`,
  },
  otherPerson: (before, next) =>
    `Diese Seite wird von ${before.name} verwendet, neu angemeldet ist ${next.name}. Als ${next.name} fortfahren? Die Arbeit von ${before.name} verschwindet von der Seite.`,
  token: 'Zugriffstoken',
  tokenPlaceholder: 'Bearertoken für dieses Gateway einfügen',
  useToken: 'Token verwenden',
  forget: 'Vergessen',
  noToken: 'Noch kein Token: Ohne Token wird nichts gesendet.',
  using: ({ person, expiresAt }) =>
    expiresAt === null
      ? `Token von ${person.name}. Es bleibt nur im Arbeitsspeicher.`
      : `Token von ${person.name}, gültig bis ${time(expiresAt)}. Es bleibt nur im Arbeitsspeicher.`,
  copy: 'Befehl kopieren',
  copied: 'Kopiert',
};

export const TEXTS = inLanguage({ en: EN, de: DE });
