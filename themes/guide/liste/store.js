/**
 * « Ma liste »: the records put aside on this device, and nowhere else.
 *
 * Where the browser refuses to keep anything, the list lives as long as the page.
 */

/**
 * @typedef {object} Kept
 * @property {string} id where it stands below the site's root: `laep/la-marelle`
 * @property {string} title as it was when it was put aside, to be named should it be gone
 */

/** How many records a list holds: as many as a link in a message may name. */
export const MOST = 100;
/** What an id looks like: nothing else is ever asked for. */
const ID = /^(actions|laep|relais|lieux)\/[a-z0-9][a-z0-9-]{0,120}$/;

/** Each guide of an origin has its own list. */
const KEY = `ma-liste:${document.documentElement.dataset.racine ?? '/'}`;
/** @type {Kept[] | null} what is kept where nothing can be stored */
let memory = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** Whether a text is the id of a record. @param {unknown} id @returns {id is string} */
export function isId(id) {
  return typeof id === 'string' && ID.test(id);
}

/** The records put aside, in the order in which they were. @returns {Kept[]} */
export function all() {
  if (memory) return memory;
  try {
    return sound(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** Whether a record is put aside. @param {string} id */
export function has(id) {
  return all().some((one) => one.id === id);
}

/** Whether the list outlives the page. */
export function lasts() {
  try {
    localStorage.setItem(`${KEY}:essai`, '');
    localStorage.removeItem(`${KEY}:essai`);
    return true;
  } catch {
    return false;
  }
}

/** Puts records in the place of all. @param {Kept[]} records */
export function replace(records) {
  const kept = sound(records);
  try {
    if (kept.length > 0) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
    memory = null;
  } catch {
    memory = kept;
  }
  listeners.forEach((listener) => listener());
}

/** Puts a record aside, or names it anew; tells whether there was room. @param {Kept} record */
export function add(record) {
  const others = all().filter(({ id }) => id !== record.id);
  if (others.length >= MOST) return false;
  const known = all().findIndex(({ id }) => id === record.id);
  replace(known < 0 ? [...others, record] : all().map((one, at) => (at === known ? record : one)));
  return true;
}

/** Takes a record out. @param {string} id */
export function remove(id) {
  replace(all().filter((one) => one.id !== id));
}

/** Tells of every change, in other tabs too. @param {() => void} listener */
export function watch(listener) {
  listeners.add(listener);
}

addEventListener('storage', (/** @type {any} */ { key }) => {
  if (key === KEY || key === null) listeners.forEach((listener) => listener());
});

/** What can be read of a stored list: anybody may have written there. @param {unknown} list @returns {Kept[]} */
function sound(list) {
  if (!Array.isArray(list)) return [];
  /** @type {Map<string, Kept>} */
  const kept = new Map();
  for (const one of list) {
    if (isId(one?.id)) kept.set(one.id, { id: one.id, title: String(one.title ?? '').slice(0, 200) });
  }
  return [...kept.values()].slice(0, MOST);
}
