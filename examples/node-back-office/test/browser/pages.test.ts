/** Every page in every state, for eyes and hands: axe, both colour schemes, small screens, large letters, the keyboard. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { atEnd } from '../help/cleanup.js';
import { routesOf } from '../help/routes.js';
import { everything } from './checks.js';
import { openChromium, withoutChromium } from './chromium.js';
import { NO_PAGES, STATES } from './pages.js';
import { busyWorld, contextOf, emptyWorld, troubledWorld, type World } from './world.js';

describe('every page in every state', { skip: withoutChromium() }, () => {
  let chromium: Browser;
  const worlds = {} as Record<'busy' | 'empty' | 'troubled', World>;
  before(async () => {
    chromium = await openChromium();
    atEnd(() => chromium.close());
    worlds.busy = await busyWorld();
    worlds.empty = await emptyWorld();
    worlds.troubled = await troubledWorld();
  });

  test('every route is in the list of pages', () => {
    const routes = routesOf(worlds.busy.office.app, 'GET');
    assert.ok(routes.includes('/conseiller/diagnostics/:id/besoins') && routes.includes('/pilotage/couverture.csv'), 'the routes are read');
    const listed = new Set(STATES.map((state) => state.route));
    const missing = routes.filter((route) => !listed.has(route) && !NO_PAGES.some((none) => none.test(route)));
    assert.deepEqual(missing, [], 'a page that nobody looks at here');
    assert.deepEqual([...listed].filter((route) => !routes.includes(route)), [], 'a page that is no more');
  });

  for (const state of STATES) {
    test(`${state.route} ${state.name} (${state.as})`.replaceAll('  ', ' '), async () => {
      const world = worlds[state.where];
      const address = state.address(world.at);
      assert.ok(address, 'the world has such a page');
      const context = await contextOf(chromium, world, state.as);
      const faults: string[] = [];
      context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()));
      context.on('weberror', (error) => faults.push(String(error.error())));
      const page = await context.newPage();
      try {
        const answer = await page.goto(`${world.base}${address}`);
        assert.ok((answer?.status() ?? 500) < 500, `${answer?.status()}`);
        await state.then?.(page);
        await everything(page, `${state.route} ${state.name}`);
        assert.deepEqual(faults, [], 'no script failed and no policy was broken');
      } finally {
        await context.close();
      }
    });
  }
});
