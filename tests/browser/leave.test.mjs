// « Quitter vite cette page »: a discreet page is hidden at once, and stays in no history of its tab.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, open } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';

const guide = await serve();
const RECORD = 'actions/ecoute-violences-exemple/';
const ELSEWHERE = 'https://fr.wikipedia.org/';
/** What is said of leaving, by language: after one press, after two, and what the page can't erase. */
const SAID = {
  '': [/encore deux fois sur Maj/, /encore une fois sur Maj/, /historique[^]*fournisseur d’accès[^]*autre appareil/],
  'de/': [/Noch zweimal/, /Noch einmal/, /Verlauf[^]*Internetanbieter[^]*anderes Gerät/],
  'en/': [/Shift twice more/, /Shift once more/, /history[^]*internet provider[^]*another device/],
  'ar/': [/مرتين أخريين/, /مرة أخرى/, /سجل[^]*مزوّد الإنترنت[^]*جهازًا آخر/],
};
let browser;

/** A discreet page, reached from the home page; the other site answers when it is let. */
async function discreet(path = RECORD, options = {}) {
  const opened = await open(browser, guide.base, options);
  let answer = () => {};
  const let_ = new Promise((resolve) => (answer = () => resolve(undefined)));
  await opened.context.route((url) => url.href.startsWith(ELSEWHERE), async (route) => {
    await let_;
    await route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' });
  });
  await opened.page.goto(guide.base.href);
  await opened.page.goto(new URL(path, guide.base).href);
  return { ...opened, answer };
}

describe('a discreet page', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const [language, [twice, once, trace]] of Object.entries(SAID)) {
    test(`is left by Shift three times, and says so: /${language}`, async () => {
      const { page, context, answer } = await discreet(language + RECORD);
      const status = page.locator('.leave [role="status"]');
      assert.match(await page.locator('#trace ~ p').allInnerTexts().then((all) => all.join('\n')), trace);
      await page.keyboard.press('Shift');
      assert.match(await status.innerText(), twice);
      await page.keyboard.press('Shift');
      assert.match(await status.innerText(), once);
      assert.ok(await page.locator('h1').isVisible());
      await page.keyboard.press('Shift');
      answer();
      await page.waitForURL(ELSEWHERE);
      await context.close();
    });
  }

  test('is hidden at once, before the other page has come', async () => {
    const { page, context, answer } = await discreet();
    const left = await page.evaluate(() => {
      const link = document.querySelector('.leave a');
      if (link instanceof HTMLElement) link.click();
      return {
        seen: document.body.innerText.trim(),
        said: document.querySelector('.leave [role="status"]')?.textContent,
        title: document.title,
      };
    });
    assert.deepEqual(left, { seen: left.said, said: 'Vous quittez cette page.', title: 'fr.wikipedia.org' });
    answer();
    await page.waitForURL(ELSEWHERE);
    await page.goBack();
    assert.equal(page.url(), guide.base.href, 'going back leads before the page, not to it');
    await context.close();
  });

  test('is not left by capital letters, shortcuts, or presses far apart', async () => {
    const { page, context } = await discreet(RECORD);
    await page.clock.install();
    for (const keys of ['Shift+A', 'Shift+B', 'Shift+Tab', 'Control+Shift', 'Shift+D']) await page.keyboard.press(keys);
    const status = page.locator('.leave [role="status"]');
    assert.equal(await status.textContent(), '');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.clock.fastForward(6_000);
    assert.equal(await status.textContent(), 'La sortie par la touche Maj est annulée.');
    await page.keyboard.press('Shift');
    assert.match((await status.textContent()) ?? '', /deux fois/);
    assert.ok(page.url().endsWith(RECORD));
    await context.close();
  });

  for (const path of [RECORD, 'themes/violences/', 'difficile/violences/', 'partenaires/association-le-parasol-exemple/']) {
    test(`says nothing of itself in the tab nor in shared links: ${path}`, async () => {
      const { page, context } = await discreet(path, { javaScriptEnabled: false });
      const head = await page.locator('head').innerHTML();
      assert.match(await page.title(), /^Fiches? – /);
      assert.doesNotMatch(head.replaceAll(/(href|content)="https?:[^"]*"/g, ''), /violence|parasol|frapp/i);
      assert.doesNotMatch(head, /ld\+json/);
      assert.ok(await page.locator('a.leave__link').isVisible());
      assert.equal(await page.locator('meta[name="referrer"]').getAttribute('content'), 'no-referrer');
      await context.close();
    });
  }
});
