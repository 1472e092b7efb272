import { inLanguage } from '../../../language';

export const TEXTS = inLanguage({
  en: {
    title: 'Reset password',
    description:
      'The user gets a new password, and has to change it at the next sign-in. Sessions go on: to end them, sign the user out everywhere as well.',
    how: 'Which password?',
    generated: 'Let Microsoft make one up',
    generatedNote: 'It is shown here once.',
    notGenerated: 'Not for this user: the account comes from an on-premises directory.',
    given: 'Enter one',
    givenNote: 'This page never shows it again.',
    label: 'New password',
    hint: 'At least 8 characters of three kinds: small letters, capital letters, digits, others.',
    show: 'Show password',
    missing: 'Enter a new password.',
    tooShort: 'A password has 8 to 256 characters.',
    button: 'Reset password',
    working: 'Resetting…',
    question: (user: string) => `Reset the password of ${user}?`,
    consequence:
      'The password that the user has now stops working. Hand the new one only to this user. This cannot be undone.',
    secret: 'New password',
    done: 'Microsoft has reset the password.',
    accepted: 'Microsoft has accepted the reset.',
    notFollowed: 'Microsoft did not say how to follow it: the new password may need some minutes to work.',
    running: 'Microsoft is still carrying it out. The new password does not work yet.',
    runningUnsure: 'We could not ask how far it is. We keep asking.',
    failed: (detail: string | null) =>
      `Microsoft could not carry out the reset${detail === null ? '' : ` (${detail})`}. The user keeps the old password. Often passwords are not written back to the on-premises directory, or the new one breaks its rules.`,
    shown: 'The new password is below.',
    isGiven: 'The new password is the one that you entered.',
    lost: 'Microsoft made up a password, but its answer was lost on the way. Nobody has seen the password. Reset the password again.',
    notShownAgain:
      'The password was in an earlier answer, which may not have reached this page. Microsoft does not show it again. If nobody has noted it, reset the password again.',
    external:
      'The user signs in at another organization, which has the password. Their own administrators can reset it.',
    required: 'The user comes from an on-premises directory: enter a new password. Microsoft cannot make one up.',
    applications: 'Only people can reset passwords, and you are signed in as an application.',
    simple: 'The password needs characters of three kinds: small letters, capital letters, digits, others.',
    characters: 'The password may contain only letters from A to Z, digits, spaces and common special characters.',
    refused:
      'Microsoft did not accept this password: it is too easy to guess, was used before, or breaks the rules of the organization. Choose another.',
    outcome: {
      refused: 'The password was not reset.',
      possible: 'The password can be reset.',
      impossible: 'The password cannot be reset.',
      unconfirmed: "We couldn't confirm that the password was reset. Try again: it won't be reset twice.",
    },
  },
  de: {
    title: 'Kennwort zurücksetzen',
    description:
      'Der Benutzer bekommt ein neues Kennwort und muss es bei der nächsten Anmeldung ändern. Sitzungen laufen weiter: Um sie zu beenden, melden Sie den Benutzer auch überall ab.',
    how: 'Welches Kennwort?',
    generated: 'Microsoft eines erzeugen lassen',
    generatedNote: 'Es wird hier einmal angezeigt.',
    notGenerated: 'Nicht für diesen Benutzer: Das Konto kommt aus einem lokalen Verzeichnis.',
    given: 'Eines eingeben',
    givenNote: 'Diese Seite zeigt es nie wieder an.',
    label: 'Neues Kennwort',
    hint: 'Mindestens 8 Zeichen von drei Arten: Kleinbuchstaben, Großbuchstaben, Ziffern, Sonderzeichen.',
    show: 'Kennwort anzeigen',
    missing: 'Geben Sie ein neues Kennwort ein.',
    tooShort: 'Ein Kennwort hat 8 bis 256 Zeichen.',
    button: 'Kennwort zurücksetzen',
    working: 'Wird zurückgesetzt…',
    question: (user) => `Kennwort von ${user} zurücksetzen?`,
    consequence:
      'Das bisherige Kennwort des Benutzers gilt dann nicht mehr. Geben Sie das neue nur diesem Benutzer. Das lässt sich nicht rückgängig machen.',
    secret: 'Neues Kennwort',
    done: 'Microsoft hat das Kennwort zurückgesetzt.',
    accepted: 'Microsoft hat das Zurücksetzen angenommen.',
    notFollowed:
      'Microsoft hat nicht gesagt, wie es zu verfolgen ist: Das neue Kennwort gilt vielleicht erst nach einigen Minuten.',
    running: 'Microsoft ist noch dabei. Das neue Kennwort gilt noch nicht.',
    runningUnsure: 'Wir konnten nicht fragen, wie weit es ist. Wir fragen weiter.',
    failed: (detail) =>
      `Microsoft konnte das Kennwort nicht zurücksetzen${detail === null ? '' : ` (${detail})`}. Der Benutzer behält das alte. Oft werden Kennwörter nicht ins lokale Verzeichnis zurückgeschrieben, oder das neue verstößt gegen dessen Regeln.`,
    shown: 'Das neue Kennwort steht unten.',
    isGiven: 'Das neue Kennwort ist das, das Sie eingegeben haben.',
    lost: 'Microsoft hat ein Kennwort erzeugt, aber die Antwort ging unterwegs verloren. Niemand hat das Kennwort gesehen. Setzen Sie es noch einmal zurück.',
    notShownAgain:
      'Das Kennwort stand in einer früheren Antwort, die diese Seite vielleicht nicht erreicht hat. Microsoft zeigt es nicht noch einmal an. Wenn es niemand notiert hat, setzen Sie es noch einmal zurück.',
    external:
      'Der Benutzer meldet sich bei einer anderen Organisation an, die sein Kennwort hat. Die Administratoren dort können es zurücksetzen.',
    required:
      'Der Benutzer kommt aus einem lokalen Verzeichnis: Geben Sie ein neues Kennwort ein. Microsoft kann keines erzeugen.',
    applications: 'Nur Personen können Kennwörter zurücksetzen, und Sie sind als Anwendung angemeldet.',
    simple: 'Das Kennwort braucht Zeichen von drei Arten: Kleinbuchstaben, Großbuchstaben, Ziffern, Sonderzeichen.',
    characters:
      'Das Kennwort kann nur Buchstaben von A bis Z, Ziffern, Leerzeichen und die üblichen Sonderzeichen enthalten.',
    refused:
      'Microsoft hat dieses Kennwort nicht angenommen: Es ist zu leicht zu erraten, wurde schon verwendet oder verstößt gegen die Regeln der Organisation. Wählen Sie ein anderes.',
    outcome: {
      refused: 'Das Kennwort wurde nicht zurückgesetzt.',
      possible: 'Das Kennwort kann zurückgesetzt werden.',
      impossible: 'Das Kennwort kann nicht zurückgesetzt werden.',
      unconfirmed:
        'Wir konnten nicht bestätigen, dass das Kennwort zurückgesetzt wurde. Versuchen Sie es noch einmal: Es wird nicht doppelt zurückgesetzt.',
    },
  },
});
