/**
 * A list as a link: the ids stand after the `#`, which browsers send to no server.
 *
 *     https://guide.example.org/ma-liste/#laep/la-marelle,lieux/mediatheque
 */

import { button, element } from './elements.js';
import { MOST, isId } from './store.js';

/** The ids that an address holds; none for any other `#`. */
export function shared() {
  let text = '';
  try {
    text = decodeURIComponent(location.hash.slice(1));
  } catch {
    // What can't be decoded names nothing.
  }
  return [...new Set(text.split(',').filter(isId))].slice(0, MOST);
}

/** The link of a list. @param {string[]} ids */
export function linkOf(ids) {
  return `${location.origin}${location.pathname}#${ids.join(',')}`;
}

/** A field with the link, to be copied or handed to the phone. @param {string} link @param {Record<string, string>} words */
export function sharing(link, words) {
  const label = element('label', 'field__label', words.link_label);
  label.htmlFor = 'lien';
  const hint = element('p', 'field__hint', words.link_more);
  hint.id = 'lien-aide';
  const field = element('input', 'field__input');
  field.id = 'lien';
  field.type = 'url';
  field.dir = 'ltr';
  field.readOnly = true;
  field.value = link;
  field.setAttribute('aria-describedby', hint.id);
  field.addEventListener('focus', () => field.select());
  const said = element('p', 'small');
  said.setAttribute('role', 'status');
  const copy = button('button', 'message', words.copy, async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = words.copied;
    } catch {
      // Refused: the field is there, selected.
      field.focus();
    }
  });
  const row = element('div', 'field__row', field, copy);
  if (typeof navigator.share === 'function') {
    row.append(
      button('button button--quiet', 'external', words.send, () => {
        navigator.share({ title: document.title, url: link }).catch(() => {});
      }),
    );
  }
  return element('div', 'mine__link no-print', label, hint, row, said);
}
