// Pages that are read on other days than they were made: today, the next Saturday, open now, what is over.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, open } from './lib/browser.mjs';
import { DAY, serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const RECORD = 'laep/les-petits-pas-haguenau/';
let browser;

/**
 * Opens a page at an instant, on a phone that is somewhere else than the guide.
 * @param {string} path
 * @param {string} instant
 * @param {import('playwright-core').BrowserContextOptions} options
 */
async function at(path, instant, options = {}) {
  const opened = await open(browser, guide.base, { timezoneId: 'America/New_York', ...options });
  await opened.page.clock.setFixedTime(new Date(instant));
  await opened.page.goto(new URL(path, guide.base).href);
  return opened;
}

describe('the agenda, read later', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const [instant, expected] of [
    // It is Wednesday in France, and still Tuesday in New York.
    ['2026-12-02T00:30:00Z', ['2026-12-02', '2026-12-03', '2026-s49', '2026-12-02', '2026-12-05']],
    // The last day of a year of 53 weeks.
    ['2026-12-31T12:00:00Z', ['2026-12-31', '2027-01-01', '2026-s53', '2027-01-06', '2027-01-02']],
    ['2027-01-02T12:00:00Z', ['2027-01-02', '2027-01-03', '2026-s53', '2027-01-06', '2027-01-02']],
  ]) {
    test(`on ${instant} its links lead to their days`, async () => {
      const { page, context, faults } = await at('agenda/', instant);
      const links = page.locator('.soon').first().locator('a');
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      assert.deepEqual(hrefs, expected.map((day) => `/agenda/${day}/`));
      assert.equal(await page.locator('[aria-current="date"]').getAttribute('data-date'), expected[0]);
      await links.last().click();
      const answer = await page.request.get(page.url());
      assert.equal(answer.status(), 200, page.url());
      await context.close();
      none(faults);
    });
  }

  test('days that are over are put away, the others stay', async () => {
    const { page, context, faults } = await at('communes/67180-haguenau/agenda/', '2026-12-02T10:00:00Z');
    const days = page.locator('section.day');
    const [all, seen] = [await days.count(), await days.filter({ visible: true }).count()];
    assert.ok(seen > 0 && seen < all, `${seen} of ${all} days are shown`);
    assert.ok((await days.filter({ visible: true }).first().getAttribute('data-jusqu-au')) >= '2026-12-02');
    await context.close();
    none(faults);
  });

  test('a year later its links lead to the list of days again', async () => {
    const { page, context, faults } = await at('agenda/', '2027-12-02T10:00:00Z');
    const hrefs = await page.locator('.soon a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.deepEqual([...new Set(hrefs)], ['/agenda/#jours']);
    await context.close();
    none(faults);
  });

  test('without script they lead to the list of days, and nothing is kept free', async () => {
    const { page, context, faults } = await open(browser, guide.base, { javaScriptEnabled: false });
    await page.goto(new URL('agenda/', guide.base).href);
    await page.locator('.soon a').last().click();
    assert.equal(new URL(page.url()).hash, '#jours');
    const days = await page.locator('.days a').count();
    assert.ok(days >= 60, `${days} days`);
    await page.goto(new URL(RECORD, guide.base).href);
    assert.equal(await page.locator('.now').isVisible(), false);
    await context.close();
    none(faults);
  });

  // Tuesdays and Thursdays from 9 to 11:30, Wednesdays from 14:30 to 17; closed on 15 December, and at Christmas.
  for (const [instant, expected] of [
    ['2026-12-01T09:00:00Z', 'Ouvert maintenant, jusqu’à 11 h 30'],
    ['2026-12-01T10:30:00Z', 'Ouvre demain à 14 h 30'],
    ['2026-12-02T06:00:00Z', 'Ouvre aujourd’hui à 14 h 30'],
    ['2026-12-06T06:00:00Z', 'Ouvre mardi à 9 h'],
    ['2026-12-15T09:00:00Z', 'Ouvre demain à 14 h 30'],
    ['2026-12-18T09:00:00Z', 'Ouvre mardi 5 janvier à 9 h'],
    ['2027-06-01T09:00:00Z', ''],
  ]) {
    test(`on ${instant} a record says « ${expected} »`, async () => {
      const { page, context, faults } = await at(RECORD, instant);
      const said = await page.locator('.now').textContent();
      assert.equal(said?.replace(/\s/g, ' '), expected);
      await context.close();
      none(faults);
    });
  }

  test('what is said of now moves nothing', async () => {
    for (const language of ['', 'de/', 'en/', 'ar/']) {
      const { page, context, faults } = await at(`${language}${RECORD}`, `${DAY}T10:00:00Z`);
      assert.notEqual(await page.locator('.now').textContent(), '', language);
      const moved = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const shifts = (/** @type {any} */ list) => list.getEntries().reduce((sum, one) => sum + one.value, 0);
            new PerformanceObserver((list) => resolve(shifts(list))).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(0), 300);
          }),
      );
      assert.equal(moved, 0, language);
      await context.close();
      none(faults);
    }
  });
});
