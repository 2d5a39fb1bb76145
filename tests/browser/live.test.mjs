// An edit of a record shows in the browser by itself; a faulty one is told there, over the page that was sound.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, open } from './lib/browser.mjs';
import { root, serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const folder = await mkdtemp(join(tmpdir(), 'ribambelle-live-'));
const content = join(folder, 'content');
await cp(join(root, 'content'), content, { recursive: true });
const guide = await serve('--contenu', content);
const record = join(content, 'laep/les-petits-pas-haguenau.md');
const path = 'laep/les-petits-pas-haguenau/';
const sound = await readFile(record, 'utf8');
const TITLE = "Lieu d'accueil enfants-parents Les Petits Pas";
let browser;

/** Saves as editors do: a new file that takes the place of the old one. */
async function save(text) {
  await writeFile(`${record}.neuf~`, text);
  await rename(`${record}.neuf~`, record);
}

const overlay = (page) => page.locator('ribambelle-faults');
const heading = (page, words) => page.locator('h1', { hasText: words }).waitFor({ timeout: 20_000 });

describe('live editing', () => {
  before(async () => (browser = await launch()));
  after(async () => {
    await browser?.close();
    await guide.stop();
    await rm(folder, { recursive: true });
  });

  test('an edit shows in a dozen tabs at once, each where it was scrolled to', async () => {
    const { page, context, faults } = await open(browser, guide.base, { live: true });
    const address = new URL(path, guide.base).href;
    const tabs = [page];
    while (tabs.length < 12) tabs.push(await context.newPage());
    for (const tab of tabs) await tab.goto(address);
    await page.evaluate(() => scrollTo(0, 700));
    await save(sound.replace(TITLE, 'Les Petits Pas du mardi'));
    await Promise.all(tabs.map((tab) => heading(tab, 'Les Petits Pas du mardi')));
    await page.waitForFunction(() => Math.abs(scrollY - 700) < 60);
    // Lists follow too, by themselves.
    await page.goto(new URL('laep/', guide.base).href);
    await page.getByText('Les Petits Pas du mardi').first().waitFor({ timeout: 20_000 });
    await context.close();
    none(faults);
  });

  test('a page that an edit does not change stays as it is, and follows a later one', async () => {
    const { page, context, faults } = await open(browser, guide.base, { live: true });
    await page.goto(new URL('urgence/', guide.base).href);
    const record = await context.newPage();
    await record.goto(new URL(path, guide.base).href);
    await page.evaluate(() => Object.assign(globalThis, { stays: true }));
    await save(sound.replace(TITLE, 'Les Petits Pas du vendredi'));
    await heading(record, 'Les Petits Pas du vendredi');
    await record.goto(new URL('laep/', guide.base).href);
    await record.getByText('Les Petits Pas du vendredi').first().waitFor({ timeout: 20_000 });
    assert.equal(await page.evaluate(() => 'stays' in globalThis), true);
    const config = join(content, 'guide.yml');
    const name = await readFile(config, 'utf8');
    await writeFile(config, name.replace(/^nom: .*$/mu, 'nom: Le guide du vendredi'));
    await page.getByText('Le guide du vendredi').first().waitFor({ timeout: 20_000 });
    await writeFile(config, name);
    await save(sound);
    await context.close();
    none(faults);
  });

  test('a faulty edit is told over the page, which stays as it was, until it is mended', async () => {
    const { page, context, faults } = await open(browser, guide.base, { live: true });
    await page.goto(new URL(path, guide.base).href);
    await heading(page, 'Les Petits Pas');
    await save(sound.replace('tarif: gratuit', 'tarif: gratis'));
    await overlay(page).waitFor({ timeout: 20_000 });
    const told = await overlay(page).evaluate((host) => host.shadowRoot.textContent);
    assert.match(told, /1 erreur/);
    assert.match(told, /les-petits-pas-haguenau\.md:\d+:\d+/);
    assert.match(told, /« gratis »/);
    // A page that is opened meanwhile is the last sound one, and says the same.
    await page.reload();
    await heading(page, 'Les Petits Pas');
    await overlay(page).waitFor({ timeout: 20_000 });
    await save(sound.replace(TITLE, 'Les Petits Pas du jeudi'));
    await heading(page, 'Les Petits Pas du jeudi');
    await overlay(page).waitFor({ state: 'detached', timeout: 20_000 });
    await context.close();
    none(faults);
  });

  test('what a record says in a fault is shown as text', async () => {
    const { page, context, faults } = await open(browser, guide.base, { live: true });
    await page.goto(new URL(path, guide.base).href);
    await save(sound.replace('tarif: gratuit', 'tarif: "<img src=x onerror=alert(1)>"'));
    await overlay(page).waitFor({ timeout: 20_000 });
    assert.equal(await overlay(page).evaluate((host) => host.shadowRoot.querySelectorAll('img').length), 0);
    await save(sound);
    await overlay(page).waitFor({ state: 'detached', timeout: 20_000 });
    await context.close();
    none(faults);
  });

  test('a folder that is renamed away and back does no harm', async () => {
    const { page, context, faults } = await open(browser, guide.base, { live: true });
    await page.goto(new URL(path, guide.base).href);
    await rename(content, `${content}-ailleurs`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.reload();
    await heading(page, 'Les Petits Pas');
    await rename(`${content}-ailleurs`, content);
    await save(sound.replace(TITLE, 'Les Petits Pas du samedi'));
    await heading(page, 'Les Petits Pas du samedi');
    await save(sound);
    await context.close();
    none(faults);
  });
});
