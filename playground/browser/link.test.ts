import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { example, inBrowser, isGraphQL } from './playground';

const OPERATION = 'query Linked($by: UserRef!) { user(by: $by) { id } }';
const LINK = `#query=${encodeURIComponent(OPERATION)}`;
const WITH_DATA = `#query=${encodeURIComponent('{ user(by: { userPrincipalName: "kim@contoso.com" }) { id } }')}`;

describe('a link', () => {
  const playground = inBrowser();
  const dialog = () => playground.page.getByRole('dialog', { name: 'Link' });
  const address = () => dialog().getByRole('textbox', { name: 'Link' }).inputValue();

  beforeAll(() => playground.context.grantPermissions(['clipboard-read', 'clipboard-write']));
  afterEach(() => playground.page.keyboard.press('Escape'));

  it('to an example is the address of the page, and what is copied', async () => {
    await playground.openExample(example('WhoAmI'));
    await playground.button('Copy a link').click();
    await dialog().getByRole('button', { name: 'Copy link' }).click();
    await dialog().getByRole('button', { name: 'Copied ✓' }).waitFor();
    const copied = await playground.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await address());
    expect(copied).toBe(playground.page.url());
    expect(copied).toMatch(/#example=WhoAmI$/);
  });

  it('to an operation leaves out its variables and its comments', async () => {
    await playground.openExample(example('UserNotFound'));
    await playground.type('query-editor', `# about nobody\n${OPERATION}`);
    await playground.button('Copy a link').click();
    expect(decodeURIComponent(await address())).toContain('query Linked($by: UserRef!)');
    expect(decodeURIComponent(await address())).not.toContain('nobody');
  });

  it('to an operation with data of people is refused, with the reason', async () => {
    await playground.type('query-editor', '{ user(by: { userPrincipalName: "kim@contoso.com" }) { id } }');
    await playground.button('Copy a link').click();
    await dialog().getByText('Line 1 has a text in quotation marks.').waitFor();
    expect(await dialog().getByRole('textbox').count()).toBe(0);
    expect(playground.page.url()).not.toContain('kim');
  });

  it('opens its operation in a tab, and runs nothing', async () => {
    const sent: unknown[] = [];
    playground.page.on('request', (request) => isGraphQL(request) && sent.push(request.postData()));
    await playground.page.evaluate((link) => (location.hash = link), LINK);
    await playground.page.getByRole('tab', { name: 'Linked' }).waitFor();
    expect(sent).toEqual([]);
  });

  it('with values in it is not opened, and says so', async () => {
    await playground.page.evaluate((link) => (location.hash = link), WITH_DATA);
    const refusal = playground.page.locator('.link-refused[role=alert]');
    await refusal.getByText('The link was not opened').waitFor();
    expect(await playground.page.locator('.graphiql-query-editor').textContent()).not.toContain('kim@contoso.com');
    await playground.button('Dismiss').click();
    await refusal.waitFor({ state: 'detached' });
  });
});

describe('a visit by a link', () => {
  const playground = inBrowser({ path: `/${LINK}` });

  it('begins with its operation', async () => {
    await playground.page.getByRole('tab', { name: 'Linked' }).waitFor();
    expect(await playground.page.locator('.graphiql-query-editor').textContent()).toContain('UserRef');
  });
});

describe('a visit by a link to an example', () => {
  const playground = inBrowser({ path: '/#example=Throttled' });

  it('begins with the example, its variables, and how it is to end', async () => {
    await playground.page.getByText('Expected', { exact: true }).waitFor();
    expect(await playground.page.locator('.note').textContent()).toContain('UpstreamThrottledError');
    expect(await playground.page.locator('.graphiql-editor-tool').textContent()).toContain('adele@contoso.com');
  });
});
