import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOn } from './axe';
import { deskInBrowser, fault, gate, writes, type DeskPage } from './desk';
import type { Scheme } from './playground';

/** Seven people: one number to confirm, one who has a phone of this type. */
const LIST = [
  'kim@contoso.com, mobile, +1 2065550120',
  'adele@contoso.com, mobile, +12065550121',
  'megan@contoso.com, mobile, +1 2065550122',
  ...[1, 3, 5, 7].map((number) => `user000${number}@contoso.com, mobile, +1 206555013${number}`),
].join('\n');

/** More than are written at once. */
const LONG = peopleWithoutMobile(25, 'mobile');

describe('a list', () => {
  const { form } = deskInBrowser();

  describe('as people export it', () => {
    it.each<[string, string, number]>([
      [
        'with property names of Graph, semicolons and a byte order mark',
        '\uFEFFUserPrincipalName;PhoneType;PhoneNumber\r\nkim@contoso.com;mobile;+1 2065550120\r\n',
        1,
      ],
      [
        'of Entra, with many other columns',
        'id,displayName,userPrincipalName,mail,usageLocation,telephoneNumber,mobilePhone\n10000000-0000-4000-8000-000000000001,Kim Akers,kim@contoso.com,kim@contoso.com,US,+1 2065550121,+1 2065550120\n',
        2,
      ],
      [
        'quoted, with line breaks in a cell',
        '"UPN","Note","Phone type","Phone"\n"kim@contoso.com","on\r\nleave","cell","+1 2065550120"\n',
        1,
      ],
      [
        'of a personnel system',
        'Employee ID,Surname,E-mail,Mobile,Work phone\n1000,Akers,kim@contoso.com,+1 2065550120,+1 2065550121\n',
        2,
      ],
      ['in German', 'Benutzer;Typ;Nummer\nkim@contoso.com;Mobiltelefon;+49 15112345678\n', 1],
      ['with a comment behind', 'kim@contoso.com;mobile;+1 2065550120;leaves in May\n', 1],
      ['with blank rows and rows of separators', '\nkim@contoso.com\tHandy\t+1 2065550120\n\t\t\n;;\n', 1],
    ])('is understood: %s', async (_, text, phones) => {
      await form.checkList(text);
      expect(await form.summary()).toBe(`${phones} can be added`);
    });

    it('without types asks for one for all', async () => {
      await form.openList('kim@contoso.com;+1 2065550120\nadele@contoso.com;+1 2065550121');
      const types = form.page.getByRole('radiogroup', { name: 'Type of all phones' });
      expect(await form.isInvalid(types)).toBe(true);
      await form.button('Check 2 phones').click({ force: true });
      expect(await form.hasFocus(types)).toBe(true);
      await types.getByRole('radio', { name: 'Office' }).check();
      await form.button('Check 2 phones').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('2 can be added');
      expect(await form.line(1).textContent()).toContain('Office');
    });

    it('has its columns chosen by hand where they are not known, beside their first rows', async () => {
      await form.openList('Who,First,Second\nkim@contoso.com,+1 2065550120,+1 2065550121');
      await form.page.getByText('Choose the column with the phone numbers.').waitFor();
      expect(await form.page.getByRole('row', { name: /^Second/ }).textContent()).toContain('+1 2065550121');
      const column = form.page.getByLabel('Use Second as');
      await column.focus();
      await column.selectOption('Office number');
      expect(await form.hasFocus(column)).toBe(true);
      await form.button('Check 1 phone').click();
      await form.listIsChecked();
      expect(await form.line(2).textContent()).toMatch(/Office.*\+1 2065550121/);
    });

    it('asks once what a type means that is not known', async () => {
      await form.openList(
        'User;Type;Number\nkim@contoso.com;direct;+1 2065550120\nadele@contoso.com;Direct;+1 2065550121',
      );
      await form.page.getByLabel('“direct” (2 lines)').selectOption('Office');
      await form.button('Check 2 phones').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('2 can be added');
      expect(await form.line(3).textContent()).toContain('Office');
    });

    it('says which quotation marks do not come in pairs', async () => {
      await form.openList('kim@contoso.com,mobile,+1 2065550120\n"adele@contoso.com,mobile,+1 2065550121');
      expect(await form.describes(form.list)).toContain("The quotation marks in line 2 don't come in pairs.");
    });
  });

  describe('in a file', () => {
    const text = 'Benutzer;Büro\nkim@contoso.com;+1 2065550120\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

    it.each([
      ['UTF-8', Buffer.from(text), 'phones.csv was opened (UTF-8).'],
      ['UTF-16', utf16, 'phones.csv was opened (UTF-16).'],
      ['Windows-1252', Buffer.from(text, 'latin1'), 'It was read as Windows-1252.'],
    ])('is opened in %s', async (_, buffer, said) => {
      await open(form, 'phones.csv', buffer);
      await form.page.getByText(said).waitFor();
      expect(await form.list.inputValue()).toBe(text);
      await form.page.getByText('Büro → Office number').waitFor();
    });

    it('that is a workbook is not opened, and what to do is said', async () => {
      await open(form, 'phones.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
      await form.page.getByText('phones.xlsx is a workbook. Nothing was opened.').waitFor();
    });

    it('is dropped on the page, which stays', async () => {
      await form.openList('');
      const files = await form.page.evaluateHandle((content) => {
        const data = new DataTransfer();
        data.items.add(new File([content], 'phones.csv', { type: 'text/csv' }));
        return data;
      }, text);
      await form.page.locator('.source').dispatchEvent('dragover', { dataTransfer: files });
      await form.page.getByText('Drop the file here').waitFor();
      await form.page.locator('.source').dispatchEvent('drop', { dataTransfer: files });
      await form.page.getByText('phones.csv was opened').waitFor();
      expect(await form.list.inputValue()).toBe(text);
    });

    it('replaces what was typed only when somebody agrees', async () => {
      await form.openList(LIST);
      const asked = dismissing(form);
      await open(form, 'phones.csv', Buffer.from(text));
      await expect.poll(() => asked).toEqual(['confirm']);
      expect(await form.list.inputValue()).toBe(LIST);
    });
  });

  describe('with numbers of a spreadsheet', () => {
    it('says that a number was cut off, and never sends it', async () => {
      await form.checkList('user\ttype\tnumber\nkim@contoso.com\tmobile\t1,20656E+10');
      expect(await form.summary()).toBe('1 needs you');
      expect(await form.line(2).textContent()).toContain(
        '1,20656E+10: the spreadsheet cut this number off. Format the column as text and export again',
      );
    });

    it('shows how it reads them, and sends none before it is accepted', async () => {
      const sent = form.sent();
      await form.checkList(
        "kim@contoso.com\tmobile\t12065550120\nadele@contoso.com\tmobile\t2065550121\njoni@contoso.com\toffice\t '+1\u00a0(206) 555-0122",
      );
      expect(await form.summary()).toBe('3 need you');
      await form.page.getByText('United States was preselected from the settings of your browser.').waitFor();
      const read = form.page.getByRole('list', { name: 'How the numbers were read' });
      expect(await read.getByRole('listitem').allTextContents()).toEqual([
        'Line 112065550120→+1 2065550120',
        'Line 22065550121→+1 2065550121',
        "Line 3'+1\u00a0(206) 555-0122→+1 2065550122",
      ]);
      expect(sent).toEqual([]);

      await form.line(2).getByRole('button', { name: 'Use +1 2065550121' }).click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('1 can be added, 2 need you');
      await form.button('Accept all 2').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('3 can be added');
      expect(await form.line(1).textContent()).toContain('In the list: 12065550120');
      await form.button('Add 3 phones').click();
      await form.page.getByRole('heading', { name: '3 added' }).waitFor();
      expect((await writes()).sort()).toEqual(['+1 2065550120', '+1 2065550121', '+1 2065550122']);
    });

    it('reads them anew in another country, and asks where two could be meant', async () => {
      await form.checkList('kim@contoso.com;mobile;4915112345678\nadele@contoso.com;mobile;015112345679');
      await form.page.getByLabel('Country of numbers without a country code').selectOption('DE');
      await form.page.getByText('1 number can be read in two ways.').waitFor();
      await form.button('The country code of the number').click();
      await form.listIsChecked();
      expect(await form.line(1).textContent()).toContain('+49 15112345678');
      await form.button('Accept this number').click();
      await form.page.getByRole('heading', { name: '2 can be added' }).waitFor();
    });
  });

  describe('with a user and type twice', () => {
    it('sends it once where the number is the same, and says so beside the first', async () => {
      await form.checkList('kim@contoso.com;mobile;+1 2065550120\nKIM@contoso.com;Handy;+1 2065550120');
      expect(await form.summary()).toBe('1 can be added, 1 sent once with another line');
      expect(await form.line(1).textContent()).toContain('Line 2 is the same. The phone is sent once.');
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added' }).waitFor();
      expect(await writes()).toEqual(['+1 2065550120']);
    });

    it('sends none where the numbers differ, until somebody chooses', async () => {
      await form.checkList('kim@contoso.com;mobile;+1 2065550120\nkim@contoso.com;mobile;+1 2065550121');
      expect(await form.summary()).toBe('2 need you');
      await form.line(1).getByRole('button', { name: 'Keep +1 2065550121 (line 2)' }).click();
      await form.page.getByRole('heading', { name: '1 can be added, 1 left out' }).waitFor();
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added, 1 left out' }).waitFor();
      expect(await writes()).toEqual(['+1 2065550121']);
    });
  });

  describe('when it is checked', () => {
    it('changes nothing, and says what can be added and what needs somebody', async () => {
      await form.checkList(LIST);
      expect(await form.summary()).toBe('5 can be added, 2 need you');
      expect(await form.line(3).textContent()).toContain('already has a phone of this type');
      expect(await writes()).toEqual([]);
    });

    it('leads from an error to its line and field, and checks only that line again', async () => {
      await form.checkList('kim@contoso.com;mobile;+1 2065550120\nnobody@contoso.com;mobile;+1 2065550121');
      const sent = form.sent();
      await form.button(/^Line 2$/).click();
      const user = form.line(2).getByRole('textbox', { name: 'User' });
      expect(await form.hasFocus(user)).toBe(true);
      expect(await form.isInvalid(user)).toBe(true);
      expect(await form.describes(user)).toContain('No user found');
      await user.fill('adele@contoso.com');
      await user.press('Enter');
      await form.page.getByRole('heading', { name: '2 can be added' }).waitFor();
      expect(sent.map(({ items }) => items?.length)).toEqual([1]);
      expect(await form.line(2).textContent()).toContain('In the list: nobody@contoso.com');
      expect(await form.hasFocus(form.line(2))).toBe(true);
    });

    it('does not send a line that is being edited', async () => {
      await form.checkList('kim@contoso.com;mobile;+1 2065550120\nadele@contoso.com;mobile;+1 2065550121');
      await form.button('Edit line 1').click();
      await form.line(1).getByRole('textbox', { name: 'Phone number' }).fill('+1 2065550');
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added, 1 needs you' }).waitFor();
      expect(await writes()).toEqual(['+1 2065550121']);
      expect(await form.line(1).getByRole('textbox', { name: 'Phone number' }).inputValue()).toBe('+1 2065550');
    });

    it('has an alternate mobile that can be added after the mobile, whichever comes first', async () => {
      const others = [1, 3, 5, 7, 9].map((user) => `user000${user}@contoso.com, office, +1 206555013${user}`);
      const alternate = 'kim@contoso.com, alternate, +1 2065550121';
      await form.checkList([alternate, ...others, 'kim@contoso.com, mobile, +1 2065550120'].join('\n'));
      expect(await form.summary()).toBe('7 can be added');
    });

    it('of many lines is sent in parts, and seen a page at a time', async () => {
      const sent = form.sent();
      await form.checkList(peopleWithoutMobile(120, 'office'));
      expect(await form.summary()).toBe('120 can be added');
      expect(sent.map(({ items }) => items?.length)).toEqual([100, 20]);
      expect(await form.lines.count()).toBe(50);
      await form.button('Next page').first().click();
      await form.page.getByText('Lines 51 to 100 of 120').first().waitFor();
      expect(await form.lines.first().textContent()).toContain('51');
    });
  });

  describe('when it is added', () => {
    it('ends line by line, with progress, and is corrected by a click', async () => {
      const held = gate();
      await form.checkList(LONG);
      await form.onMutation(async (route, count) => {
        if (count === 2) await held.opened;
        await route.continue();
      });
      await form.button('Add 25 phones').click();
      await form.page.getByText('Done: 20 of 25').first().waitFor();
      expect(await form.page.getByRole('progressbar').getAttribute('value')).toBe('20');
      held.open();
      await form.page.getByRole('heading', { name: '25 added' }).waitFor();
      expect(await writes()).toHaveLength(25);
    });

    it('is stopped between parts, and what was not sent stays', async () => {
      const held = gate();
      await form.checkList(LONG);
      await form.onMutation(async (route) => {
        await held.opened;
        await route.continue();
      });
      await form.button('Add 25 phones').click();
      await form.button('Stop').click();
      await form.button('Stopping…').waitFor();
      held.open();
      await form.button('Add 5 phones').waitFor();
      await form.page.getByText('Stopped. The lines that were on the way have their results below.').first().waitFor();
      expect(await writes()).toHaveLength(20);
    });

    it('is not sent by whoever clicks Stop once more', async () => {
      const held = gate();
      await form.checkList(LONG);
      const sent = form.sent();
      await form.onMutation(async (route) => {
        await held.opened;
        await route.continue();
      });
      await form.button('Add 25 phones').click();
      const at = await middleOf(form.button('Stop'));
      await form.page.mouse.click(...at);
      await form.page.keyboard.press('Enter');
      held.open();
      await form.button('Add 5 phones').waitFor();
      await form.page.mouse.click(...at);
      await form.page.keyboard.press('Enter');
      await form.settled();
      expect(await form.hasFocus(form.button('Stop'))).toBe(true);
      expect(await form.button('Add 5 phones').isVisible()).toBe(true);
      expect(sent).toHaveLength(1);
    });

    it('is repeated with the same keys when it is unknown what became of it', async () => {
      await form.checkList('kim@contoso.com, mobile, +1 2065550120');
      const sent = form.sent();
      await form.onMutation(async (route, count) => {
        if (count > 1) return route.continue();
        await route.fetch();
        await route.abort();
      });
      await form.button('Add 1 phone').click();
      await form.page.getByText('The last lines sent may have been added').first().waitFor();
      expect(await form.line(1).textContent()).toContain('It may have been added.');
      await form.button('Retry 1 unconfirmed').click();
      await form.page.getByRole('heading', { name: '1 added' }).waitFor();
      const keys = sent.map(({ items }) => items?.map(({ idempotencyKey }) => idempotencyKey));
      expect(keys[0]).toEqual(keys[1]);
      expect(await writes()).toHaveLength(1);
    });

    it('retries what was refused', async () => {
      await form.checkList('kim@contoso.com, mobile, +1 2065550120');
      await fault({ match: { method: 'POST', path: '/phoneMethods' }, status: 403, times: 1 });
      await form.button('Add 1 phone').click();
      await form.button('Retry 1 refused').click();
      await form.page.getByRole('heading', { name: '1 added' }).waitFor();
      expect(await writes()).toHaveLength(1);
    });

    it('replaces numbers that are there when it is set', async () => {
      await form.openList('megan@contoso.com, mobile, +1 2065550122\nkim@contoso.com, mobile, +1 2065550120');
      await form.page.getByRole('radio', { name: 'Add or replace' }).check();
      await form.button('Check 2 phones').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('2 can be set');
      expect(await writes()).toEqual([]);
      await form.button('Set 2 phones').click();
      await form.page.getByRole('heading', { name: '2 set' }).waitFor();
      expect(await form.line(1).textContent()).toContain('Number replaced');
      expect(await form.line(2).textContent()).toContain('Added');
      expect((await writes()).sort()).toEqual(['+1 2065550120', '+1 2065550122']);
    });
  });

  describe('afterwards', () => {
    it('gives its results as a file', async () => {
      await form.checkList('kim@contoso.com, mobile, +1 2065550120\nnobody@contoso.com, office, +1 2065550121');
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added, 1 needs you' }).waitFor();
      const rows = (await downloaded(form, 'Download results')).split('\r\n');
      expect(rows.slice(0, 2)).toEqual([
        '\uFEFFLine,User,Type,Phone number,Result,Message',
        '1,kim@contoso.com,Mobile,+1 2065550120,Added,',
      ]);
      expect(rows[2]).toMatch(/^2,nobody@contoso\.com,Office,\+1 2065550121,Needs you,.*No user found/);
    });

    it('gives what was refused as a file that can be mended and opened again', async () => {
      await form.checkList('kim@contoso.com, mobile, +1 2065550120\nnobody@contoso.com, office, +1 2065550121');
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added, 1 needs you' }).waitFor();
      const file = await downloaded(form, 'Download the 1 not done');
      await form.startAnew();
      await open(form, 'phones.csv', Buffer.from(file.replace('nobody', 'adele')));
      await form.button('Check 1 phone').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('1 can be added');
      expect(await form.line(2).textContent()).toMatch(/adele@contoso\.com.*Office.*\+1 2065550121/);
    });
  });

  describe('is not lost without a question', () => {
    it('by Back, which leads from its lines to the list as it was written, and from there again to the lines', async () => {
      await form.checkList(LIST);
      await form.button('Add 5 phones').click();
      await form.page.getByRole('heading', { name: '5 added, 2 need you' }).waitFor();
      await form.page.goBack();
      expect(await form.list.inputValue()).toBe(LIST);
      expect(await form.hasFocus(form.list)).toBe(true);
      await form.button('Show the checked lines').click();
      expect(await form.summary()).toBe('5 added, 2 need you');
      await form.button('Back to the list').click();
      expect(await form.list.inputValue()).toBe(LIST);
    });

    it('by a reload, by leaving the page, or by somebody else who is acted as', async () => {
      const asked: string[] = [];
      await form.openList(LIST);
      form.page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void (dialog.type() === 'confirm' ? dialog.dismiss() : dialog.accept());
      });
      await form.page.locator('input[value=global-reader]').click({ force: true });
      expect(await form.list.inputValue()).toBe(LIST);
      await form.page.reload();
      expect(asked).toEqual(['confirm', 'beforeunload']);
    });

    it('by another list, where lines of the first were sent', async () => {
      await form.checkList('kim@contoso.com, mobile, +1 2065550120');
      await form.button('Add 1 phone').click();
      await form.page.getByRole('heading', { name: '1 added' }).waitFor();
      await form.button('Back to the list').click();
      await form.list.fill('adele@contoso.com, mobile, +1 2065550121');
      const asked = dismissing(form);
      await form.button('Check 1 phone').click();
      expect(asked).toEqual(['confirm']);
      expect(await form.list.inputValue()).toContain('adele');
    });

    it('and stays unknown when it is read again', async () => {
      const line = 'joni@contoso.com, office, +1 2065550129';
      await form.checkList(line);
      await form.onMutation((route) => route.abort());
      await form.button('Add 1 phone').click();
      await form.button('Retry 1 unconfirmed').waitFor();
      await form.button('Back to the list').click();
      await form.page.unrouteAll();
      await form.list.fill(`kim@contoso.com, mobile, +1 2065550120\n${line}`);
      form.page.on('dialog', (dialog) => void dialog.accept());
      await form.button('Check 2 phones').click();
      await form.listIsChecked();
      expect(await form.summary()).toBe('1 can be added, 1 unconfirmed');
    });
  });

  it('is checked, corrected and added by somebody who has no mouse', async () => {
    await form.page.getByRole('tab', { name: 'One person' }).focus();
    await form.page.keyboard.press('ArrowRight');
    await tabTo(form, form.list);
    await form.page.keyboard.insertText('kim@contoso.com;mobile;2065550120\nadele@contoso.com;fax;+1 2065550121');
    await tabTo(form, form.button('Check 2 phones'));
    await form.page.keyboard.press('Enter');
    await form.listIsChecked();
    await tabTo(form, form.button('Accept this number'));
    await form.page.keyboard.press('Enter');
    await form.page.getByRole('heading', { name: '1 can be added, 1 needs you' }).waitFor();
    await tabTo(form, form.button(/^Line 2$/));
    await form.page.keyboard.press('Enter');
    expect(await form.hasFocus(form.line(2).getByRole('combobox', { name: 'Type' }))).toBe(true);
    await form.page.keyboard.press('o');
    await tabTo(form, form.button('Check this line'));
    await form.page.keyboard.press('Enter');
    await form.page.getByRole('heading', { name: '2 can be added' }).waitFor();
    await form.page.keyboard.press('Home');
    await tabTo(form, form.button('Add 2 phones'), 'Shift+Tab');
    await form.page.keyboard.press('Enter');
    await form.page.getByRole('heading', { name: '2 added' }).waitFor();
    expect((await writes()).sort()).toEqual(['+1 2065550120', '+1 2065550121']);
  });
});

