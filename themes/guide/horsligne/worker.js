/**
 * Copies of what was read, for when there is no network. Served as `/sw.js`, after a line that names `SITE`.
 *
 * The network comes first: a copy is shown only where it fails or is silent, says of when it is, and is thrown away after
 * a day. A page is kept only if it says itself that it may be (`data-racine`), which discreet pages don't; answers to
 * questions and what the guide doesn't name are never kept. Each build has its own store; the former one is emptied.
 */

/** @type {{ version: string, root: string, files: string[], fallbacks: string[] }} */
const { version, root, files, fallbacks } = SITE;
/** How long a copy lasts, in milliseconds. */
const DAY = 86_400_000;
/** How old the pages that lead on may be before they are asked for anew. */
const OFTEN = DAY / 4;
/** How long the network may be silent where there is a copy. */
const SILENCE = 6_000;
/** How many pages are kept. */
const MOST = 80;
const PREFIX = `guide:${root}:`;
const STORE = PREFIX + version;
/** Says in a copy when it was kept. */
const WHEN = 'x-copie';
/** What a page begins with that may be kept. */
const MAY_BE_KEPT = /^<!doctype html>\s*<html [^>]*data-racine="/i;
/** Whether a page stands at a path. @param {string} path */
const isPage = (path) => path.endsWith('/');
/** @returns {Promise<never>} */
const silence = () => new Promise((_, reject) => setTimeout(() => reject(new Error('silence')), SILENCE));
const self_ = /** @type {any} */ (self);

self_.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
self_.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
self_.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(keep(event.data ?? {})));
self_.addEventListener('fetch', (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(root)) return;
  const path = pathname.slice(root.length);
  if (/^recherche\/[^/]+$/.test(path)) event.respondWith(fresh(request));
  else if (/^(theme|medias|recherche)\/[0-9a-z]+\/./.test(path)) event.respondWith(named(request));
  else if (isPage(pathname)) event.respondWith(page(request, (done) => event.waitUntil(done)));
});

/** The theme and the pages that say that there is no network; what was kept before is asked for anew. */
async function install() {
  const store = await caches.open(STORE);
  await store.addAll(files);
  await Promise.all(fallbacks.map((path) => store.add(new Request(path, { cache: 'no-cache' }))));
  const former = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== STORE);
  const paths = new Set();
  for (const name of former) {
    for (const { url } of await (await caches.open(name)).keys()) paths.add(new URL(url).pathname);
  }
  const pages = [...paths].filter((path) => isPage(path) && !fallbacks.includes(path));
  await Promise.all(pages.slice(-MOST).map((path) => take(path).catch(() => {})));
  self_.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== STORE) await caches.delete(name);
  await self_.clients.claim();
  await tidy();
}

/** Keeps what a page asks for: itself, its files, and the pages that lead on. @param {any} wanted */
async function keep({ page, files = [], ways = [] }) {
  await tidy();
  await keepFiles(files);
  await take(page).catch(() => {});
  for (const path of ways) {
    const copy = await (await caches.open(STORE)).match(path);
    if (!copy || age(copy) > OFTEN) await take(path).catch(() => {});
  }
}

/** @param {string[]} paths */
async function keepFiles(paths) {
  const store = await caches.open(STORE);
  for (const path of paths) {
    if (typeof path !== 'string' || !path.startsWith(root) || isPage(path)) continue;
    const request = new Request(path);
    if (await store.match(request)) continue;
    const response = await fetch(request).catch(() => null);
    if (response?.ok) await store.put(request, await dated(await withoutDiscreet(path, response)));
  }
}

/** A file without what it says of discreet records: only shards of the search have some. @param {string} path @param {Response} response */
async function withoutDiscreet(path, response) {
  if (!/\/recherche\/.+\.json$/.test(path)) return response;
  const rows = await response.json();
  const kept = (/** @type {any} */ row) => (Array.isArray(row) && typeof row[8] === 'number' && row[8] & 1 ? 0 : row);
  return new Response(JSON.stringify(Array.isArray(rows) ? rows.map(kept) : rows), response);
}

