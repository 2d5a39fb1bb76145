/**
 * What a list says of a record: taken out of the record's own page, which this site serves to anybody.
 *
 * A page that can't be put aside (a discreet one) has no `data-fiche`: nothing of it is shown.
 */

import { isId } from './store.js';

/**
 * @typedef {object} Found
 * @property {'found'} state
 * @property {string} id its id of today
 * @property {string} title
 * @property {string} href
 * @property {string} kind the class that gives its colour
 * @property {Element[]} parts kind, summary, state, facts
 * @property {Element | null} address its address as a QR code, for paper
 * @property {Date | null} copied when the copy was kept that is shown for want of a network
 *
 * @typedef {{ state: 'gone' | 'refused' | 'failed', id: string }} Lacking gone from the guide; not to be kept; not
 *   reached just now
 */

/**
 * Asks for the page of a record.
 * @param {string} id
 * @param {string} home the address of the first page in the language of this one
 * @returns {Promise<Found | Lacking>}
 */
export async function find(id, home, again = true) {
  /** @param {Lacking['state']} state @returns {Lacking} */
  const lacking = (state) => ({ state, id });
  const href = new URL(`${id}/`, new URL(home, location.href)).pathname;
  let response, text;
  try {
    response = await fetch(href, { headers: { accept: 'text/html' } });
    text = await response.text();
  } catch {
    return lacking('failed');
  }
  if (response.status === 404 || response.status === 410) return lacking('gone');
  if (!response.ok) return lacking('failed');
  const page = new DOMParser().parseFromString(text, 'text/html');
  const present = page.querySelector('.keep[data-fiche]')?.getAttribute('data-fiche');
  if (!isId(present)) {
    const moved = again && movedTo(page);
    return moved ? find(moved, home, false) : lacking('refused');
  }
  const kept = Number(response.headers.get('x-copie') ?? 0);
  return {
    state: 'found',
    id: present,
    title: page.querySelector('h1')?.textContent?.trim() ?? '',
    href: new URL(`${present}/`, new URL(home, location.href)).pathname,
    kind: [...(page.querySelector('.record')?.classList ?? [])].find((name) => name.startsWith('kind-')) ?? '',
    parts: ['.kind', '.record__summary', '.record__state', '.facts'].flatMap((part) => own(page, `.record__body ${part}`)),
    address: own(page, '.address')[0] ?? null,
    copied: kept > 0 ? new Date(kept) : null,
  };
}

/** The first element of a page, as one of this page; what only its own script fills in is left out. @param {Document} page @param {string} selector */
function own(page, selector) {
  const element = page.querySelector(selector);
  if (!element) return [];
  const made = document.importNode(element, true);
  made.querySelectorAll('script, .now').forEach((part) => part.remove());
  return [made];
}

/** Where a host without redirects says that a record is now. @param {Document} page */
function movedTo(page) {
  if (!page.querySelector('meta[http-equiv="refresh"]')) return null;
  const path = page.querySelector('main a')?.getAttribute('href') ?? '';
  const id = path.split('/').filter(Boolean).slice(-2).join('/');
  return isId(id) ? id : null;
}
