import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { errorTypes } from '../src/outcome';
import { example, inBrowser } from './playground';

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

  it('go wrong as prepared only once', async () => {
    const throttled = example('Throttled');
    await playground.run(throttled);
    await playground.button('Execute query (Ctrl-Enter)').click();
    await playground.page.getByText('Answered success instead').waitFor();
  });

  it('come back in a new tab after theirs was closed', async () => {
    const malformed = example('MalformedNumber');
    await playground.page.getByRole('tab', { name: malformed.operation }).click();
    await playground.page.locator('.graphiql-tab-active').getByRole('button', { name: 'Close Tab' }).click();
    expect(errorTypes(await playground.run(malformed))).toEqual(malformed.expects);
  });
});
