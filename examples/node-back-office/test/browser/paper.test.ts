/** What one takes to a meeting: printed pages have what matters, and nothing to click. Without a style, the order is right. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { atEnd } from '../help/cleanup.js';
import { openChromium, withoutChromium } from './chromium.js';
import { busyWorld, contextOf, type Visitor, type World } from './world.js';

describe('on paper', { skip: withoutChromium() }, () => {
  let chromium: Browser;
  let world: World;
  before(async () => {
    chromium = await openChromium();
    atEnd(() => chromium.close());
    world = await busyWorld();
  });

  async function open(as: Visitor, address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await contextOf(chromium, world, as, { colorScheme });
    atEnd(() => context.close());
    const page = await context.newPage();
    const answer = await page.goto(`${world.base}${address}`);
    assert.equal(answer?.status(), 200);
    return page;
  }

  const SHEETS: readonly [Visitor, (at: World['at']) => string, RegExp[]][] = [
    ['expert', (at) => at['waiting'] ?? '', [/03 53 01 00 00/, /Le besoin/, /Entreprise/, /Historique/]],
    ['adviser', (at) => at['sent'] ?? '', [/03 53 01 00 00/, /Trésorerie|trésorerie/, /alerté|transmis/i]],
    ['steering', () => '/pilotage/impact', [/Du besoin déposé à l’aide/, /Mois par mois/, /Équité entre territoires/]],
    ['steering', () => '/pilotage/couverture?sujet=handicap-entreprise&institution=cap-emploi', [/Habitants sans expert/, /Somme/]],
  ];
  for (const [as, address, words] of SHEETS) {
    test(`${as}: ${words[0]}`, async () => {
      // Who likes the dark prints on white too.
      for (const scheme of ['light', 'dark'] as const) {
        const page = await open(as, address(world.at), scheme);
        await page.emulateMedia({ media: 'print', colorScheme: scheme });
        const text = await page.locator('body').innerText();
        for (const word of words) assert.match(text, word);
        const clicked = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('header nav, footer, button, input, select, textarea, .skip')].filter((one) => one.checkVisibility() && one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(clicked, [], 'nothing to click');
        const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1') as Element).color]);
        assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(29, 40, 48)'], scheme);
        const rows = await page.evaluate(() => [...document.querySelectorAll('tr')].map((row) => getComputedStyle(row).breakInside));
        assert.ok(rows.every((one) => one === 'avoid'), 'no line of a table is torn');
        const cut = await page.evaluate(() => [...document.querySelectorAll('.scroll')].map((one) => getComputedStyle(one).overflowX));
        assert.ok(cut.every((one) => one === 'visible'), 'no table is cut');
        const sheets = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
        assert.ok(sheets.length >= 1 && sheets.length <= 6, `${sheets.length} sheets`);
      }
    });
  }

  test('what is folded on the screen is read on paper, and links elsewhere are written out', async () => {
    const page = await open('adviser', world.at['sent'] ?? '');
    await page.emulateMedia({ media: 'print' });
    // Histories, and what people wrote to each other above the form to write more.
    const moments = await page.locator('details .line li').all();
    assert.ok(moments.length > 1);
    for (const moment of moments) assert.ok(((await moment.boundingBox())?.height ?? 0) > 5, await moment.innerText());
    const legal = await open('nobody', '/donnees-personnelles');
    await legal.emulateMedia({ media: 'print' });
    const after = await legal.evaluate(() => getComputedStyle(document.querySelector('main a[href*="cnil.fr"]') as Element, '::after').content);
    assert.match(after, /https:\/\/www\.cnil\.fr/);
  });

  test('without a style, the number to call comes first and what leaves comes before the button', async () => {
    const plain = async (page: Page): Promise<string> => {
      await page.evaluate(() => {
        for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) sheet.remove();
      });
      return page.locator('main').innerText();
    };
    const need = await plain(await open('expert', world.at['waiting'] ?? ''));
    assert.ok(need.indexOf('Appeler le') > 0 && need.indexOf('Appeler le') < need.indexOf('Transmise le'), need.slice(0, 300));
    const sending = await plain(await open('adviser', `${world.at['draft']}/contact`));
    assert.ok(sending.indexOf('Ce qui va partir') > 0 && sending.indexOf('Ce qui va partir') < sending.search(/Notifier \d/), sending);
  });
});

describe('by hand', { skip: withoutChromium() }, () => {
  let chromium: Browser;
  let world: World;
  before(async () => {
    chromium = await openChromium();
    atEnd(() => chromium.close());
    world = await busyWorld();
  });

  test('the first key leads past the navigation', async () => {
    const page = await (await contextOf(chromium, world, 'adviser')).newPage();
    await page.goto(`${world.base}/conseiller`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)));
    await page.context().close();
  });

  test('colours are chosen without script, kept, and follow the system otherwise', async () => {
    const context = await contextOf(chromium, world, 'nobody', { javaScriptEnabled: false, colorScheme: 'light' });
    const page = await context.newPage();
    // Read once the page stands still: a style for the other scheme is fetched when it is wanted.
    const ground = async (): Promise<string> => {
      await page.waitForLoadState('networkidle');
      return now();
    };
    const now = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.goto(`${world.base}/affichage`);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    let dark = light;
    for (let time = 0; time < 100 && dark === light; time += 1) {
      dark = await ground();
      await page.waitForTimeout(50);
    }
    assert.notEqual(dark, light, 'as the system says');
    await page.getByLabel('Clair').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré').waitFor();
    assert.equal(await ground(), light, 'light is kept where the system is dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByLabel('Sombre').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.goto(`${world.base}/`);
    assert.equal(await ground(), dark, 'dark is kept where the system is light');
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    await page.goto(`${world.base}/affichage`);
    await page.getByLabel('Comme mon appareil').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré').waitFor();
    assert.equal(await ground(), light);
    await context.close();
  });

  test('who asks for less motion has none', async () => {
    const context = await contextOf(chromium, world, 'nobody', { reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(world.base);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.001) || animationName !== 'none';
      }).length,
    );
    assert.equal(moving, 0);
    await context.close();
  });
});
