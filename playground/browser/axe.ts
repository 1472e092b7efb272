import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule that is broken within what matches a selector. */
export interface Place {
  rule: string;
  within: string;
}

export interface Violation {
  id: string;
  html: string;
  /** Whether it is in one of the places that were named. */
  known: boolean;
}

/** What axe finds on a page as it is now. */
export async function violationsOn(page: Page, places: Place[] = []): Promise<Violation[]> {
  // Colors that fade are measured when they have faded.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (known) => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await axe.run({ elementRef: true });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        // An editor that was drawn anew meanwhile.
        .filter(({ element }) => element?.isConnected)
        .map(({ element, html }) => {
          return { id, html, known: known.some(({ rule, within }) => rule === id && element?.closest(within)) };
        }),
    );
  }, places);
}
