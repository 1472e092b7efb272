import { describe, expect, it } from 'vitest';
import { deskInBrowser, writes } from './desk';

describe('a help desk without a mouse', () => {
  const { form: desk } = deskInBrowser();
  const press = (key: string) => desk.page.keyboard.press(key);

  it('finds a person, replaces the phone and takes a method away', async () => {
    await desk.user.focus();
    await desk.page.keyboard.type('graham');
    await press('Enter');
    await desk.people.first().waitFor();
    await tabTo(/^Miriam Graham/);
    await press('Enter');
    await desk.person.waitFor();
    await desk.page.waitForFunction(() => document.activeElement?.tagName === 'H2');

    await tabTo(/^Replace number: Mobile/);
    await press('Enter');
    await desk.page.keyboard.type('+1 2065550120');
    await press('Enter');
    await desk.page.getByText('Number replaced: Mobile').waitFor();
    await desk.page.waitForFunction(() => document.activeElement?.textContent === 'Authentication methods');

    await tabTo(/^Delete: Passkey/);
    await press('Enter');
    await desk.page.getByRole('dialog').waitFor();
    expect(await focused()).toBe('Cancel');
    await press('Escape');
    expect(await focused()).toMatch(/^Delete: Passkey/);
    await desk.page.locator('dialog').waitFor({ state: 'detached' });
    await press('Enter');
    await tabTo(/^Delete method/);
    await press('Enter');
    await desk.page.getByText(/^Deleted: Passkey/).waitFor();
    expect(await desk.method('Passkey (FIDO2)').count()).toBe(0);
    expect(await writes()).toContain('+1 2065550120');
  });

  it('sees where the focus is, wherever it goes', async () => {
    await desk.find('megan@contoso.com');
    for (let presses = 0; presses < 12; presses++) {
      await press('Tab');
      const ring = await desk.page.evaluate(() => {
        const active = document.activeElement;
        const shown = active?.matches('input[type=radio]') ? (active.closest('label') ?? active) : active;
        return shown ? getComputedStyle(shown).outlineStyle + getComputedStyle(active ?? shown).outlineStyle : 'none';
      });
      expect(ring.replaceAll('none', ''), await focused()).not.toBe('');
    }
  });

  function focused(): Promise<string> {
    return desk.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
    });
  }

  async function tabTo(name: RegExp) {
    for (let presses = 0; presses < 60; presses++) {
      if (name.test(await focused())) return;
      await press('Tab');
    }
    throw new Error(`The Tab key does not lead to ${name}.`);
  }
});
