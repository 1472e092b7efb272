import type { MfaResetOutcome, MfaResetScope } from '../../../../client';
import { inLanguage } from '../../../language';

const en = {
  title: 'Reset MFA',
  description: 'Takes methods away, so that the user has to register again. The plan comes first, and changes nothing.',
  scope: 'Which methods go?',
  scopes: {
    PORTAL: {
      name: 'Phones and apps',
      note: 'As “Require re-register MFA” in the admin center. Passkeys, Windows Hello and the email address stay.',
    },
    SECOND_FACTORS: {
      name: 'Everything that can confirm a sign-in',
      note: 'The email address stays. A Temporary Access Pass goes.',
    },
    ALL: {
      name: 'Everything that can be deleted',
      note: 'After someone else has taken over the account. The email address and a Temporary Access Pass go, too.',
    },
  } satisfies Record<MfaResetScope, { name: string; note: string }>,
  keep: 'Keep all the same',
  keepNote: 'Such as a passkey that the user has just been given.',
  sessions: 'Also sign out everywhere, after the methods',
  plan: 'Show the plan',
  planning: 'Making the plan…',
  button: 'Reset MFA',
  working: 'Resetting…',
  count: (gone: number, stay: number) =>
    `${methods(gone)} ${gone === 1 ? 'goes' : 'go'}, ${stay} ${stay === 1 ? 'stays' : 'stay'}.`,
  nothingToDo: 'None of the methods would go. Choose which methods go, or what to keep, in another way.',
  sessionsPlanned: 'Then the user is signed out everywhere.',
  sessionsNotPlanned: 'Sessions go on.',
  steps: 'Methods, in the order in which they are handled',
  outcomes: {
    PLANNED: 'goes',
    DELETED: 'deleted',
    WAS_GONE: 'was already gone',
    KEPT: 'stays',
    FAILED: 'still there',
    UNKNOWN: 'not known yet',
    NOT_TRIED: 'not tried yet',
  } satisfies Record<MfaResetOutcome, string>,
  cannotGo: 'cannot go',
  keptByChoice: 'You chose to keep it.',
  keptPassword: 'A password is never deleted. To change it, use Reset password.',
  keptByScope: 'Methods of this kind do not go with the choice above.',
  moved:
    'The methods of the user have changed since you saw the plan, so nothing was taken away. Look at the new plan.',
  question: (user: string) => `Reset MFA of ${user}?`,
  consequence: 'These methods are taken away, and the user has to register again:',
  warning:
    'This cannot be undone. Until the user has registered again, the password alone may be enough to sign in: create a Temporary Access Pass afterwards.',
  complete: 'MFA is reset.',
  incomplete: 'Not everything was done.',
  incompleteNext: 'The list says what is still there, and why. Correct that, then show a new plan.',
  sessionsEnded: (moment: string) => `The user is signed out everywhere: sessions from before ${moment} are ended.`,
  sessionsNotEnded: 'The sessions were not ended:',
  sessionsUnknown: 'It is not known whether the sessions were ended. To be sure, use Sign out everywhere.',
  remaining: 'Methods that the user has now:',
  noneRemaining: 'The user has no method now.',
  remainingUnread: "Couldn't read which methods the user has now. Refresh the user.",
  next: 'Next: create a Temporary Access Pass, so that the user can sign in and register again.',
  outcome: {
    refused: 'MFA was not reset.',
    possible: 'This is the plan.',
    impossible: 'MFA cannot be reset.',
    unconfirmed:
      "We couldn't confirm that everything was done. Try again: it goes on with what is left, and takes nothing away that the user has registered since.",
  },
};

