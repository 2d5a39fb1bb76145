/**
 * What pages have beside their text: « ma liste », and copies for when there is no network (`horsligne/worker.js`).
 *
 * A discreet page has neither `data-racine` nor this script: nothing of it is stored anywhere.
 */

export {};

const { racine: root, chemins } = document.documentElement.dataset;

/** The paths of what this page has loaded below some folders. @param {string[]} folders */
function loaded(...folders) {
  const own = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const paths = own.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  return paths.filter((path) => folders.some((folder) => path.startsWith(root + folder)));
}

async function keepCopies() {
  await navigator.serviceWorker.register(`${root}sw.js`, { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const saves = /** @type {any} */ (navigator).connection?.saveData === true;
  const ways = saves ? [] : chemins?.split(' ');
  active?.postMessage({ page: location.pathname, files: loaded('theme/', 'medias/'), ways });
  // The search says so only where no question told of danger.
  const keepSearch = () => active?.postMessage({ files: loaded('recherche/') });
  document.addEventListener('recherche:reponse', keepSearch);
  if (document.querySelector('[data-reponse]')) keepSearch();
}

/** The easy text takes the place of the other as long as it is open, on every page: a choice that is remembered. */
function easyText() {
  const easy = document.querySelector('[data-facile]');
  if (!(easy instanceof HTMLDetailsElement)) return;
  const show = () => document.documentElement.classList.toggle('is-easy', easy.open);
  const keep = () => localStorage.setItem('facile', easy.open ? 'oui' : 'non');
  try {
    // Opened before this script came, it stays so.
    if (easy.open) keep();
    else easy.open = localStorage.getItem('facile') === 'oui';
    easy.addEventListener('toggle', keep);
  } catch {
    // Nothing can be remembered here.
  }
  easy.addEventListener('toggle', show);
  show();
}

function beside() {
  if (document.querySelector('[data-champ]')) import('./recherche/field.js').catch(() => {});
  if (document.querySelector('[data-ma-liste]')) import('./liste/page.js').catch(() => {});
  if (document.querySelector('[data-fiche], [data-recherche]')) import('./liste/buttons.js').catch(() => {});
  // While the guide is being written, what is shown must be what is on the disk.
  const live = document.querySelector('script[src*="/.ribambelle/"]');
  // A browser that refuses goes without: everything can be read as long as there is a network.
  if ('serviceWorker' in navigator && !live) keepCopies().catch(() => {});
}

/** When the page is seen; where that is not told, a second later. */
const seen = () =>
  new Promise((resolve) => {
    const look = new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(resolve));
    look.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, 1000);
  });

if (root) {
  easyText();
  // What is not needed to read comes after the page is seen.
  seen().then(beside);
}
