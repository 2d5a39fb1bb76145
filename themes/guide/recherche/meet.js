/** Meeting the documents of a plan's alternatives, and how well each meets them (`src/search/rank.rs`). */

import { isIn, listed, numbers } from './codec.js';

const FULL = 16;
const COVER = [0, 3, 5, 6, 7, 8, 9, 16];
const TEXT = [0, 5, 6, 7, 11, 13, 14, 16, 16, 16, 16, 16, 16, 16, 16, 16];
const MENTIONED = 10;
const BEARS = 15;
const HERE = 7;
const WHOLE_DEPARTMENT = 5;
const SAME_DEPARTMENT = 2;

/** @typedef {import('./types').Row} Row */
/** @typedef {(document: number, cover: number, impact: number) => void} Meet */

/**
 * Where documents lie, and which should be confirmed.
 * @typedef {object} Layout
 * @property {number[]} sizes how many documents each place has
 * @property {Uint16Array} placeOf
 * @property {Uint8Array} stale 1 where it should be
 */

/** @type {WeakMap<import('./types').Entry, Layout>} */
const layouts = new WeakMap();

/** The layout of a guide, made once. @param {import('./types').Entry} entry @returns {Layout} */
export function layout(entry) {
  const known = layouts.get(entry);
  if (known) return known;
  const sizes = numbers(entry.places);
  const counts = numbers(entry.stale);
  const placeOf = new Uint16Array(entry.documents);
  const stale = new Uint8Array(entry.documents);
  let end = 0;
  for (let place = 0; place < sizes.length; place++) {
    placeOf.fill(place, end, end + sizes[place]);
    end += sizes[place];
    // The last ones of each place.
    if (counts[place] > 0) stale.fill(1, end - counts[place], end);
  }
  const made = { sizes, placeOf, stale };
  layouts.set(entry, made);
  return made;
}

/**
 * How many documents an alternative has, and what meets them all.
 * @param {import('./types').Entry} entry
 * @param {Map<string, Row>} rows
 * @param {import('./types').Alternative} alternative
 * @param {Uint8Array} distance
 * @param {number[] | null} within the only documents that are of interest, or all
 * @returns {{ df: number, meetAll: (meet: Meet) => void }}
 */
export function opened(entry, rows, { words, attributes, meaning, cover }, distance, within) {
  if (words) {
    const lists = words.map(({ term, form }) => exact(rows.get(term), form));
    return { df: Math.min(...lists.map((list) => list.documents.length)), meetAll: (meet) => meetWords(lists, cover, meet) };
  }
  if (attributes) {
    const lists = attributes.map((one) => listed(rows.get(`#${one}`)).documents);
    const df = lists.reduce((sum, list) => sum + list.length, 0);
    return { df, meetAll: (meet) => lists.forEach((list) => list.forEach((document) => meet(document, cover, 0))) };
  }
  if (meaning?.type === 'group' || meaning?.type === 'hint') {
    const { documents, impacts } = listed(meaning);
    const share = (/** @type {number} */ impact) => (meaning.attribute !== '' && impact < BEARS ? MENTIONED : FULL);
    const covers = TEXT.map((text, impact) => Math.floor((text * cover * share(impact)) / (FULL * FULL)));
    return { df: documents.length, meetAll: (meet) => documents.forEach((document, at) => meet(document, covers[impacts[at]], impacts[at])) };
  }
  return { df: 0, meetAll: (meet) => meaning && meetPlace(entry, meaning, meet, distance, within) };
}

/** @typedef {import('./types').Postings & { raised: (at: number) => number }} Exact */

/**
 * Meets the documents that hold all words.
 * @param {Exact[]} lists in the order of documents
 * @param {number} cover
 * @param {Meet} meet
 */
function meetWords([first, ...others], cover, meet) {
  const places = others.map(() => 0);
  first.documents.forEach((document, at) => {
    let least = first.impacts[at];
    let raised = first.raised(at);
    others.forEach((other, number) => {
      while (other.documents[places[number]] < document) places[number]++;
      const isThere = other.documents[places[number]] === document;
      least = isThere ? Math.min(least, other.impacts[places[number]]) : 0;
      raised = isThere ? Math.min(raised, other.raised(places[number])) : 0;
    });
    if (least > 0) meet(document, Math.floor((TEXT[least] * cover) / FULL), raised);
  });
}

/**
 * The postings of a word, with their impacts raised where a document holds the exact form.
 * @param {Row | undefined} row
 * @param {string} form
 * @returns {Exact}
 */
function exact(row, form) {
  const { documents, impacts } = listed(row);
  const at = row?.forms.indexOf(form) ?? -1;
  const subset = at < 0 ? ' ' : (row?.forms[at + 1] ?? '');
  const isExact = (/** @type {number} */ place) => subset !== ' ' && (subset === '' || isIn(subset, place));
  return { documents, impacts, raised: (place) => impacts[place] + (isExact(place) ? 2 : 0) };
}

/**
 * Meets what is in a commune or département, or near.
 * @param {import('./types').Entry} entry
 * @param {import('./types').PlaceMeaning} meaning
 * @param {Meet} meet
 * @param {Uint8Array} distance
 * @param {number[] | null} within
 */
function meetPlace(entry, meaning, meet, distance, within) {
  const { sizes, placeOf } = layout(entry);
  const classes = new Uint8Array(sizes.length);
  const code = meaning.type === 'commune' ? meaning.department : meaning.code;
  const [, start, count, whole] = entry.departments.find((row) => row[0] === code) ?? ['', 0, 0, 0];
  classes.fill(meaning.type === 'commune' ? SAME_DEPARTMENT : HERE, start, start + count);
  if (meaning.type === 'commune') {
    classes[0] = SAME_DEPARTMENT;
    if (whole) classes[start] = WHOLE_DEPARTMENT;
    const near = numbers(meaning.near);
    for (let at = 0, place = 0; at < near.length; at += 2, place++) {
      place += near[at];
      classes[place] = near[at + 1];
    }
  }
  const note = (/** @type {number} */ document, /** @type {number} */ cls) => {
    if (cls > distance[document]) distance[document] = cls;
    meet(document, COVER[cls], 0);
  };
  if (within) {
    for (const document of within) if (classes[placeOf[document]] > 0) note(document, classes[placeOf[document]]);
  } else {
    let first = 0;
    sizes.forEach((size, place) => {
      for (let document = first; classes[place] > 0 && document < first + size; document++) note(document, classes[place]);
      first += size;
    });
  }
  if (meaning.type === 'commune') listed(meaning).documents.forEach((one) => note(one, HERE));
}
