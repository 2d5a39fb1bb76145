// Every type of page, in Chromium: accessible, whole, light and dark, on a narrow screen, and never leaving the site.

import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { crawl, examples } from './lib/crawl.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const all = examples(await crawl(guide.base));
const DAY = { colorScheme: 'light', viewport: DESK };
const NIGHT = { colorScheme: 'dark', viewport: PHONE, reducedMotion: 'reduce' };
let browser;

// Chromium works in processes of its own: a few pages at once use every core.
describe('pages', { concurrency: 4 }, () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const { path } of all) {
    test(`${path} by day on a desk, by night on a phone, at 320 px, with large text`, async () => {
      const url = new URL(path.slice(1), guide.base).href;
      const { page, context, faults } = await open(browser, guide.base, DAY);
      await page.goto(url);
      faults.push(...(await axeFaults(page)), ...(await frame(page)), ...(await overflow(page)));
      // Text twice as large, as browsers make it for who asks for that.
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      faults.push(...(await overflow(page)).map((fault) => `at 200 %: ${fault}`));
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      const byDay = faults.length;
      await page.emulateMedia({ colorScheme: NIGHT.colorScheme, reducedMotion: NIGHT.reducedMotion });
      await page.setViewportSize(NIGHT.viewport);
      faults.push(...(await axeFaults(page)), ...(await overflow(page)));
      await page.setViewportSize({ width: 320, height: 640 });
      faults.push(...(await overflow(page)));
      await context.close();
      none(faults.map((fault, index) => `${index < byDay ? 'by day' : 'by night'}: ${fault}`));
    });
  }
});

/** What every page has, beside what axe asks for. */
function frame(page) {
  return page.evaluate(() => {
    const faults = [];
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`${headings} headings of the first level`);
    if (!document.title.trim()) faults.push('no title');
    for (const number of ['15', '17', '112', '114', '119', '3919']) {
      // 114 is for those who can't speak: it is reached by SMS.
      const way = number === '114' ? 'sms' : 'tel';
      if (!document.querySelector(`a[href="${way}:${number}"]`)) faults.push(`no link to call ${number}`);
    }
    const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0);
    faults.push(...broken.map((image) => `an image is not shown: ${image.src}`));
    return faults;
  });
}
