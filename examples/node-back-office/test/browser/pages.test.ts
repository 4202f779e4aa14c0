/** Every page in every state, for eyes and hands: axe, both colour schemes, small screens, large letters, the keyboard. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { atEnd } from '../help/cleanup.js';
import { routesOf } from '../help/routes.js';
import { everything } from './checks.js';
import { openChromium, withoutChromium } from './chromium.js';
import { errorSummary, sendBlank, wantingForms } from './in-page.js';
import { NO_PAGES, STATES, type State } from './pages.js';
import { busyWorld, contextOf, emptyWorld, strictWorld, troubledWorld, type World } from './world.js';

describe('every page in every state', { skip: withoutChromium() }, () => {
  let chromium: Browser;
  const forms = new Map<string, { state: State; action: string }>();
  const worlds = {} as Record<State['where'], World>;
  before(async () => {
    chromium = await openChromium();
    atEnd(() => chromium.close());
    worlds.busy = await busyWorld();
    worlds.empty = await emptyWorld();
    worlds.troubled = await troubledWorld();
    worlds.strict = await strictWorld();
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
        for (const action of await page.evaluate(wantingForms)) {
          if (!forms.has(shapeOf(action))) forms.set(shapeOf(action), { state, action });
        }
        assert.deepEqual(faults, [], 'no script failed and no policy was broken');
      } finally {
        await context.close();
      }
    });
  }

  // With script and without: the browser itself moves the focus.
  for (const javaScriptEnabled of [true, false]) {
    test(`every form that wants something, sent without it, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      assert.ok(forms.size >= 9, `${[...forms.keys()].join(', ')}: those that were met`);
      for (const [shape, { state, action }] of forms) {
        const world = worlds[state.where];
        const context = await contextOf(chromium, world, state.as, { javaScriptEnabled });
        const page = await context.newPage();
        try {
          await page.goto(`${world.base}${state.address(world.at)}`);
          await state.then?.(page);
          const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(sendBlank, action)]);
          // A page that is shown again after a redirection is found.
          assert.ok([200, 401, 422].includes(answer?.status() ?? 0), `${shape}: ${answer?.status()}`);
          assert.ok(await page.locator('[data-errors]').count(), `${shape} says what is wrong at the head of the page`);
          if (javaScriptEnabled) await everything(page, `${shape}, blank`);
          else assert.deepEqual(await page.evaluate(errorSummary), [], `${shape}, blank`);
        } finally {
          await context.close();
        }
      }
    });
  }
});

/** Forms of different objects are one. */
const shapeOf = (action: string): string => action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/[\w-]{20,}\.[\w-]+/, '/:token');
