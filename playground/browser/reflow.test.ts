import { describe, expect, it } from 'vitest';
import { violationsOn } from './axe';
import { example, inBrowser, type Scheme } from './playground';

/** A desktop, a tablet, a laptop at 200 % zoom, a phone. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 720, height: 450 },
  { width: 390, height: 844 },
];
const SCHEMES: Scheme[] = ['light', 'dark'];
const MEDIA = [{}, { forcedColors: 'active' }, { reducedMotion: 'reduce' }] as const;
const CASES = SIZES.flatMap((size) => SCHEMES.flatMap((scheme) => MEDIA.map((media) => ({ size, scheme, media }))));

const NO_MEDIA = { forcedColors: 'none', reducedMotion: 'no-preference' } as const;

describe('the page', () => {
  const playground = inBrowser();

  it.each(CASES)('fits $size.width × $size.height, $scheme, $media', async ({ size, scheme, media }) => {
    const { page } = playground;
    await page.setViewportSize(size);
    await page.emulateMedia({ ...NO_MEDIA, colorScheme: scheme, ...media });
    await playground.run(example('UsersPhonesEligibility'));
    await playground.screenshot(`reflow-${size.width}-${scheme}-${Object.keys(media)[0] ?? 'plain'}`, {
      fullPage: true,
    });
    expect(await outside()).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
  });

  it.each(SIZES)('shows the whole of the operation, the variables and the answer at $width', async (size) => {
    await playground.page.setViewportSize(size);
    for (const pane of ['.graphiql-query-editor', '.graphiql-editor-tool', '.result-window']) {
      const box = await playground.page.locator(pane).boundingBox();
      expect(box?.height, pane).toBeGreaterThan(120);
      expect(box?.width, pane).toBeGreaterThan(Math.min(size.width * 0.25, 360));
    }
  });

  it('draws the button that runs the query in the colors of the system', async () => {
    await playground.page.emulateMedia({ ...NO_MEDIA, forcedColors: 'active' });
    const run = playground.button('Execute query (Ctrl-Enter)');
    const colors = await run.evaluate((button) => {
      const { backgroundColor, borderTopColor } = getComputedStyle(button);
      return { backgroundColor, borderTopColor, fill: getComputedStyle(button.querySelector('svg') ?? button).fill };
    });
    expect(colors.fill).not.toBe(colors.backgroundColor);
    expect(colors.borderTopColor).not.toBe(colors.backgroundColor);
  });

  it('moves nothing where people ask for less motion', async () => {
    const { page } = playground;
    await page.emulateMedia({ ...NO_MEDIA, reducedMotion: 'reduce' });
    await page.route('**/graphql', () => undefined);
    await playground.button('Execute query (Ctrl-Enter)').click();
    await page.getByText('Running…').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await playground.button('Stop query (Ctrl-Enter)').click();
    await page.unroute('**/graphql');
  });

  /** What sticks out of the page to the right, so that it has to be scrolled sideways. */
  function outside(): Promise<string[]> {
    return playground.page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
  }
});
