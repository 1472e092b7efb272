import { describe, expect, it } from 'vitest';
import { deskInBrowser, fault, gate, writes } from './desk';

const { form: desk } = deskInBrowser();

describe('a person is found', () => {
  it('by a part of the name, and chosen among those who share it by what tells them apart', async () => {
    await desk.find('müller');
    expect(await desk.people.allTextContents()).toEqual([
      expect.stringMatching(/Anna Müller.*anna\.mueller@contoso\.com.*Finance Assistant/),
      expect.stringMatching(/Dieter Müller.*Legal Analyst.*Account disabled/),
      expect.stringMatching(/Jürgen Müller-Lüdenscheidt/),
      expect.stringMatching(/Thomas Müller/),
    ]);
    expect(await desk.person.count()).toBe(0);
    await desk.choose('Thomas Müller');
    expect(await desk.person.textContent()).toContain('thomas.mueller@contoso.com');
    await desk.page.waitForFunction(() => document.activeElement?.textContent === 'Thomas Müller');
  });

  it('after another one was looked at, without a new search', async () => {
    await desk.find('müller');
    await desk.choose('Anna Müller');
    await desk.button('Back to the results').click();
    expect(await desk.person.count()).toBe(0);
    await desk.choose('Dieter Müller');
    expect(await desk.person.getByRole('list').first().textContent()).toContain('Account disabled');
  });

  it('among many, of whom more are shown, and the focus goes on to the first of these', async () => {
    await desk.find('user00');
    expect(await desk.people.count()).toBe(10);
    expect(await desk.page.getByRole('status').filter({ hasText: '10 of 99 users' }).textContent()).toContain(
      'Enter more of the name',
    );
    await desk.button('Show more').click();
    await desk.page.waitForFunction(() => document.activeElement?.textContent.startsWith('User 0011'));
    expect(await desk.people.count()).toBe(20);
  });

  it.each([
    ['kim@contoso.com', 'Kim Akers'],
    ['10000000-0000-4000-8000-000000000011', 'Megan Bowen'],
    ['VXNlci8vMTAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDEx', 'Megan Bowen'],
  ])('at once by what only one has: %s', async (text, name) => {
    await desk.find(text);
    expect(await desk.person.getByRole('heading').textContent()).toBe(name);
  });

  it('by a mail address that is no sign-in name', async () => {
    await desk.find('gina@northwind.example');
    await desk.choose('Gina Contractor');
    expect(await desk.person.textContent()).toMatch(/gina@contoso\.com.*Guest/);
  });

  it('by the sign-in name where searching is not allowed, which is said', async () => {
    await fault({ match: { method: 'GET', path: '/users' }, status: 403, code: 'Authorization_RequestDenied' });
    await desk.find('akers');
    expect(await desk.failure.textContent()).toContain(
      "You don't have permission to search. Enter the full sign-in name",
    );
    await desk.find('kim@contoso.com');
    expect(await desk.person.count()).toBe(1);
  });

  it('by nobody when there is no such person, and the page says what to enter', async () => {
    await desk.find('zebediah');
    expect(await desk.failure.textContent()).toMatch(/^No user found for "zebediah"\. Enter a first or last name/);
    expect(await desk.isInvalid(desk.user)).toBe(true);
  });

  it('by the latest search only, however late an earlier one is answered', async () => {
    const held = gate();
    await desk.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('müller')) await held.opened;
      await route.continue();
    });
    await desk.user.fill('müller');
    await desk.user.press('Enter');
    await desk.find('kim@contoso.com');
    const late = desk.page.waitForResponse((response) => !!response.request().postData()?.includes('müller'));
    held.open();
    await (await late).finished();
    expect(await desk.people.count()).toBe(0);
    expect(await desk.person.getByRole('heading').textContent()).toBe('Kim Akers');
  });
});

