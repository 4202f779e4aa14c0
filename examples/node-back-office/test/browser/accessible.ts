import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Nothing that axe finds against WCAG 2 A and AA, of a weight that matters; and nothing that leaves the width of the page. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  const told = grave.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}`).join('\n')}`);
  assert.deepEqual(told, [], page.url());
  const [wide, width] = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]') as [number, number];
  assert.ok(wide <= width, `${page.url()} is ${wide} wide in ${width}`);
}
