import { describe, expect, it } from 'vitest';
import { ActionCard } from './actions';
import { deskInBrowser, fault } from './desk';

const { form: desk } = deskInBrowser();
const sessions = new ActionCard(desk, 'Sign out everywhere');

const REVOKE = { method: 'POST', path: '/revokeSignInSessions' };

describe('a user is signed out everywhere', () => {
  it('only after a question that names the user, and the date is told', async () => {
    await desk.find('kim@contoso.com');
    const sent = desk.sent();
    await sessions.button('Sign out everywhere').click();
    expect(await sessions.dialog.textContent()).toMatch(/Sign Kim Akers out everywhere\?.*may lose work/);
    await sessions.confirm('Cancel');
    expect(sent).toEqual([]);
    await sessions.button('Sign out everywhere').click();
    await sessions.confirm('Sign out everywhere');
    const told = await sessions.ended('applied');
    expect(told).toMatch(
      /^The user is signed out everywhere\. Sessions from before .+ are ended\..*Microsoft confirmed/,
    );
    expect(told).toContain(String(new Date().getFullYear()));
  });

  it('once, however often it has to be asked for', async () => {
    const sent = desk.sent();
    await desk.onMutation(async (route, count) => {
      if (count > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await desk.find('kim@contoso.com');
    await sessions.button('Sign out everywhere').click();
    await sessions.confirm('Sign out everywhere');
    expect(await sessions.ended('applied')).toContain('it was not made twice');
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});

describe('a user is not signed out', () => {
  it('when they sign in at another organization, which is said before it is tried', async () => {
    await desk.find('pat_fabrikam.com#EXT#@contoso.com');
    await sessions.reason.waitFor();
    expect(await sessions.reason.textContent()).toContain('signs in at another organization');
    expect(await sessions.button('Sign out everywhere').isDisabled()).toBe(true);
  });

  it('when Microsoft refuses it, which is said with the role that it takes', async () => {
    await fault({ match: REVOKE, status: 403, code: 'Authorization_RequestDenied' });
    await desk.find('kim@contoso.com');
    await sessions.button('Sign out everywhere').click();
    await sessions.confirm('Sign out everywhere');
    expect(await sessions.ended('refused')).toMatch(/^The sessions were not ended\. Nothing was changed\..*permission/);
  });
});
