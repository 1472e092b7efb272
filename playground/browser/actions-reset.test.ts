import { describe, expect, it } from 'vitest';
import { ActionCard, methodsOf, sandbox } from './actions';
import { deskInBrowser, fault, writes } from './desk';

const { form: desk } = deskInBrowser();
const reset = new ActionCard(desk, 'Reset MFA');

function steps() {
  return reset.card
    .getByRole('list', { name: 'Methods, in the order in which they are handled' })
    .getByRole('listitem');
}

async function kindsOf(user: string): Promise<string[]> {
  return (await methodsOf(user, 'methods')).map((method) =>
    String(method['@odata.type']).replace(/^#microsoft\.graph\.|AuthenticationMethod$/g, ''),
  );
}

async function plan() {
  await reset.button('Show the plan').click();
  await reset.ended('checked');
}

describe('a reset', () => {
  it('begins with a plan that says what goes, in order, and what stays and why, and changes nothing', async () => {
    await desk.find('delia@contoso.com');
    expect(await reset.button('Reset MFA').count()).toBe(0);
    await plan();
    expect(await reset.outcome.textContent()).toBe('This is the plan. Nothing was changed.');
    const texts = await steps().allTextContents();
    expect(texts.slice(0, 3)).toEqual([
      expect.stringMatching(/^Alternate mobile, .*goes/),
      expect.stringMatching(/^Office, .*goes/),
      expect.stringMatching(/^Mobile, .*goes/),
    ]);
    expect(texts).toContainEqual(expect.stringMatching(/^Password.*stays.*never deleted/));
    expect(texts).toContainEqual(expect.stringMatching(/^Passkey.*stays.*do not go with the choice above/));
    expect(await writes()).toEqual([]);
  });

  it('is made only after a question that names the user and the methods, and tells each outcome and what remains', async () => {
    await desk.find('delia@contoso.com');
    await plan();
    await reset.button('Reset MFA').click();
    expect(await reset.dialog.textContent()).toMatch(
      /Reset MFA of Delia Dennis\?.*Alternate mobile.*Microsoft Authenticator.*signed out everywhere/,
    );
    await reset.confirm('Cancel');
    expect(await kindsOf('delia@contoso.com')).toContain('phone');
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    expect(await reset.ended('applied')).toMatch(
      /^MFA is reset\..*signed out everywhere: sessions from before .+ are ended.*create a Temporary Access Pass/,
    );
    expect(await steps().locator('.verdict').getByText('deleted').count()).toBe(5);
    const remaining = await reset.card.locator('.remaining').textContent();
    expect(remaining).toContain('Passkey (FIDO2)');
    expect(remaining).not.toContain('Mobile');
    const left = await kindsOf('delia@contoso.com');
    expect(left).not.toContain('phone');
    expect(left).toContain('fido2');
  });

  it('keeps what was chosen to be kept, and the sessions too', async () => {
    await desk.find('delia@contoso.com');
    await reset.field('Everything that can be deleted').check();
    await reset.field(/^Windows Hello for Business/).check();
    await reset.field(/^Also sign out everywhere/).uncheck();
    await plan();
    expect(await reset.card.textContent()).toContain('Sessions go on.');
    expect(await steps().filter({ hasText: 'Windows Hello' }).textContent()).toContain('You chose to keep it.');
    expect(await steps().filter({ hasText: 'QR code' }).textContent()).toMatch(/cannot go/);
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    await reset.card.locator('.outcome').getByText('Sessions go on.').waitFor();
    const left = await kindsOf('delia@contoso.com');
    expect(left.sort()).toEqual(['password', 'qrCodePin', 'windowsHelloForBusiness']);
  });

  it('that could not do all of it says what is still there, and why', async () => {
    await desk.find('delia@contoso.com');
    await reset.field('Everything that can be deleted').check();
    await plan();
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    expect(await reset.ended('refused')).toMatch(/^Not everything was done\./);
    expect(await steps().filter({ hasText: 'QR code' }).textContent()).toMatch(/still there.*can't be deleted here/);
  });

  it('has no plan any more when something else is chosen', async () => {
    await desk.find('delia@contoso.com');
    await plan();
    await reset.field('Everything that can be deleted').check();
    expect(await steps().count()).toBe(0);
    expect(await reset.button('Reset MFA').count()).toBe(0);
  });

  it('takes nothing away that was registered after the plan was seen, and shows a new plan', async () => {
    await desk.find('kim@contoso.com');
    await sandbox('POST', 'users/kim@contoso.com/methods', {
      '@odata.type': '#microsoft.graph.softwareOathAuthenticationMethod',
    });
    await plan();
    await sandbox('POST', 'users/kim@contoso.com/methods', {
      '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
      displayName: 'New phone',
    });
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    await reset.card.getByText('have changed since you saw the plan, so nothing was taken away').waitFor();
    expect(await steps().filter({ hasText: 'New phone' }).textContent()).toMatch(/goes/);
    expect(await writes()).toEqual([]);
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    await reset.ended('applied');
    expect(await kindsOf('kim@contoso.com')).toEqual(['password']);
  });

  it('of which a step is unknown is asked for again with the same key, and goes on', async () => {
    const sent = desk.sent();
    await desk.find('diego@contoso.com');
    await plan();
    await fault({ match: { method: 'DELETE', path: '/phoneMethods' }, times: 9, status: 503 });
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    await reset.outcome.getByText(/Retrying in/).waitFor({ timeout: 60_000 });
    expect(
      await steps()
        .filter({ hasText: /not known yet|not tried yet/ })
        .count(),
    ).toBeGreaterThan(0);
    await sandbox('DELETE', 'faults');
    await reset.button('Retry now').click();
    expect(await reset.ended('applied')).toMatch(/^MFA is reset\./);
    const keys = sent.flatMap(({ idempotencyKey }) => (idempotencyKey ? [idempotencyKey] : []));
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await kindsOf('diego@contoso.com')).toEqual(['password']);
  });
});

describe('a reset cannot be made', () => {
  it('of one’s own account, which is said before it is tried', async () => {
    await desk.find('avery@contoso.com');
    expect(await reset.reason.textContent()).toContain('your own account');
    expect(await reset.button('Show the plan').isDisabled()).toBe(true);
  });

  it('without the role that it takes: each method is still there, and the reason is said', async () => {
    await desk.actAs('global-reader');
    await desk.find('diego@contoso.com');
    await plan();
    await reset.button('Reset MFA').click();
    await reset.confirm('Reset MFA');
    expect(await reset.ended('refused')).toMatch(/^Not everything was done\..*sessions were not ended/);
    expect(await steps().first().textContent()).toMatch(/still there.*You need one of these roles/);
    expect(await writes()).toEqual([]);
  });
});
