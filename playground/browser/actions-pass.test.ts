import { describe, expect, it } from 'vitest';
import { ActionCard, methodsOf, sandbox, signsIn } from './actions';
import { deskInBrowser, fault } from './desk';

const { form: desk, playground } = deskInBrowser();
const pass = new ActionCard(desk, 'Temporary Access Pass');

const POST = { method: 'POST', path: '/temporaryAccessPassMethods' };

function passesOf(user: string) {
  return methodsOf(user, 'temporaryAccessPassMethods');
}

describe('a pass', () => {
  it('is created, and its code lets the user in', async () => {
    await desk.find('kim@contoso.com');
    await pass.field('Valid for how many minutes?').fill('120');
    await pass.card.getByText('That is 2 hours.').waitFor();
    await pass.button('Create pass').click();
    expect(await pass.ended('applied')).toMatch(/^The pass is created\. It is valid until .+The code is below\./);
    expect(await passesOf('kim@contoso.com')).toMatchObject([{ lifetimeInMinutes: 120, isUsableOnce: true }]);
    expect(await signsIn('kim@contoso.com', { temporaryAccessPass: await pass.read() })).toBe(true);
  });

  it('can be used often, and begin later', async () => {
    await desk.find('kim@contoso.com');
    await pass.field('As often as needed, until it expires').check();
    await pass.field('Later').check();
    await pass.button('Create pass').click();
    await pass.card.getByText('Choose the date and time').waitFor();
    await pass.field(/^Begins at/).fill('2020-01-01T10:00');
    await pass.card.getByText('A pass cannot begin in the past').waitFor();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await pass.field(/^Begins at/).fill(`${tomorrow}T10:00`);
    await pass.button('Create pass').click();
    expect(await pass.ended('applied')).toMatch(/It is valid from .+ until /);
    const [created] = await passesOf('kim@contoso.com');
    expect(created).toMatchObject({ isUsableOnce: false });
    expect(new Date(String(created?.startDateTime)).getTime()).toBe(new Date(`${tomorrow}T10:00`).getTime());
  });

  it('takes the place of one that is still good only after a question', async () => {
    await desk.find('delia@contoso.com');
    await pass.button('Create and replace the pass').click();
    expect(await pass.dialog.textContent()).toMatch(/Replace the pass of Delia Dennis\?.*stops working/);
    await pass.confirm('Cancel');
    expect(await signsIn('delia@contoso.com', { temporaryAccessPass: 'Contoso-24' })).toBe(true);
    await pass.button('Create and replace the pass').click();
    await pass.confirm('Create and replace the pass');
    expect(await pass.ended('applied')).toContain('The pass that existed before no longer works.');
    expect(await signsIn('delia@contoso.com', { temporaryAccessPass: 'Contoso-24' })).toBe(false);
  });

  it('is deleted only after a question', async () => {
    await desk.find('delia@contoso.com');
    await pass.button('Delete pass').click();
    await pass.confirm('Delete pass');
    expect(await pass.ended('applied')).toMatch(/^The pass was deleted\./);
    expect(await passesOf('delia@contoso.com')).toEqual([]);
  });
});

