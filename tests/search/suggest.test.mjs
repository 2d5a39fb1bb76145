// What is suggested while a question is typed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = process.env.FOLDER;
const client = await import(pathToFileURL(join(folder, 'recherche/client.js')));
const reader = (path) => readFile(join(folder, 'recherche', path), 'utf8');
const guide = await client.open(reader);
const labels = async (text) => (await guide.suggest(text)).labels.map((one) => one.attribute);
const ids = async (text) => (await guide.suggest(text)).results.map((one) => one.id);

test('a beginning suggests communes, kinds and records', async () => {
  assert.ok((await labels('hag')).includes('c:67180'));
  assert.ok((await labels('saint nic')).includes('c:54483'));
  assert.ok((await labels('lae')).includes('k:laep'));
  assert.deepEqual((await ids('massage')).sort().slice(0, 2), ['actions/massage', 'actions/massage-strasbourg']);
  assert.deepEqual((await ids('mass')).sort().slice(0, 2), ['actions/massage', 'actions/massage-strasbourg']);
  assert.deepEqual(await labels(''), []);
});

test('what is discreet is found and never suggested', async () => {
  const answer = await guide.search('écoute');
  assert.deepEqual(answer.results.map((one) => one.id), ['pages/ecoute']);
  assert.deepEqual(await ids('écoute'), []);
});

test('a shard that is gone is asked of the newer entry, and of nothing else', async () => {
  let asked = 0;
  const gone = await client.open((path) => {
    if (path === 'index.json') asked++;
    return path === 'index.json' ? reader(path) : Promise.reject(new Error('404'));
  });
  await assert.rejects(gone.search('laep'), /404/);
  assert.equal(asked, 2);
  let isOld = true;
  const renewed = await client.open(async (path) => {
    const text = await reader(path);
    if (!isOld || path !== 'index.json') return text;
    isOld = false;
    return text.replace(/"terms":\{.*?\}/, '"terms":{"count":1,"folders":["gone"]}');
  });
  assert.ok((await renewed.search('laep')).total > 0);
});
