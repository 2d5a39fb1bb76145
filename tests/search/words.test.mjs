// Compares the client's words with those of the index.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { acronyms, isStop, terms, words } from '../../themes/guide/recherche/analysis.js';

test('the client cuts and folds as the index does', async () => {
  const cases = JSON.parse(await readFile(join(process.env.FOLDER, 'words.json'), 'utf8'));
  const known = acronyms(cases.acronyms);
  const protection = (word) => {
    const all = terms(word, known);
    return all.length === 2 ? 'Either' : all[0] === word.form.toUpperCase() && /[A-Z]/.test(all[0]) ? 'Acronym' : 'None';
  };
  for (const [text, expected] of cases.texts) {
    const given = words(text).map((word) => [word.raw, word.form, isStop(word.form), protection(word)]);
    assert.deepEqual(given, expected, text);
  }
});
