// Compares the client's stems with those of the index.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { stem } from '../../themes/guide/recherche/stem.js';

test('the client stems as the index does', async () => {
  const stems = JSON.parse(await readFile(join(process.env.FOLDER, 'stems.json'), 'utf8'));
  const different = stems.filter(([expected, form]) => stem(form) !== expected);
  const shown = different.slice(0, 20).map(([expected, form]) => `${form}: ${stem(form)}, not ${expected}`);
  assert.deepEqual(shown, [], `${different.length} of ${stems.length}`);
});
