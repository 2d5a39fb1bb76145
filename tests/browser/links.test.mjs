// Every link of the site leads somewhere, at the root of a host and below a folder.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crawl, pathOf, readable } from './lib/crawl.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

for (const [place, ...args] of [
  ['at the root'],
  ['below a folder', '--url', 'https://ville.example.org/familles/'],
]) {
  describe(`links ${place}`, async () => {
    const { base, stop } = await serve(...args);
    const pages = await crawl(base).finally(stop);

    test('the site is mounted where it is told', () => {
      assert.equal(base.pathname, args.length > 0 ? '/familles/' : '/');
      assert.ok(readable(pages).length >= 30, `only ${readable(pages).length} pages`);
    });

    test('no link is broken', () => {
      const faults = [];
      for (const { path, links } of pages.values()) {
        for (const { tag, to } of links) {
          const inner = pathOf(base, to);
          const status = inner === null ? 0 : pages.get(inner)?.status;
          const page404 = path === '/404.html' || inner === '/404.html';
          if (inner === null && to.origin === base.origin) faults.push(`${path}: ${tag} leaves the site's folder: ${to}`);
          if (inner !== null && status !== 200 && !page404) faults.push(`${path}: ${tag} to ${inner}: ${status}`);
        }
      }
      none(faults);
    });

    test('no anchor is missing', () => {
      const faults = [];
      for (const { path, links } of readable(pages)) {
        for (const { to } of links) {
          const target = pages.get(pathOf(base, to) ?? '');
          const id = decodeURIComponent(to.hash.slice(1));
          const sprite = target?.type.includes('svg');
          if (id === '' || !target || !(sprite || target.type.startsWith('text/html'))) continue;
          if (!target.text.includes(` id="${id}"`)) faults.push(`${path}: ${target.path}#${id}`);
        }
      }
      none(faults);
    });

    test('no identifier stands twice', () => {
      const faults = readable(pages).flatMap(({ path, text }) => {
        const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
        const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
        return twice.map((id) => `${path}: ${id}`);
      });
      none(faults);
    });

    test('the sitemap lists what may be indexed, and nothing else', () => {
      const listed = pages.get('/sitemap.xml')?.links.map(({ to }) => pathOf(base, to)) ?? [];
      const open = readable(pages).filter(({ path, status, text }) => {
        const hidden = /<meta\s[^>]*name="robots"[^>]*noindex/.test(text);
        return status === 200 && path.endsWith('/') && !hidden;
      });
      assert.deepEqual(listed.sort(), open.map(({ path }) => path).sort());
    });

    test('nothing stands inline in the pages', () => {
      const faults = readable(pages).flatMap(({ path, text }) => {
        const inline = text.match(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*(\ssrc=|type="application\/(ld\+)?json"))[^>]*>/g);
        return (inline ?? []).map((found) => `${path}: ${found}`);
      });
      none(faults);
    });
  });
}
