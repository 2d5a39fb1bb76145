// Pages for the frame of another site: shown there, filtered, and nothing else of the guide is.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const COMMUNE = 'integrer/communes/67180-haguenau/';
let browser;

/** The site of a commune, which frames a page. */
async function commune(path) {
  const frame = `<!doctype html><title>Commune</title><iframe src="${new URL(path, guide.base).href}" width="600" height="600"></iframe>`;
  const server = http.createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(frame));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

const cards = (page) => page.locator('.card:visible');

describe('pages for frames', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  for (const [path, shown] of /** @type {const} */ ([[COMMUNE, true], ['communes/67180-haguenau/', false], ['integrer/', false]])) {
    test(`${path} is ${shown ? '' : 'not '}shown in another site`, async () => {
      const site = await commune(path);
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(site.url);
      const titles = await page.frameLocator('iframe').locator('h1').allInnerTexts();
      assert.deepEqual(titles.filter((title) => /Haguenau|Intégrer/.test(title)).length, shown ? 1 : 0, `${titles}`);
      await context.close();
      site.stop();
    });
  }

  test('a filter leaves a kind, a theme, or both, and says how many', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    const at = async (hash) => {
      await page.goto('about:blank');
      await page.goto(new URL(COMMUNE + hash, guide.base).href);
      await page.waitForTimeout(100);
      return cards(page).count();
    };
    const all = await at('');
    const [laep, jeux, both, nothing] = [await at('#genre=laep'), await at('#theme=jeux'), await at('#genre=actions&theme=jeux'), await at('#theme=rien')];
    assert.ok(laep > 0 && laep < all && jeux > 0 && jeux < all && both > 0 && both <= jeux && nothing === 0, `${[all, laep, jeux, both, nothing]}`);
    assert.match(await page.locator('.count').innerText(), /Aucune fiche/);
    await at('#genre=laep');
    assert.match(await page.locator('.count').innerText(), new RegExp(`^${laep} fiche`));
    await context.close();
    none(faults);
  });

  test('every one can be read, without script too, and holds nothing discreet', async () => {
    const { page, context, faults } = await open(browser, guide.base, { viewport: { width: 320, height: 600 } });
    await page.goto(new URL('integrer/', guide.base).href);
    const links = await page.locator('main .links a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    assert.ok(links.length > 20, `${links.length} pages`);
    assert.ok(!links.some((link) => /violences/.test(link)));
    const snippet = await page.locator('pre').first().innerText();
    assert.match(snippet, /^<iframe src="https:\/\/[^"]*\/integrer\/communes\/[^"]*"[^]*title="Pour les familles : [^"]*"[^]*<\/iframe>$/);
    for (const link of [links[0], links[links.length - 1], '/integrer/laep/', `/${COMMUNE}laep/`]) {
      await page.goto(new URL(link, guide.base).href);
      assert.ok((await cards(page).count()) > 0, link);
      assert.equal(await page.locator('header.site-header, nav').count(), 0, link);
      assert.equal(await page.locator('base').getAttribute('target'), '_blank');
      faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    }
    await context.close();
    const plain = await open(browser, guide.base, { javaScriptEnabled: false });
    await plain.page.goto(new URL(`${COMMUNE}#genre=laep`, guide.base).href);
    assert.ok((await cards(plain.page).count()) > 5);
    await plain.context.close();
    none([...faults, ...plain.faults]);
    const discreet = await (await fetch(new URL('integrer/actions/', guide.base))).text();
    assert.ok(!discreet.includes('ecoute-violences-exemple'));
  });
});