describe('the person who was found', () => {
  it.each([
    ['lidia@contoso.com', 'Administrator'],
    ['christie@contoso.com', 'Restricted administrative unit'],
    ['ext_user_fabrikam.com#EXT#@contoso.com', 'Guest'],
    ['avery@contoso.com', 'Your own account'],
  ])('is marked when care is needed: %s is %s', async (name, mark) => {
    await desk.find(name);
    expect(await desk.person.getByRole('list').first().textContent()).toContain(mark);
  });

  it('has everything that a caller can be asked for', async () => {
    await desk.actAs('global-reader');
    await desk.find('kim@contoso.com');
    const facts = desk.person.locator('.facts');
    await facts.getByText(/2024/).first().waitFor();
    expect(await facts.textContent()).toMatch(
      /Emailkim@contoso\.comDepartmentFinanceJob titleFinance ClerkManager.*AccountEnabledUser typeMemberAdministratorNoLast sign-in.*Object ID10000000-0000-4000-8000-000000000001/,
    );
  });

  it('has an object ID that can be copied', async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.find('kim@contoso.com');
    await desk.button('Copy the object ID').click();
    await desk.person.getByText('Copied').waitFor();
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe('10000000-0000-4000-8000-000000000001');
  });

  it('is shown without what could not be read, and the page says so', async () => {
    await fault({ match: { path: '/manager' }, status: 500, times: 9 });
    await desk.find('kim@contoso.com');
    const manager = desk.person.locator('.facts > div').filter({ hasText: 'Manager' });
    expect(await manager.textContent()).toContain("Couldn't be read");
    expect(await desk.person.textContent()).toContain('Finance Clerk');
  });

  it('says why it is not known when somebody last signed in', async () => {
    await desk.find('kim@contoso.com');
    await desk.person
      .getByText("You don't have permission to see this. It takes one of these roles: Reports Reader")
      .waitFor();
  });

  it('has methods that only people with permission see, which is said', async () => {
    await desk.actAs('user');
    await desk.find('kim@contoso.com');
    expect(await desk.page.locator('.methods').textContent()).toContain(
      "Couldn't load the methods. You don't have permission to see this.",
    );
  });
});

describe('the methods of a person', () => {
  it('are shown of every kind, each with what it can be used for', async () => {
    await desk.find('delia@contoso.com');
    expect(await desk.methods.getByRole('heading').allTextContents()).toEqual([
      'Mobile',
      'Alternate mobile',
      'Office',
      'Email address',
      'Passkey (FIDO2)',
      'Microsoft Authenticator',
      'Platform credential',
      'Authenticator app with codes',
      'Windows Hello for Business',
      'MFA of another provider',
      'QR code with PIN',
      'Password',
      'Temporary Access Pass',
    ]);
    expect(await desk.method('Passkey (FIDO2)').textContent()).toMatch(
      /Security key.*Sign-in.*Second factor \(MFA\).*Phishing-resistant.*Contoso Key · bound to one device · Added Feb 1, 2024/,
    );
    expect(await desk.method('Temporary Access Pass').textContent()).toMatch(
      /can be used now.*From .* to .*for several uses/,
    );
  });

  it('cannot all be deleted, and each says why', async () => {
    await desk.find('delia@contoso.com');
    for (const [kind, reason] of [
      ['Mobile', "You can't delete the mobile phone while the user has an alternate mobile phone."],
      ['QR code with PIN', "Methods of this kind can't be deleted here."],
      ['Password', "You can't delete a password. Reset it instead."],
    ] as const) {
      const button = desk.method(kind).getByRole('button', { name: /^Delete/ });
      expect(await button.isDisabled()).toBe(true);
      expect(await desk.describes(button)).toContain(reason);
      await button.click({ force: true });
    }
    expect(await desk.page.getByRole('dialog').count()).toBe(0);
  });

  it('are not replaced on the own account, which is said', async () => {
    await desk.actAs('privileged-auth-admin');
    await desk.find('parker@contoso.com');
    for (const button of await desk.button(/^Replace number/).all()) {
      expect(await desk.describes(button)).toContain('your own account');
    }
  });
});

describe('a number', () => {
  it('is replaced by the one that the gateway suggests', async () => {
    const sent = desk.sent();
    await desk.find('megan@contoso.com');
    await desk.button('Replace number: Mobile, +1 XXXXXXXX01').click();
    const number = desk.page.getByRole('textbox', { name: 'New number' });
    expect(await desk.hasFocus(number)).toBe(true);
    await number.fill('+12065550120');
    await number.press('Enter');
    await desk.button('Use +1 2065550120').click();
    expect(await desk.hasFocus(number)).toBe(true);
    expect(await desk.isInvalid(number)).toBe(false);
    await number.press('Enter');
    await desk.page.getByText('Number replaced: Mobile, +1 XXXXXXXX20.').waitFor();
    expect(await desk.method('Mobile').textContent()).toContain('+1 XXXXXXXX20');
    expect(await number.count()).toBe(0);
    expect(Object.keys(sent.at(-1)?.user ?? {})).toEqual(['id']);
    expect(await writes()).toEqual(['+1 2065550120']);
  });

  it('stays as it was when nobody saves another', async () => {
    await desk.find('megan@contoso.com');
    await desk.button(/^Replace number/).click();
    await desk.page.getByRole('textbox', { name: 'New number' }).fill('+1 2065550120');
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.getByRole('textbox', { name: 'New number' }).count()).toBe(0);
    await desk.page.waitForFunction(() => document.activeElement?.ariaLabel?.startsWith('Replace number'));
    expect(await writes()).toEqual([]);
  });

  it('that somebody else changes at the same time is shown as it is now', async () => {
    await desk.find('megan@contoso.com');
    await fault({
      match: { method: 'PATCH', path: '/phoneMethods' },
      meanwhile: {
        when: 'after',
        method: 'PATCH',
        path: '/users/10000000-0000-4000-8000-000000000011/authentication/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7',
        body: { phoneNumber: '+1 2065550177', phoneType: 'mobile' },
      },
    });
    await desk.button(/^Replace number/).click();
    await desk.page.getByRole('textbox', { name: 'New number' }).fill('+1 2065550120');
    await desk.button('Save number').click();
    await desk.page.locator('.outcome[data-is=overtaken]').waitFor();
    expect(await desk.outcome.textContent()).toMatch(/Changed by someone else.*It is now: Mobile, \+1 XXXXXXXX77/);
  });

  it('is replaced once, also when no answer comes', async () => {
    const sent = desk.sent();
    await desk.onMutation(async (route, count) => {
      if (count === 1) await route.fetch();
      await (count <= 3 ? route.abort() : route.continue());
    });
    await desk.page.clock.install();
    await desk.find('megan@contoso.com');
    await desk.button(/^Replace number/).click();
    await desk.page.getByRole('textbox', { name: 'New number' }).fill('+1 2065550120');
    await desk.button('Save number').click();
    for (const seconds of [1, 2]) {
      await desk.page.getByText(`Retrying in ${seconds} s`).waitFor();
      await desk.page.clock.fastForward(seconds * 1000);
    }
    await desk.page.locator('.outcome[data-is=unknown]').waitFor();
    expect(await desk.outcome.textContent()).toContain(
      "We couldn't confirm that the number was replaced. Try again: it won't be done twice.",
    );
    expect(await desk.user.isEditable()).toBe(false);
    await desk.button('Try again').click();
    await desk.page.getByText('Number replaced:').waitFor();
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(await writes()).toHaveLength(1);
  });
});

