import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { violationsOn } from './axe';
import { example, inBrowser, isGraphQL } from './playground';

describe('the schema', () => {
  const playground = inBrowser();
  const page = () => playground.page.getByRole('dialog', { name: 'Schema' });

  it('is read as a page, with what everything means', async () => {
    await playground.button('Show Schema').click();
    await playground.button('Read the schema').click();
    await page().getByRole('heading', { name: 'Mutations' }).waitFor();
    await page().getByRole('searchbox').fill('addPhoneMethod');
    await page().getByRole('heading', { name: 'addPhoneMethod', exact: true }).waitFor();
    expect(await page().getByRole('heading', { name: 'resetMfa', exact: true }).count()).toBe(0);
    expect(await violationsOn(playground.page)).toEqual([]);
    await page().getByRole('button', { name: 'Close' }).click();
  });

  it('is downloaded as a file that builds', async () => {
    const downloading = playground.page.waitForEvent('download');
    await playground.button('Download schema.graphql').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('schema.graphql');
    const schema = buildSchema(readFileSync(await download.path(), 'utf8'), { assumeValidSDL: true });
    expect(schema.getMutationType()?.getFields()).toHaveProperty('addPhoneMethod');
  });

  it('gives an operation to begin with, which is sent when its placeholders are replaced', async () => {
    await playground.button('setEmailMethod').click();
    await playground.page.getByRole('tab', { name: 'SetEmailMethod' }).waitFor();
    expect(await playground.page.locator('.graphiql-query-editor').textContent()).toContain('setEmailMethod');
    await playground.button('Execute query (Ctrl-Enter)').click();
    await playground.page.locator('.result-window').getByText('Replace').waitFor();
    expect(await violationsOn(playground.page)).toEqual([]);
  });
});

describe('all errors', () => {
  const playground = inBrowser();

  it('are selected by one click, and sent', async () => {
    await playground.openExample(example('OwnAccount'));
    await playground.button('Select all errors').click();
    await playground.page.getByText('All errors are selected. Ctrl + Z takes that back.').waitFor();
    expect(await sentBy(() => playground.button('Execute query (Ctrl-Enter)').click())).toContain(
      'MobilePhoneRequiredError',
    );
    await playground.page.getByText('✓ As expected').waitFor();
  });

  it('are gone again when that is undone', async () => {
    await playground.page.locator('.graphiql-query-editor .view-line').first().click();
    await playground.page.keyboard.press('Control+z');
    expect(await sentBy(() => playground.page.keyboard.press('Control+Enter'))).not.toContain(
      'MobilePhoneRequiredError',
    );
  });

  async function sentBy(run: () => Promise<void>): Promise<string> {
    const sent = playground.page.waitForRequest(isGraphQL);
    await run();
    return (await sent).postData() ?? '';
  }
});
