import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOn } from './axe';
import { fault, deskInBrowser, gate, tokenOf, writes, type DeskPage } from './desk';
import { ON_TENANT, type Scheme } from './playground';

const WRITES = { method: 'POST', path: '/phoneMethods' };
describe('the form', () => {
  const { form, playground } = deskInBrowser();

  describe('a phone for one person', () => {
    it('is added with the number that the gateway suggests', async () => {
      await form.find('nestor@contoso.com');
      await form.add('+1 (206) 555-0120', 'MOBILE');
      expect(await form.isInvalid(form.number)).toBe(true);
      expect(await form.describes(form.number)).toContain('may contain only a plus sign');
      expect(await form.hasFocus(form.number)).toBe(true);
      expect(await writes()).toEqual([]);

      await form.button('Use +1 2065550120').click();
      expect(await form.number.inputValue()).toBe('+1 2065550120');
      expect(await form.hasFocus(form.number)).toBe(true);
      expect(await form.isInvalid(form.number)).toBe(false);

      await form.add('+1 2065550120');
      expect(await form.outcome.textContent()).toMatch(
        /^Added: Mobile \+1 2065550120.*text message.*Microsoft confirmed/,
      );
      expect(await form.methods.textContent()).toContain('+1 XXXXXXXX20');
      expect(await writes()).toEqual(['+1 2065550120']);
    });

    it('is of a type that can be added; the others are disabled, each with its reason', async () => {
      await form.find('nestor@contoso.com');
      expect(await form.type('MOBILE').isEnabled()).toBe(true);
      expect(await form.type('ALTERNATE_MOBILE').isDisabled()).toBe(true);
      expect(await form.describes(form.type('ALTERNATE_MOBILE'))).toContain('needs a mobile phone before');
      expect(await form.page.getByRole('radio', { name: 'Office', exact: true }).isDisabled()).toBe(true);
      expect(await form.describes(form.type('OFFICE'))).toContain('already has a phone of this type');
    });

    it.each([['auth-admin', 'avery@contoso.com', 'your own account']])(
      'cannot be added when nothing can: %s, %s',
      async (persona, user, reason) => {
        await form.page.locator(`input[value=${persona}]`).check({ force: true });
        await form.find(user);
        for (const type of ['MOBILE', 'ALTERNATE_MOBILE', 'OFFICE']) {
          expect(await form.type(type).isDisabled()).toBe(true);
          expect(await form.describes(form.type(type))).toContain(reason);
        }
        expect(await form.button('Add phone').isDisabled()).toBe(true);
      },
    );

    it('has its errors at their fields, and the focus at the first', async () => {
      await form.find('kim@contoso.com');
      await form.add('+1 206');
      expect(await form.describes(form.page.getByRole('radiogroup', { name: 'Type of phone' }))).toContain(
        'Choose the type',
      );
      expect(await form.describes(form.number)).toContain('too few digits');
      expect(await form.hasFocus(form.type('MOBILE'))).toBe(true);
      await form.type('MOBILE').check();
      expect(await form.isInvalid(form.number)).toBe(true);
    });

    it('has a number that is checked while it is typed, but not before it is finished', async () => {
      await form.find('kim@contoso.com');
      await form.number.pressSequentially('+1 206');
      expect(await form.isInvalid(form.number)).toBe(false);
      await form.number.pressSequentially('-');
      expect(await form.describes(form.number)).toContain('may contain only');
    });

    it('has a number whose characters that cannot be seen are named, while it is typed and when it is refused', async () => {
      await form.find('nestor@contoso.com');
      await form.fill('+1 206\u00a05550120', 'MOBILE');
      const typed = await form.describes(form.number);
      expect(typed).toContain('looks like another: U+00A0 NO-BREAK SPACE.');
      await form.button('Add phone').click();
      await form.button('Use +1 2065550120').waitFor();
      expect(await form.describes(form.number)).toBe(typed);
      expect(await writes()).toEqual([]);
    });

    it.each([
      ['global-reader', true],
      ['auth-admin', false],
    ])('tells %s whether a role that can add it is missing: %s', async (persona, isMissing) => {
      await form.page.locator(`input[value=${persona}]`).check({ force: true });
      await form.find('nestor@contoso.com');
      expect(await form.type('MOBILE').isEnabled()).toBe(true);
      const note = await form.describes(form.page.getByRole('radiogroup', { name: 'Type of phone' }));
      expect(note.includes('names no role that can add phones')).toBe(isMissing);
    });

    it('is checked without being added', async () => {
      await form.find('kim@contoso.com');
      await form.fill('+1 2065550120', 'MOBILE');
      await form.button('Check only').click();
      await form.page
        .getByText('It can be added. Microsoft checks whether your role covers this user only when you add the phone.')
        .waitFor();
      expect(await writes()).toEqual([]);
    });

    it('is added once, however often it is clicked', async () => {
      const sent = form.sent();
      await form.find('kim@contoso.com');
      await form.fill('+1 2065550120', 'MOBILE');
      await form.button('Add phone').dblclick();
      await form.page.getByText('Added: Mobile').waitFor();
      expect(sent).toHaveLength(1);
    });

    it('is added by somebody who has no mouse', async () => {
      await tabTo(form, form.user);
      await form.page.keyboard.type('nestor@contoso.com');
      await form.page.keyboard.press('Enter');
      await form.page.getByRole('heading', { name: 'Nestor Wilke' }).waitFor();
      await tabTo(form, form.number);
      await form.page.keyboard.type('+12065550120');
      await form.page.keyboard.press('Enter');
      await tabTo(form, form.button(/^Use /));
      await form.page.keyboard.press('Enter');
      await form.page.keyboard.press('Enter');
      await form.page.getByText('Added: Mobile').waitFor();
      expect(await writes()).toEqual(['+1 2065550120']);
    });
  });

  describe('whose account it is', () => {
    it('is shown, and the phone goes to that very user', async () => {
      const sent = form.sent();
      await form.find('10000000-0000-4000-8000-000000000001');
      expect(await form.page.locator('.card.user').textContent()).toMatch(/Kim Akers.*kim@contoso\.com.*Finance Clerk/);
      await form.add('+1 2065550120', 'MOBILE');
      expect(Object.keys(sent[0]?.user ?? {})).toEqual(['id']);
    });

    it('is open again as soon as another name is typed', async () => {
      await form.find('kim@contoso.com');
      await form.user.press('End');
      await form.user.press('Backspace');
      expect(await form.page.locator('.card.user').count()).toBe(0);
      expect(await form.number.count()).toBe(0);
    });

    it('is not told by the answer to an earlier question', async () => {
      const held = gate();
      await form.page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('kim@')) await held.opened;
        await route.continue();
      });
      await form.user.fill('kim@contoso.com');
      await form.button('Find').click();
      await form.find('megan@contoso.com');
      const late = form.page.waitForResponse((response) => !!response.request().postData()?.includes('kim@'));
      held.open();
      await (await late).finished();
      expect(await form.page.locator('.card.user h2').textContent()).toBe('Megan Bowen');
    });

    it('is not told by a late answer about the one who was left', async () => {
      const held = gate();
      await openAndUnknown(form);
      await form.page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('"by":{"id"')) await held.opened;
        await route.continue();
      });
      const asked = form.page.waitForRequest((request) => !!request.postData()?.includes('"by":{"id"'));
      await form.button('Skip and refresh').click();
      const late = (await asked).response();
      await form.find('megan@contoso.com');
      held.open();
      await (await late)?.finished();
      await form.settled();
      expect(await form.page.locator('.card.user h2').textContent()).toBe('Megan Bowen');
      expect(await form.page.locator('.card.user').textContent()).not.toContain('may be out of date');
    });

    it('is asked again when there is nobody of that name', async () => {
      await form.find('nobody@contoso.com');
      expect(await form.describes(form.user)).toContain('No user found');
    });
  });

  describe('what became of it', () => {
    it('is told when Microsoft did it and answered with an error', async () => {
      await fault({ match: WRITES, apply: true, status: 504 });
      await form.find('kim@contoso.com');
      await form.add('+1 2065550120', 'MOBILE');
      expect(await form.outcome.textContent()).toMatch(
        /^Added: Mobile.*confirm it, so we checked: a phone with these last digits is there/,
      );
      expect(await writes()).toHaveLength(1);
    });

    it('is told as unknown while no answer comes, and found out with the same key', async () => {
      const sent = form.sent();
      await form.onMutation(async (route, count) => {
        if (count === 1) await route.fetch();
        await (count <= 3 ? route.abort() : route.continue());
      });
      await form.page.clock.install();
      await form.find('kim@contoso.com');
      await form.fill('+1 2065550120', 'MOBILE');
      await form.button('Add phone').click();
      for (const seconds of [1, 2]) {
        await form.page.getByText(`Retrying in ${seconds} s`).waitFor();
        await form.page.clock.fastForward(seconds * 1000);
      }
      await form.page.locator('.outcome[data-is=unknown]').waitFor();
      expect(await form.outcome.textContent()).toContain("couldn't confirm that the phone was added");
      await form.button('Try again').click();
      await form.page.getByText('Added: Mobile').waitFor();
      expect(await form.outcome.textContent()).toContain('An earlier attempt made this change; it was not made twice.');
      expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
      expect(await writes()).toHaveLength(1);
    });

    it('stays unknown when it is left, and then nothing is added by a key that is held', async () => {
      const sent = form.sent();
      await openAndUnknown(form);
      expect(await form.page.locator('input[name=persona]').first().isDisabled()).toBe(true);
      expect(await form.user.isEditable()).toBe(false);
      const before = sent.length;
      await form.page.unrouteAll();
      await form.button('Skip and refresh').focus();
      for (let presses = 0; presses < 3; presses++) await form.page.keyboard.press('Enter');
      await form.page.locator('.outcome[data-is=unknown]').waitFor({ state: 'detached' });
      expect(await form.number.inputValue()).toBe('');
      expect(await form.page.locator('input[name=phone-type]:checked').count()).toBe(0);
      expect(await form.hasFocus(form.page.getByRole('heading', { name: 'Add a phone' }))).toBe(true);
      expect(await form.user.isEditable()).toBe(true);
      expect(sent).toHaveLength(before);
    });

    it('can be left, or asked for at once, while the gateway asks for patience', async () => {
      const sent = form.sent();
      const errors = [{ __typename: 'OutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryAfterSeconds: 45 }];
      await form.onMutation((route) =>
        route.fulfill({ json: { data: { addPhoneMethod: { confirmation: null, replayed: false, errors } } } }),
      );
      await form.page.clock.install();
      await form.find('kim@contoso.com');
      await form.fill('+1 2065550120', 'MOBILE');
      await form.button('Add phone').click();
      await form.page.getByText('Retrying in 45 s').waitFor();
      await form.page.clock.runFor(10_000);
      await form.page.getByText('Retrying in 35 s').waitFor();
      await form.button('Retry now').click();
      await form.page.getByText('Retrying in 45 s').waitFor();
      expect(sent).toHaveLength(2);
      await form.button('Skip and refresh').click();
      await form.page.locator('input[name=persona]').first().isEnabled();
      await form.find('megan@contoso.com');
      await form.page.clock.runFor(1_300_000);
      expect(sent).toHaveLength(2);
      expect(await form.page.locator('.card.user h2').textContent()).toBe('Megan Bowen');
    });

    it('never changes the type under a number that was typed', async () => {
      await form.find('kim@contoso.com');
      await form.onMutation(async (route, count) => {
        if (count === 1) await route.fetch({ postData: byAnother(route) });
        await route.continue();
      });
      await form.add('+1 2065550120', 'OFFICE');
      expect(await form.outcome.textContent()).toMatch(/^Not added/);
      expect(await form.type('OFFICE').isDisabled()).toBe(true);
      expect(await form.page.locator('input[name=phone-type]:checked').count()).toBe(0);
      expect(await form.number.inputValue()).toBe('+1 2065550120');
      await form.number.press('Enter');
      await form.page.getByText('Choose the type of the phone').waitFor();
      expect(await writes()).toEqual(['+1 2065550177']);
    });

    it('leaves the focus within the page', async () => {
      await form.find('alex@contoso.com');
      const held = gate();
      await form.onMutation(async (route) => {
        await held.opened;
        await route.continue();
      });
      await form.number.fill('+1 2065550120');
      await form.type('OFFICE').focus();
      await form.page.keyboard.press('Enter');
      await form.button('Adding…').waitFor();
      expect(await form.hasFocus(form.type('OFFICE'))).toBe(true);
      held.open();
      await form.page.getByText('Added: Office').waitFor();
      await form.page.waitForFunction(() => document.activeElement?.textContent === 'Add a phone');
    });

    it('is told also when the user cannot be read anew', async () => {
      await form.find('kim@contoso.com');
      await form.page.route('**/graphql', (route) =>
        route.request().postData()?.includes('"by"') ? route.abort() : route.continue(),
      );
      await form.add('+1 2065550120', 'MOBILE');
      expect(await form.outcome.textContent()).toMatch(/^Added: Mobile/);
      expect(await form.page.locator('.card.user').textContent()).toContain('may be out of date');
    });

    it('is told when Microsoft asks for patience', async () => {
      await fault({ match: WRITES, status: 429, retryAfter: 30 });
      await form.find('kim@contoso.com');
      await form.add('+1 2065550120', 'MOBILE');
      expect(await form.outcome.textContent()).toMatch(
        /^Not added\. Nothing was changed\..*Too many requests\. Try again in 30 seconds\./,
      );
    });
  });

  describe('the page of the form', () => {
    it('keeps neither token nor number in a storage, cookie or address', async () => {
      await form.find('kim@contoso.com');
      await form.add('+1 2065550120', 'MOBILE');
      const kept = await form.page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
      expect(kept).not.toMatch(/eyJ|Bearer|206555|kim/);
      expect(await playground.context.cookies()).toEqual([]);
      expect(await form.page.content()).not.toContain('eyJ');
    });

    it('takes a token where there is no sandbox, in memory only', async () => {
      await form.page.route('**/settings.json', (route) => route.fulfill({ json: ON_TENANT }));
      await form.page.reload();
      await form.page.getByText('Paste an access token above to begin.').waitFor();
      await form.page.getByLabel('Access token').fill(await tokenOf('auth-admin'));
      await form.button('Use token').click();
      await form.find('kim@contoso.com');
      await form.page.getByRole('heading', { name: 'Kim Akers' }).waitFor();
      expect(await form.page.content()).not.toContain('eyJ');
      expect(await form.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      await form.button('Forget').click();
      expect(await form.user.count()).toBe(0);
    });

    it('may ask no other host', async () => {
      const { headers } = await fetch(form.page.url());
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'");
    });

    it('starts anew for somebody else', async () => {
      await form.find('kim@contoso.com');
      await form.page.locator('input[value=global-reader]').check({ force: true });
      expect(await form.page.locator('.card.user').count()).toBe(0);
    });

    it('leads to GraphiQL, and GraphiQL to it', async () => {
      await form.page.getByRole('link', { name: 'GraphiQL' }).click();
      await form.page.waitForURL('**/playground/');
      await form.page.getByRole('link', { name: 'Help desk' }).click();
      await form.user.waitFor();
    });

    it('is painted in the theme that was chosen, and never before in another', async () => {
      await form.page.evaluate(() => {
        localStorage.setItem('graphiql:theme', 'dark');
      });
      const held = gate();
      await form.page.route('**/assets/desk-*.js', async (route) => {
        await held.opened;
        await route.continue();
      });
      const reloaded = form.page.reload();
      await form.page.waitForFunction(
        () => document.readyState === 'interactive' && document.body.className === 'desk-page',
      );
      expect(await form.page.evaluate(() => performance.getEntriesByType('paint').length)).toBe(0);
      held.open();
      await reloaded;
      await form.user.waitFor();
      expect(await form.page.locator('.header').evaluate((header) => getComputedStyle(header).colorScheme)).toBe(
        'dark',
      );
      await form.page.evaluate(() => {
        localStorage.clear();
      });
    });
  });
});

describe.each<Scheme>(['light', 'dark'])('axe finds nothing in the form in %s', (scheme) => {
  const { form, playground } = deskInBrowser(scheme);

  it('in any of its states, wide and narrow', async () => {
    await look('empty');
    await form.find('nobody@contoso.com');
    await look('nobody');
    await form.find('nestor@contoso.com');
    await form.add('+1 (206) 555-0120', 'MOBILE');
    await look('refused');
    await picture('refused');
    await form.button(/^Use /).click();
    await form.add('+1 2065550120');
    await look('added');
    await picture('added');
    await form.find('avery@contoso.com');
    await look('own');
    await form.page.setViewportSize({ width: 360, height: 800 });
    await form.find('nestor@contoso.com');
    await look('narrow');
    await picture('narrow');
    expect(await form.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  async function look(state: string) {
    const found = await violationsOn(form.page);
    expect(found.map(({ id, html }) => `${state}, ${id}: ${html}`)).toEqual([]);
  }

  function picture(state: string) {
    return playground.screenshot(`form-${state}-${scheme}`, { fullPage: true });
  }
});

/** Finds Kim and adds a phone that is not answered for, however often it is asked for; nothing was added. */
async function openAndUnknown(form: DeskPage) {
  await form.onMutation((route) => route.abort());
  await form.page.clock.install();
  await form.find('kim@contoso.com');
  await form.fill('+1 2065550120', 'MOBILE');
  await form.button('Add phone').click();
  for (const seconds of [1, 2]) {
    await form.page.getByText(`Retrying in ${seconds} s`).waitFor();
    await form.page.clock.fastForward(seconds * 1000);
  }
  await form.page.locator('.outcome[data-is=unknown]').waitFor();
}

/** What somebody else sends, who adds another number of the same type. */
function byAnother(route: Route): string {
  const { query, variables } = JSON.parse(route.request().postData() ?? '') as {
    query: string;
    variables: { input: object };
  };
  const input = { ...variables.input, phoneNumber: '+1 2065550177', idempotencyKey: crypto.randomUUID() };
  return JSON.stringify({ query, variables: { input } });
}

/** Presses Tab until the field has the focus. */
async function tabTo(form: DeskPage, field: ReturnType<DeskPage['button']>) {
  await field.waitFor();
  for (let presses = 0; presses < 40; presses++) {
    if (await form.hasFocus(field)) return;
    await form.page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}
