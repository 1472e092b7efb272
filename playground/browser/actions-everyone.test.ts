import { describe, expect, it } from 'vitest';
import { ActionCard, methodsOf } from './actions';
import { violationsOn } from './axe';
import { deskInBrowser, fault, type DeskPage } from './desk';
import type { Scheme } from './playground';

const TITLES = [
  'Email address for password reset',
  'Temporary Access Pass',
  'Reset MFA',
  'Sign out everywhere',
  'Reset password',
];

describe.each<[Scheme, 'none' | 'active', number]>([
  ['light', 'none', 1280],
  ['dark', 'none', 390],
  ['light', 'active', 390],
])('in %s, forced colours %s, %i pixels wide', (scheme, forcedColors, width) => {
  const { form: desk, playground } = deskInBrowser(scheme, { forcedColors, viewport: { width, height: 900 } });
  const [email, pass, reset, sessions, password] = cardsOf(desk);

  it('axe finds nothing, in any state, and nothing is wider than the page', async () => {
    await desk.find('avery@contoso.com');
    await look('blocked');
    await desk.find('delia@contoso.com');
    await look('open');
    await email.button('Replace address').click();
    await password.field('Enter one').check();
    await password.button('Reset password').click();
    await look('wrong');
    await email.button('Delete address').click();
    await look('question');
    await desk.page.keyboard.press('Escape');
    await reset.button('Show the plan').click();
    await reset.ended('checked');
    await look('plan');
    await fault({ match: { method: 'POST', path: '/revokeSignInSessions' }, status: 429, retryAfter: 30 });
    await sessions.button('Sign out everywhere').click();
    await sessions.confirm('Sign out everywhere');
    await sessions.ended('refused');
    await pass.button('Create and replace the pass').click();
    await pass.confirm('Create and replace the pass');
    await pass.read();
    await look('secret');
    await playground.screenshot(`actions-${scheme}-${forcedColors}-${width}`, { fullPage: true });
  });

  async function look(state: string) {
    const found = await violationsOn(desk.page);
    expect(found.map(({ id, html }) => `${state}, ${id}: ${html}`)).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

describe('with the keyboard alone', () => {
  const { form: desk } = deskInBrowser();
  const [email, pass, reset, sessions] = cardsOf(desk);

  it('an address is added and deleted, a pass handed out, MFA reset, and the user signed out', async () => {
    await desk.find('diego@contoso.com');
    await tabTo(desk, 'New email address');
    await desk.page.keyboard.type('diego@example.com');
    await desk.page.keyboard.press('Enter');
    await email.ended('applied');
    await tabTo(desk, 'Delete address');
    await desk.page.keyboard.press('Enter');
    // The focus is on the button that changes nothing.
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Enter');
    await email.card.getByText('The address was deleted.').waitFor();
    await desk.page.waitForFunction(() => document.activeElement?.textContent === 'Email address for password reset');

    await tabTo(desk, 'Create pass');
    await desk.page.keyboard.press('Space');
    await pass.ended('applied');
    await tabTo(desk, 'Show');
    await desk.page.keyboard.press('Space');
    expect((await pass.secret.locator('.secret-text').textContent())?.length).toBeGreaterThanOrEqual(8);

    await tabTo(desk, 'Show the plan');
    await desk.page.keyboard.press('Enter');
    await reset.ended('checked');
    await tabTo(desk, 'Reset MFA');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Enter');
    await reset.ended('applied');

    await tabTo(desk, 'Sign out everywhere');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Enter');
    expect(await sessions.dialog.isVisible()).toBe(false);
    expect(await desk.hasFocus(sessions.button('Sign out everywhere'))).toBe(true);
    expect(await methodsOf('diego@contoso.com', 'phoneMethods')).toEqual([]);
  });
});

describe('in German', () => {
  const { form: desk } = deskInBrowser('light', { locale: 'de-DE' });
  const pass = new ActionCard(desk, 'Befristeter Zugriffspass');
  const reset = new ActionCard(desk, 'MFA zurücksetzen');
  const sessions = new ActionCard(desk, 'Überall abmelden');
  const password = new ActionCard(desk, 'Kennwort zurücksetzen');
  const email = new ActionCard(desk, 'E-Mail-Adresse für die Kennwortzurücksetzung');

  it('the story of somebody who has lost a phone is told', async () => {
    await desk.find('diego@contoso.com');
    await email.field('Neue E-Mail-Adresse').fill('diego');
    await email.button('Adresse hinzufügen').click();
    await email.card.getByText('Die E-Mail-Adresse muss genau ein At-Zeichen enthalten').waitFor();

    await reset.button('Plan anzeigen').click();
    expect(await reset.ended('checked')).toBe('Das ist der Plan. Es wurde nichts geändert.');
    await reset.button('MFA zurücksetzen').click();
    expect(await reset.dialog.textContent()).toMatch(/MFA von Diego Siciliani zurücksetzen\?.*Zweites Mobiltelefon/);
    await reset.confirm('MFA zurücksetzen');
    expect(await reset.ended('applied')).toMatch(/^MFA ist zurückgesetzt\..*überall abgemeldet/);

    await pass.button('Pass erstellen').click();
    expect(await pass.ended('applied')).toMatch(/^Der Pass ist erstellt\. Er gilt bis .+ Der Code steht unten\./);
    await pass.button('Anzeigen').click();

    await sessions.button('Sitzungen widerrufen').click();
    await sessions.confirm('Sitzungen widerrufen');
    expect(await sessions.ended('applied')).toMatch(
      /^Der Benutzer ist überall abgemeldet\. Sitzungen, die vor .+ sind/,
    );

    await password.button('Kennwort zurücksetzen').click();
    await password.confirm('Kennwort zurücksetzen');
    await password.outcome.getByText('Microsoft hat das Kennwort zurückgesetzt.').waitFor();
  });
});

function cardsOf(desk: DeskPage) {
  const [email, pass, reset, sessions, password] = TITLES.map((title) => new ActionCard(desk, title));
  return [email, pass, reset, sessions, password] as [ActionCard, ActionCard, ActionCard, ActionCard, ActionCard];
}

/** Presses Tab until something of that name has the focus. */
async function tabTo({ page }: DeskPage, name: string) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent;
    });
    if (focused === name) return;
  }
  throw new Error(`The Tab key does not lead to ${name}.`);
}
