// The built folder as real hosts serve it, at the root of a host and under a folder: they all answer alike.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { launch, open } from './lib/browser.mjs';
import { ask, build, HOSTS, installed, start } from './lib/hosts.mjs';
import { none } from './lib/none.mjs';

const REVALIDATED = 'public, max-age=0, must-revalidate';
const HASHED = 'public, max-age=31536000, immutable';
const POLICY = 'content-security-policy';
const same = (/** @type {Buffer} */ body) => body;
const LANGUAGES = ['', 'de/', 'en/', 'ar/'];

test('nginx is here', () => {
  assert.ok(installed.some(({ name }) => name === 'nginx'), 'install nginx and libnginx-mod-http-brotli-static');
  const missing = HOSTS.filter((host) => !installed.includes(host)).map(({ name }) => name);
  if (missing.length > 0) console.log(`not installed, so not asked: ${missing.join(', ')}`);
});

for (const [mount, ...more] of [['/', '--precompresser'], ['/familles/']]) {
  describe(`under ${mount} ${more}`, () => {
    /** @type {Awaited<ReturnType<typeof build>>} */
    let built;
    before(async () => (built = await build(mount, ...more)));
    after(() => built.remove());
    for (const host of installed) describe(host.name, () => answers(host, mount, more.length > 0, () => built));
  });
}

/**
 * @param {import('./lib/hosts.mjs').Host} host
 * @param {string} mount
 * @param {boolean} precompressed
 * @param {() => Awaited<ReturnType<typeof build>>} built
 */
