/** Whether everybody can use a page. */

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The pages that were looked at. */
export const checked: string[] = [];

/** No violation of WCAG 2 A and AA of any weight that matters; and nothing that the policy of the page blocked. */
export async function accessible(page: Page): Promise<void> {
  // axe runs in the page as a script of the driver: the policy stays in force for the page itself.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  const told = grave.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`);
  assert.deepEqual(told, [], `${page.url()}\n${told.join('\n')}`);
  checked.push(new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id').replaceAll(/\/(e|suivi)\/.+/g, '/$1/:token'));
}
