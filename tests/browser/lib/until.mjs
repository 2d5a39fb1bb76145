// Waiting for what a page is to become, under a policy that forbids it to evaluate texts.

/**
 * Waits until an expression is true in the page.
 * @param {import('playwright-core').Page} page
 * @param {string} expression
 */
export async function until(page, expression) {
  const end = Date.now() + 10_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`not in ten seconds: ${expression}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
