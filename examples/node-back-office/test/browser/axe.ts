/** Whether everybody can use a page, for tests of their own subject; `pages.test.ts` looks at every page, and closer. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axe } from './checks.js';
import { overflow } from './in-page.js';

/** The pages that were looked at. */
export const checked: string[] = [];

/** Nothing that axe finds, and nothing that leaves the width of the page. */
export async function accessible(page: Page): Promise<void> {
  await axe(page, page.url());
  assert.deepEqual(await page.evaluate(overflow), [], page.url());
  checked.push(new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id').replaceAll(/\/(e|suivi)\/.+/g, '/$1/:token'));
}
