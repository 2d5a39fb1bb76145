// The parts of the search page that need no page: the address, what a suggestion completes.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './lib/guide.mjs';

// Node takes a module for one by its name; in the theme the names are those of the web.
const folder = await mkdtemp(join(tmpdir(), 'modules-'));
after(() => rm(folder, { recursive: true }));
const load = async (name) => {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, await readFile(`${root}themes/guide/recherche/${name}.js`));
  return import(pathToFileURL(file).href);
};
const { empty, read, write } = await load('address');
const { completed } = await load('combobox');

test('what is written into the address is read from it again', () => {
  const states = [
    { ...empty(), question: 'massage bébé' },
    { ...empty(), question: 'a & b = c ?', filters: ['c:67180', 'k:laep', 'b:1-3-ans'], without: ['d:6'] },
    { ...empty(), question: 'atelier', sort: 'distance', from: 'c:67180', shown: 30 },
    { ...empty(), question: 'atelier', sort: 'date' },
  ];
  for (const state of states) assert.deepEqual(read(new URL(`https://guide.example.org/recherche/${write(state, 10)}`)), state);
  assert.equal(write(empty(), 10), '');
  assert.equal(write({ ...empty(), question: 'x', shown: 10 }, 10), '?q=x');
});

test('what an address can not hold is left out', () => {
  const state = read(new URL('https://guide.example.org/recherche/?q=%20x%20&f=javascript:1&f=k:laep&f=k:laep&f=<b>&tri=prix&de=67180&n=9999999&sans=%00'));
  assert.deepEqual(state, { ...empty(), question: 'x', filters: ['k:laep'], shown: 100 });
  assert.equal(read(new URL(`https://guide.example.org/?q=${'a'.repeat(5000)}`)).question.length, 200);
  assert.ok(read(new URL(`https://guide.example.org/?q=a${'&f=t:x'.repeat(3).replaceAll('x', () => String(Math.random()).slice(2))}`)).filters.length <= 30);
});

test('a suggestion completes the words that it goes on from', () => {
  assert.equal(completed('atelier hag', 'Haguenau'), 'atelier Haguenau');
  assert.equal(completed('massage b', 'Massage bébé'), 'Massage bébé');
  assert.equal(completed('atelier massage b', 'Massage bébé'), 'atelier Massage bébé');
  assert.equal(completed('BEBE', 'Bébé ne dort pas'), 'Bébé ne dort pas');
  assert.equal(completed('lieu d’acc', 'Lieu d’accueil'), 'Lieu d’accueil');
  assert.equal(completed('dodo', 'Sommeil'), 'Sommeil');
  assert.equal(completed('', 'Sommeil'), 'Sommeil');
});