/** Asks for a page and keeps it, if it may be. @param {string} path */
async function take(path) {
  if (typeof path !== 'string' || !path.startsWith(root) || !isPage(path) || fallbacks.includes(path)) return;
  await store(path, await fetch(path, { cache: 'no-cache' }));
}

/** Keeps a page, or forgets it where it is gone, moved or not to be kept. @param {string} path @param {Response} response */
async function store(path, response) {
  if (response.status >= 500) return;
  const store = await caches.open(STORE);
  const text = response.ok && !response.redirected ? await response.text() : '';
  if (!MAY_BE_KEPT.test(text)) await store.delete(path);
  else await store.put(path, await dated(new Response(text, response)));
}

/** A response that says when it was kept. @param {Response} response */
async function dated(response) {
  const headers = new Headers(response.headers);
  headers.set(WHEN, String(Date.now()));
  // Its body is unpacked by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(await response.blob(), { status: response.status, headers });
}

/** Whether the search was begun from a copy: a shard's copy is without discreet records, and for then alone. */
let isCopied = false;

/** A file whose address names its content. @param {Request} request */
async function named(request) {
  const isShard = request.url.endsWith('.json');
  return ((!isShard || isCopied) && (await caches.match(request))) || fetch(request);
}

/** A file of the search that changes with the guide. @param {Request} request */
async function fresh(request) {
  const answer = await fetch(request).catch(() => null);
  const copy = answer ? null : await young(request.url);
  isCopied = Boolean(copy);
  return answer ?? copy ?? Response.error();
}

/** @param {Request} request @param {(done: Promise<unknown>) => void} wait */
async function page(request, wait) {
  const { pathname, search } = new URL(request.url);
  const copy = await young(pathname);
  const asked = fetch(request);
  asked.catch(() => {});
  try {
    const response = await (copy ? Promise.race([asked, silence()]) : asked);
    // A question is nobody's business; a page that moved is kept where it is now.
    if (search === '' && response.type === 'basic') wait(store(pathname, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (copy) return request.mode === 'navigate' ? told(copy) : copy;
    if (request.mode !== 'navigate') throw error;
    const path = [...fallbacks].sort((a, b) => b.length - a.length).find((one) => pathname.startsWith(one.slice(0, -11)));
    return (await caches.match(path ?? fallbacks[0])) ?? Response.error();
  }
}

/** A copy that says on the page that it is one, and of when. @param {Response} copy */
async function told(copy) {
  const text = await copy.text();
  const at = text.indexOf('<aside class="copy" hidden');
  const language = text.match(/<html lang="([a-zA-Z-]+)"/)?.[1];
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const when = format.format(Number(copy.headers.get(WHEN)));
  const rest = text.slice(at).replace('<aside class="copy" hidden', '<aside class="copy"').replace('{when}', when);
  return new Response(at < 0 ? text : text.slice(0, at) + rest, { status: copy.status, headers: copy.headers });
}

/** A copy of less than a day. @param {string} path */
async function young(path) {
  const copy = await (await caches.open(STORE)).match(path);
  return copy && age(copy) <= DAY ? copy : undefined;
}

/** How old a copy is; one of the future, by a clock that was set back, is too old. @param {Response} copy */
function age(copy) {
  const since = Date.now() - Number(copy.headers.get(WHEN) ?? 0);
  return since < -60_000 ? Infinity : since;
}

/** Throws away what is older than a day, and the oldest pages of too many. */
async function tidy() {
  const store = await caches.open(STORE);
  const pages = [];
  for (const request of await store.keys()) {
    const path = new URL(request.url).pathname;
    const copy = await store.match(request);
    const isNamed = !isPage(path) && path !== `${root}recherche/index.json` && path !== `${root}recherche/client.js`;
    if (!copy || isNamed || fallbacks.includes(path)) continue;
    if (age(copy) > DAY) await store.delete(request);
    else if (isPage(path)) pages.push({ request, age: age(copy) });
  }
  pages.sort((a, b) => a.age - b.age);
  for (const { request } of pages.slice(MOST)) await store.delete(request);
}
