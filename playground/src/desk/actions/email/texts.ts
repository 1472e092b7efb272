import type { ChangeTexts } from '../../change';
import { inLanguage } from '../../../language';

const set: Record<'en' | 'de', ChangeTexts> = {
  en: {
    refused: 'The address was not saved.',
    possible: 'The address can be saved.',
    impossible: 'The address cannot be saved.',
    unconfirmed: "We couldn't confirm that the address was saved. Try again: it won't be saved twice.",
  },
  de: {
    refused: 'Die Adresse wurde nicht gespeichert.',
    possible: 'Die Adresse kann gespeichert werden.',
    impossible: 'Die Adresse kann nicht gespeichert werden.',
    unconfirmed:
      'Wir konnten nicht bestätigen, dass die Adresse gespeichert wurde. Versuchen Sie es noch einmal: Sie wird nicht doppelt gespeichert.',
  },
};

const remove: Record<'en' | 'de', ChangeTexts> = {
  en: {
    refused: 'The address was not deleted.',
    possible: 'The address can be deleted.',
    impossible: 'The address cannot be deleted.',
    unconfirmed: "We couldn't confirm that the address was deleted. You can safely try again.",
  },
  de: {
    refused: 'Die Adresse wurde nicht gelöscht.',
    possible: 'Die Adresse kann gelöscht werden.',
    impossible: 'Die Adresse kann nicht gelöscht werden.',
    unconfirmed:
      'Wir konnten nicht bestätigen, dass die Adresse gelöscht wurde. Sie können es gefahrlos noch einmal versuchen.',
  },
};

export const TEXTS = inLanguage({
  en: {
    title: 'Email address for password reset',
    description: 'The user can reset a forgotten password with it. Nobody signs in with it.',
    now: 'Registered now:',
    none: 'No address is registered.',
    notShown: 'an address that is not shown to you',
    label: 'New email address',
    missing: 'Enter an email address, such as kim@example.com.',
    tooShort: 'This is too short or too long for an email address.',
    add: 'Add address',
    replace: 'Replace address',
    saving: 'Saving…',
    remove: 'Delete address',
    removing: 'Deleting…',
    replaceTitle: (user: string) => `Replace the address of ${user}?`,
    replaceText: (before: string, next: string) =>
      `${next} takes the place of ${before}. Make sure that the new address belongs to this user: with it, a password can be reset.`,
    removeTitle: (user: string) => `Delete the address of ${user}?`,
    removeText: (address: string) => `The user can then no longer reset a password with ${address}.`,
    added: (address: string) => `Added: ${address}`,
    updated: (address: string) => `Replaced. The address is now ${address}`,
    unchanged: (address: string) => `The user already had this address: ${address}`,
    removed: 'The address was deleted.',
    already: (address: string) => `The user already has an address: ${address}.`,
    same: 'The user already has this address.',
    notFound: 'The user has no address any more. Someone else may have deleted it.',
    changed: (address: string) =>
      `Someone else changed the address at the same time. It is now ${address}. Decide again.`,
    set: set.en,
    delete: remove.en,
  },
  de: {
    title: 'E-Mail-Adresse für die Kennwortzurücksetzung',
    description: 'Damit kann der Benutzer ein vergessenes Kennwort zurücksetzen. Niemand meldet sich damit an.',
    now: 'Jetzt registriert:',
    none: 'Es ist keine Adresse registriert.',
    notShown: 'eine Adresse, die Ihnen nicht angezeigt wird',
    label: 'Neue E-Mail-Adresse',
    missing: 'Geben Sie eine E-Mail-Adresse ein, etwa kim@example.com.',
    tooShort: 'Das ist zu kurz oder zu lang für eine E-Mail-Adresse.',
    add: 'Adresse hinzufügen',
    replace: 'Adresse ersetzen',
    saving: 'Wird gespeichert…',
    remove: 'Adresse löschen',
    removing: 'Wird gelöscht…',
    replaceTitle: (user) => `Adresse von ${user} ersetzen?`,
    replaceText: (before, next) =>
      `${next} tritt an die Stelle von ${before}. Vergewissern Sie sich, dass die neue Adresse diesem Benutzer gehört: Mit ihr lässt sich ein Kennwort zurücksetzen.`,
    removeTitle: (user) => `Adresse von ${user} löschen?`,
    removeText: (address) => `Der Benutzer kann dann mit ${address} kein Kennwort mehr zurücksetzen.`,
    added: (address) => `Hinzugefügt: ${address}`,
    updated: (address) => `Ersetzt. Die Adresse ist jetzt ${address}`,
    unchanged: (address) => `Der Benutzer hatte diese Adresse schon: ${address}`,
    removed: 'Die Adresse wurde gelöscht.',
    already: (address) => `Der Benutzer hat schon eine Adresse: ${address}.`,
    same: 'Der Benutzer hat diese Adresse schon.',
    notFound: 'Der Benutzer hat keine Adresse mehr. Vielleicht hat sie jemand anderes gelöscht.',
    changed: (address) =>
      `Jemand anderes hat die Adresse zur gleichen Zeit geändert. Sie ist jetzt ${address}. Entscheiden Sie neu.`,
    set: set.de,
    delete: remove.de,
  },
});
