import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS, example, inBrowser, isGraphQL } from './playground';

const RUN = 'Execute query (Ctrl-Enter)';
const STOP = 'Stop query (Ctrl-Enter)';

describe('beside the answer', () => {
  const playground = inBrowser();
  const line = () => playground.page.locator('.exchange');

  afterEach(() => playground.page.unrouteAll());

  it('stand its status, its time and its id', async () => {
    await playground.run(example('WhoAmI'));
    expect(await line().textContent()).toMatch(/^HTTP 200 OK\d+ msRequest-Id: [0-9a-f-]{36}$/);
  });

  it('stands how long to wait', async () => {
    await playground.reset();
    const fault = { match: { path: 'kim' }, status: 429, retryAfter: 30, times: 9 };
    await fetch(new URL('/sandbox/faults', ADDRESS), { method: 'POST', body: JSON.stringify(fault) });
    await playground.openExample(example('WhoAmI'));
    await playground.type('query-editor', '{ user(by: { userPrincipalName: "kim@contoso.com" }) { displayName } }');
    await playground.button(RUN).click();
    await line()
      .getByText(/^Retry-After: \d+$/)
      .waitFor();
    await playground.reset();
  });

  it('stands that a request is under way, and after Stop that the change may have been made', async () => {
    await playground.openExample(example('AddAPhone'));
    await playground.page.route('**/graphql', () => undefined);
    await playground.button(RUN).click();
    await line().getByText('Running…').waitFor();
    await playground.button(STOP).click();
    await line().getByText('Stopped waiting. The gateway may have made the change').waitFor();
  });

  it('stands after Stop nothing of a change when a query was asked', async () => {
    await playground.openExample(example('WhoAmI'));
    await playground.page.route('**/graphql', () => undefined);
    await playground.button(RUN).click();
    await playground.button(STOP).click();
    await line().getByText('Stopped waiting for the answer.').waitFor();
  });

  it('stands nothing of another tab', async () => {
    await playground.openExample(example('WhoAmI'));
    await playground.page.route('**/graphql', () => undefined);
    await playground.button(RUN).click();
    await playground.openExample(example('ListTooShort'));
    expect(await line().textContent()).toBe('');
    await playground.openExample(example('WhoAmI'));
    await line().getByText('Stopped waiting').waitFor();
  });

  it('is said in words that the gateway does not answer, and that a change may have been made', async () => {
    await playground.openExample(example('AddAPhone'));
    await playground.page.route('**/graphql', (route) => route.abort());
    await playground.button(RUN).click();
    await line().getByText('No answer from the gateway. The gateway may have made the change').waitFor();
    await playground.page.locator('.result-window').getByText('The gateway does not answer').waitFor();
    await playground.page.getByText('Not run yet').waitFor();
  });

  it('is taken for unanswered, and not for a success, what breaks off', async () => {
    await playground.openExample(example('AddAPhone'));
    const sent = playground.page.waitForRequest(isGraphQL);
    await playground.page.route('**/graphql', (route) => route.abort('connectionreset'));
    await playground.button(RUN).click();
    await sent;
    await line().getByText('No answer from the gateway').waitFor();
    expect(await playground.page.locator('.note-verdict').getAttribute('data-as-expected')).toBeNull();
  });
});