describe('a list in German', () => {
  const { form } = deskInBrowser('light', { locale: 'de-DE' });

  it('is checked and added in German, with numbers of Germany', async () => {
    await form.page.getByRole('tab', { name: 'Viele Personen' }).click();
    await form.page
      .getByRole('textbox', { name: 'Liste' })
      .fill('Benutzer;Typ;Nummer\nkim@contoso.com;Handy;0151 12345678');
    await form.button('1 Telefon prüfen').click();
    await form.page.getByRole('heading', { name: '1 braucht Sie' }).waitFor();
    await form.page.getByText('Deutschland wurde nach den Einstellungen Ihres Browsers vorausgewählt.').waitFor();
    await form.button('Diese Nummer annehmen').click();
    await form.page.getByRole('heading', { name: '1 kann hinzugefügt werden' }).waitFor();
    await form.button('1 Telefon hinzufügen').click();
    await form.page.getByRole('heading', { name: '1 hinzugefügt' }).waitFor();
    expect(await writes()).toEqual(['+49 15112345678']);
    expect(await downloaded(form, 'Ergebnisse herunterladen')).toContain(
      'kim@contoso.com;Mobiltelefon;+49 15112345678',
    );
  });
});

describe.each<[Scheme, 'none' | 'active']>([
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
])('axe finds nothing in a list in %s, with forced colors %s', (scheme, forcedColors) => {
  const { form, playground } = deskInBrowser(scheme);

  it('in any of its states, wide and narrow', async () => {
    await form.page.emulateMedia({ forcedColors });
    await form.openList('kim@contoso.com;+1 2065550120');
    await look('type');
    await form.list.fill('Who,First,Second\nkim@contoso.com,+1 2065550120,+1 2065550121');
    await look('columns');
    await form.page.setViewportSize({ width: 390, height: 800 });
    await look('narrow-columns');
    await form.page.setViewportSize({ width: 1440, height: 900 });
    await form.checkList(`${LIST}\nkim@contoso.com, mobile, +1 2065550199\njoni@contoso.com, fax, 2065550120`);
    await form.button(/^Line 1$/).click();
    await look('lines');
    await form.page.setViewportSize({ width: 390, height: 800 });
    await look('narrow-lines');
    await form.button(/^Add \d/).click();
    await form.listIsChecked();
    await look('narrow-results');
    await form.page.setViewportSize({ width: 1440, height: 900 });
    await look('results');
  });

  async function look(state: string) {
    await playground.screenshot(`list-${state}-${scheme}${forcedColors === 'active' ? '-forced' : ''}`, {
      fullPage: true,
    });
    const found = await violationsOn(form.page);
    expect(found.map(({ id, html }) => `${state}, ${id}: ${html}`)).toEqual([]);
    const { width } = form.page.viewportSize() ?? { width: 0 };
    expect(await form.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

/** People of the seed who have no mobile and no office phone. */
function peopleWithoutMobile(count: number, type: string): string {
  return Array.from({ length: count }, (_, index) => {
    const user = `${Math.floor(index / 4)}${'1379'.charAt(index % 4)}`.padStart(4, '0');
    return `user${user}@contoso.com, ${type}, +1 206555${String(1000 + index)}`;
  }).join('\n');
}

async function open(form: DeskPage, name: string, buffer: Buffer) {
  await form.page.getByRole('tab', { name: 'Many people' }).click();
  await form.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function downloaded(form: DeskPage, button: string): Promise<string> {
  const coming = form.page.waitForEvent('download');
  await form.button(button).click();
  return readFile(await (await coming).path(), 'utf8');
}

/** The kinds of questions that the page asks from now on; the answer to each is no. */
function dismissing(form: DeskPage): string[] {
  const asked: string[] = [];
  form.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  return asked;
}

async function middleOf(button: Locator): Promise<[number, number]> {
  const box = await button.boundingBox();
  if (!box) throw new Error('There is no button.');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Presses Tab until the field has the focus. */
async function tabTo(form: DeskPage, field: Locator, key = 'Tab') {
  await field.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await form.hasFocus(field)) return;
    await form.page.keyboard.press(key);
  }
  throw new Error('The Tab key does not lead there.');
}
