import { inLanguage } from '../../../language';

export const TEXTS = inLanguage({
  en: {
    title: 'Sign out everywhere',
    description: 'Ends all sessions of the user: the user has to sign in again in every app and on every device.',
    since: (moment: string) => `Sessions from before ${moment} have already ended.`,
    button: 'Sign out everywhere',
    working: 'Signing out…',
    question: (user: string) => `Sign ${user} out everywhere?`,
    consequence:
      'The user has to sign in again everywhere, and may lose work that is not saved. This cannot be undone. If the user has no method left to sign in with, create a Temporary Access Pass first.',
    done: 'The user is signed out everywhere.',
    validFrom: (moment: string) => `Sessions from before ${moment} are ended.`,
    noDate: 'The date could not be read.',
    delay: 'Some apps notice it only after some minutes, and at most after about an hour.',
    external:
      'The user signs in at another organization, which has the sessions. Their own administrators can end them.',
    outcome: {
      refused: 'The sessions were not ended.',
      possible: 'The sessions can be ended.',
      impossible: 'The sessions cannot be ended.',
      unconfirmed: "We couldn't confirm that the sessions were ended. You can safely try again.",
    },
  },
  de: {
    title: 'Überall abmelden',
    description: 'Widerruft alle Sitzungen des Benutzers: Er muss sich in jeder App und auf jedem Gerät neu anmelden.',
    since: (moment) => `Sitzungen, die vor ${moment} begonnen haben, sind schon beendet.`,
    button: 'Sitzungen widerrufen',
    working: 'Wird abgemeldet…',
    question: (user) => `${user} überall abmelden?`,
    consequence:
      'Der Benutzer muss sich überall neu anmelden und kann ungespeicherte Arbeit verlieren. Das lässt sich nicht rückgängig machen. Wenn er keine Methode mehr hat, um sich anzumelden, erstellen Sie zuerst einen befristeten Zugriffspass.',
    done: 'Der Benutzer ist überall abgemeldet.',
    validFrom: (moment) => `Sitzungen, die vor ${moment} begonnen haben, sind beendet.`,
    noDate: 'Das Datum konnte nicht gelesen werden.',
    delay: 'Manche Apps bemerken es erst nach einigen Minuten, spätestens nach etwa einer Stunde.',
    external:
      'Der Benutzer meldet sich bei einer anderen Organisation an, die seine Sitzungen hat. Die Administratoren dort können sie beenden.',
    outcome: {
      refused: 'Die Sitzungen wurden nicht widerrufen.',
      possible: 'Die Sitzungen können widerrufen werden.',
      impossible: 'Die Sitzungen können nicht widerrufen werden.',
      unconfirmed:
        'Wir konnten nicht bestätigen, dass die Sitzungen widerrufen wurden. Sie können es gefahrlos noch einmal versuchen.',
    },
  },
});
