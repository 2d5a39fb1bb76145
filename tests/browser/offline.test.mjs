// Without a network, after a visit: what was read opens, says that it is a copy, and no copy outlives a day.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { tmpdir } from 'node:os';
import { launch } from './lib/browser.mjs';
import { DAY, root } from './lib/guide.mjs';
import { build, host } from './lib/statics.mjs';

const RECORD = 'laep/les-petits-pas-haguenau/';
/** A record that no other names. */
const SESSION = 'actions/allaitement-alsace';
const DISCREET = 'actions/ecoute-violences-exemple/';
const OFFLINE = /Pas de réseau/;
let browser;

before(async () => (browser = await launch()));
after(() => browser?.close());

for (const mount of ['/', '/familles/']) {
  describe(`under ${mount}`, () => {
    /** @type {Awaited<ReturnType<typeof build>>} */
    let built;
    /** @type {Awaited<ReturnType<typeof host>>} */
    let server;
    before(async () => {
      built = await build(mount, DAY);
      server = await host(mount);
    });
    after(async () => {
      server?.stop();
      await built?.remove();
    });

    /** Somebody who has opened some pages; the last one is whole when the network goes. */
    async function visitor(...paths) {
      server.show(built);
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      const page = await context.newPage();
      const goto = (path) => page.goto(new URL(path, server.base).href);
      for (const path of paths) {
        await goto(path);
        if (!path.includes('violences')) await copied(page, new URL(path, server.base).pathname);
      }
      return { context, page, goto };
    }

    test('what was read, its languages and the first pages open, and say that they are copies', async () => {
      const { context, page, goto } = await visitor(RECORD, `de/${RECORD}`);
      await copied(page, new URL('de/ma-liste/', server.base).pathname);
      server.show(null);
      await goto(RECORD);
      const said = (await page.locator('.copy').innerText()).replace(/\s/g, ' ');
      const today = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date());
      assert.match(said, new RegExp(`copie du ${today.replace(/\s/g, ' ')} à \\d\\d:\\d\\d`));
      assert.match(await page.locator('h1').innerText(), /Les Petits Pas/);
      assert.ok((await page.evaluate(() => document.styleSheets[0].cssRules.length)) > 0, 'with its style');
      // Its scripts are copies too: they add a button, after the page is seen.
      await page.locator('.keep button').first().waitFor({ timeout: 10_000 });
      for (const path of ['', 'recherche/', 'ma-liste/', 'urgence/', `de/${RECORD}`, 'de/', 'de/ma-liste/']) {
        const answer = await goto(path);
        assert.equal(answer?.status(), 200, path);
        assert.ok(await page.locator('.copy').isVisible(), path);
      }
      assert.match(await page.locator('.copy').innerText(), /Kopie vom/);
      await goto('de/laep/');
      assert.match(await page.locator('h1').innerText(), /Kein Netz/);
      await goto('laep/');
      assert.match(await page.locator('h1').innerText(), OFFLINE);
      server.show(built);
      await goto(RECORD);
      assert.equal(await page.locator('.copy').isVisible(), false);
      await context.close();
    });

    test('ma liste and a question that was asked work without a network', async () => {
      const { context, page, goto } = await visitor(RECORD);
      await page.locator('.keep button').first().click();
      await goto('recherche/?q=massage');
      await page.locator('.results .card').first().waitFor();
      await until(async () => (await urls(page)).some((url) => /recherche\/index.json$/.test(url)));
      await settled(page);
      server.show(null);
      await goto('recherche/?q=massage');
      await page.locator('.results .card').first().waitFor();
      await goto('ma-liste/');
      await page.locator('.mine__record h2').waitFor();
      assert.match(await page.locator('.mine__record').innerText(), /Copie du \d/);
      await context.close();
    });

    test('what is discreet is never kept, nor what a question of danger has loaded', async () => {
      const { context, page, goto } = await visitor(RECORD);
      for (const path of [DISCREET, 'themes/violences/', 'difficile/violences/', `de/${DISCREET}`]) await goto(path);
      await goto('recherche/?q=mon mari me frappe');
      await page.locator('.results .card').first().waitFor();
      await settled(page);
      const kept = (await urls(page)).filter((url) => !url.includes('/theme/'));
      assert.ok(kept.length > 5, `${kept.length} copies`);
      const grave = kept.filter((url) => /violence|\/recherche\/./.test(url) || url.includes('?'));
      assert.deepEqual(grave, []);
      const texts = await page.evaluate(async () => {
        const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const all = await Promise.all(stores.map(async (store) => Promise.all((await store.keys()).map((key) => store.match(key)))));
        const pages = all.flat().filter((copy) => copy?.headers.get('content-type')?.startsWith('text/html'));
        return Promise.all(pages.map((copy) => copy?.text()));
      });
      assert.ok(texts.length > 3);
      assert.ok(texts.every((text) => !text?.includes('class="leave"')));
      server.show(null);
      await goto(DISCREET);
      assert.match(await page.locator('h1').innerText(), OFFLINE);
      await context.close();
    });

    test('a question that was asked is kept without the discreet records that stand in its files', async () => {
      const { context, page, goto } = await visitor(RECORD);
      const found = async () => {
        await goto('recherche/?q=écoute');
        await page.locator('.results .card').first().waitFor();
        return page.locator('.results .card').evaluateAll((all) => all.map((card) => card.querySelector('a')?.pathname ?? ''));
      };
      const before = await found();
      const discreet = await page.evaluate(async (client) => {
        const { open } = await import(client);
        const { results } = await (await open()).search('écoute');
        return results.filter((one) => one.discreet).map((one) => one.url);
      }, new URL('recherche/client.js', server.base).href);
      assert.ok(discreet.length > 0 && discreet.length < before.length, `${discreet.length} of ${before.length}`);
      const isDiscreet = (path) => discreet.some((url) => path.endsWith(url));
      await until(async () => (await urls(page)).some((url) => /recherche\/index.json$/.test(url)));
      await settled(page);
      const texts = await page.evaluate(async () => {
        const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const keys = (await Promise.all(stores.map(async (store) => (await store.keys()).map((key) => ({ store, key }))))).flat();
        const shards = keys.filter(({ key }) => /\/recherche\/.+\.json$/.test(key.url));
        return Promise.all(shards.map(async ({ store, key }) => (await store.match(key))?.text() ?? ''));
      });
      assert.ok(texts.length > 3, `${texts.length} shards`);
      for (const url of discreet) {
        const slug = `${url.split('/').at(-2)}"`;
        assert.deepEqual(texts.filter((text) => text.includes(slug)), [], slug);
      }
      server.show(null);
      assert.deepEqual(await found(), before.filter((path) => !isDiscreet(path)));
      await context.close();
    });

    test('a copy of more than a day, or of tomorrow, is not shown, and thrown away', async () => {
      const { context, page, goto } = await visitor(RECORD, `en/${RECORD}`);
      await age(page, 23.9);
      server.show(null);
      await goto(RECORD);
      assert.ok(await page.locator('.copy').isVisible(), 'a day is not over');
      for (const hours of [24.1, -2]) {
        await age(page, hours);
        await goto(RECORD);
        assert.match(await page.locator('h1').innerText(), OFFLINE, `${hours} h`);
        await goto('recherche/');
        assert.match(await page.locator('h1').innerText(), OFFLINE, `${hours} h`);
      }
      server.show(built);
      await goto('laep/');
      await copied(page, new URL('laep/', server.base).pathname);
      assert.ok(!(await urls(page)).some((url) => url.endsWith(RECORD)), 'thrown away at the next visit');
      await context.close();
    });
  });
}

