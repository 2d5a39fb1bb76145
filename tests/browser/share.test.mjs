// The picture of a shared link, as a browser shows it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, open } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';

const guide = await serve();
let browser;
before(async () => (browser = await launch()));
after(() => Promise.all([browser?.close(), guide.stop()]));

test('a record, a list and the first page name a picture that loads', async () => {
  const { page, context, faults } = await open(browser, guide.base, { viewport: DESK });
  const shown = new Map();
  for (const path of ['laep/l-arrosoir-perpignan/', 'de/laep/l-arrosoir-perpignan/', 'laep/', '']) {
    await page.goto(new URL(path, guide.base).href);
    const url = await page.getAttribute('meta[property="og:image"]', 'content');
    // Its address is the published one; the file stands at the same path here.
    const size = await page.evaluate(async (path) => {
      const image = new Image();
      image.src = path;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, new URL(url).pathname);
    assert.deepEqual(size, [1200, 630], path);
    shown.set(path, url);
  }
  assert.match(shown.get('laep/l-arrosoir-perpignan/'), /\/partage\/laep\/66136-perpignan\.png$/);
  assert.equal(shown.get('de/laep/l-arrosoir-perpignan/'), shown.get('laep/l-arrosoir-perpignan/'));
  assert.match(shown.get('laep/'), /\/partage\/guide\.png$/);
  assert.equal(shown.get(''), shown.get('laep/'));
  assert.deepEqual(faults, []);
  await context.close();
});
