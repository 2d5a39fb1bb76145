/**
 * Filters a page in a frame by what stands after the `#` of its address: `#genre=laep&theme=jeux`.
 *
 *     <p class="count" data-strings='{"none": "…", "count.other": "…"}'>12 fiches</p>
 *     <ul class="cards" data-themes='{"laep/la-marelle": ["jeux"]}'><li class="card" data-fiche="laep/la-marelle">…</li></ul>
 *
 * Without script all is shown.
 */

const list = document.querySelector('[data-themes]');
const count = document.querySelector('[data-strings]');

export function filter() {
  if (!(list instanceof HTMLElement) || !(count instanceof HTMLElement)) return;
  const wanted = new URLSearchParams(location.hash.slice(1));
  const [kind, theme] = [wanted.get('genre'), wanted.get('theme')];
  /** @type {Record<string, string[]>} */
  const themes = JSON.parse(list.dataset.themes ?? '{}');
  let left = 0;
  for (const card of list.children) {
    if (!(card instanceof HTMLElement)) continue;
    const id = card.dataset.fiche ?? '';
    card.hidden = Boolean((kind && id.split('/')[0] !== kind) || (theme && !themes[id]?.includes(theme)));
    if (!card.hidden) left += 1;
  }
  if (!kind && !theme) return;
  /** @type {Record<string, string>} */
  const words = JSON.parse(count.dataset.strings ?? '{}');
  const form = new Intl.PluralRules(document.documentElement.lang).select(left);
  const said = left === 0 ? words.none : (words[`count.${form}`] ?? words['count.other']);
  count.textContent = said.replace('{n}', String(left));
}

addEventListener('hashchange', filter);
filter();