function answers(host, mount, precompressed, built) {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let server;
  /** @type {Record<string, string>} */
  let expected;
  before(async () => {
    server = await start(host, built(), mount);
    expected = await securityHeaders(built().site);
  });
  after(() => server?.stop());
  const get = (path, headers) => ask(server.base, path, headers);
  const file = (path) => readFile(`${built().site}/${path}`);

  test('every answer has the security headers, once', async () => {
    const [style] = await hashed(built().site);
    for (const path of ['', 'laep/', 'atom.xml', style, 'rien/', 'laep/petit-bois/', 'laep/la-bulle-saverne/']) {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, `${name} of ${path}`);
    }
  });

  test('only pages for frames may be framed elsewhere, only files for re-use read elsewhere', async () => {
    for (const [path, framed, shared] of /** @type {const} */ ([
      ['integrer/communes/67180-haguenau/', true, false],
      ['integrer/themes/jeux/', true, false],
      ['integrer/', false, false],
      ['donnees/guide.json', false, true],
      ['donnees/data-inclusion/services.json', false, true],
      ['agenda.ics', false, true],
      ['communes/67180-haguenau/agenda.ics', false, false],
      ['laep/', false, false],
    ])) {
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      assert.equal(/frame-ancestors \*$/.test(headers[POLICY] ?? ''), framed, `${path}: ${headers[POLICY]}`);
      assert.equal(/frame-ancestors 'self'$/.test(headers[POLICY] ?? ''), !framed, path);
      assert.equal(headers['access-control-allow-origin'], shared ? '*' : undefined, path);
      assert.equal(headers['cache-control'], REVALIDATED, path);
      for (const [name, value] of Object.entries(expected)) if (name !== POLICY) assert.equal(headers[name], value, path);
    }
  });

  test('media types are those of the one table', async () => {
    const [style, shard, picture] = await hashed(built().site);
    for (const [path, type] of [
      ['', 'text/html; charset=utf-8'],
      ['recherche/client.js', 'text/javascript; charset=utf-8'],
      [style, 'text/css; charset=utf-8'],
      [shard, 'application/json'],
      ['atom.xml', 'application/xml'],
      ['robots.txt', 'text/plain; charset=utf-8'],
      [picture, 'image/svg+xml'],
      ['rien/', 'text/html; charset=utf-8'],
    ]) {
      for (const coding of ['br', 'gzip', 'identity']) {
        const { headers } = await get(path, { 'accept-encoding': coding });
        assert.equal(headers['content-type'], type, `${path}, ${coding}`);
      }
    }
  });

  test('what is named by its content is kept, anything else is asked for again', async () => {
    for (const path of await hashed(built().site)) {
      const { status, headers } = await get(path);
      assert.deepEqual([status, headers['cache-control']], [200, HASHED], path);
    }
    for (const path of ['', 'recherche/', 'recherche/client.js', 'recherche/index.json', 'sw.js', 'atom.xml', 'en/laep/']) {
      const { status, headers } = await get(path);
      assert.deepEqual([status, headers['cache-control']], [200, REVALIDATED], path);
      const again = await get(path, { 'if-none-match': headers.etag ?? 'none' });
      assert.deepEqual([again.status, again.body.length], [304, 0], path);
    }
  });

  test('what is missing is said so by the page of the site, and never remembered', async () => {
    const page = await file('404.html');
    for (const path of ['rien', 'rien/', 'laep/rien/', 'theme/0123456789abcdef/style.css', 'recherche/abc/0.json']) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 404, path);
      assert.ok(body.equals(page), `${path} shows ${body.subarray(0, 200)}`);
      assert.ok([undefined, REVALIDATED].includes(headers['cache-control']), `${path}: ${headers['cache-control']}`);
    }
  });

  test('former addresses lead to those of today, in every language', async () => {
    for (const [from, to] of [
      ['laep/petit-bois/', 'laep/le-petit-bois-saverne/'],
      ['relais/ram-haguenau/', 'relais/les-lucioles-haguenau/'],
    ]) {
      for (const language of LANGUAGES) {
        const { status, headers } = await get(language + from);
        assert.equal(status, 301, language + from);
        assert.equal(new URL(headers.location ?? '', server.base).pathname, mount + language + to);
      }
    }
    const { status, headers } = await get('laep');
    assert.ok([301, 308].includes(status), `${status}`);
    assert.equal(new URL(headers.location ?? '', server.base).pathname, `${mount}laep/`);
  });

  test('what is gone is said so by its own page, in every language', async () => {
    for (const language of LANGUAGES) {
      const path = `${language}laep/la-bulle-saverne/`;
      const { status, headers, body } = await get(path);
      assert.equal(status, 410, path);
      assert.ok(body.equals(await file(`${path}index.html`)), `${path} shows ${body.subarray(0, 200)}`);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    }
  });

  test('what is for hosts is nobody else\'s to read', async () => {
    for (const path of ['.ribambelle', '.htaccess', '_headers', '_redirects', 'nginx.conf', 'Caddyfile']) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  test('compressed copies are sent to who takes them, where there are any', async () => {
    const [style] = await hashed(built().site);
    for (const [path, name] of [['', 'index.html'], ['laep/', 'laep/index.html'], ['sitemap.xml', 'sitemap.xml'], [style, style]]) {
      const whole = await file(name);
      for (const [accepted, coding, unpack] of /** @type {const} */ ([
        ['gzip, deflate, br, zstd', precompressed ? 'br' : undefined, precompressed ? brotliDecompressSync : same],
        ['gzip', precompressed ? 'gzip' : undefined, precompressed ? gunzipSync : same],
        ['identity', undefined, same],
      ])) {
        const { status, headers, body } = await get(path, { 'accept-encoding': accepted });
        assert.deepEqual([status, headers['content-encoding']], [200, coding], `${path}, ${accepted}`);
        assert.ok(unpack(body).equals(whole), `${path}, ${accepted}`);
        if (precompressed) assert.match(headers.vary ?? '', /accept-encoding/i, `${path}, ${accepted}`);
      }
    }
  });

  test('in Chromium the site is whole under these headers', async () => {
    const browser = await launch();
    try {
      const { page, faults } = await open(browser, server.base);
      await page.goto(new URL('laep/petit-bois/', server.base).href);
      assert.equal(new URL(page.url()).pathname, `${mount}laep/le-petit-bois-saverne/`);
      await page.goto(new URL('recherche/?q=massage', server.base).href);
      await page.locator('[data-resultats] li a').first().waitFor();
      await page.goto(server.base.href);
      assert.ok((await page.evaluate(() => document.styleSheets[0].cssRules.length)) > 0, 'a style');
      none(faults);
      const gone = await page.goto(new URL('laep/la-bulle-saverne/', server.base).href);
      assert.equal(gone?.status(), 410);
      assert.ok(await page.locator('h1').innerText());
    } finally {
      await browser.close();
    }
  });
}

/** The headers of all paths, as the build writes them for Netlify: the one table in its plainest form. */
async function securityHeaders(site) {
  const text = await readFile(`${site}/_headers`, 'utf8');
  const rule = text.split(/\n\n/)[1].split('\n').slice(1);
  const headers = Object.fromEntries(rule.map((line) => line.trim().split(/: (.*)/).slice(0, 2)));
  assert.equal(Object.keys(headers).length, 6);
  // Netlify is told in another way who may frame a page.
  headers[POLICY] += "; frame-ancestors 'self'";
  return headers;
}

/** A style sheet, a shard and a picture, whose addresses name their content. */
async function hashed(site) {
  /** @param {string} folder @param {string} ending */
  const first = async (folder, ending) => {
    const names = await readdir(`${site}/${folder}`, { recursive: true });
    return `${folder}/${names.filter((name) => name.endsWith(ending) && name.includes('/')).sort()[0]}`;
  };
  return Promise.all([first('theme', '.css'), first('recherche', '.json'), first('medias', '.svg')]);
}
