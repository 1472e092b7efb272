import { inLanguage } from '../../../language';

export const TEXTS = inLanguage({
  en: {
    unread: "Couldn't check whether you can do this. You can still try.",
    show: 'Show',
    hide: 'Hide',
    hidden: 'Hidden. Choose Show to see it.',
    copy: 'Copy',
    copied: 'Copied. The clipboard keeps it until something else is copied.',
    notCopied: "Couldn't copy it. Show it, and select it instead.",
    keepLonger: 'Keep 5 minutes longer',
    clear: 'Clear now',
    clearsAt: (time: string) =>
      `This page clears it at ${time}, or as soon as you leave this user. Nobody can show it again. Time left: `,
    clearsSoon: 'It is cleared in less than a minute. You can keep it longer.',
    keptUntil: (time: string) => `It is kept until ${time}.`,
    cleared: 'It was cleared from this page, and nobody can show it again. If it is still needed, make a new one.',
  },
  de: {
    unread: 'Wir konnten nicht prüfen, ob Sie das tun können. Sie können es trotzdem versuchen.',
    show: 'Anzeigen',
    hide: 'Verbergen',
    hidden: 'Verborgen. Wählen Sie „Anzeigen“, um es zu sehen.',
    copy: 'Kopieren',
    copied: 'Kopiert. Es bleibt in der Zwischenablage, bis etwas anderes kopiert wird.',
    notCopied: 'Es konnte nicht kopiert werden. Zeigen Sie es an, und markieren Sie es.',
    keepLonger: '5 Minuten länger behalten',
    clear: 'Jetzt löschen',
    clearsAt: (time) =>
      `Diese Seite löscht es um ${time} oder sobald Sie diesen Benutzer verlassen. Niemand kann es noch einmal anzeigen. Es bleiben: `,
    clearsSoon: 'Es wird in weniger als einer Minute gelöscht. Sie können es länger behalten.',
    keptUntil: (time) => `Es bleibt bis ${time}.`,
    cleared:
      'Es wurde von dieser Seite gelöscht, und niemand kann es noch einmal anzeigen. Wenn es noch gebraucht wird, erzeugen Sie ein neues.',
  },
});
