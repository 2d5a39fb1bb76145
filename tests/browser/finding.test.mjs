// Narrowing, sorting, sharing and going back; what fails on the way; a question that tells of danger.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';
import { until } from './lib/until.mjs';

const guide = await serve();
let browser;

describe('finding', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  /** Opens the search page with a question, and waits for its answer. */
  const asked = async (query, options = {}) => {
    const opened = await open(browser, guide.base, options);
    const { page } = opened;
    await page.goto(new URL(`${options.language ?? ''}recherche/${query}`, guide.base).href, { waitUntil: 'networkidle' });
    return { ...opened, total: () => totalOf(page), params: () => new URL(page.url()).searchParams };
  };
  /** The number in what is said of the results. */
  const totalOf = async (page) => Number(/[0-9]+/.exec(await page.locator('.results .count').innerText())?.[0] ?? 0);
  const filters = async (page) => {
    await page.locator('.narrow__summary').click();
    await page.locator('.facet').first().waitFor();
  };
  const choice = (page, value) => page.locator(`.facet input[value="${value}"]`);
  const countOf = async (page, value) => Number(await choice(page, value).locator('xpath=..').locator('.facet__count').innerText());

  test('a filter leaves as many answers as it says, and is kept in the address', async () => {
    const { page, context, faults, total, params } = await asked('?q=atelier');
    const all = await total();
    await filters(page);
    const [free, wednesday] = [await countOf(page, 'p:gratuit'), await countOf(page, 'd:3')];
    assert.ok(free > 0 && free < all, `${free} of ${all}`);
    await choice(page, 'p:gratuit').check();
    await page.locator('.chips__link', { hasText: 'Gratuit' }).waitFor();
    assert.equal(await total(), free);
    assert.deepEqual(params().getAll('f'), ['p:gratuit']);
    assert.equal(await page.evaluate('document.activeElement.value'), 'p:gratuit', 'the focus was lost');
    // Facets beside each other narrow; another value of the same facet widens.
    await choice(page, 'd:3').check();
    await until(page, 'document.querySelectorAll(".facet input:checked").length === 2');
    const both = await total();
    assert.ok(both <= Math.min(free, wednesday), `${both} of ${free} and ${wednesday}`);
    await choice(page, 'd:3').uncheck();
    await choice(page, 'p:payant').check();
    await until(page, 'document.querySelectorAll(".facet input:checked").length === 2');
    assert.ok((await total()) > free);
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    // Shared, it answers the same.
    const shared = await asked(new URL(page.url()).search);
    await shared.page.locator('.chips__link', { hasText: 'Payant' }).waitFor();
    assert.equal(await shared.total(), await total());
    await shared.page.locator('.chips__link', { hasText: 'Payant' }).click();
    await until(shared.page, '!location.search.includes("payant")');
    await until(shared.page, `Number(/[0-9]+/.exec(document.querySelector('.results .count').textContent)?.[0]) === ${free}`);
    await Promise.all([context.close(), shared.context.close()]);
    none(faults);
  });

  test('results come in the order of distance or of dates', async () => {
    const { page, context, faults, params } = await asked('?q=atelier+haguenau');
    await page.locator('.narrow__select').selectOption('distance');
    await page.locator('.card', { hasText: 'sur place' }).first().waitFor();
    const places = await page.locator('.card').allInnerTexts();
    const kilometres = places.map((text) => (text.includes('sur place') ? 0 : Number(/à ([0-9]+) km/.exec(text)?.[1] ?? Infinity)));
    assert.deepEqual(kilometres, kilometres.toSorted((a, b) => a - b));
    assert.equal(params().get('tri'), 'distance');
    await page.locator('#depuis').fill('saverne');
    await page.locator('#depuis').press('Enter');
    await until(page, 'new URLSearchParams(location.search).get("de") === "c:67437"');
    await page.locator('.card', { hasText: 'Saverne' }).first().waitFor();
    assert.match(await page.locator('.card').first().innerText(), /Saverne/);
    await page.locator('.narrow__select').selectOption('date');
    await page.locator('.card', { hasText: 'Prochaine date' }).first().waitFor();
    assert.equal(params().get('tri'), 'date');
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await context.close();
    none(faults);
  });

  test('the position of the device sorts, and leaves it nowhere', async () => {
    const options = { geolocation: { latitude: 48.7412, longitude: 7.3619 }, permissions: ['geolocation'], viewport: PHONE };
    const { page, context, faults } = await asked('?q=atelier&tri=distance', options);
    const requests = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.locator('.narrow__select').selectOption('date');
    await page.locator('.narrow__select').selectOption('distance');
    await page.locator('[data-ici]').click();
    await page.locator('.card', { hasText: 'Saverne' }).first().waitFor();
    assert.match(await page.locator('.card').first().innerText(), /Saverne/);
    const told = [page.url(), ...requests, await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}])')];
    assert.ok(!told.some((one) => one.includes('48.7') || one.includes('7.36')), told.join('\n'));
    await context.close();
    none(faults);
  });

  test('history does not fill, and going back finds what was left', async () => {
    const { page, context, faults, params, total } = await asked('');
    const length = await page.evaluate('history.length');
    await page.locator('#q').pressSequentially('massage', { delay: 20 });
    assert.equal(page.url().includes('massage'), false, 'the address changed while typing');
    await page.locator('#q').press('Enter');
    await page.locator('.card').first().waitFor();
    await page.locator('#q').fill('atelier');
    await page.locator('#q').press('Enter');
    await until(page, 'location.search.includes("atelier")');
    await page.getByRole('button', { name: 'Voir la suite' }).click();
    await until(page, 'document.querySelectorAll(".results .card").length === 20');
    assert.equal(await page.evaluate('history.length'), length);
    assert.equal(params().get('n'), '20');
    const before = await total();
    await page.locator('.card a').nth(14).click();
    await page.waitForURL((url) => !url.pathname.includes('recherche'));
    await page.goBack();
    await until(page, 'document.querySelectorAll(".results .card").length === 20');
    assert.equal(await total(), before);
    assert.equal(await page.locator('#q').inputValue(), 'atelier');
    await context.close();
    none(faults);
  });

  test('offline, what was found stays, and it can be tried again', async () => {
    const { page, context } = await asked('?q=massage');
    const shown = await page.locator('.card').count();
    assert.ok(shown > 0);
    await context.setOffline(true);
    await page.locator('#q').fill('sommeil haguenau');
    await page.locator('#q').press('Enter');
    await page.getByRole('button', { name: 'Réessayer' }).waitFor();
    assert.match(await page.locator('.results .count').innerText(), /hors connexion/);
    assert.equal(await page.locator('.card').count(), shown);
    const faults = await axeFaults(page);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await until(page, '/sommeil haguenau/.test(document.querySelector(".results .count").textContent)');
    await context.close();
    none(faults);
  });

  test('where nothing is left, what to drop, what is near and whom to call are offered', async () => {
    const { page, context, faults, total } = await asked('?q=massage+haguenau&f=c:67180&f=k:lieux&f=t:massage-bebe', { viewport: DESK });
    await page.locator('.offers').first().waitFor();
    assert.equal(await total(), 0);
    assert.ok(await page.locator('.offers', { hasText: 'Qui appeler' }).locator('a').count());
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    const drop = page.locator('.offers', { hasText: 'Avec moins de filtres' }).locator('button').first();
    const left = Number(/[0-9]+$/.exec(await drop.innerText())?.[0] ?? 0);
    await drop.click();
    await page.locator('.card').first().waitFor();
    if (left > 0) assert.equal(await total(), left);
    await page.goto(new URL('recherche/?q=allaitmand', guide.base).href);
    await page.locator('.card, .offers').first().waitFor();
    await context.close();
    none(faults);
  });

  test('a question asked on another page travels in no address', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    const seen = [];
    page.on('request', (request) => seen.push(decodeURIComponent(request.url())));
    page.on('framenavigated', (frame) => seen.push(decodeURIComponent(frame.url())));
    for (const [question, isKept] of [['mon mari me frappe', false], ['sommeil', true]]) {
      await page.goto(guide.base.href, { waitUntil: 'networkidle' });
      seen.length = 0;
      await page.locator('#q').fill(question);
      await page.locator('#q').press('Enter');
      await page.locator('.card').first().waitFor();
      assert.equal(await page.locator('#q').inputValue(), question);
      assert.equal(new URL(page.url()).searchParams.get('q'), isKept ? question : null);
      const requests = seen.filter((one) => one.includes(question.slice(0, 7)) && one !== page.url());
      assert.deepEqual(requests, []);
      assert.equal(await page.evaluate('sessionStorage.length'), 0);
    }
    // Once it is answered it is gone: opened anew, the page asks nothing.
    await page.goto(new URL('recherche/', guide.base).href, { waitUntil: 'networkidle' });
    assert.equal(await page.locator('#q').inputValue(), '');
    await context.close();
    none(faults);
  });

  test('a question that tells of danger is sent nowhere, kept nowhere, and answered by what helps', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    await page.goto(new URL('recherche/', guide.base).href, { waitUntil: 'networkidle' });
    const requests = [];
    page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
    await page.locator('#q').pressSequentially('mon mari me frappe', { delay: 10 });
    await page.locator('.danger .notice').waitFor();
    assert.equal(await page.locator('[role=option]:visible').count(), 0, 'something is suggested');
    await page.locator('#q').press('Enter');
    await page.locator('.card').first().waitFor();
    const kept = [page.url(), await page.title(), ...requests, await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}])')];
    assert.ok(!kept.some((one) => /frappe|mari/.test(one)), kept.join('\n'));
    assert.doesNotMatch((await page.locator('.card').allInnerTexts()).join('\n'), /médiation|spectacle|ludothèque|devoirs/i);
    assert.equal(await page.locator('.narrow').isVisible(), false);
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await page.locator('#q').fill('massage bébé');
    await page.locator('#q').press('Enter');
    await until(page, 'location.search.includes("massage")');
    assert.equal(await page.locator('.danger .notice').isVisible(), false);
    await context.close();
    none(faults);
  });
});
