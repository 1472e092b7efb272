import { inLanguage, LANGUAGE } from '../../language';
import type { Mode, Task } from './change';
import type { Role } from './columns';
import type { Encoding } from './decode';
import type { Damage } from './number';

const NUMBERS = new Intl.NumberFormat(LANGUAGE);

/** A count as the language writes it. */
function n(count: number): string {
  return NUMBERS.format(count);
}

function en(count: number, one: string, other: string): string {
  return `${n(count)} ${count === 1 ? one : other}`;
}

const EITHER = new Intl.ListFormat(LANGUAGE, { type: 'disjunction' });
const BETWEEN = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });

/** Rows as a sentence names them; of many only the first. */
function rows(numbers: readonly number[], one: string, other: string, more: (count: number) => string): string {
  const shown = numbers.slice(0, 8).map(String);
  const left = numbers.length - shown.length;
  return `${numbers.length === 1 ? one : other} ${BETWEEN.format(left > 0 ? [...shown, more(left)] : shown)}`;
}

const rowsEn = (numbers: readonly number[]) => rows(numbers, 'Line', 'Lines', (left) => `${n(left)} more`);
const rowsDe = (numbers: readonly number[]) => rows(numbers, 'Zeile', 'Zeilen', (left) => `${n(left)} weitere`);

/** What can have become of a line, in the order in which it is counted. */
export type Verdict = 'applied' | 'checked' | 'needed' | 'unknown' | 'sending' | 'waiting' | 'repeat' | 'out';

