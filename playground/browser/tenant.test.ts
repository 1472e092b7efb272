import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADDRESS, example, inBrowser, isGraphQL, ON_TENANT } from './playground';

const RUN = 'Execute query (Ctrl-Enter)';
const VARIABLES = {
  input: { user: { userPrincipalName: 'nobody@contoso.com' }, phoneNumber: '+1 2065550120', phoneType: 'MOBILE' },
};

describe('on a tenant', () => {
  // The page is told that there is no sandbox; the gateway is the same.
  const playground = inBrowser({
    before: (page) => page.route('**/playground/settings.json', (route) => route.fulfill({ json: ON_TENANT })),
    ready: (page) => page.locator('.graphiql-query-editor .view-line').first().waitFor(),
  });

  it('the examples name no user and no number of the sandbox', async () => {
    for (const operation of ['AddAPhone', 'ManyAccessPasses', 'DeleteAPasskey', 'LastSignIn']) {
      await playground.openExample(example(operation));
      const variables = playground.page.locator('.graphiql-editor-tool .view-lines');
      await variables.getByText('<').first().waitFor();
      expect(await variables.textContent()).not.toMatch(/contoso|10000000-|206555/);
    }
  });

  it('Run sends nothing until every placeholder is replaced, and says so', async () => {
    await useToken(playground.page);
    await playground.openExample(example('AddAPhone'));
    const requests: unknown[] = [];
    playground.page.on('request', (request) => isGraphQL(request) && requests.push(request.postData()));
    await playground.button(RUN).click();
    await playground.page.locator('.exchange').getByText('Nothing was sent.').waitFor();
    await playground.page.locator('.result-window').getByText('Replace <SIGN-IN NAME> and <PHONE NUMBER>').waitFor();
    expect(requests).toEqual([]);
  });

  it('Run sends what the person typed in their place', async () => {
    await playground.type('editor-tool', JSON.stringify(VARIABLES));
    await playground.button(RUN).click();
    await playground.page.locator('.result-window').getByText('UserNotFoundError').waitFor();
  });
});

async function useToken(page: Page) {
  const answer = await fetch(new URL('/sandbox/personas/auth-admin/token', ADDRESS), { method: 'POST' });
  const { access_token } = (await answer.json()) as { access_token: string };
  const asked = page.waitForResponse((response) => isGraphQL(response.request()));
  await page.locator('#bearer').fill(access_token);
  await page.getByRole('button', { name: 'Use token' }).click();
  await asked;
}
