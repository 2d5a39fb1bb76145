/**
 * How long a parent waits who types one more question in the search page and sends it: from the Enter key to the frame
 * that shows the answers. What is typed is suggested for, letter by letter, so much of the answer is there by then.
 */

/** Milliseconds from one letter to the next, and from the last one to the Enter key. */
const LETTER = 120;
const PAUSE = 300;

/**
 * Asks the first question by the page's address, then types the others.
 * @param {import('playwright-core').Page} page of which the network is slow
 * @param {string} base
 * @param {string[]} asked
 * @returns {Promise<number[]>} milliseconds for each question but the first
 */
export async function typed(page, base, [first, ...others]) {
  await page.goto(`${base}recherche/?q=${encodeURIComponent(first)}`);
  await page.waitForSelector('[data-resultats] [role=status]', { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const field = page.locator('main input[name=q]');
  const times = [];
  for (const text of others) {
    await field.fill('');
    await page.waitForTimeout(2 * PAUSE);
    await field.pressSequentially(text, { delay: LETTER });
    await page.waitForTimeout(PAUSE);
    await page.evaluate(shown, text);
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => Reflect.get(globalThis, 'shown')));
  }
  return times;
}

/** Begins to wait for the answers to a question, which the page names above them. @param {string} text */
function shown(text) {
  const region = document.querySelector('[data-resultats]');
  let sent = Infinity;
  addEventListener('keydown', (event) => event.key === 'Enter' && (sent = performance.now()), { capture: true });
  const answered = () => performance.now() > sent && (region?.querySelector('[role=status]')?.textContent ?? '').includes(text);
  const wait = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!answered()) return;
      observer.disconnect();
      requestAnimationFrame(() => done(performance.now() - sent));
    });
    observer.observe(region ?? document, { subtree: true, childList: true, characterData: true });
  });
  Reflect.set(globalThis, 'shown', wait);
}