export const TEXTS = inLanguage({
  en: {
    source: {
      title: 'Which phones?',
      list: 'List',
      hint: 'Paste rows from a spreadsheet, or open or drop a file (CSV or text). Each row has a user and a phone number, and the type of the phone if you know it. The columns can stand in any order.',
      open: 'Open a file…',
      file: 'File with the list',
      sample: 'Fill in a sample',
      drop: 'Drop the file here',
      read: (name: string, encoding: Encoding) => `${name} was opened (${encoding}).`,
      assumed: (name: string) =>
        `${name} is not in UTF-8. It was read as Windows-1252. Check that letters such as ä, é and ß look right.`,
      workbook: (name: string) =>
        `${name} is a workbook. Nothing was opened. In the spreadsheet, save it as “CSV UTF-8”, then open that file.`,
      noText: (name: string) => `${name} is not a text file. Nothing was opened.`,
      tooLarge: (name: string) => `${name} is larger than 10 MB. Nothing was opened. Split it into smaller files.`,
      unreadable: (name: string) => `${name} couldn't be read. Nothing was opened. Try again.`,
      oneFile: 'Open one file at a time. Nothing was opened.',
      replace: 'Replace the list on this page with this file?',
      unclosed: (row: number) =>
        `The quotation marks in line ${row} don't come in pairs. Cells and lines after it may run together. Add or delete a quotation mark.`,
      found: (phones: number) => `${en(phones, 'phone', 'phones')} found.`,
      withoutNumber: (count: number) => `${en(count, 'row has', 'rows have')} no number and will be skipped.`,
      empty: 'No phones found. Paste or open a list first.',
      check: (phones: number) => (phones === 0 ? 'Check' : `Check ${en(phones, 'phone', 'phones')}`),
      show: 'Show the checked lines',
      changesNothing: 'The check changes nothing.',
      again:
        'The results of the list that was checked before will be lost. Download them first if you need them. Continue?',
      mode: 'Purpose',
      modes: {
        add: { name: 'Add', use: 'Adds the phones. A phone that is already there stays as it is.' },
        set: { name: 'Add or replace', use: 'Adds the phones. A number that is already there is replaced.' },
      } satisfies Record<Mode, object>,
    },
    columns: {
      title: 'Columns',
      known: (columns: readonly string[]) => `Columns: ${columns.join(', ')}`,
      one: (name: string, role: string) => `${name} → ${role}`,
      column: 'Column',
      first: 'First rows',
      use: 'Use as',
      chosenFor: (name: string) => `Use ${name} as`,
      unnamed: (place: number) => `Column ${place}`,
      header: (row: number) => `Line ${row} holds the names of the columns`,
      missing: {
        user: 'Choose the column with the users: sign-in names, object ids or e-mail addresses.',
        number: 'Choose the column with the phone numbers.',
      },
      byMail: 'The e-mail addresses are used as sign-in names.',
      roles: {
        user: 'User',
        type: 'Type',
        number: 'Phone number',
        MOBILE: 'Mobile number',
        ALTERNATE_MOBILE: 'Alternate mobile number',
        OFFICE: 'Office number',
        none: 'Not used',
      } satisfies Record<Role, string>,
      type: 'Type of all phones',
      typeHint: 'The list has no column with types.',
      chooseType: 'Choose the type of the phones.',
      words: 'Types that are not known',
      wordsHint: 'Choose what each of these types means, or correct the lines later.',
      word: (text: string, count: number) => `“${text}” (${en(count, 'line', 'lines')})`,
      later: 'Choose later',
    },
    readings: {
      title: 'Numbers to confirm',
      hint: 'These numbers are not written in the form that Microsoft needs. Check how they were read. Nothing is sent before you accept it.',
      country: 'Country of numbers without a country code',
      countryHint: 'Choose a country to see how these numbers are read.',
      preselected: (country: string) => `${country} was preselected from the settings of your browser.`,
      none: 'Choose a country',
      list: 'How the numbers were read',
      row: (row: number) => `Line ${row}`,
      accept: (number: string) => `Use ${number}`,
      acceptAll: (count: number) => (count === 1 ? 'Accept this number' : `Accept all ${n(count)}`),
      ambiguous: (count: number) =>
        `${en(count, 'number', 'numbers')} can be read in two ways. Choose what the first digits are:`,
      acceptChosen: (count: number, country: string) =>
        `Part of ${count === 1 ? 'the number' : `all ${n(count)} numbers`} (${country})`,
      acceptWritten: (count: number) => `The country code of ${count === 1 ? 'the number' : `all ${n(count)} numbers`}`,
      or: 'or',
    },
    table: {
      caption: 'Lines of the list',
      line: 'Line',
      user: 'User',
      type: 'Type',
      phoneNumber: 'Phone number',
      result: 'Result',
      actions: 'Actions',
      show: 'Show',
      all: 'All',
      pages: 'Pages of the lines',
      page: (first: number, last: number, of: number) => `Lines ${n(first)} to ${n(last)} of ${n(of)}`,
      previous: 'Previous page',
      next: 'Next page',
      none: 'No line is like this.',
      chooseType: 'Choose a type',
      wrote: (text: string) => `In the list: ${text}`,
      edit: 'Edit',
      editOf: (row: number) => `Edit line ${row}`,
      save: 'Check this line',
      cancel: 'Cancel',
      leaveOut: 'Leave out',
      leaveOutOf: (row: number) => `Leave out line ${row}`,
      takeBack: 'Take back',
      takeBackOf: (row: number) => `Take back line ${row}`,
      editing: 'Being edited',
    },
    problems: {
      user: 'The user is missing.',
      name: "This isn't a sign-in name. Enter the full sign-in name, such as kim@contoso.com.",
      type: (written: string) =>
        written ? `The type “${written}” isn't known. Choose a type.` : 'The type is missing. Choose a type.',
      damage: {
        missing: () => 'The number is missing.',
        'cut-off': (text: string) =>
          `${text}: the spreadsheet cut this number off. Format the column as text and export again, or enter the whole number here.`,
        hidden: () =>
          'The spreadsheet column was too narrow to show the number. Make it wider and export again, or enter the number here.',
        formula: (text: string) =>
          `${text}: the spreadsheet took the number for a formula. Format the column as text and export again, or enter the number here.`,
        several: () => 'There is more than one number here. Keep one.',
        'no-country': () =>
          'The country code is missing, and this is not a number of the country that is chosen above. Choose its country, or enter the number with its country code.',
        other: () => 'This is not a phone number. Enter it as in +1 2065555555.',
      } satisfies Record<Damage, (text: string) => string>,
      reading: (text: string, numbers: readonly string[]) =>
        `Confirm the number: ${text} is read as ${EITHER.format(numbers)}.`,
      conflict: (numbers: readonly number[]) =>
        `${rowsEn(numbers)} ${numbers.length === 1 ? 'has' : 'have'} the same user and type, but another number. None of them is sent. Choose the number to keep:`,
      keep: (number: string, numbers: readonly number[]) =>
        `Keep ${number || '(empty)'} (${rowsEn(numbers).toLowerCase()})`,
      inConflict: (row: number) => `Line ${row} has the same user and type. Choose there.`,
      repeated: (numbers: readonly number[]) =>
        `${rowsEn(numbers)} ${numbers.length === 1 ? 'is' : 'are'} the same. The phone is sent once.`,
      more: (count: number) => `Show ${count === 1 ? 'the one more' : `the other ${n(count)}`}`,
      title: (count: number) => `${en(count, 'line needs', 'lines need')} you`,
    },
    verdicts: {
      applied: { add: 'Added', set: 'Set' },
      checked: { add: 'Can be added', set: 'Can be set' },
      needed: { add: 'Needs you', set: 'Needs you' },
      unknown: { add: 'Unconfirmed', set: 'Unconfirmed' },
      sending: { add: 'Sending…', set: 'Sending…' },
      waiting: { add: 'Not checked', set: 'Not checked' },
      repeat: { add: 'Sent once', set: 'Sent once' },
      out: { add: 'Left out', set: 'Left out' },
    } satisfies Record<Verdict, Record<Mode, string>>,
    checking: 'Checking…',
    refused: { add: 'Not added', set: 'Not set' },
    overtaken: 'Changed by someone else',
    effects: {
      ADDED: 'Added',
      UPDATED: 'Number replaced',
      UNCHANGED: 'Already there',
    },
    remarks: {
      unknown: { add: 'It may have been added.', set: 'It may have been set.' },
      replayed: {
        add: 'An earlier request with the same key added it.',
        set: 'An earlier request with the same key set it.',
      },
    },
    counts: {
      applied: { add: (count: number) => `${n(count)} added`, set: (count: number) => `${n(count)} set` },
      checked: {
        add: (count: number) => `${n(count)} can be added`,
        set: (count: number) => `${n(count)} can be set`,
      },
      needed: (count: number) => (count === 1 ? '1 needs you' : `${n(count)} need you`),
      unknown: (count: number) => `${n(count)} unconfirmed`,
      sending: (count: number) => `${n(count)} on the way`,
      waiting: (count: number) => `${n(count)} not checked`,
      repeat: (count: number) => `${n(count)} sent once with another line`,
      out: (count: number) => `${n(count)} left out`,
      none: 'No lines',
    },
    run: {
      region: 'Lines and their results',
      stop: 'Stop',
      stopping: 'Stopping…',
      progress: 'Lines done',
      done: (task: Task, done: number, of: number) =>
        `${task === 'check' ? 'Checked' : 'Done'}: ${n(done)} of ${n(of)}`,
      pausing: (seconds: number) => `Microsoft asks to slow down. The next lines are sent in ${n(seconds)} seconds.`,
      write: {
        add: (count: number) => `Add ${en(count, 'phone', 'phones')}`,
        set: (count: number) => `Set ${en(count, 'phone', 'phones')}`,
      },
      checkLeft: (count: number) => `Check ${en(count, 'line', 'lines')}`,
      retry: (count: number) => `Retry ${n(count)} refused`,
      retryUnknown: (count: number) => `Retry ${n(count)} unconfirmed`,
      results: 'Download results',
      left: (count: number) => `Download the ${n(count)} not done`,
      download: 'The files hold names and phone numbers. Delete them when you no longer need them.',
      back: 'Back to the list',
      stopped: 'Stopped. The lines that were on the way have their results below. The other lines were not sent.',
      noAnswer: {
        check: 'No answer came. The check changes nothing: try again.',
        write: {
          add: "No answer came. The last lines sent may have been added. Retry them: they won't be added twice.",
          set: "No answer came. The last lines sent may have been set. Retry them: they won't be set twice.",
        },
      },
      notSent: (message: string) => `Not sent: ${message}`,
      wait: 'Wait until the lines that are on the way are done, or stop first.',
    },
    file: {
      results: 'phone-results',
      left: 'phones-not-done',
      columns: {
        line: 'Line',
        user: 'User',
        type: 'Type',
        phoneNumber: 'Phone number',
        result: 'Result',
        message: 'Message',
      },
    },
  },
  de: {
    source: {
      title: 'Welche Telefone?',
      list: 'Liste',
      hint: 'Fügen Sie Zeilen aus einer Tabelle ein, oder öffnen Sie eine Datei (CSV oder Text), auch durch Ziehen und Ablegen. Jede Zeile hat einen Benutzer und eine Telefonnummer, und die Art des Telefons, wenn sie bekannt ist. Die Reihenfolge der Spalten ist frei.',
      open: 'Datei öffnen…',
      file: 'Datei mit der Liste',
      sample: 'Beispiel einsetzen',
      drop: 'Datei hier ablegen',
      read: (name: string, encoding: Encoding) => `${name} wurde geöffnet (${encoding}).`,
      assumed: (name: string) =>
        `${name} ist nicht in UTF-8. Die Datei wurde als Windows-1252 gelesen. Prüfen Sie, ob Buchstaben wie ä, é und ß richtig aussehen.`,
      workbook: (name: string) =>
        `${name} ist eine Arbeitsmappe. Es wurde nichts geöffnet. Speichern Sie sie in der Tabellenkalkulation als „CSV UTF-8“, und öffnen Sie diese Datei.`,
      noText: (name: string) => `${name} ist keine Textdatei. Es wurde nichts geöffnet.`,
      tooLarge: (name: string) =>
        `${name} ist größer als 10 MB. Es wurde nichts geöffnet. Teilen Sie die Liste auf kleinere Dateien auf.`,
      unreadable: (name: string) =>
        `${name} konnte nicht gelesen werden. Es wurde nichts geöffnet. Versuchen Sie es noch einmal.`,
      oneFile: 'Öffnen Sie eine Datei nach der anderen. Es wurde nichts geöffnet.',
      replace: 'Die Liste auf dieser Seite durch diese Datei ersetzen?',
      unclosed: (row: number) =>
        `Die Anführungszeichen in Zeile ${row} bilden keine Paare. Zellen und Zeilen danach können ineinanderlaufen. Ergänzen oder löschen Sie ein Anführungszeichen.`,
      found: (phones: number) => `${en(phones, 'Telefon', 'Telefone')} gefunden.`,
      withoutNumber: (count: number) =>
        `${en(count, 'Zeile hat keine Nummer und wird', 'Zeilen haben keine Nummer und werden')} ausgelassen.`,
      empty: 'Keine Telefone gefunden. Fügen Sie zuerst eine Liste ein, oder öffnen Sie eine Datei.',
      check: (phones: number) => (phones === 0 ? 'Prüfen' : `${en(phones, 'Telefon', 'Telefone')} prüfen`),
      show: 'Geprüfte Zeilen zeigen',
      changesNothing: 'Die Prüfung ändert nichts.',
      again:
        'Die Ergebnisse der zuvor geprüften Liste gehen verloren. Laden Sie sie vorher herunter, wenn Sie sie brauchen. Fortfahren?',
      mode: 'Zweck',
      modes: {
        add: { name: 'Hinzufügen', use: 'Fügt die Telefone hinzu. Ein vorhandenes Telefon bleibt, wie es ist.' },
        set: {
          name: 'Hinzufügen oder ersetzen',
          use: 'Fügt die Telefone hinzu. Eine vorhandene Nummer wird ersetzt.',
        },
      },
    },
    columns: {
      title: 'Spalten',
      known: (columns: readonly string[]) => `Spalten: ${columns.join(', ')}`,
      one: (name: string, role: string) => `${name} → ${role}`,
      column: 'Spalte',
      first: 'Erste Zeilen',
      use: 'Verwenden als',
      chosenFor: (name: string) => `${name} verwenden als`,
      unnamed: (place: number) => `Spalte ${place}`,
      header: (row: number) => `Zeile ${row} enthält die Namen der Spalten`,
      missing: {
        user: 'Wählen Sie die Spalte mit den Benutzern: Anmeldenamen, Objekt-IDs oder E-Mail-Adressen.',
        number: 'Wählen Sie die Spalte mit den Telefonnummern.',
      },
      byMail: 'Die E-Mail-Adressen werden als Anmeldenamen verwendet.',
      roles: {
        user: 'Benutzer',
        type: 'Typ',
        number: 'Telefonnummer',
        MOBILE: 'Mobilnummer',
        ALTERNATE_MOBILE: 'Alternative Mobilnummer',
        OFFICE: 'Büronummer',
        none: 'Nicht verwenden',
      },
      type: 'Typ aller Telefone',
      typeHint: 'Die Liste hat keine Spalte mit Typen.',
      chooseType: 'Wählen Sie den Typ der Telefone.',
      words: 'Unbekannte Typen',
      wordsHint: 'Wählen Sie, was jeder dieser Typen bedeutet, oder berichtigen Sie die Zeilen später.',
      word: (text: string, count: number) => `„${text}“ (${en(count, 'Zeile', 'Zeilen')})`,
      later: 'Später auswählen',
    },
    readings: {
      title: 'Nummern zum Bestätigen',
      hint: 'Diese Nummern sind nicht so geschrieben, wie Microsoft sie braucht. Prüfen Sie, wie sie gelesen wurden. Nichts davon wird gesendet, bevor Sie es annehmen.',
      country: 'Land der Nummern ohne Landesvorwahl',
      countryHint: 'Wählen Sie ein Land, um zu sehen, wie diese Nummern gelesen werden.',
      preselected: (country: string) => `${country} wurde nach den Einstellungen Ihres Browsers vorausgewählt.`,
      none: 'Land auswählen',
      list: 'So wurden die Nummern gelesen',
      row: (row: number) => `Zeile ${row}`,
      accept: (number: string) => `${number} verwenden`,
      acceptAll: (count: number) => (count === 1 ? 'Diese Nummer annehmen' : `Alle ${n(count)} annehmen`),
      ambiguous: (count: number) =>
        `${en(count, 'Nummer lässt', 'Nummern lassen')} sich auf zwei Arten lesen. Wählen Sie, was die ersten Ziffern sind:`,
      acceptChosen: (count: number, country: string) =>
        `Teil ${count === 1 ? 'der Nummer' : `aller ${n(count)} Nummern`} (${country})`,
      acceptWritten: (count: number) => `Landesvorwahl ${count === 1 ? 'der Nummer' : `aller ${n(count)} Nummern`}`,
      or: 'oder',
    },
    table: {
      caption: 'Zeilen der Liste',
      line: 'Zeile',
      user: 'Benutzer',
      type: 'Typ',
      phoneNumber: 'Telefonnummer',
      result: 'Ergebnis',
      actions: 'Aktionen',
      show: 'Zeigen',
      all: 'Alle',
      pages: 'Seiten der Zeilen',
      page: (first: number, last: number, of: number) => `Zeilen ${n(first)} bis ${n(last)} von ${n(of)}`,
      previous: 'Vorherige Seite',
      next: 'Nächste Seite',
      none: 'Keine Zeile ist so.',
      chooseType: 'Typ auswählen',
      wrote: (text: string) => `In der Liste: ${text}`,
      edit: 'Bearbeiten',
      editOf: (row: number) => `Zeile ${row} bearbeiten`,
      save: 'Diese Zeile prüfen',
      cancel: 'Abbrechen',
      leaveOut: 'Auslassen',
      leaveOutOf: (row: number) => `Zeile ${row} auslassen`,
      takeBack: 'Zurückholen',
      takeBackOf: (row: number) => `Zeile ${row} zurückholen`,
      editing: 'Wird bearbeitet',
    },
    problems: {
      user: 'Der Benutzer fehlt.',
      name: 'Das ist kein Anmeldename. Geben Sie den vollständigen Anmeldenamen ein, etwa kim@contoso.com.',
      type: (written: string) =>
        written
          ? `Der Typ „${written}“ ist nicht bekannt. Wählen Sie einen Typ.`
          : 'Der Typ fehlt. Wählen Sie einen Typ.',
      damage: {
        missing: () => 'Die Nummer fehlt.',
        'cut-off': (text: string) =>
          `${text}: Die Tabellenkalkulation hat diese Nummer abgeschnitten. Formatieren Sie die Spalte als Text und exportieren Sie noch einmal, oder geben Sie hier die ganze Nummer ein.`,
        hidden: () =>
          'Die Spalte war in der Tabellenkalkulation zu schmal für die Nummer. Machen Sie sie breiter und exportieren Sie noch einmal, oder geben Sie hier die Nummer ein.',
        formula: (text: string) =>
          `${text}: Die Tabellenkalkulation hat die Nummer als Formel gelesen. Formatieren Sie die Spalte als Text und exportieren Sie noch einmal, oder geben Sie hier die Nummer ein.`,
        several: () => 'Hier steht mehr als eine Nummer. Behalten Sie eine davon.',
        'no-country': () =>
          'Die Landesvorwahl fehlt, und die Nummer passt nicht zu dem Land, das oben ausgewählt ist. Wählen Sie ihr Land, oder geben Sie die Nummer mit ihrer Landesvorwahl ein.',
        other: () => 'Das ist keine Telefonnummer. Geben Sie sie ein wie +49 15112345678.',
      },
      reading: (text: string, numbers: readonly string[]) =>
        `Bestätigen Sie die Nummer: ${text} wird gelesen als ${EITHER.format(numbers)}.`,
      conflict: (numbers: readonly number[]) =>
        `${rowsDe(numbers)} ${numbers.length === 1 ? 'hat' : 'haben'} denselben Benutzer und Typ, aber eine andere Nummer. Keine davon wird gesendet. Wählen Sie die Nummer, die Sie behalten:`,
      keep: (number: string, numbers: readonly number[]) => `${number || '(leer)'} behalten (${rowsDe(numbers)})`,
      inConflict: (row: number) => `Zeile ${row} hat denselben Benutzer und Typ. Wählen Sie dort.`,
      repeated: (numbers: readonly number[]) =>
        `${rowsDe(numbers)} ${numbers.length === 1 ? 'ist' : 'sind'} gleich. Das Telefon wird einmal gesendet.`,
      more: (count: number) => (count === 1 ? 'Die weitere zeigen' : `Die ${n(count)} weiteren zeigen`),
      title: (count: number) => `${en(count, 'Zeile braucht', 'Zeilen brauchen')} Sie`,
    },
    verdicts: {
      applied: { add: 'Hinzugefügt', set: 'Gesetzt' },
      checked: { add: 'Kann hinzugefügt werden', set: 'Kann gesetzt werden' },
      needed: { add: 'Braucht Sie', set: 'Braucht Sie' },
      unknown: { add: 'Unbestätigt', set: 'Unbestätigt' },
      sending: { add: 'Wird gesendet…', set: 'Wird gesendet…' },
      waiting: { add: 'Nicht geprüft', set: 'Nicht geprüft' },
      repeat: { add: 'Einmal gesendet', set: 'Einmal gesendet' },
      out: { add: 'Ausgelassen', set: 'Ausgelassen' },
    },
    checking: 'Wird geprüft…',
    refused: { add: 'Nicht hinzugefügt', set: 'Nicht gesetzt' },
    overtaken: 'Von jemand anderem geändert',
    effects: {
      ADDED: 'Hinzugefügt',
      UPDATED: 'Nummer ersetzt',
      UNCHANGED: 'Schon vorhanden',
    },
    remarks: {
      unknown: {
        add: 'Das Telefon wurde vielleicht hinzugefügt.',
        set: 'Das Telefon wurde vielleicht gesetzt.',
      },
      replayed: {
        add: 'Eine frühere Anfrage mit demselben Schlüssel hat es hinzugefügt.',
        set: 'Eine frühere Anfrage mit demselben Schlüssel hat es gesetzt.',
      },
    },
    counts: {
      applied: {
        add: (count: number) => `${n(count)} hinzugefügt`,
        set: (count: number) => `${n(count)} gesetzt`,
      },
      checked: {
        add: (count: number) => `${n(count)} ${count === 1 ? 'kann' : 'können'} hinzugefügt werden`,
        set: (count: number) => `${n(count)} ${count === 1 ? 'kann' : 'können'} gesetzt werden`,
      },
      needed: (count: number) => `${n(count)} ${count === 1 ? 'braucht' : 'brauchen'} Sie`,
      unknown: (count: number) => `${n(count)} unbestätigt`,
      sending: (count: number) => `${n(count)} unterwegs`,
      waiting: (count: number) => `${n(count)} nicht geprüft`,
      repeat: (count: number) => `${n(count)} mit einer anderen Zeile einmal gesendet`,
      out: (count: number) => `${n(count)} ausgelassen`,
      none: 'Keine Zeilen',
    },
    run: {
      region: 'Zeilen und ihre Ergebnisse',
      stop: 'Anhalten',
      stopping: 'Wird angehalten…',
      progress: 'Erledigte Zeilen',
      done: (task: Task, done: number, of: number) =>
        `${task === 'check' ? 'Geprüft' : 'Erledigt'}: ${n(done)} von ${n(of)}`,
      pausing: (seconds: number) =>
        `Microsoft bittet um eine Pause. Die nächsten Zeilen werden in ${n(seconds)} Sekunden gesendet.`,
      write: {
        add: (count: number) => `${en(count, 'Telefon', 'Telefone')} hinzufügen`,
        set: (count: number) => `${en(count, 'Telefon', 'Telefone')} setzen`,
      },
      checkLeft: (count: number) => `${en(count, 'Zeile', 'Zeilen')} prüfen`,
      retry: (count: number) => `${n(count)} abgelehnte noch einmal versuchen`,
      retryUnknown: (count: number) => `${n(count)} unbestätigte noch einmal versuchen`,
      results: 'Ergebnisse herunterladen',
      left: (count: number) => `${n(count)} nicht erledigte herunterladen`,
      download: 'Die Dateien enthalten Namen und Telefonnummern. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.',
      back: 'Zurück zur Liste',
      stopped:
        'Angehalten. Die Zeilen, die unterwegs waren, haben unten ihre Ergebnisse. Die anderen Zeilen wurden nicht gesendet.',
      noAnswer: {
        check: 'Es kam keine Antwort. Die Prüfung ändert nichts: Versuchen Sie es noch einmal.',
        write: {
          add: 'Es kam keine Antwort. Die zuletzt gesendeten Telefone wurden vielleicht hinzugefügt. Versuchen Sie es noch einmal: Sie werden nicht doppelt hinzugefügt.',
          set: 'Es kam keine Antwort. Die zuletzt gesendeten Telefone wurden vielleicht gesetzt. Versuchen Sie es noch einmal: Sie werden nicht doppelt gesetzt.',
        },
      },
      notSent: (message: string) => `Nicht gesendet: ${message}`,
      wait: 'Warten Sie, bis die Zeilen fertig sind, die unterwegs sind, oder halten Sie vorher an.',
    },
    file: {
      results: 'telefone-ergebnisse',
      left: 'telefone-nicht-erledigt',
      columns: {
        line: 'Zeile',
        user: 'Benutzer',
        type: 'Typ',
        phoneNumber: 'Telefonnummer',
        result: 'Ergebnis',
        message: 'Meldung',
      },
    },
  },
});
