// With the keyboard alone: the next Saturday workshop in Haguenau is found, put aside, printed.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, launch, open } from './lib/browser.mjs';
import { DAY, serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
/** How many stops a page may ask for before what one came for. */
const PATIENCE = 150;
let browser;

describe('journeys', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const [name, viewport] of /** @type {const} */ ([['phone', PHONE], ['desk', DESK]])) {
    test(`on a ${name}`, async () => {
      const { page, context, faults } = await open(browser, guide.base, { viewport });
      await context.addInitScript(() => (window.print = () => document.documentElement.setAttribute('data-printed', '')));
      await page.clock.setFixedTime(`${DAY}T10:00:00Z`);
      await page.goto(guide.base.href);
      await go(page, (link) => link.text === 'Agenda');
      assert.equal(await page.locator('h1').innerText(), 'Agenda');
      await go(page, (link) => /communes\/67180-haguenau\/agenda/.test(link.href));
      await go(page, (link) => /^samedi/i.test(link.day) && link.inSession);
      const title = await page.locator('h1').innerText();
      assert.match(await page.locator('.facts').innerText(), /Haguenau/);
      await go(page, (link) => link.text === 'Mettre de côté');
      assert.equal((await focused(page)).text, 'Retirer de ma liste', 'the focus stays where it was');
      await go(page, (link) => /^Voir ma liste/.test(link.text));
      await page.locator('.mine__record h2').waitFor();
      assert.equal(await page.locator('.mine__record h2').innerText(), title);
      await go(page, (link) => link.text === 'Imprimer');
      assert.equal(await page.locator('html').getAttribute('data-printed'), '');
      await context.close();
      none(faults);
    });
  }
});

/** Tabs to what is wanted, sees that it shows its focus, and presses Enter. */
async function go(page, wanted) {
  for (let stops = 0; stops < PATIENCE; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!wanted(stop)) continue;
    assert.ok(stop.seen, `in sight: ${stop.text}`);
    const before = page.url();
    await page.keyboard.press('Enter');
    if (stop.href) await page.waitForURL((/** @type {URL} */ url) => url.href !== before);
    return;
  }
  assert.fail(`not found with the keyboard on ${page.url()}: ${wanted}`);
}

/** What has the focus. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const box = element?.getBoundingClientRect();
    return {
      text: element?.textContent?.trim() ?? '',
      href: element?.getAttribute('href') ?? '',
      day: element?.closest('section')?.querySelector('h2')?.textContent?.trim() ?? '',
      inSession: Boolean(element?.closest('.session')),
      seen: Boolean(box && box.width > 0 && box.top < innerHeight && box.bottom > 0),
    };
  });
}
