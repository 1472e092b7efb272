import { describe, expect, it } from 'vitest';
import { ActionCard, sandbox, signsIn } from './actions';
import { deskInBrowser, fault } from './desk';

const { form: desk } = deskInBrowser();
const password = new ActionCard(desk, 'Reset password');

const RESET = { method: 'POST', path: '/resetPassword' };
const NEW = 'Blue-Harbor-71';

async function reset() {
  await password.button('Reset password').click();
  await password.confirm('Reset password');
}

describe('a password', () => {
  it('that Microsoft makes up is shown once, after a question, and lets the user in', async () => {
    await desk.find('kim@contoso.com');
    await password.button('Reset password').click();
    expect(await password.dialog.textContent()).toMatch(/Reset the password of Kim Akers\?/);
    await password.confirm('Reset password');
    await password.outcome.getByText('Microsoft has reset the password.').waitFor();
    expect(await signsIn('kim@contoso.com', { password: await password.read() })).toBe(true);
  });

  it('that is entered is never shown, nor kept, by the page', async () => {
    await desk.find('kim@contoso.com');
    await password.field('Enter one').check();
    const field = password.field('New password');
    expect(await field.getAttribute('type')).toBe('password');
    await field.fill(NEW);
    await password.field('Show password').check();
    expect(await field.getAttribute('type')).toBe('text');
    await reset();
    await password.outcome.getByText('Microsoft has reset the password.').waitFor();
    expect(await password.outcome.textContent()).toContain('The new password is the one that you entered.');
    expect(await password.field('New password').count()).toBe(0);
    expect(await password.secret.count()).toBe(0);
    expect(await desk.page.content()).not.toContain(NEW);
    expect(await signsIn('kim@contoso.com', { password: NEW })).toBe(true);
  });

  it('is followed until Microsoft has carried the reset out', async () => {
    await sandbox('POST', 'settings', { passwordReset: { stepMs: 4000 } });
    await desk.find('kim@contoso.com');
    await reset();
    await password.outcome.getByText('The new password does not work yet.').waitFor();
    await password.outcome.getByText('Microsoft has reset the password.').waitFor({ timeout: 20_000 });
    expect(await signsIn('kim@contoso.com', { password: await password.read() })).toBe(true);
  });

  it('that could not be reset in the end is taken from the screen, and the reason is said', async () => {
    await sandbox('POST', 'settings', { passwordReset: { stepMs: 4000, failure: 'OnPremisesPolicy' } });
    await desk.find('kim@contoso.com');
    await reset();
    await password.secret.waitFor();
    await password.outcome.getByText('The user keeps the old password.').waitFor({ timeout: 20_000 });
    expect(await password.outcome.getAttribute('data-is')).toBe('refused');
    expect(await password.outcome.textContent()).toContain('OnPremisesPolicy');
    expect(await password.secret.count()).toBe(0);
  });

  it('that was lost on the way is said to be lost, with the next step', async () => {
    await fault({ match: RESET, apply: true, drop: true });
    await desk.find('kim@contoso.com');
    await reset();
    await password.outcome
      .getByText(/Nobody has seen the password\. Reset the password again\./)
      .waitFor({ timeout: 60_000 });
    expect(await password.secret.count()).toBe(0);
  });

  it('is reset once, however often it has to be asked for, and then not shown', async () => {
    const sent = desk.sent();
    await desk.onMutation(async (route, count) => {
      if (count > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await desk.find('kim@contoso.com');
    await reset();
    await password.outcome.getByText('Microsoft does not show it again').waitFor();
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});

describe('a new password that is wrong', () => {
  it.each([
    ['', 'Enter a new password.'],
    ['short', 'A password has 8 to 256 characters.'],
    ['onlysmallletters', 'characters of three kinds'],
    ['Grün-Wiese-71', 'only letters from A to Z'],
    ['Contoso-Pass-1', 'too easy to guess'],
  ])('%j is told at its field, which has the focus', async (entered, message) => {
    await desk.find('kim@contoso.com');
    await password.field('Enter one').check();
    const field = password.field('New password');
    await field.fill(entered);
    await password.button('Reset password').click();
    if (await password.dialog.isVisible()) await password.confirm('Reset password');
    await password.card.locator('.field-error').filter({ hasText: message }).waitFor();
    expect(await desk.isInvalid(field)).toBe(true);
    expect(await desk.hasFocus(field)).toBe(true);
  });
});

describe('the password of a user from an on-premises directory', () => {
  it('has to be entered, which is said beside the choice', async () => {
    await desk.find('hadar@contoso.com');
    const generated = password.field('Let Microsoft make one up');
    expect(await generated.isDisabled()).toBe(true);
    expect(await desk.describes(generated)).toContain('on-premises directory');
    await password.field('New password').fill(NEW);
    await reset();
    await password.outcome.getByText('Microsoft has reset the password.').waitFor();
  });
});

describe('a password cannot be reset', () => {
  it.each([
    ['auth-admin', 'avery@contoso.com', 'your own account'],
    ['auth-admin', 'pat_fabrikam.com#EXT#@contoso.com', 'signs in at another organization'],
  ])('as %s for %s, which is said before it is tried', async (persona, user, reason) => {
    await desk.actAs(persona);
    await desk.find(user);
    await password.reason.waitFor();
    expect(await password.reason.textContent()).toContain(reason);
    expect(await password.button('Reset password').isDisabled()).toBe(true);
  });

  it('without the role that it takes, which is said', async () => {
    await desk.actAs('global-reader');
    await desk.find('kim@contoso.com');
    await reset();
    expect(await password.ended('refused')).toMatch(
      /^The password was not reset\. Nothing was changed\..*You need one/,
    );
  });
});