test('a new build takes the place of the former one', async () => {
  const place = await mkdtemp(`${tmpdir()}/ribambelle-`);
  await cp(`${root}content`, `${place}/content`, { recursive: true });
  const file = `${place}/content/laep/les-petits-pas-haguenau.md`;
  const former = await build('/', DAY, `${place}/content`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^resume: .*$/m, 'resume: Un résumé tout nouveau pour les parents.'));
  await rename(`${place}/content/${SESSION}.md`, `${place}/content/${SESSION}-bis.md`);
  const next = await build('/', DAY, `${place}/content`).catch((error) => assert.fail(String(error.stderr)));
  const server = await host('/');
  const context = await browser.newContext();
  const page = await context.newPage();
  const goto = (/** @type {string} */ path) => page.goto(new URL(path, server.base).href);
  server.show(former);
  for (const path of [RECORD, `${SESSION}/`]) {
    await goto(path);
    await copied(page, `/${path}`);
  }
  const [before] = await page.evaluate(() => caches.keys());
  server.show(next);
  await goto('');
  await until(() => page.evaluate(async (name) => (await caches.keys()).length === 1 && !(await caches.has(name)), before));
  server.show(null);
  await goto(RECORD);
  assert.ok(await page.locator('.copy').isVisible());
  assert.match(await page.locator('.record__summary').innerText(), /tout nouveau/, 'read again without a visit');
  await goto(`${SESSION}/`);
  assert.match(await page.locator('h1').innerText(), OFFLINE, 'what is gone has no copy');
  await context.close();
  server.stop();
  await Promise.all([former.remove(), next.remove(), rm(place, { recursive: true })]);
});

/** Waits until there is a copy of a path. */
async function copied(page, path) {
  await until(() => page.evaluate(async (path) => Boolean(await caches.match(path)), path));
}

/** Waits until copies have stopped coming. */
async function settled(page) {
  let before = -1;
  await until(async () => {
    const count = (await urls(page)).length;
    await page.waitForTimeout(400);
    return count === before || ((before = count), false);
  });
}

/** Asks again until it is so. */
async function until(asked) {
  const end = Date.now() + 20_000;
  while (!(await asked())) {
    assert.ok(Date.now() < end, `still not: ${asked}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The addresses of all copies. */
function urls(page) {
  return page.evaluate(async () => {
    const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url);
  });
}

/** Makes every copy so many hours old. */
async function age(page, hours) {
  await page.evaluate(async (hours) => {
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) {
        const copy = await store.match(request);
        if (!copy?.headers.has('x-copie')) continue;
        const headers = new Headers(copy.headers);
        headers.set('x-copie', String(Date.now() - hours * 3_600_000));
        await store.put(request, new Response(await copy.blob(), { headers }));
      }
    }
  }, hours);
}