describe('a method', () => {
  it('is deleted only after a question that names it and its user', async () => {
    await desk.find('miriam@contoso.com');
    const button = desk.button(/^Delete: Passkey/);
    await button.click();
    const dialog = desk.page.getByRole('dialog', { name: 'Delete this method?' });
    expect(await dialog.textContent()).toMatch(/Passkey.*Miriam Graham, miriam@contoso\.com/);
    await desk.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await desk.hasFocus(button)).toBe(true);
    expect(await desk.method('Passkey (FIDO2)').count()).toBe(1);

    await button.click();
    await dialog.getByRole('button', { name: 'Delete method' }).click();
    await desk.page.getByText(/^Deleted: Passkey/).waitFor();
    expect(await desk.method('Passkey (FIDO2)').count()).toBe(0);
    await desk.page.waitForFunction(() => document.activeElement?.textContent === 'Authentication methods');
  });

  it('is known for the default as soon as Microsoft refuses to delete it', async () => {
    await desk.find('isaiah@contoso.com');
    await desk.button(/^Delete: Mobile/).click();
    await desk.button('Delete method').click();
    await desk.page.getByText('The method was not deleted.').waitFor();
    expect(await desk.outcome.textContent()).toContain("This is the user's default method.");
    expect(await desk.method('Mobile').textContent()).toContain('Default method');
  });

  it('that is the last one is not deleted without a warning', async () => {
    await desk.find('megan@contoso.com');
    await desk.button(/^Delete: Mobile/).click();
    expect(await desk.page.getByRole('dialog').textContent()).toContain('afterwards the user has no second factor');
    await desk.button('Cancel').click();
  });

  it('is left alone while it is unknown what became of another change', async () => {
    await desk.onMutation((route) => route.abort());
    await desk.page.clock.install();
    await desk.find('kim@contoso.com');
    await desk.fill('+1 2065550120', 'MOBILE');
    await desk.button('Add phone').click();
    await desk.page.getByText('Retrying in 1 s').waitFor();
    expect(await desk.page.locator('[inert] .methods').count()).toBe(1);
    await desk.button('Skip and refresh').click();
    await desk.page.locator('.account:not(:has([inert]))').waitFor();
  });
});

describe('signing in by text message', () => {
  it('is switched off and on again', async () => {
    await desk.find('lee@contoso.com');
    expect(await desk.method('Mobile').textContent()).toContain('Signs in by text message');
    await desk.button(/^Disable sign-in by text message/).click();
    await desk.page.getByText('Sign-in by text message is disabled.').waitFor();
    await desk.button(/^Enable sign-in by text message/).click();
    await desk.page.getByText('Sign-in by text message is enabled.').waitFor();
    expect(await desk.method('Mobile').textContent()).toContain('Signs in by text message');
  });

  it.each([
    ['megan@contoso.com', 'not allowed by policy'],
    ['pradeep@contoso.com', 'another user signs in with this number'],
  ])('cannot be switched on for %s: %s', async (name, reason) => {
    await desk.find(name);
    const button = desk.button(/^Enable sign-in by text message/);
    expect(await button.isDisabled()).toBe(true);
    expect(await desk.describes(button)).toContain(reason);
  });
});
