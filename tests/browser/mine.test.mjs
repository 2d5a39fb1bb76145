// « Ma liste »: records put aside on the device, printed, shared by a link that holds them; nothing is sent.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const LAEP = 'laep/les-petits-pas-haguenau';
const PLACE = 'lieux/mediatheque-exemple-haguenau';
const DISCREET = 'actions/ecoute-violences-exemple';
let browser;

/** A page, with what it asks the server for. */
async function at(path, options = {}) {
  const opened = await open(browser, guide.base, options);
  /** @type {string[]} */
  const asked = [];
  opened.page.on('request', (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
  await opened.page.goto(new URL(path, guide.base).href);
  return { ...opened, asked };
}

const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('ma-liste:/') ?? '[]').map(({ id }) => id));
const named = (page, name) => page.getByRole('button', { name, exact: true });

/** A list that was kept before. */
async function kept(path, ids, options = {}) {
  const opened = await at('404.html', options);
  await opened.page.evaluate((list) => localStorage.setItem('ma-liste:/', JSON.stringify(list)), ids.map((id) => ({ id, title: `« ${id} »` })));
  opened.faults.length = 0;
  await opened.page.goto(new URL(path, guide.base).href);
  return opened;
}

describe('my list', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  test('a record is put aside with the keyboard, from its page and from a list, and shown', async () => {
    const { page, context, faults } = await at(`${LAEP}/`);
    await named(page, 'Mettre de côté').focus();
    await page.keyboard.press('Enter');
    await named(page, 'Retirer de ma liste').waitFor();
    assert.match((await page.locator('body > [role="status"]').textContent()) ?? '', /est dans votre liste/);
    await page.goto(new URL('lieux/', guide.base).href);
    await page.getByRole('button', { name: /^Mettre de côté : .*Médiathèque/ }).first().focus();
    await page.keyboard.press('Enter');
    assert.equal((await stored(page)).length, 2);
    await page.goto(new URL('de/ma-liste/', guide.base).href);
    await page.locator('.mine__record h2').nth(1).waitFor();
    assert.equal(await page.locator('.count').innerText(), '2 Einträge');
    const links = await page.locator('.mine__record h2 a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.equal(links[0], `/de/${LAEP}/`);
    assert.match(await page.locator('.mine__record').first().innerText(), /03\s53\s01\s10\s01/);
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await context.close();
    none(faults);
  });

  test('what is taken out or emptied can be taken back, and the focus is never lost', async () => {
    const { page, context, faults } = await kept('ma-liste/', [LAEP, PLACE]);
    await page.locator('.mine__record h2').nth(1).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: /^Retirer : Lieu d’accueil/ }).press('Enter');
    assert.deepEqual(await stored(page), [PLACE]);
    assert.equal(await focused(), 'Annuler');
    await page.keyboard.press('Enter');
    await page.locator('.mine__record h2').nth(1).waitFor();
    assert.deepEqual(await stored(page), [LAEP, PLACE]);
    assert.match((await focused()) ?? '', /Lieu d’accueil/);
    await named(page, 'Vider la liste').press('Enter');
    assert.deepEqual(await stored(page), []);
    assert.equal(await focused(), 'Annuler');
    await page.keyboard.press('Enter');
    assert.deepEqual(await stored(page), [LAEP, PLACE]);
    assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
    await context.close();
    none(faults);
  });

  test('a link holds the list, and the server never sees it', async () => {
    const { page, context, faults } = await kept('ma-liste/', [LAEP, PLACE]);
    await named(page, 'Partager').click();
    const link = await page.getByLabel('Le lien de cette liste').inputValue();
    assert.equal(link, new URL(`ma-liste/#${LAEP},${PLACE}`, guide.base).href);
    await context.close();
    const other = await at(link.slice(guide.base.href.length));
    await other.page.locator('.mine__record h2').nth(1).waitFor();
    assert.ok(await other.page.getByRole('heading', { name: 'Une liste pour vous' }).isVisible());
    assert.deepEqual(await stored(other.page), [], 'kept only when asked');
    await named(other.page, 'Garder ces fiches').click();
    await named(other.page, 'Vider la liste').waitFor();
    assert.deepEqual(await stored(other.page), [LAEP, PLACE]);
    assert.ok(!other.page.url().includes('#'));
    const beside = other.asked.filter((path) => path.includes('petits-pas') && path !== `/${LAEP}/`);
    assert.deepEqual(beside, []);
    await other.context.close();
    none([...faults, ...other.faults]);
  });

  test('what is discreet has no button, and is never shown nor kept', async () => {
    const { page, context } = await at(`${DISCREET}/`);
    assert.equal(await page.locator('button').filter({ hasText: /côté/ }).count(), 0);
    await page.goto(new URL('themes/violences/', guide.base).href);
    assert.ok((await page.locator('.card').count()) > 0);
    assert.equal(await page.locator('.card__keep').count(), 0);
    await page.goto(new URL(`ma-liste/#${DISCREET}`, guide.base).href);
    await page.getByText('n’est pas montrée').waitFor();
    assert.doesNotMatch(await page.locator('main').innerText(), /peur|violence/i);
    await context.close();
    const own = await kept('ma-liste/', [LAEP, DISCREET]);
    await own.page.getByText('n’est pas montrée').waitFor();
    assert.deepEqual(await stored(own.page), [LAEP]);
    await own.context.close();
  });

  test('what is gone is said, what was renamed is found, what makes no sense is left aside', async () => {
    const { page, context } = await kept('ma-liste/', ['laep/rien', 'laep/petit-bois', '../../etc', 'laep/<b>', 'partenaires/x']);
    await page.getByText('« « laep/rien » » n’est plus dans le guide.').waitFor();
    await page.locator('.mine__record h2').waitFor();
    assert.deepEqual(await stored(page), ['laep/rien', 'laep/le-petit-bois-saverne']);
    assert.equal(await page.locator('.mine__record').count(), 2);
    await page.getByRole('button', { name: /^Retirer : « laep/ }).click();
    assert.deepEqual(await stored(page), ['laep/le-petit-bois-saverne']);
    await context.close();
  });

  test('where nothing can be stored, the list lives as long as the page, and says so', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    });
    await page.goto(new URL(`${LAEP}/`, guide.base).href);
    await named(page, 'Mettre de côté').click();
    await named(page, 'Retirer de ma liste').waitFor();
    await page.goto(new URL(`ma-liste/#${LAEP}`, guide.base).href);
    await named(page, 'Garder ces fiches').click();
    await page.getByText('refuse de garder cette liste').waitFor();
    await page.locator('.mine__record h2').waitFor();
    await context.close();
    none(faults);
  });

  test('without script the page says so, and no button is there', async () => {
    const { page, context, faults } = await at('ma-liste/', { javaScriptEnabled: false });
    assert.match(await page.locator('main').innerText(), /besoin de JavaScript/);
    await page.goto(new URL(`${LAEP}/`, guide.base).href);
    assert.equal(await page.locator('button:visible').filter({ hasText: 'côté' }).count(), 0);
    assert.equal(await page.locator('.keep').isVisible(), false);
    await context.close();
    none(faults);
  });

  test('on paper there are the records, whole, and no button', async () => {
    const { page, context, faults } = await kept('ma-liste/', [LAEP, PLACE]);
    await page.locator('.mine__record h2').nth(1).waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('button:visible').count(), 0);
    assert.equal(await page.locator('.mine__record .address svg:visible').count(), 2);
    assert.match(await page.locator('.mine__record').first().innerText(), /14 rue de l’Exemple/);
    await context.close();
    none(faults);
  });
});
