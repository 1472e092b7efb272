import { describe, expect, it } from 'vitest';
import { violationsOn } from './axe';
import { deskInBrowser } from './desk';
import { ENGLISH, GERMAN, helpGrady, type Words } from './help-desk';
import type { Habits, Scheme } from './playground';

const PEOPLE: [string, Scheme, Habits, Words][] = [
  ['in English', 'light', { viewport: { width: 1280, height: 800 } }, ENGLISH],
  ['in German', 'dark', { viewport: { width: 1280, height: 800 }, locale: 'de-DE' }, GERMAN],
  ['on a phone of 390 pixels', 'light', { viewport: { width: 390, height: 844 } }, ENGLISH],
  ['on a phone of 390 pixels in German', 'dark', { viewport: { width: 390, height: 844 }, locale: 'de-AT' }, GERMAN],
  ['on a tablet', 'dark', { viewport: { width: 768, height: 1024 } }, ENGLISH],
  ['on a wide screen', 'dark', { viewport: { width: 1920, height: 1080 } }, ENGLISH],
  ['at a zoom of 200 %', 'light', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, ENGLISH],
  ['in forced colors', 'light', { forcedColors: 'active' }, ENGLISH],
  ['without motion', 'light', { reducedMotion: 'reduce' }, ENGLISH],
];

describe.each(PEOPLE)('a help desk at work %s', (habit, scheme, habits, words) => {
  const { form: desk, playground } = deskInBrowser(scheme, habits);

  it('helps somebody who has lost a phone, on a page that everybody can read', async () => {
    await helpGrady(desk, words, async (state) => {
      const found = await violationsOn(desk.page);
      expect(found.map(({ id, html }) => `${state}, ${id}: ${html}`)).toEqual([]);
      const tooWide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, state).toBeLessThanOrEqual(0);
      await playground.screenshot(`help-desk ${habit} ${state}`.replaceAll(/[ %]+/g, '-'));
    });
    expect(await desk.methods.getByRole('listitem').getByRole('heading').count()).toBeLessThan(4);
  });
});