describe('the code of a pass', () => {
  it('is hidden, and not in the document, until it is asked for', async () => {
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    await pass.secret.waitFor();
    const hidden = await desk.page.content();
    const code = await pass.read();
    expect(code.length).toBeGreaterThanOrEqual(8);
    expect(hidden).not.toContain(code);
    await pass.button('Hide').click();
    expect(await desk.page.content()).not.toContain(code);
  });

  it('is copied by a button, and said to be in the clipboard', async () => {
    await playground.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    await pass.button('Copy').click();
    await pass.card.getByText('The clipboard keeps it').waitFor();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(await pass.read()).toBe(copied);
  });

  it('is cleared after five minutes, unless it is kept longer', async () => {
    await desk.page.clock.install();
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    const code = await pass.read();
    await desk.page.clock.runFor(4 * 60_000 + 5_000);
    await pass.card.getByText('It is cleared in less than a minute').waitFor();
    await pass.button('Keep 5 minutes longer').click();
    await desk.page.clock.runFor(4 * 60_000);
    expect(await pass.secret.textContent()).toContain(code);
    await desk.page.clock.runFor(61_000);
    await pass.card.getByText('It was cleared from this page').waitFor();
    expect(await pass.secret.count()).toBe(0);
    expect(await desk.page.content()).not.toContain(code);
  });

  it('is cleared by a button, by another person, and by a change of who acts', async () => {
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    await pass.read();
    await pass.button('Clear now').click();
    await pass.card.getByText('It was cleared from this page').waitFor();
    expect(await pass.secret.count()).toBe(0);

    await pass.button('Create and replace the pass').click();
    await pass.confirm('Create and replace the pass');
    await pass.read();
    await desk.find('megan@contoso.com');
    expect(await pass.secret.count()).toBe(0);
    await desk.find('kim@contoso.com');
    expect(await pass.secret.count()).toBe(0);

    await pass.button('Create and replace the pass').click();
    await pass.confirm('Create and replace the pass');
    const code = await pass.read();
    await desk.actAs('privileged-auth-admin');
    await pass.secret.waitFor({ state: 'detached' });
    expect(await desk.page.content()).not.toContain(code);
  });

  it('is in no storage, no cookie, no address and no history', async () => {
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    const code = await pass.read();
    const kept = await desk.page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, location.href, history.state]),
    );
    expect(kept).not.toContain(code);
    expect(await playground.context.cookies()).toEqual([]);
    expect(await desk.page.evaluate(() => caches.keys())).toEqual([]);
  });

  it('that was lost on the way is said to be lost, with the next step', async () => {
    await fault({ match: POST, status: 504, apply: true });
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    expect(await pass.ended('applied')).toMatch(/Nobody has seen the code\. Create the pass again/);
    expect(await pass.secret.count()).toBe(0);
    await pass.button('Create and replace the pass').click();
    await pass.confirm('Create and replace the pass');
    await pass.secret.waitFor();
    expect(await signsIn('kim@contoso.com', { temporaryAccessPass: await pass.read() })).toBe(true);
  });

  it('that was in an answer which never came is not shown again, and no second pass is created', async () => {
    const sent = desk.sent();
    await desk.onMutation(async (route, count) => {
      if (count > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    expect(await pass.ended('applied')).toContain('Microsoft does not show it again');
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(await pass.secret.count()).toBe(0);
    expect(await passesOf('kim@contoso.com')).toHaveLength(1);
  });
});

describe('the policy for passes', () => {
  it('gives the bounds to those who may read it, and what is outside of them is told before it is sent', async () => {
    const sent = desk.sent();
    await desk.actAs('global-reader');
    await desk.find('kim@contoso.com');
    const lifetime = pass.field('Valid for how many minutes?');
    expect(await desk.describes(lifetime)).toContain('allows 1 hour to 8 hours. Leave it empty for 1 hour.');
    await lifetime.fill('20');
    await pass.button('Create pass').click();
    await pass.card.locator('.field-error').getByText('allows 1 hour to 8 hours.').waitFor();
    expect(await desk.isInvalid(lifetime)).toBe(true);
    expect(await desk.hasFocus(lifetime)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('is told by the gateway where the page does not know it', async () => {
    await desk.find('kim@contoso.com');
    const lifetime = pass.field('Valid for how many minutes?');
    await lifetime.fill('20');
    await pass.button('Create pass').click();
    expect(await pass.ended('refused')).toBe('No pass was created. Nothing was changed.');
    expect(await desk.isInvalid(lifetime)).toBe(true);
    expect(await desk.describes(lifetime)).toMatch(/policy does not allow/);
  });

  it('may allow only one use, which is said beside the choice', async () => {
    await sandbox('POST', 'settings', { temporaryAccessPassPolicy: { isUsableOnce: true } });
    await desk.find('kim@contoso.com');
    await pass.field('As often as needed, until it expires').check();
    await pass.button('Create pass').click();
    await pass.ended('refused');
    const choice = pass.card.getByRole('radiogroup', { name: 'How often can it be used?' });
    expect(await desk.isInvalid(choice)).toBe(true);
    expect(await desk.describes(choice)).toContain('Choose Once.');
  });

  it.each([
    ['exclude the user', 'ben@contoso.com', {}],
    ['switch passes off', 'kim@contoso.com', { isEnabled: false }],
  ])('may %s, which is said', async (_, user, temporaryAccessPassPolicy) => {
    await sandbox('POST', 'settings', { temporaryAccessPassPolicy });
    await desk.find(user);
    await pass.button('Create pass').click();
    expect(await pass.ended('refused')).toMatch(/policy does not allow this user a Temporary Access Pass/);
    expect(await passesOf(user)).toEqual([]);
  });
});

describe('a pass cannot be created', () => {
  it('in one’s own account, which is said before it is tried', async () => {
    await desk.find('avery@contoso.com');
    expect(await pass.reason.textContent()).toContain('your own account');
    expect(await pass.button('Create pass').isDisabled()).toBe(true);
  });

  it.each([
    ['auth-admin', 'pat_fabrikam.com#EXT#@contoso.com', 'signs in at another organization'],
    ['auth-admin', 'lidia@contoso.com', 'An Authentication Administrator cannot change administrators'],
    ['global-reader', 'kim@contoso.com', 'You need one of these roles'],
  ])('as %s for %s, which is said', async (persona, user, reason) => {
    await desk.actAs(persona);
    await desk.find(user);
    await pass.button('Create pass').click();
    expect(await pass.ended('refused')).toMatch(/^No pass was created\. Nothing was changed\./);
    expect(await pass.outcome.textContent()).toContain(reason);
  });

  it('while somebody else creates one, which is shown', async () => {
    await fault({
      match: POST,
      meanwhile: {
        when: 'BEFORE',
        method: 'POST',
        path: '/users/10000000-0000-4000-8000-000000000001/authentication/temporaryAccessPassMethods',
        body: { lifetimeInMinutes: 300 },
      },
    });
    await sandbox('POST', 'settings', { tapReplace: 'REFUSE' });
    await desk.find('kim@contoso.com');
    await pass.button('Create pass').click();
    await pass.card.locator('.outcome[data-is=refused], .outcome[data-is=overtaken]').waitFor();
    expect(await pass.outcome.textContent()).toMatch(/can be used until/);
    expect(await pass.card.textContent()).toContain('Pass that exists now: can be used until');
    expect(await passesOf('kim@contoso.com')).toMatchObject([{ lifetimeInMinutes: 300 }]);
  });
});
