import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * WCAG 2.2 to its middle level, and what axe holds to be good practice.
 *
 * @see https://www.w3.org/TR/WCAG22/
 */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

declare global {
  interface Window {
    readonly axe?: { readonly run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** What is wrong with the page for those who cannot see, hear or point well: each rule, and where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Evaluated from outside: the page’s own policy lets no script in.
  await page.evaluate(SOURCE);
  const results = await page.evaluate((options) => window.axe?.run(options), OPTIONS);
  if (results === undefined) throw new Error('axe was not loaded');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
