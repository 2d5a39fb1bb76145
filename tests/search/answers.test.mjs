// Asks the exported client what tantivy was asked, and compares whole answers.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = process.env.FOLDER;
const read = (path) => readFile(join(folder, path), 'utf8');

test('the client answers as tantivy does', async () => {
  const { open } = await import(pathToFileURL(join(folder, 'recherche/client.js')));
  const guide = await open((path) => read(join('recherche', path)));
  const asked = JSON.parse(await read('questions.json'));
  assert.ok(asked.length > 0);
  for (const { question, options, answer, facets } of asked) {
    const given = await guide.search(question, options);
    assert.deepEqual(given, answer, question);
    assert.deepEqual(await given.facets, facets, `the facets of « ${question} » ${JSON.stringify(options)}`);
  }
});
