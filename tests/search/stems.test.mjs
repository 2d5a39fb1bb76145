// Compares the client's stems with those of the index.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const { module, stems } = JSON.parse(await readFile(join(process.env.FOLDER, 'stems.json'), 'utf8'));
const { stem } = await import(`../../themes/guide/recherche/${module}`);

test('the client stems as the index does', () => {
  const different = stems.filter(([expected, form]) => stem(form) !== expected);
  const shown = different.slice(0, 20).map(([expected, form]) => `${form}: ${stem(form)}, not ${expected}`);
  assert.deepEqual(shown, [], `${module}: ${different.length} of ${stems.length}`);
});

test('a stem of Latin letters begins as its word does: excerpts rely on it', () => {
  const others = stems.filter(([, form]) => form !== '' && form < '{' && stem(form)[0] !== form[0]);
  assert.deepEqual(others, [], module);
});
