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

import { opener } from './opener.js';

/** When the page is seen; where that is not told, a second later. */
const seen = () =>
  new Promise((resolve) => {
    const look = new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(resolve));
    look.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, 1000);
  });

/** Whether a question waits to be answered: in the address, or handed over by the field of another page. */
function isAsked() {
  if (new URL(location.href).searchParams.has('q')) return true;
  try {
    return Boolean(sessionStorage.getItem('recherche'));
  } catch {
    return false;
  }
}

const asked = isAsked();
if (!asked) await seen();

const region = document.querySelector('[data-resultats]');
for (const form of document.querySelectorAll('form[data-recherche]')) {
  if (!(form instanceof HTMLFormElement && region instanceof HTMLElement)) continue;
  const search = opener(form);
  // What finds the answers comes together with what shows them: one after the other costs a round trip more.
  if (asked) search.load().catch(() => {});
  import('./box.js').then(({ Box }) => new Box(form, region, search).start()).catch(() => {});
}

import('../page.js').catch(() => {});
