/**
 * The search page: makes a working form answer in place.
 *
 *     <form data-recherche data-base="/" data-icons="/theme/…/icons.svg" data-strings="{…}" action="/recherche/" method="get">
 *       <input type="search" name="q">
 *     </form>
 *     <section data-resultats class="results" hidden></section>
 *     <div data-parcourir>lists to browse, put away while results are shown</div>
 *
 * Nothing of the search is loaded before the field has the focus, a question is sent, or the address holds one; without
 * one, what listens to the field comes after the page is seen, and the script of all pages with it.
 */

export {};

/** When the page is seen; where that is not told, a second later. */
const seen = () =>
  new Promise((resolve) => {
    const look = new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(resolve));
    look.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, 1000);
  });

const asked = new URL(location.href).searchParams.has('q');
if (!asked) await seen();
const { Box } = await import('./box.js');

for (const form of document.querySelectorAll('form[data-recherche]')) {
  const region = document.querySelector('[data-resultats]');
  if (form instanceof HTMLFormElement && region instanceof HTMLElement) new Box(form, region).start();
}

import('../page.js').catch(() => {});