const de: typeof en = {
  title: 'MFA zurücksetzen',
  description:
    'Entfernt Methoden, sodass sich der Benutzer neu registrieren muss. Zuerst kommt der Plan; er ändert nichts.',
  scope: 'Welche Methoden werden entfernt?',
  scopes: {
    PORTAL: {
      name: 'Telefone und Apps',
      note: 'Wie „MFA erneut registrieren“ im Admin Center. Passkeys, Windows Hello und die E-Mail-Adresse bleiben.',
    },
    SECOND_FACTORS: {
      name: 'Alles, was eine Anmeldung bestätigen kann',
      note: 'Die E-Mail-Adresse bleibt. Ein befristeter Zugriffspass wird entfernt.',
    },
    ALL: {
      name: 'Alles, was gelöscht werden kann',
      note: 'Nachdem jemand anderes das Konto übernommen hat. Auch die E-Mail-Adresse und ein befristeter Zugriffspass werden entfernt.',
    },
  },
  keep: 'Trotzdem behalten',
  keepNote: 'Etwa einen Passkey, den der Benutzer gerade bekommen hat.',
  sessions: 'Danach auch überall abmelden',
  plan: 'Plan anzeigen',
  planning: 'Plan wird erstellt…',
  button: 'MFA zurücksetzen',
  working: 'Wird zurückgesetzt…',
  count: (gone, stay) =>
    `${gone === 1 ? '1 Methode wird' : `${gone} Methoden werden`} entfernt, ${stay} ${stay === 1 ? 'bleibt' : 'bleiben'}.`,
  nothingToDo:
    'Keine der Methoden würde entfernt. Wählen Sie anders aus, welche Methoden entfernt oder behalten werden.',
  sessionsPlanned: 'Danach wird der Benutzer überall abgemeldet.',
  sessionsNotPlanned: 'Sitzungen laufen weiter.',
  steps: 'Methoden, in der Reihenfolge, in der sie an der Reihe sind',
  outcomes: {
    PLANNED: 'wird entfernt',
    DELETED: 'gelöscht',
    WAS_GONE: 'war schon weg',
    KEPT: 'bleibt',
    FAILED: 'noch da',
    UNKNOWN: 'noch nicht bekannt',
    NOT_TRIED: 'noch nicht versucht',
  },
  cannotGo: 'nicht entfernbar',
  keptByChoice: 'Sie haben gewählt, sie zu behalten.',
  keptPassword: 'Ein Kennwort wird nie gelöscht. Um es zu ändern, verwenden Sie „Kennwort zurücksetzen“.',
  keptByScope: 'Methoden dieser Art werden mit der Auswahl oben nicht entfernt.',
  moved:
    'Die Methoden des Benutzers haben sich geändert, seit Sie den Plan gesehen haben. Deshalb wurde nichts entfernt. Sehen Sie sich den neuen Plan an.',
  question: (user) => `MFA von ${user} zurücksetzen?`,
  consequence: 'Diese Methoden werden entfernt, und der Benutzer muss sich neu registrieren:',
  warning:
    'Das lässt sich nicht rückgängig machen. Bis sich der Benutzer neu registriert hat, genügt zur Anmeldung vielleicht das Kennwort allein: Erstellen Sie danach einen befristeten Zugriffspass.',
  complete: 'MFA ist zurückgesetzt.',
  incomplete: 'Es wurde nicht alles erledigt.',
  incompleteNext:
    'Die Liste sagt, was noch da ist und warum. Beheben Sie das, und zeigen Sie dann einen neuen Plan an.',
  sessionsEnded: (moment) =>
    `Der Benutzer ist überall abgemeldet: Sitzungen, die vor ${moment} begonnen haben, sind beendet.`,
  sessionsNotEnded: 'Die Sitzungen wurden nicht beendet:',
  sessionsUnknown:
    'Es ist nicht bekannt, ob die Sitzungen beendet wurden. Um sicher zu sein, verwenden Sie „Überall abmelden“.',
  remaining: 'Methoden, die der Benutzer jetzt hat:',
  noneRemaining: 'Der Benutzer hat jetzt keine Methode.',
  remainingUnread: 'Wir konnten nicht lesen, welche Methoden der Benutzer jetzt hat. Aktualisieren Sie den Benutzer.',
  next: 'Als Nächstes: Erstellen Sie einen befristeten Zugriffspass, damit sich der Benutzer anmelden und neu registrieren kann.',
  outcome: {
    refused: 'MFA wurde nicht zurückgesetzt.',
    possible: 'Das ist der Plan.',
    impossible: 'MFA kann nicht zurückgesetzt werden.',
    unconfirmed:
      'Wir konnten nicht bestätigen, dass alles erledigt wurde. Versuchen Sie es noch einmal: Es geht mit dem Rest weiter und entfernt nichts, was der Benutzer seitdem registriert hat.',
  },
};

function methods(count: number): string {
  return count === 1 ? '1 method' : `${count} methods`;
}

export const TEXTS = inLanguage({ en, de });
