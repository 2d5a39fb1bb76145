// Chromium, and what every page is held to.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The window of a small phone in the hand, and of a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** Starts Chromium; without one, the tests fail. */
export function launch() {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...root, '--disable-background-networking'],
  });
}

/**
 * A window whose faults are collected: errors, refusals by the security policy, requests that leave the site.
 * @param {import('playwright-core').Browser} browser
 * @param {URL} base
 * @param {import('playwright-core').BrowserContextOptions & { live?: boolean }} options `live` keeps what the server
 *   adds to the site for live editing; without it a page is as hosts send it
 */
export async function open(browser, base, { live = false, ...options } = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: PHONE, ...options });
  /** @type {string[]} */
  const faults = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const ofMissingPage = message.location().url.endsWith('/404.html');
    if (message.type() === 'error' && !ofMissingPage) faults.push(`console: ${message.text()}`);
  });
  // What asks for leaving the site gets nothing, and is told.
  await context.route((url) => url.origin !== base.origin && url.protocol !== 'data:', (route) => {
    faults.push(`request to ${route.request().url()}`);
    return route.abort();
  });
  if (!live) {
    await context.route('**/.ribambelle/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  }
  return { page, context, faults };
}

/**
 * What axe finds wrong, in lines that say where.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function axeFaults(page) {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // @ts-ignore: axe was just put there
    const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`),
    }));
  });
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}\n    ${nodes.join('\n    ')}`);
}

/**
 * The elements that stand out on the right of the window, if the page can be scrolled sideways.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      const rightToLeft = document.documentElement.dir === 'rtl';
      return box.width > 0 && (rightToLeft ? box.left < -1 : box.right > width + 1);
    });
    const said = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`wider than ${width} px: ${said.join('\n    ')}`];
  });
}
