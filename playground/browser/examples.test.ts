import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { errorTypes } from '../src/outcome';
import { example, inBrowser, isGraphQL } from './playground';

describe('the examples', () => {
  const playground = inBrowser();

  it('add a phone, and at the second run refuse another of its type', async () => {
    await playground.reset();
    expect(await playground.run(example('AddAPhone'))).toMatch(/"methodId": "[0-9a-f-]{36}"/);
    expect(errorTypes(await playground.run(example('AddAPhone')))).toEqual(['PhoneTypeAlreadyRegisteredError']);
  });

  it.each(EXAMPLES.filter(({ steps }) => steps.length === 1))('$number: $title', async (each) => {
    await playground.reset();
    await playground.openExample(each);
    await playground.actAs(each.persona);
    const answer = await playground.runOpened(each);
    expect(errorTypes(answer)?.sort(), answer).toEqual([...each.expects].sort());
    await playground.page.getByText('✓ As expected').waitFor();
  });

  it.each(EXAMPLES.filter(({ steps }) => steps.length > 1))('$number: $title, step by step', async (each) => {
    await playground.reset();
    await playground.openExample(each);
    await playground.actAs(each.persona);
    for (const [index, step] of each.steps.entries()) {
      await playground.page.getByText(`run ${step}`).waitFor();
      const answer = await playground.runStep(step);
      expect(errorTypes(answer)?.sort(), answer).toEqual([...each.expects].sort());
      await playground.page.getByText(`Step ${index + 1} of ${each.steps.length}`).waitFor();
      await playground.page.getByText('✓ As expected').waitFor();
    }
  });

  it('tell how long to wait when Microsoft asks for patience', async () => {
    expect(await playground.run(example('Throttled'))).toContain('"retryAfterSeconds": 30');
  });

  it('go wrong as prepared only once, as they say', async () => {
    const throttled = example('Throttled');
    await playground.run(throttled);
    await playground.button('Execute query (Ctrl-Enter)').click();
    await playground.page.getByText('✓ As expected of a second run').waitFor();
  });

  it('say of a second run that it is as expected', async () => {
    await playground.reset();
    await playground.run(example('AddAPhone'));
    await playground.button('Execute query (Ctrl-Enter)').click();
    await playground.page.getByText('✓ As expected of a second run').waitFor();
  });

  it('reset the sandbox and run again where others have changed what they need', async () => {
    await playground.reset();
    await playground.actAs('global-reader');
    await playground.run(example('AddAPhone'));
    await playground.page.getByText('Answered PermissionDeniedError instead').waitFor();
    await playground.actAs('auth-admin');
    await playground.button('Reset and run').click();
    await playground.page.getByText('✓ As expected', { exact: true }).waitFor();
  });

  it('send the key that they speak of, with which a second run settles the outcome', async () => {
    const unknown = example('OutcomeUnknown');
    expect(await playground.run(unknown)).toContain('OutcomeUnknownError');
    const sent = playground.page.waitForRequest(isGraphQL);
    await playground.button('Execute query (Ctrl-Enter)').click();
    expect((await sent).postData()).toContain('"idempotencyKey":"example-25"');
    await playground.page.getByText('✓ As expected of a second run').waitFor();
  });

  it('can be had back after they were changed', async () => {
    await playground.openExample(example('WhoAmI'));
    await playground.type('query-editor', 'query WhoAmI { viewer { username } }');
    await playground.button('Restore example').click();
    await playground.page.locator('.graphiql-query-editor').getByText('tenantId').waitFor();
    await playground.button('Restore example').waitFor({ state: 'detached' });
  });

  it('come back in a new tab after theirs was closed', async () => {
    const malformed = example('MalformedNumber');
    await playground.openExample(malformed);
    await playground.page.getByRole('tab', { name: malformed.operation }).focus();
    await playground.page.keyboard.press('Delete');
    await playground.page.getByRole('tab', { name: malformed.operation }).waitFor({ state: 'detached' });
    expect(errorTypes(await playground.run(malformed))).toEqual(malformed.expects);
  });
});
