import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorTypes } from '../src/outcome';
import { example, inBrowser } from './playground';

const SCHEMA = new URL('../../schema/', import.meta.url);

describe('the errors', () => {
  const playground = inBrowser();

  it('are all of the schema of the gateway', async () => {
    await playground.button('Show Errors').click();
    await playground.page.getByText('PhoneTypeAlreadyRegisteredError').waitFor();
    const files = readdirSync(SCHEMA).map((file) => readFileSync(new URL(file, SCHEMA), 'utf8'));
    const declared = files.join('\n').match(/^type \w+ implements ExpectedError/gm);
    expect(await playground.page.locator('.catalogue summary').count()).toBe(declared?.length);
  });

  it('tell what they mean, what they have, and what answers them', async () => {
    await playground.page.locator('summary', { hasText: 'UpstreamThrottledError' }).click();
    const entry = playground.page.locator('.catalogue details[open]');
    for (const text of ['Nothing was changed', 'UPSTREAM_THROTTLED', 'retryAfterSeconds: Float', 'addPhoneMethods'])
      expect(await entry.textContent()).toContain(text);
  });

  it('lead to the example that triggers them', async () => {
    const throttled = example('Throttled');
    await playground.page.getByRole('button', { name: `Open example ${throttled.number}` }).click();
    expect(errorTypes(await playground.runOpened(throttled))).toEqual(['UpstreamThrottledError']);
  });
});
