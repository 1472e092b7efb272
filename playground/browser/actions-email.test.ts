import { describe, expect, it } from 'vitest';
import { ActionCard, methodsOf } from './actions';
import { deskInBrowser, fault } from './desk';

const { form: desk } = deskInBrowser();
const email = new ActionCard(desk, 'Email address for password reset');

const POST = { method: 'POST', path: '/emailMethods' };
const PATCH = { method: 'PATCH', path: '/emailMethods' };
const DELETE = { method: 'DELETE', path: '/emailMethods' };

async function addresses(user: string) {
  return (await methodsOf(user, 'emailMethods')).map(({ emailAddress }) => emailAddress);
}

describe('an email address', () => {
  it('is added', async () => {
    await desk.find('kim@contoso.com');
    expect(await email.card.textContent()).toContain('No address is registered.');
    await email.field('New email address').fill('kim@example.com');
    await email.button('Add address').click();
    expect(await email.ended('applied')).toMatch(/^Added: kim@example\.com.*Microsoft confirmed it/);
    expect(await addresses('kim@contoso.com')).toEqual(['kim@example.com']);
    expect(await email.card.textContent()).toContain('Registered now: kim@example.com');
    expect(await email.field('New email address').inputValue()).toBe('');
  });

  it('takes the place of another one only after a question that names the user and both addresses', async () => {
    await desk.find('grady@contoso.com');
    await email.field('New email address').fill('new@example.com');
    await email.button('Replace address').click();
    expect(await email.dialog.textContent()).toMatch(
      /Replace the address of Grady Archie\?.*new@example\.com takes the place of grady@example\.com/,
    );
    await email.confirm('Cancel');
    expect(await addresses('grady@contoso.com')).toEqual(['grady@example.com']);
    expect(await email.field('New email address').inputValue()).toBe('new@example.com');

    await email.button('Replace address').click();
    await email.confirm('Replace address');
    expect(await email.ended('applied')).toMatch(/^Replaced\. The address is now new@example\.com/);
    expect(await addresses('grady@contoso.com')).toEqual(['new@example.com']);
  });

  it('that the user has already is told, and nothing is changed', async () => {
    await desk.find('grady@contoso.com');
    await email.field('New email address').fill('grady@example.com');
    await email.button('Replace address').click();
    await email.confirm('Replace address');
    expect(await email.ended('applied')).toMatch(/^The user already had this address: grady@example\.com/);
  });

  it('is deleted only after a question', async () => {
    await desk.find('grady@contoso.com');
    await email.button('Delete address').click();
    await desk.page.keyboard.press('Escape');
    expect(await addresses('grady@contoso.com')).toEqual(['grady@example.com']);
    expect(await desk.hasFocus(email.button('Delete address'))).toBe(true);
    await email.button('Delete address').click();
    await email.confirm('Delete address');
    expect(await email.ended('applied')).toMatch(/^The address was deleted\./);
    expect(await addresses('grady@contoso.com')).toEqual([]);
    expect(await email.button('Delete address').count()).toBe(0);
  });
});

describe('an email address that is wrong', () => {
  it.each([
    ['', 'Enter an email address'],
    ['k', 'too short or too long'],
    ['kim.example.com', 'exactly one at sign'],
    ['kim@example', 'domain'],
  ])('%j is told at its field, which has the focus', async (address, message) => {
    await desk.find('kim@contoso.com');
    const field = email.field('New email address');
    await field.fill(address);
    await email.button('Add address').click();
    await email.card.locator('.field-error').filter({ hasText: message }).waitFor();
    expect(await desk.isInvalid(field)).toBe(true);
    expect(await desk.hasFocus(field)).toBe(true);
    expect(await desk.describes(field)).toContain(message);
    expect(await addresses('kim@contoso.com')).toEqual([]);
    await field.fill('kim@example.com');
    expect(await desk.isInvalid(field)).toBe(false);
  });
});

