/** What every page has to stand, in every state: axe, and what axe does not see. */

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { doubles, drawings, errorSummary, overflow, reading, smallText, structure, typography, unseenFocus } from './in-page.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation that axe knows, whatever its weight. */
export async function axe(page: Page, name: string, rules?: string[]): Promise<void> {
  // axe runs in the page as a script of the driver: the policy stays in force for the page itself.
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(TAGS)).analyze();
  const told = violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`);
  assert.ok(told.length === 0, `${name}\n${told.join('\n')}`);
}

/** Everything, at the widths and in the schemes that people use. The page is left as it was found. */
export async function everything(page: Page, name: string): Promise<void> {
  const none = async (faults: Promise<string[]>, what: string): Promise<void> => {
    const found = await faults;
    assert.ok(found.length === 0, `${name}, ${what}:\n  ${found.join('\n  ')}`);
  };
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  await none(page.evaluate(errorSummary), 'errors');
  await axe(page, name);
  await none(page.evaluate(structure), 'structure');
  await none(page.evaluate(doubles), 'doubles');
  await none(page.evaluate(typography), 'typography');
  await none(page.evaluate(drawings), 'drawings');
  await page.keyboard.press('Tab');
  await none(page.evaluate(unseenFocus, false), 'focus');
  await none(at(page, 320, async () => [...(await page.evaluate(overflow)), ...(await page.evaluate(smallText))]), 'at 320 px');
  await none(at(page, 390, async () => [...(await page.evaluate(overflow)), ...(await page.evaluate(smallText))]), 'at 390 px');
  await none(read(page, 320, 'spaced'), 'with spacing, at 320 px');
  await none(read(page, 1280, 'spaced'), 'with spacing');
  await none(read(page, 1280, 'large'), 'with letters twice as large');
  await page.setViewportSize({ width, height });

  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page, `${name}, dark`, ['color-contrast', 'link-in-text-block']);
  await none(page.evaluate(drawings), 'drawings, dark');
  await none(page.evaluate(unseenFocus, false), 'focus, dark');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await none(page.evaluate(unseenFocus, true), 'focus, forced colours');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

async function at(page: Page, width: number, look: () => Promise<string[]>): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return look();
}

async function read(page: Page, width: number, way: 'spaced' | 'large'): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(reading, way);
  const faults = await page.evaluate(overflow);
  await page.evaluate(reading, 'plain' as const);
  return faults;
}
