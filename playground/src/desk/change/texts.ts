import type { Confirmation } from '../../../client';
import { inLanguage } from '../../language';

/** How a change is spoken of; each is a whole sentence. */
export interface ChangeTexts {
  /** It was not made. */
  readonly refused: string;
  /** A check says that it can be made, and what the check cannot say. */
  readonly possible: string;
  /** A check says that it cannot be made. */
  readonly impossible: string;
  /** It may have been made; says also what a repetition does. */
  readonly unconfirmed: string;
  /** How it is known that it was made, where that can be said better than of any change. */
  readonly confirmations?: Record<Confirmation, string>;
}

const en = {
  retryingIn: 'No clear answer yet. Retrying in ',
  retryNow: 'Retry now',
  tryAgainButton: 'Try again',
  skip: 'Skip and refresh',
  nothingChanged: 'Nothing was changed.',
  changedByOther: 'Changed by someone else.',
  orSkip: 'Or skip it and continue.',
  noAnswerToCheck: 'No answer came. A check changes nothing: you can try it again.',
  confirmations: {
    UPSTREAM: 'Microsoft confirmed it.',
    READ_BACK: "Microsoft didn't confirm it, so we checked: it is as you wanted it.",
    READ_BACK_MASKED:
      "Microsoft didn't confirm it, so we checked: the part that you can see is as you wanted it. Someone who can see all of it can make sure.",
  } as Record<Confirmation, string>,
  earlier: 'An earlier attempt made this change; it was not made twice.',
  cancel: 'Cancel',
  userGone: "This user can't be found any more. Search for the user again.",
  userNotReady: 'Microsoft does not find this user everywhere yet: new users and methods need some time.',
  throttled: 'Too many requests.',
  unavailable: 'Microsoft failed, or did not answer in time.',
  tryAgain: (wait: string | null) => (wait === null ? ' Try again later.' : ` Try again in ${wait}.`),
  otherClouds: (clouds: string) => `Clouds that offer it: ${clouds}.`,
  rejected: (code: string, request: string | null) =>
    `Microsoft rejected the change (code ${code}${request === null ? '' : `, request ${request}`}). If it happens again, give these to the people who run the gateway.`,
  unknown: "We couldn't confirm that the change was made. Try again: it won't be made twice.",
  takenForAnother: 'The gateway took this for another change. Try again.',
  inProgress: 'This change is already in progress. Try again to see the result.',
  recordLost:
    "The gateway lost its record of earlier changes, so it can't tell whether this one was already made. Look at the user, then try again if it is still needed.",
};

const de: typeof en = {
  retryingIn: 'Noch keine klare Antwort. Neuer Versuch in ',
  retryNow: 'Jetzt versuchen',
  tryAgainButton: 'Erneut versuchen',
  skip: 'Überspringen und neu laden',
  nothingChanged: 'Es wurde nichts geändert.',
  changedByOther: 'Jemand anderes hat es geändert.',
  orSkip: 'Oder überspringen Sie es und machen Sie weiter.',
  noAnswerToCheck: 'Es kam keine Antwort. Eine Prüfung ändert nichts: Sie können sie wiederholen.',
  confirmations: {
    UPSTREAM: 'Microsoft hat es bestätigt.',
    READ_BACK: 'Microsoft hat es nicht bestätigt. Wir haben nachgesehen: Es ist so, wie Sie es wollten.',
    READ_BACK_MASKED:
      'Microsoft hat es nicht bestätigt. Wir haben nachgesehen: Der Teil, den Sie sehen können, ist so, wie Sie es wollten. Wer alles sehen kann, kann es sicher sagen.',
  },
  earlier: 'Ein früherer Versuch hat das schon geändert; es wurde nicht doppelt geändert.',
  cancel: 'Abbrechen',
  userGone: 'Dieser Benutzer ist nicht mehr zu finden. Suchen Sie ihn noch einmal.',
  userNotReady: 'Microsoft findet diesen Benutzer noch nicht überall: Neue Benutzer und Methoden brauchen etwas Zeit.',
  throttled: 'Zu viele Anfragen.',
  unavailable: 'Microsoft hatte einen Fehler oder hat nicht rechtzeitig geantwortet.',
  tryAgain: (wait) =>
    wait === null ? ' Versuchen Sie es später noch einmal.' : ` Versuchen Sie es in ${wait} noch einmal.`,
  otherClouds: (clouds) => `Clouds, die es anbieten: ${clouds}.`,
  rejected: (code, request) =>
    `Microsoft hat die Änderung abgelehnt (Code ${code}${request === null ? '' : `, Anfrage ${request}`}). Wenn es wieder geschieht, geben Sie das an die Betreiber des Gateways weiter.`,
  unknown:
    'Wir konnten nicht bestätigen, dass die Änderung gemacht wurde. Versuchen Sie es noch einmal: Sie wird nicht doppelt gemacht.',
  takenForAnother: 'Das Gateway hat dies für eine andere Änderung gehalten. Versuchen Sie es noch einmal.',
  inProgress: 'Diese Änderung läuft schon. Versuchen Sie es noch einmal, um das Ergebnis zu sehen.',
  recordLost:
    'Das Gateway hat die Aufzeichnung früherer Änderungen verloren und weiß nicht, ob diese schon gemacht wurde. Sehen Sie sich den Benutzer an, und versuchen Sie es noch einmal, wenn es noch nötig ist.',
};

export const TEXTS = inLanguage({ en, de });
