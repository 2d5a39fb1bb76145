// The field suggests while a question is typed: with the keyboard alone, to a screen reader, with an input method.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open, overflow } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
let browser;

describe('combobox', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  const typed = async (text, language = '') => {
    const opened = await open(browser, guide.base);
    await opened.page.goto(new URL(`${language}recherche/`, guide.base).href, { waitUntil: 'networkidle' });
    const field = opened.page.locator('#q');
    await field.pressSequentially(text, { delay: 20 });
    return { ...opened, field, options: opened.page.locator('[role=option]') };
  };

  test('themes, communes and records are suggested, and said', async () => {
    const { page, context, faults, field, options } = await typed('mass');
    await options.first().waitFor();
    const attributes = await field.evaluate((one) => ['role', 'aria-expanded', 'aria-autocomplete', 'aria-controls'].map((name) => one.getAttribute(name)));
    assert.deepEqual(attributes.slice(0, 3), ['combobox', 'true', 'list']);
    assert.equal(await page.locator(`#${attributes[3]}`).getAttribute('role'), 'listbox');
    const texts = (await options.allInnerTexts()).join('\n');
    assert.match(texts, /Massage bébé\s+Thème/);
    assert.match(texts, /Activité/);
    const said = page.locator('.search [role=status]');
    assert.match(await said.innerText(), new RegExp(`^${await options.count()} suggestions`));
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await field.fill('');
    await field.pressSequentially('hag', { delay: 20 });
    await options.filter({ hasText: 'Haguenau' }).filter({ hasText: 'Commune' }).first().waitFor();
    await context.close();
    none(faults);
  });

  test('answers that were quicker than the suggestions are not covered by them', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    await context.route('**/recherche/combobox.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(new URL('recherche/', guide.base).href, { waitUntil: 'networkidle' });
    const field = page.locator('#q');
    await field.pressSequentially('massage');
    await field.press('Enter');
    await page.locator('.results .card').first().waitFor();
    release();
    await page.locator('#q[role=combobox]').waitFor();
    await page.waitForTimeout(800);
    assert.equal(await page.locator('[role=option]').count(), 0);
    await field.press('End');
    await field.pressSequentially(' b');
    await page.locator('[role=option]').first().waitFor();
    await context.close();
    none(faults);
  });

  test('the keyboard goes through the list, and out of it', async () => {
    const { page, context, faults, field, options } = await typed('massage b');
    await options.first().waitFor();
    const active = () => field.getAttribute('aria-activedescendant');
    const count = await options.count();
    await field.press('ArrowDown');
    assert.equal(await active(), await options.first().getAttribute('id'));
    assert.equal(await options.first().getAttribute('aria-selected'), 'true');
    // Up from the first is the field, then the last.
    await field.press('ArrowUp');
    assert.equal(await active(), null);
    await field.press('ArrowUp');
    assert.equal(await active(), await options.nth(count - 1).getAttribute('id'));
    await field.press('Home');
    assert.equal(await active(), null);
    assert.equal(await field.evaluate((one) => one.selectionStart), 0);
    await field.press('ArrowDown');
    await field.press('End');
    assert.equal(await active(), null);
    assert.equal(await field.evaluate((one) => one.selectionStart), 'massage b'.length);
    await field.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    assert.equal(await field.inputValue(), 'massage b');
    await field.press('ArrowDown');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await field.fill('atelier hag');
    await options.filter({ hasText: 'Commune' }).first().waitFor();
    await field.press('ArrowDown');
    const label = (await options.first().evaluate((one) => one.firstChild?.textContent)) ?? '';
    await field.press('Enter');
    await page.locator('.card').first().waitFor();
    assert.equal(await field.inputValue(), `atelier ${label}`);
    assert.equal(label, 'Haguenau');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    await context.close();
    none(faults);
  });

  test('Enter on a record leads to it', async () => {
    const { page, context, faults, field, options } = await typed('massage');
    await options.first().waitFor();
    const at = (await options.allInnerTexts()).findIndex((text) => text.includes('Activité'));
    for (let step = 0; step <= at; step++) await field.press('ArrowDown');
    await field.press('Enter');
    await page.waitForURL((url) => /\/actions\//.test(url.pathname));
    await context.close();
    none(faults);
  });

  test('what an input method composes is left alone until it is done', async () => {
    const { page, context, faults, field, options } = await typed('m');
    const client = await context.newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'assage', selectionStart: 6, selectionEnd: 6 });
    await page.waitForTimeout(600);
    assert.equal(await options.count(), 0, 'it suggests while it is composed');
    await client.send('Input.insertText', { text: 'assage' });
    await options.first().waitFor();
    assert.equal(await field.inputValue(), 'massage');
    await context.close();
    none(faults);
  });

  test('in Arabic the page suggests too', async () => {
    const { page, context, faults, options } = await typed('mass', 'ar/');
    await options.first().waitFor();
    faults.push(...(await axeFaults(page)), ...(await overflow(page)));
    await context.close();
    none(faults);
  });
});
