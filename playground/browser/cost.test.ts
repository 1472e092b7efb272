import { describe, expect, it } from 'vitest';
import { example, inBrowser } from './playground';

describe('the cost', () => {
  const playground = inBrowser();
  const cost = () => playground.page.getByRole('region', { name: 'Cost at Microsoft Graph' });

  it('is announced before anything was run', async () => {
    expect(await cost().textContent()).toContain('Run an operation to see its cost');
  });

  it('of many users is one wave with two batches', async () => {
    await playground.run(example('UsersPhonesEligibility'));
    await playground.page.getByText('batches of 4 and 4').waitFor();
    expect(await cost().textContent()).toMatch(/Waves1Calls2.*Items8Time\d+ ms/);
    expect(await cost().locator('.cost-bars g').count()).toBe(2);
  });

  it('of an input that a rule refuses is nothing', async () => {
    await playground.run(example('MalformedNumber'));
    await playground.page.getByText('Microsoft Graph was not asked').waitFor();
  });

  it('is that of the tab that is open', async () => {
    await playground.openExample(example('UsersPhonesEligibility'));
    await playground.page.getByText('batches of 4 and 4').waitFor();
  });
});