describe('an email address cannot be changed', () => {
  it('in one’s own account, which is said before it is tried', async () => {
    await desk.find('avery@contoso.com');
    expect(await email.reason.textContent()).toContain('your own account');
    expect(await email.field('New email address').isDisabled()).toBe(true);
    expect(await email.button('Add address').isDisabled()).toBe(true);
  });

  it.each([
    ['auth-admin', 'lidia@contoso.com', 'An Authentication Administrator cannot change administrators'],
    ['global-reader', 'grady@contoso.com', 'You need one of these roles'],
  ])('without the role that it takes, which is said: %s, %s', async (persona, user, reason) => {
    await desk.actAs(persona);
    await desk.find(user);
    await email.field('New email address').fill('new@example.com');
    await email.button('Replace address').click();
    await email.confirm('Replace address');
    expect(await email.ended('refused')).toMatch(/^The address was not saved\. Nothing was changed\./);
    expect(await email.outcome.textContent()).toContain(reason);
  });

  it('while Microsoft asks for patience, which is said with the time', async () => {
    await fault({ match: POST, status: 429, retryAfter: 30 });
    await desk.find('kim@contoso.com');
    await email.field('New email address').fill('kim@example.com');
    await email.button('Add address').click();
    expect(await email.ended('refused')).toContain('Too many requests. Try again in 30 seconds.');
    expect(await email.field('New email address').inputValue()).toBe('kim@example.com');
  });

  it('for a reason that has no name here, which is said with the code', async () => {
    await fault({ match: POST, status: 400, code: 'somethingNew' });
    await desk.find('kim@contoso.com');
    await email.field('New email address').fill('kim@example.com');
    await email.button('Add address').click();
    expect(await email.ended('refused')).toMatch(/Microsoft rejected the change \(code somethingNew, request .+\)/);
  });
});

describe('an email address that somebody else changes at the same time', () => {
  it('is shown as it is now', async () => {
    const user = '10000000-0000-4000-8000-000000000015';
    const other = `/users/${user}/authentication/emailMethods/3ddfcfc8-9383-446f-83cc-3ab9be4be18f`;
    await fault({
      match: PATCH,
      meanwhile: { when: 'AFTER', method: 'PATCH', path: other, body: { emailAddress: 'other@example.com' } },
    });
    await desk.find('grady@contoso.com');
    await email.field('New email address').fill('new@example.com');
    await email.button('Replace address').click();
    await email.confirm('Replace address');
    expect(await email.ended('overtaken')).toMatch(/^Changed by someone else\..*It is now other@example\.com/);
    expect(await email.card.textContent()).toContain('Registered now: other@example.com');
  });
});

describe('an email address of which it is unknown whether it was saved', () => {
  it('is asked for again with the same key, and saved once', async () => {
    const sent = desk.sent();
    await desk.onMutation(async (route, count) => {
      if (count > 3) return route.continue();
      if (count === 1) await route.fetch();
      await route.abort();
    });
    await desk.page.clock.install();
    await desk.find('kim@contoso.com');
    await email.field('New email address').fill('kim@example.com');
    await email.button('Add address').click();
    for (const seconds of [1, 2]) {
      await email.outcome.getByText(`Retrying in ${seconds} s`).waitFor();
      await desk.page.clock.fastForward(seconds * 1000);
    }
    expect(await email.ended('unknown')).toContain("We couldn't confirm that the address was saved. Try again");
    await email.button('Try again').click();
    expect(await email.ended('applied')).toMatch(/^Added: .+@example\.com.*it was not made twice/);
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(await addresses('kim@contoso.com')).toEqual(['kim@example.com']);
  });

  it('and that was not deleted, is still there', async () => {
    await fault({ match: DELETE, status: 503, times: 9 });
    await desk.find('grady@contoso.com');
    await email.button('Delete address').click();
    await email.confirm('Delete address');
    await email.card.locator('.outcome[data-is=refused], .outcome[data-is=unknown]').waitFor();
    expect(await addresses('grady@contoso.com')).toEqual(['grady@example.com']);
  });
});
