import { inLanguage } from '../../../language';

export const TEXTS = inLanguage({
  en: {
    title: 'Temporary Access Pass',
    description:
      'A code for a limited time, to sign in with once the other methods are gone or not there yet. Microsoft shows the code only once.',
    now: 'Pass that exists now:',
    none: 'There is no pass.',
    usable: (until: string) => `can be used until ${until}`,
    later: (from: string, until: string) => `can be used from ${from} until ${until}`,
    unusable: 'can no longer be used',
    unusableNow: 'cannot be used now',
    someTime: 'a time that is not known',
    lifetime: 'Valid for how many minutes?',
    bounds: (least: string, most: string) => `The policy of the organization allows ${least} to ${most}.`,
    default: (lifetime: string) => `Leave it empty for ${lifetime}.`,
    noBounds: 'The policy of the organization decides which values are allowed. Leave it empty for its default.',
    isThat: (duration: string) => `That is ${duration}.`,
    outside: (least: string, most: string) => `The policy of the organization allows ${least} to ${most}.`,
    notANumber: 'Enter a whole number of minutes, or leave it empty.',
    uses: 'How often can it be used?',
    once: 'Once',
    onceNote: 'Safest. Enough to sign in and set up one method.',
    often: 'As often as needed, until it expires',
    oftenNote: 'For setting up several methods, or a new computer.',
    onceOnly: 'The policy of the organization allows only passes for one use.',
    start: 'When does it begin?',
    atOnce: 'Now',
    atTime: 'Later',
    startTime: 'Begins at (your local time)',
    noStart: 'Choose the date and time at which the pass begins.',
    past: 'A pass cannot begin in the past. Choose a later time, or Now.',
    create: 'Create pass',
    replace: 'Create and replace the pass',
    creating: 'Creating…',
    remove: 'Delete pass',
    removing: 'Deleting…',
    replaceTitle: (user: string) => `Replace the pass of ${user}?`,
    replaceText: (pass: string) =>
      `The pass that exists now (${pass}) stops working as soon as the new one is created.`,
    removeTitle: (user: string) => `Delete the pass of ${user}?`,
    removeText:
      'Its code stops working. If the user has signed in with it, Microsoft also signs the user out. This cannot be undone.',
    created: (until: string) => `The pass is created. It is valid until ${until}.`,
    createdLater: (from: string, until: string) => `The pass is created. It is valid from ${from} until ${until}.`,
    shown: 'The code is below.',
    replaced: 'The pass that existed before no longer works.',
    code: 'Code of the pass',
    lost: 'Microsoft created the pass, but its answer with the code was lost on the way. Nobody has seen the code. Create the pass again: the new one replaces this one.',
    notShownAgain:
      'The code was in an earlier answer, which may not have reached this page. Microsoft does not show it again. If nobody has noted it, create the pass again: the new one replaces this one.',
    removed: 'The pass was deleted.',
    exists: (pass: string) =>
      `The user already has a pass that ${pass}. Nothing was replaced. To replace it, choose Create again.`,
    notFound: 'The user has no pass any more. Someone else may have deleted it.',
    changedTo: (pass: string) =>
      `Someone else created a pass at the same time. The pass that exists now ${pass}. Decide again.`,
    changedToNone: 'Someone else deleted the pass at the same time. There is none now. Decide again.',
    earliest: (moment: string) => `The earliest start is ${moment}.`,
    multiUse: 'The policy of the organization allows only passes for one use. Choose Once.',
    policy: {
      SWITCHED_OFF: 'The organization has switched off Temporary Access Passes. Its administrators can switch them on.',
      NOT_INCLUDED:
        "The organization's policy does not give Temporary Access Passes to this user: the user is in none of the groups that may have one.",
      EXCLUDED:
        "The organization's policy excludes this user from Temporary Access Passes: the user is in a group that may not have one.",
      UNKNOWN: "The organization's policy does not allow this user a Temporary Access Pass.",
    },
    external:
      'The user signs in at another organization, so a pass from here does not help. Their own administrators can help.',
    outcome: {
      create: {
        refused: 'No pass was created.',
        possible: 'A pass can be created.',
        impossible: 'A pass cannot be created.',
        unconfirmed: "We couldn't confirm that the pass was created. Try again: no second pass is created.",
      },
      delete: {
        refused: 'The pass was not deleted.',
        possible: 'The pass can be deleted.',
        impossible: 'The pass cannot be deleted.',
        unconfirmed: "We couldn't confirm that the pass was deleted. You can safely try again.",
      },
    },
  },
  de: {
    title: 'Befristeter Zugriffspass',
    description:
      'Ein Code für begrenzte Zeit, um sich anzumelden, wenn andere Methoden fehlen. Microsoft zeigt den Code nur einmal an.',
    now: 'Vorhandener Pass:',
    none: 'Es gibt keinen Pass.',
    usable: (until) => `verwendbar bis ${until}`,
    later: (from, until) => `verwendbar von ${from} bis ${until}`,
    unusable: 'nicht mehr verwendbar',
    unusableNow: 'jetzt nicht verwendbar',
    someTime: 'zu einer unbekannten Zeit',
    lifetime: 'Wie viele Minuten gültig?',
    bounds: (least, most) => `Die Richtlinie der Organisation erlaubt ${least} bis ${most}.`,
    default: (lifetime) => `Leer gelassen: ${lifetime}.`,
    noBounds: 'Die Richtlinie der Organisation bestimmt, was erlaubt ist. Leer gelassen gilt ihre Vorgabe.',
    isThat: (duration) => `Das sind ${duration}.`,
    outside: (least, most) => `Die Richtlinie der Organisation erlaubt ${least} bis ${most}.`,
    notANumber: 'Geben Sie eine ganze Zahl von Minuten ein, oder lassen Sie das Feld leer.',
    uses: 'Wie oft verwendbar?',
    once: 'Einmal',
    onceNote: 'Am sichersten. Genügt, um sich anzumelden und eine Methode einzurichten.',
    often: 'Beliebig oft, bis er abläuft',
    oftenNote: 'Um mehrere Methoden oder einen neuen Computer einzurichten.',
    onceOnly: 'Die Richtlinie der Organisation erlaubt nur Pässe zur einmaligen Verwendung.',
    start: 'Ab wann gültig?',
    atOnce: 'Ab sofort',
    atTime: 'Später',
    startTime: 'Beginn (Ihre Ortszeit)',
    noStart: 'Wählen Sie Datum und Uhrzeit, ab wann der Pass gilt.',
    past: 'Ein Pass kann nicht in der Vergangenheit beginnen. Wählen Sie eine spätere Zeit oder „Ab sofort“.',
    create: 'Pass erstellen',
    replace: 'Erstellen und Pass ersetzen',
    creating: 'Wird erstellt…',
    remove: 'Pass löschen',
    removing: 'Wird gelöscht…',
    replaceTitle: (user) => `Pass von ${user} ersetzen?`,
    replaceText: (pass) => `Der vorhandene Pass (${pass}) gilt nicht mehr, sobald der neue erstellt ist.`,
    removeTitle: (user) => `Pass von ${user} löschen?`,
    removeText:
      'Sein Code gilt dann nicht mehr. Hat sich der Benutzer damit angemeldet, meldet Microsoft ihn auch ab. Das lässt sich nicht rückgängig machen.',
    created: (until) => `Der Pass ist erstellt. Er gilt bis ${until}.`,
    createdLater: (from, until) => `Der Pass ist erstellt. Er gilt von ${from} bis ${until}.`,
    shown: 'Der Code steht unten.',
    replaced: 'Der bisherige Pass gilt nicht mehr.',
    code: 'Code des Passes',
    lost: 'Microsoft hat den Pass erstellt, aber die Antwort mit dem Code ging unterwegs verloren. Niemand hat den Code gesehen. Erstellen Sie den Pass noch einmal: Der neue ersetzt diesen.',
    notShownAgain:
      'Der Code stand in einer früheren Antwort, die diese Seite vielleicht nicht erreicht hat. Microsoft zeigt ihn nicht noch einmal an. Wenn ihn niemand notiert hat, erstellen Sie den Pass noch einmal: Der neue ersetzt diesen.',
    removed: 'Der Pass wurde gelöscht.',
    exists: (pass) =>
      `Der Benutzer hat schon einen Pass (${pass}). Er wurde nicht ersetzt. Um ihn zu ersetzen, wählen Sie noch einmal „Erstellen“.`,
    notFound: 'Der Benutzer hat keinen Pass mehr. Vielleicht hat ihn jemand anderes gelöscht.',
    changedTo: (pass) =>
      `Jemand anderes hat zur gleichen Zeit einen Pass erstellt. Der vorhandene Pass: ${pass}. Entscheiden Sie neu.`,
    changedToNone: 'Jemand anderes hat den Pass zur gleichen Zeit gelöscht. Jetzt gibt es keinen. Entscheiden Sie neu.',
    earliest: (moment) => `Der früheste Beginn ist ${moment}.`,
    multiUse: 'Die Richtlinie der Organisation erlaubt nur Pässe zur einmaligen Verwendung. Wählen Sie „Einmal“.',
    policy: {
      SWITCHED_OFF:
        'Die Organisation hat befristete Zugriffspässe ausgeschaltet. Ihre Administratoren können sie einschalten.',
      NOT_INCLUDED:
        'Die Richtlinie der Organisation gibt diesem Benutzer keine befristeten Zugriffspässe: Er gehört zu keiner der Gruppen, die einen haben dürfen.',
      EXCLUDED:
        'Die Richtlinie der Organisation schließt diesen Benutzer von befristeten Zugriffspässen aus: Er gehört zu einer Gruppe, die keinen haben darf.',
      UNKNOWN: 'Die Richtlinie der Organisation erlaubt diesem Benutzer keinen befristeten Zugriffspass.',
    },
    external:
      'Der Benutzer meldet sich bei einer anderen Organisation an; ein Pass von hier hilft nicht. Die Administratoren dort können helfen.',
    outcome: {
      create: {
        refused: 'Es wurde kein Pass erstellt.',
        possible: 'Ein Pass kann erstellt werden.',
        impossible: 'Ein Pass kann nicht erstellt werden.',
        unconfirmed:
          'Wir konnten nicht bestätigen, dass der Pass erstellt wurde. Versuchen Sie es noch einmal: Es entsteht kein zweiter Pass.',
      },
      delete: {
        refused: 'Der Pass wurde nicht gelöscht.',
        possible: 'Der Pass kann gelöscht werden.',
        impossible: 'Der Pass kann nicht gelöscht werden.',
        unconfirmed:
          'Wir konnten nicht bestätigen, dass der Pass gelöscht wurde. Sie können es gefahrlos noch einmal versuchen.',
      },
    },
  },
});
