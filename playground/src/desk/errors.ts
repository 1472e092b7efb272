import { inLanguage } from '../language';

/** What a person is told of an error, and can do next, where the gateway's own message does not say it. */
export const ERRORS = inLanguage({
  en: {
    sameNumber: 'The user already has this phone.',
    has: (phone: string) => `The user has: ${phone}.`,
    now: (method: string) => `It is now: ${method}.`,
    noNumber: 'number not shown',
    clouds: (clouds: string) => `It is offered in ${clouds}.`,
    signInNotAllowed: (roles: string) =>
      `You don't have permission to see this.${roles && ` It takes one of these roles: ${roles}.`}`,
    tooLong: 'The text is too long or too short.',
    wrong: 'Something is missing or wrong.',
    chooseType: 'Choose the type of the phone: mobile, alternate mobile or office.',
    invisible: (character: string) =>
      `The phone number contains a character that is invisible or looks like another: ${character}. Delete it, and type that part of the number again.`,
    notFound: (name: string) =>
      `No user found for "${name}". Enter a first or last name, or the beginning of the sign-in name, such as kim@contoso.com.`,
    searchNotAllowed:
      "You don't have permission to search. Enter the full sign-in name, such as kim@contoso.com, or the object ID.",
    searchNotSupported:
      'This tenant has no search. Enter the full sign-in name, such as kim@contoso.com, or the object ID.',
    noLicense: 'Not available: the organization needs a Microsoft Entra ID P1 or P2 license to see this.',
    noAnswer: "The gateway didn't answer. Check your connection, then try again.",
    brokenOff: "The gateway's answer broke off. Try again.",
    withoutReason: "The gateway's answer had nothing in it. Try again.",
  },
  de: {
    sameNumber: 'Der Benutzer hat dieses Telefon schon.',
    has: (phone: string) => `Der Benutzer hat: ${phone}.`,
    now: (method: string) => `Jetzt ist dort: ${method}.`,
    noNumber: 'Nummer nicht angezeigt',
    clouds: (clouds: string) => `Das bietet: ${clouds}.`,
    signInNotAllowed: (roles: string) =>
      `Sie haben keine Berechtigung, das zu sehen.${roles && ` Nötig ist eine dieser Rollen: ${roles}.`}`,
    tooLong: 'Der Text ist zu lang oder zu kurz.',
    wrong: 'Etwas fehlt oder ist falsch.',
    chooseType: 'Wählen Sie die Art des Telefons: Mobiltelefon, zweites Mobiltelefon oder Bürotelefon.',
    invisible: (character: string) =>
      `Die Telefonnummer enthält ein Zeichen, das unsichtbar ist oder wie ein anderes aussieht: ${character}. Löschen Sie es, und tippen Sie diesen Teil der Nummer neu ein.`,
    notFound: (name: string) =>
      `Kein Benutzer gefunden für „${name}“. Geben Sie einen Vor- oder Nachnamen ein oder den Anfang des Anmeldenamens, etwa kim@contoso.com.`,
    searchNotAllowed:
      'Sie haben keine Berechtigung zu suchen. Geben Sie den vollständigen Anmeldenamen ein, etwa kim@contoso.com, oder die Objekt-ID.',
    searchNotSupported:
      'Dieser Mandant bietet keine Suche. Geben Sie den vollständigen Anmeldenamen ein, etwa kim@contoso.com, oder die Objekt-ID.',
    noLicense: 'Nicht verfügbar: Die Organisation braucht dafür eine Lizenz für Microsoft Entra ID P1 oder P2.',
    noAnswer: 'Das Gateway hat nicht geantwortet. Prüfen Sie Ihre Verbindung, und versuchen Sie es dann noch einmal.',
    brokenOff: 'Die Antwort des Gateways brach ab. Versuchen Sie es noch einmal.',
    withoutReason: 'Die Antwort des Gateways war leer. Versuchen Sie es noch einmal.',
  },
});
