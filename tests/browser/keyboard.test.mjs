// With the keyboard alone: past the menu, through every page, seen all the way; and away from it at once.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, launch, open } from './lib/browser.mjs';
import { crawl, fullest, readable } from './lib/crawl.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const pages = await crawl(guide.base);
const STOPS = 50;
let browser;

describe('keyboard', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  test('the first stop leads past the menu', async () => {
    const { page, context, faults } = await open(browser, guide.base, { viewport: DESK });
    for (const { path } of fullest(pages)) {
      await page.goto(new URL(path.slice(1), guide.base).href);
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (!stop?.seen || !stop.href?.startsWith('#')) faults.push(`${path}: first comes ${stop?.html}`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const next = await focused(page);
      // A page whose main part has nothing to press goes on to its footer.
      if (next && !next.afterHeader) faults.push(`${path}: then comes ${next.html}`);
    }
    await context.close();
    none(faults);
  });

  test('every stop is seen', async () => {
    const { page, context, faults } = await open(browser, guide.base, { viewport: PHONE });
    for (const { path } of fullest(pages)) {
      await page.goto(new URL(path.slice(1), guide.base).href);
      const stops = new Set();
      for (let count = 0; count < STOPS; count += 1) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        if (!stop || stops.has(stop.place)) break;
        stops.add(stop.place);
        if (!stop.seen) faults.push(`${path}: not in sight: ${stop.html}`);
        if (!stop.marked) faults.push(`${path}: nothing shows the focus: ${stop.html}`);
      }
      if (stops.size < 5) faults.push(`${path}: only ${stops.size} stops`);
    }
    await context.close();
    none(faults);
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    test(`a discreet page is left at once, ${how} script`, async () => {
      const discreet = readable(pages).filter(({ text }) => /<a [^>]*href="https:[^>]*>[^]{0,400}?Quitter vite/.test(text));
      assert.ok(discreet.length > 0, 'no page offers to leave it');
      const { page, context } = await open(browser, guide.base, { javaScriptEnabled, viewport: PHONE });
      await context.route((url) => url.origin !== guide.base.origin, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
      for (const { path } of [discreet[0], discreet[discreet.length - 1]]) {
        await page.goto(new URL(path.slice(1), guide.base).href);
        const link = page.locator('a[href^="https://"]', { hasText: 'Quitter vite' }).first();
        const box = await link.boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.height, `${path}: it must be scrolled to`);
        assert.ok(box.height >= 44, `${path}: ${box.height} px high`);
        await link.focus();
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.origin !== guide.base.origin, { timeout: 5_000 });
      }
      await context.close();
    });
  }
});

/** What has the focus, whether it can be seen, and whether something marks it. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    // A card's link marks its whole card.
    const styles = [element, element.closest('.card') ?? element].map((one) => getComputedStyle(one));
    const marked = styles.some(({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none');
    const header = document.querySelector('body > header, header');
    const follows = header && header.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return {
      html: element.outerHTML.slice(0, 140),
      href: element.getAttribute('href'),
      place: [...document.querySelectorAll('*')].indexOf(element),
      seen: box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0,
      marked,
      afterHeader: Boolean(follows) && !header?.contains(element),
    };
  });
}
