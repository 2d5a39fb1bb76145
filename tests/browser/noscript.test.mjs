// Without any script, everything can be read and reached.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, open, overflow } from './lib/browser.mjs';
import { crawl, fullest } from './lib/crawl.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const pages = await crawl(guide.base);
let browser;

describe('without script', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  test('every type of page shows its text and its menu', async () => {
    const { page, context, faults } = await open(browser, guide.base, { javaScriptEnabled: false });
    for (const { path } of fullest(pages)) {
      await page.goto(new URL(path.slice(1), guide.base).href);
      const main = await page.locator('main').innerText();
      if (main.trim().length < 40) faults.push(`${path}: hardly any text: ${main}`);
      if (!(await page.locator('h1').isVisible())) faults.push(`${path}: the title is hidden`);
      const links = await page.locator('nav a[href]').count();
      if (links < 3) faults.push(`${path}: ${links} links in the menus`);
      faults.push(...(await overflow(page)).map((fault) => `${path}: ${fault}`));
      const dead = await page.locator('main button:visible').allInnerTexts();
      const inForms = await page.locator('main form button:visible').count();
      if (dead.length > inForms) faults.push(`${path}: buttons that do nothing: ${dead}`);
    }
    await context.close();
    none(faults);
  });

  test('a question leads to the lists', async () => {
    const { page, context, faults } = await open(browser, guide.base, { javaScriptEnabled: false });
    await page.goto(guide.base.href);
    await page.locator('input[type="search"]').first().fill('massage bébé');
    await page.locator('input[type="search"]').first().press('Enter');
    await page.waitForURL(/recherche\/\?/);
    const lists = await page.locator('main a[href]:visible').count();
    assert.ok(lists >= 5, `only ${lists} links beside the question`);
    await context.close();
    none(faults);
  });
});
