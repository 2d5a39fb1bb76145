/**
 * « Mettre de côté », on a record's page and on cards.
 *
 *     <body data-liste='{"add": "Mettre de côté", …}' data-ma-liste-href="/ma-liste/">
 *     <div class="keep" data-fiche="laep/la-marelle"></div>
 *     <li class="card" data-fiche="laep/la-marelle">…<a class="card__link" href="…">La Marelle</a>…</li>
 *
 * The style sheet keeps their room free: nothing moves when they come.
 */

import { button, element, icon } from './elements.js';
import { MOST, add, all, has, isId, remove, watch } from './store.js';

/** @type {Record<string, string>} */
const words = JSON.parse(document.body.dataset.liste ?? '{}');
const list = document.body.dataset.maListeHref ?? '';
/** @type {Set<() => void>} */
const updates = new Set();
const status = element('p', 'visually-hidden');
status.setAttribute('role', 'status');
document.body.append(status);

/** @param {string} id @param {string} title */
function toggle(id, title) {
  if (has(id)) {
    remove(id);
    status.textContent = words.removed.replace('{title}', title);
  } else {
    const added = add({ id, title });
    status.textContent = (added ? words.added : words.full).replace('{title}', title).replace('{n}', String(MOST));
  }
}

/** The buttons of a record's own page, with the way to the list once there is one. @param {HTMLElement} place */
function dressRecord(place, id = place.dataset.fiche ?? '') {
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  const keep = button('button button--quiet', 'keep', words.add, () => toggle(id, title));
  const print = button('button button--quiet keep__print', 'print', words.print, () => window.print());
  const link = element('a', 'keep__link');
  link.href = list;
  place.replaceChildren(keep, print, link);
  updates.add(() => {
    const kept = has(id);
    const label = keep.querySelector('span');
    if (label) label.textContent = kept ? words.remove : words.add;
    keep.classList.toggle('is-kept', kept);
    const count = all().length;
    link.hidden = count === 0;
    link.textContent = `${words.see} (${count})`;
  });
}

/** @param {HTMLElement} card */
function dressCard(card, id = card.dataset.fiche ?? '') {
  if (card.querySelector('.card__keep')) return;
  const title = card.querySelector('.card__link')?.textContent?.trim() ?? '';
  const keep = element('button', 'card__keep', icon('keep'));
  keep.type = 'button';
  keep.addEventListener('click', () => toggle(id, title));
  card.append(keep);
  updates.add(() => {
    const kept = has(id);
    const name = `${kept ? words.remove : words.add} : ${title}`;
    keep.setAttribute('aria-label', name);
    keep.title = kept ? words.remove : words.add;
    keep.classList.toggle('is-kept', kept);
  });
}

function dress() {
  for (const place of document.querySelectorAll('[data-fiche]')) {
    if (!(place instanceof HTMLElement) || !isId(place.dataset.fiche) || place.closest('[data-ma-liste]')) continue;
    if (place.classList.contains('keep')) dressRecord(place);
    else dressCard(place);
  }
  show();
}

const show = () => updates.forEach((update) => update());

watch(show);
addEventListener('pageshow', show);
document.addEventListener('liste:cartes', dress);
dress();
