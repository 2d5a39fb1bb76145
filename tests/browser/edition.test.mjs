// The edition for paper, printed by Chromium: its pages are counted, its text is read back from the PDF.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { axeFaults, launch } from './lib/browser.mjs';
import { DAY } from './lib/guide.mjs';
import { none } from './lib/none.mjs';
import { build, host } from './lib/statics.mjs';

const POSTER = 'imprimer/affiches/laep/les-petits-pas-haguenau/';
let browser, built, server, page;

/** A page as a PDF: the text of each of its sheets, blanks made one. */
async function printed(path) {
  await page.goto(new URL(path, server.base).href);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const [, , width, height] = (await document.getPage(1)).view;
  const { text } = await extractText(document, { mergePages: false });
  return { a4: Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, sheets: text.map(plain) };
}

/** A text as it is compared: a printed line may end anywhere. */
const plain = (/** @type {string} */ text) => text.replace(/[\s\u2060\u00ad]+/g, ' ').trim();
const bare = (/** @type {string} */ text) => text.replace(/[\s\u2060\u00ad]+/g, '');

describe('the edition for paper', () => {
  before(async () => {
    built = await build('/', DAY, undefined, '--imprimer');
    server = await host('/');
    server.show(built);
    browser = await launch();
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    server?.stop();
    await built?.remove();
  });

  test('the whole guide: a cover, contents, every record but the discreet ones, indexes, page numbers', async () => {
    const { a4, sheets } = await printed('imprimer/');
    assert.ok(a4, 'A4');
    const all = JSON.parse(await readFile(`${built.site}/donnees/guide.json`, 'utf8')).fiches;
    const ofParents = all.filter(({ id }) => /^(actions|laep|ram|lieux)\//.test(id));
    const shown = ofParents.filter(({ discret }) => !discret);
    const hidden = ofParents.filter(({ discret }) => discret);
    assert.ok(shown.length > 50 && hidden.length > 0);
    assert.equal(await page.locator('.entry').count(), shown.length);
    assert.ok(sheets.length >= shown.length / 5 && sheets.length <= shown.length, `${sheets.length} sheets`);
    sheets.slice(1).forEach((sheet, at) => assert.ok(sheet.includes(`${at + 2} / ${sheets.length}`), `sheet ${at + 2}`));
    assert.ok(!sheets[0].includes(` / ${sheets.length}`), 'a cover has no number');
    assert.match(sheets[0], /Guide des familles.*Édition du 22 novembre 2026.*119 enfant en danger.*3919 violences/);
    assert.match(sheets[1], /Sommaire.*Haguenau \d+–\d+.*Index des thèmes Index des communes/);
    const text = bare(sheets.join(' '));
    const titles = (await page.locator('.entry__title').allInnerTexts()).map(bare);
    none(titles.filter((title) => !text.includes(title)).map((title) => `not printed: ${title}`));
    none(hidden.filter(({ titre }) => text.includes(bare(titre))).map(({ titre }) => `printed: ${titre}`));
    const last = sheets.findIndex((sheet) => /^(\d+ \/ \d+ )?Index des thèmes/.test(sheet));
    assert.ok(last > 2, 'an index of themes');
    assert.match(sheets.slice(last).join(' '), /Index des thèmes.*Allaitement [\d, ]+.*Index des communes.*Haguenau [\d, ]+/);
    const numbers = await page.locator('.index a').evaluateAll((links) =>
      links.filter((link) => document.querySelector(link.getAttribute('href') ?? '')?.querySelector('b')?.textContent !== link.textContent).length);
    assert.equal(numbers, 0, 'numbers of an index lead to their records');
  });

  test('the part of a commune holds what lies there, and leads to its page', async () => {
    const { sheets } = await printed('imprimer/communes/67180-haguenau/');
    const text = sheets.join(' ');
    assert.match(text, /Haguenau.*Les Petits Pas.*Index des thèmes/);
    assert.doesNotMatch(text, /Villeurbanne|Perpignan/);
    assert.match(sheets[0], /guide\.example\.org\/communes\/67180-haguenau\//);
  });

  test('a poster takes one sheet, whatever it says, with its code and address', async () => {
    const { a4, sheets } = await printed(POSTER);
    assert.ok(a4, 'A4');
    assert.equal(sheets.length, 1);
    assert.match(sheets[0], /Les Petits Pas.*14 rue de l’Exemple.*03 53 01 10 01/);
    assert.ok(bare(sheets[0]).includes('https://guide.example.org/laep/les-petits-pas-haguenau/'));
    assert.ok((await page.locator('.poster svg path').count()) > 0, 'its code');
    await page.goto(new URL('imprimer/', server.base).href);
    const posters = await page.locator('a[href*="/affiches/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.ok(posters.length > 15, `${posters.length} posters`);
    for (const path of posters) assert.equal((await printed(path.slice(1))).sheets.length, 1, path);
  });

  test('on a screen it can be read as well', async () => {
    const faults = [];
    for (const path of ['imprimer/', POSTER]) {
      await page.goto(new URL(path, server.base).href);
      faults.push(...(await axeFaults(page)));
    }
    none(faults);
  });
});
