// The pages of the site, found by following its links and its sitemap, so that no new page is forgotten.

/**
 * @typedef {object} Page
 * @property {string} path from the site's root, `/` for the home page
 * @property {number} status
 * @property {string} type the media type
 * @property {string} text
 * @property {{ tag: string, to: URL }[]} links what its tags lead to, on this site or elsewhere
 */

/** What the paths of translated pages begin with. */
const LANGUAGE = /^\/(de|en|ar)\//;

/**
 * Fetches everything that can be reached.
 * @param {URL} base the site's folder
 * @returns {Promise<Map<string, Page>>} by path
 */
export async function crawl(base) {
  const pages = new Map();
  let waiting = ['/', '/404.html', '/sitemap.xml', '/robots.txt'];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 8).filter((path) => !pages.has(path));
    for (const path of batch) pages.set(path, null);
    for (const page of await Promise.all(batch.map((path) => fetchPage(base, path)))) {
      pages.set(page.path, page);
      const inner = page.links.map(({ to }) => pathOf(base, to)).filter((path) => path !== null);
      waiting.push(...new Set(inner.filter((path) => !pages.has(path))));
    }
  }
  return pages;
}

/**
 * The path of an address within the site, or null for one that leads elsewhere.
 * @param {URL} base
 * @param {URL} url
 */
export function pathOf(base, url) {
  const inside = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  return inside ? `/${url.pathname.slice(base.pathname.length)}` : null;
}

/**
 * The pages that people read, without redirects, files, what broken links lead to, and what other sites frame.
 * @param {Map<string, Page>} pages
 */
export function readable(pages) {
  const own = [...pages.values()].filter(({ path }) => !/^\/integrer\/./.test(path));
  return own.filter(({ status, type }) => status === 200 && type.startsWith('text/html'));
}

/**
 * The page's type by the shape of its path: `/laep/la-marelle/` is one of `/laep/*`.
 * @param {string} path
 */
export function typeOf(path) {
  const segments = path.split('/').filter(Boolean);
  const language = LANGUAGE.test(path) ? `/${segments.shift()}` : '';
  const shapes = segments.map((segment, index) => {
    if (index === 0 || segment === 'page' || segment.includes('.html')) return segment;
    return /^[\d-]+$|^\d+-s\d+$/.test(segment) ? segment.replace(/\d+/g, '0') : '*';
  });
  return `${language}/${shapes.join('/')}`;
}

/**
 * For each type of page, the one that says most, and in the content's own language the one that says least too.
 * @param {Map<string, Page>} pages
 * @returns {Page[]}
 */
export function examples(pages) {
  /** @type {Map<string, Page[]>} */
  const types = new Map();
  for (const page of readable(pages)) {
    const type = typeOf(page.path);
    types.set(type, [...(types.get(type) ?? []), page]);
  }
  return [...types.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, all]) => {
    const sorted = all.sort((a, b) => a.text.length - b.text.length || (a.path < b.path ? -1 : 1));
    const most = sorted[sorted.length - 1];
    return sorted.length > 1 && !LANGUAGE.test(most.path) ? [sorted[0], most] : [most];
  });
}

/**
 * For each type of page in the content's own language the one that says most, and the first pages of the others:
 * what reads from right to left is among them.
 * @param {Map<string, Page>} pages
 * @returns {Page[]}
 */
export function fullest(pages) {
  const last = new Map(examples(pages).map((page) => [typeOf(page.path), page]));
  return [...last.values()].filter(({ path }) => !LANGUAGE.test(path) || path.split('/').length === 3);
}

async function fetchPage(base, path) {
  const url = new URL(path.slice(1), base);
  const response = await fetch(url, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const isText = /^text\/|xml|json|svg/.test(type);
  const text = isText ? await response.text() : (await response.arrayBuffer(), '');
  const moved = response.headers.get('location');
  const links = type.startsWith('text/html') ? linksOf(text, url) : [];
  if (path.endsWith('sitemap.xml')) links.push(...locations(text, base));
  if (moved) links.push({ tag: 'location', to: new URL(moved, url) });
  return { path, status: response.status, type, text, links };
}

function linksOf(html, url) {
  const links = [];
  for (const [, tag, rest] of html.matchAll(/<([a-z]+)(\s[^>]*)>/g)) {
    for (const [, name, value] of rest.matchAll(/\s(href|src|action|poster|srcset)="([^"]*)"/g)) {
      const values = name === 'srcset' ? value.split(',').map((one) => one.trim().split(' ')[0]) : [value];
      for (const one of values) links.push({ tag, to: new URL(decode(one), url) });
    }
  }
  return links;
}

/** The sitemap names the public address: its pages are looked up on this server. */
function locations(xml, base) {
  const found = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(decode(url)));
  return found.map((url) => ({ tag: 'loc', to: new URL(url.pathname, base) }));
}

function decode(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(#x?)?(\w+);/g, (whole, number, name) => {
    if (!number) return named[name] ?? whole;
    return String.fromCodePoint(parseInt(name, number === '#x' ? 16 : 10));
  });
}
