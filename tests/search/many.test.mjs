// Facets over more answers than are counted.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = process.env.FOLDER;
const read = [];
const client = await import(pathToFileURL(join(folder, 'recherche/client.js')));
const reader = (path) => {
  read.push(path);
  return readFile(join(folder, 'recherche', path), 'utf8');
};
const guide = await client.open(reader);
const { total, facets } = JSON.parse(await readFile(join(folder, 'counts.json'), 'utf8'));

test('they are counted over the first forty chunks, and say that there may be more', async () => {
  const answer = await guide.search('atelier');
  assert.equal(answer.total, total);
  const before = read.length;
  const counted = await answer.facets;
  assert.ok(counted.every((facet) => facet.more));
  // The table of facets and forty chunks: what it costs no longer grows with the guide.
  assert.equal(read.length - before, 41);
  const kinds = counted.find((facet) => facet.facet === 'kind').values;
  const sum = kinds.reduce((sum, value) => sum + value.count, 0);
  assert.equal(sum, 40 * 512);
  const whole = facets.find((facet) => facet.facet === 'kind').values;
  for (const { attribute, count } of kinds) {
    assert.ok(count <= whole.find((value) => value.attribute === attribute).count, attribute);
  }
});

test('answers that are narrowed are counted in full, wherever they lie', async () => {
  const answer = await guide.search('atelier', { filters: ['k:laep'] });
  const kind = (await answer.facets).find((facet) => facet.facet === 'kind');
  assert.equal(answer.total, 512);
  assert.equal(kind.values.find((value) => value.attribute === 'k:laep').count, answer.total);
});
