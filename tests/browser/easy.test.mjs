// The easy text: both can be read without script; with it the choice is remembered, on every page but discreet ones.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults, launch, open } from './lib/browser.mjs';
import { serve } from './lib/guide.mjs';
import { none } from './lib/none.mjs';

const guide = await serve();
const RECORD = 'laep/les-petits-pas-haguenau/';
const OTHER = 'actions/pesee-saverne/';
let browser;

const summary = (page) => page.locator('.easy summary');
const ordinary = (page) => page.locator('[data-ordinaire]').first();

describe('the easy text', () => {
  before(async () => (browser = await launch()));
  after(() => Promise.all([browser?.close(), guide.stop()]));

  test('takes the place of the other, and does so on the next pages', async () => {
    const { page, context, faults } = await open(browser, guide.base);
    const goto = (path) => page.goto(new URL(path, guide.base).href);
    await goto(RECORD);
    assert.ok(await ordinary(page).isVisible());
    await summary(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Votre enfant a moins de 6 ans.').waitFor();
    await ordinary(page).waitFor({ state: 'hidden' });
    faults.push(...(await axeFaults(page)));
    for (const path of [OTHER, `de/${RECORD}`]) {
      await goto(path);
      await ordinary(page).waitFor({ state: 'hidden' });
      assert.ok(await page.locator('.easy__text').isVisible(), path);
    }
    await summary(page).press('Enter');
    await ordinary(page).waitFor();
    await goto(RECORD);
    await page.locator('.keep button').first().waitFor();
    assert.ok(await ordinary(page).isVisible());
    assert.equal(await page.locator('.easy__text').isVisible(), false);
    await context.close();
    none(faults);
  });

  test('without script both can be read', async () => {
    const { page, context, faults } = await open(browser, guide.base, { javaScriptEnabled: false });
    await page.goto(new URL(RECORD, guide.base).href);
    await summary(page).press('Enter');
    assert.ok(await page.getByText('Votre enfant a moins de 6 ans.').isVisible());
    assert.ok(await ordinary(page).isVisible());
    assert.equal(await page.locator('.easy__note').isVisible(), false);
    await context.close();
    none(faults);
  });
});
