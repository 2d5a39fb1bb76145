// A question typed into the field finds the record that answers it, from the site's own origin.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { crawl, readable } from './lib/crawl.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const pages = await crawl(guide.base);
const records = readable(pages).filter(({ path }) => /^\/(actions|laep|relais|lieux)\/(?!page\/)[^/]+\/$/.test(path));
let browser;

describe('search', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  test('a record is found by its title', async () => {
    assert.ok(records.length >= 10, `only ${records.length} records`);
    const { page, context, faults } = await open(browser, guide.base);
    for (const { path, text } of records.filter((_, index) => index % 5 === 0)) {
      const title = text.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, '') ?? '';
      await page.goto(guide.base.href);
      const field = page.locator('input[type="search"]').first();
      await field.fill(await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '', title));
      await field.press('Enter');
      const found = page.locator(`main a[href$="${path}"]`).first();
      await found.waitFor({ timeout: 10_000 }).catch(() => faults.push(`${path}: not found by "${title.trim()}"`));
    }
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await context.close();
    none(faults);
  });

  test('a question that tells of danger shows whom to call, another does not', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    for (const [question, number] of [['mon mari me frappe', '3919'], ['envie de mourir', '3114'], ['BÉBÉ ÉTOUFFE', '15'], ['massage bébé', ''], ['bateau', '']]) {
      const isDanger = number !== '';
      await page.goto(new URL(`recherche/?q=${encodeURIComponent(question)}`, guide.base).href);
      // What tells of danger is out of the address when its numbers are there; what doesn't has an answer of its own.
      if (isDanger) await page.waitForURL((url) => !url.searchParams.has('q'), { timeout: 10_000 }).catch(() => {});
      else await page.locator('form[data-reponse]').waitFor({ timeout: 10_000 }).catch(() => faults.push(`« ${question} »: no answer`));
      const shown = await page.locator('.danger a').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
      if (shown.length > 0 !== isDanger || (isDanger && !shown.includes(number))) faults.push(`« ${question} »: the numbers shown are ${shown}`);
      // Others may read the history of this device.
      const kept = new URL(page.url()).searchParams.has('q');
      if (kept === isDanger) faults.push(`« ${question} »: ${kept ? 'kept in' : 'lost from'} the address`);
    }
    await page.goto(new URL('recherche/?q=violences', guide.base).href, { waitUntil: 'networkidle' });
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await context.close();
    none(faults);
  });

  test('a commune or a postal code that is typed on the first page leads to what is near', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    for (const [near, expected] of [['67500', 'Haguenau'], ['Nancy', 'Nancy']]) {
      await page.goto(guide.base.href);
      await page.locator('#commune').fill(near);
      await page.locator('#commune').press('Enter');
      const card = page.locator('.results .card').first();
      await card.waitFor({ timeout: 10_000 });
      if (!(await page.locator('.results').innerText()).includes(expected)) faults.push(`${near}: nothing of ${expected}`);
    }
    await context.close();
    none(faults);
  });

  test('a question without an answer says so, and leads on', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    await page.goto(new URL('recherche/?q=xyzzyqwrtp', guide.base).href, { waitUntil: 'networkidle' });
    const links = await page.locator('main a[href]:visible').count();
    assert.ok(links >= 3, `only ${links} ways on`);
    faults.push(...(await axeFaults(page)));
    await context.close();
    none(faults);
  });
});
