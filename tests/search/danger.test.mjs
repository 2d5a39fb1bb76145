// Questions that tell of danger are told from those of every day.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = process.env.FOLDER;
const { danger, kept } = await import(pathToFileURL(join(folder, 'danger.js')));
const { mayTellOfDanger } = await import(pathToFileURL(join(folder, 'marks.js')));
const { marks, grave, ordinary } = JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8'));

test('what tells of danger is known by its marks, and answered by the right numbers', () => {
  const faults = [];
  for (const [code, questions] of Object.entries(grave)) {
    for (const question of questions) {
      if (!mayTellOfDanger(question, marks)) faults.push(`« ${question} » bears no mark`);
      if (!danger(question).includes(code)) faults.push(`« ${question} »: ${danger(question)}, not ${code}`);
    }
    assert.ok(kept([code]).length > 0, code);
  }
  assert.deepEqual(faults, []);
});

test('ordinary questions tell of none', () => {
  const told = ordinary.filter((question) => danger(question).length > 0);
  assert.deepEqual(told.map((question) => `« ${question} »: ${danger(question)}`), []);
  // Most of them need no more than the marks to be known.
  const marked = ordinary.filter((question) => mayTellOfDanger(question, marks) && !/[^\p{Script=Latin}\p{P}\p{Z}\p{N}]/u.test(question));
  assert.ok(marked.length < ordinary.length * 0.6, `${marked.length} of ${ordinary.length} bear a mark: ${marked.join('; ')}`);
});

test('a question is read whatever its case, accents and apostrophes', () => {
  for (const question of ['MON MARI ME FRAPPE', 'mon  mari, me…frappe !', 'il m’a frappée', "il m'a frappee", 'ÉTOUFFE bébé']) {
    assert.notDeepEqual(danger(question), [], question);
  }
  assert.deepEqual(danger(''), []);
  assert.deepEqual(danger('…'), []);
});
