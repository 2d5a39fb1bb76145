// The search of pages in other languages: questions in them, answers in them, ways on in them.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
let browser;

describe('search in other languages', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const [language, question, theme] of [
    ['de', 'Babymassage Haguenau', 'Babymassage'],
    ['en', 'baby massage haguenau', 'Baby massage'],
    ['ar', 'تدليك الرضيع', 'تدليك'],
  ]) {
    test(`${language}: what is asked in it is understood and answered in it`, async () => {
      const { page, context, faults } = await open(browser, guide.base);
      await page.goto(new URL(`${language}/recherche/?q=${encodeURIComponent(question)}`, guide.base).href, { waitUntil: 'networkidle' });
      const chips = await page.locator('.chips__link').allInnerTexts();
      assert.ok(chips.some((one) => one.toLowerCase().includes(theme.toLowerCase())), `${chips}`);
      const hrefs = await page.locator('.card a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
      assert.ok(hrefs.length > 0 && hrefs.every((one) => one.startsWith(`${guide.base.pathname}${language}/`)), `${hrefs}`);
      await page.locator('.narrow__summary').click();
      await page.locator('.facet').first().waitFor();
      const choices = await page.locator('.facet__choice').allInnerTexts();
      assert.ok(choices.some((one) => one.toLowerCase().includes(theme.toLowerCase())), `${choices}`);
      faults.push(...(await axeFaults(page)), ...(await overflow(page)));
      await context.close();
      none(faults);
    });
  }

  for (const language of ['fr', 'de', 'en', 'ar']) {
    test(`${language}: the examples of questions on the first page are in it, and are answered`, async () => {
      const { page, context, faults } = await open(browser, guide.base);
      await page.goto(new URL(language === 'fr' ? '' : `${language}/`, guide.base).href);
      const examples = page.locator('.examples__link');
      const hrefs = await examples.evaluateAll((all) => all.map((one) => one.href));
      assert.equal(hrefs.length, 3);
      assert.equal(await examples.evaluateAll((all) => all.filter((one) => one.lang !== '').length), 0);
      for (const href of hrefs) {
        await page.goto(href);
        await page.locator('.results .card').first().waitFor();
      }
      await context.close();
      none(faults);
    });
  }

  test('a record is found by its title in German, and shown by it', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    await page.goto(new URL('de/recherche/?q=Eltern-Kind-Treff+Colmar', guide.base).href, { waitUntil: 'networkidle' });
    assert.match(await page.locator('.card__link').first().innerText(), /Eltern-Kind-Treff La Marelle/);
    // What isn't translated is marked as French.
    const languages = await page.locator('.card__link').evaluateAll((all) => all.map((one) => one.lang));
    assert.ok(new Set(languages).size > 1, `${languages}`);
    await context.close();
    none(faults);
  });
});
