/** Ranking: the key that `src/search/rank.rs` specifies. */

import { isIn, numbers, postings } from './codec.js';
import { surestOf } from './lighten.js';
import { weight } from './reader.js';

const FULL = 16;
const COVER = [0, 3, 5, 6, 7, 8, 9, 16];
const TEXT = [0, 5, 6, 7, 11, 13, 14, 16, 16, 16, 16, 16, 16, 16, 16, 16];
const MENTIONED = 10;
const BEARS = 15;
const FEW = 10;
const HERE = 7;
const WHOLE_DEPARTMENT = 5;
const SAME_DEPARTMENT = 2;
const MOST_DOCUMENTS = 2 ** 20;


/** @typedef {import('./types').Row} Row */
/** @typedef {(document: number, cover: number, impact: number) => void} Meet */

/**
 * The numbers of the documents that answer, the best first.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Plan} plan
 * @param {Map<string, Row>} rows
 * @param {boolean} whole whether no question is answered by all
 * @returns {number[]}
 */
export function rank(entry, plan, rows, whole) {
  const count = entry.documents;
  const column = () => new Uint32Array(count);
  const score = { coverage: column(), subject: column(), gain: column(), distance: column(), isNear: column() };
  const surest = surestOf(plan);
  for (const clause of plan.clauses) {
    const covers = column();
    const gains = column();
    let greatest = 0;
    for (const alternative of clause.alternatives) {
      /** @type {[number, number, number][]} */
      const met = [];
      const meet = (/** @type {number} */ document, /** @type {number} */ cover, /** @type {number} */ impact) => met.push([document, cover, impact]);
      const df = meetAll(entry, rows, alternative, meet, score.distance);
      greatest = Math.max(greatest, df);
      const idf = 2 + Math.min(10, rarity(count, df));
      for (const [document, cover, impact] of met) {
        covers[document] = Math.max(covers[document], cover);
        gains[document] = Math.max(gains[document], Math.floor((impact * idf * alternative.gain) / FULL));
      }
    }
    const weighs = weight(clause.strength, surest, rarity(count, greatest));
    for (let document = 0; document < count; document++) {
      if (covers[document] === 0) continue;
      score.coverage[document] += weighs * covers[document];
      score.gain[document] += gains[document];
      if (clause.sort === 'subject') score.subject[document] += weighs * covers[document];
      if (clause.sort === 'place') score.isNear[document] = 1;
    }
  }
  const stale = staleOnes(entry);
  const keyed = answers(plan, score, whole, count).map(({ document, isGood }) => {
    const impacts = Math.min(1023, Math.floor(score.gain[document] / 4));
    const rank = (Math.min(2047, score.coverage[document]) * 1024 + impacts) * 8 + score.distance[document];
    const key = (rank * 4 + (stale.has(document) ? 0 : 1)) * MOST_DOCUMENTS + (MOST_DOCUMENTS - 1 - document);
    return { document, key: key + (isGood ? 2 ** 47 : 0) };
  });
  return keyed.sort((a, b) => b.key - a.key).map(({ document }) => document);
}

/** The documents that should be confirmed: the last ones of each place. @param {import('./types').Entry} entry */
function staleOnes(entry) {
  const counts = numbers(entry.stale);
  /** @type {Set<number>} */
  const all = new Set();
  let end = 0;
  numbers(entry.places).forEach((size, place) => {
    end += size;
    for (let document = end - (counts[place] ?? 0); document < end; document++) all.add(document);
  });
  return all;
}

/** @param {import('./types').Plan} plan @param {Record<string, Uint32Array>} score @param {boolean} whole @param {number} count */
function answers(plan, score, whole, count) {
  const all = Array.from({ length: count }, (_, document) => document);
  if (plan.clauses.length === 0) return whole ? all.map((document) => ({ document, isGood: true })) : [];
  const met = all.some((document) => score.subject[document] > 0) ? score.subject : score.coverage;
  const best = all.reduce((best, document) => Math.max(best, met[document]), 0);
  let answers = all.filter((document) => met[document] > 0).map((document) => ({ document, isGood: met[document] * 2 > best }));
  if (answers.some(({ document, isGood }) => isGood && score.isNear[document])) answers = answers.filter(({ document }) => score.isNear[document]);
  const good = answers.filter(({ isGood }) => isGood);
  return good.length >= FEW ? good : answers;
}

/** @param {number} count @param {number} df */
const rarity = (count, df) => Math.max(0, 31 - Math.clz32(Math.floor((count + 1) / (df + 1))));

/**
 * Meets all documents of an alternative, and tells how many there are.
 * @param {import('./types').Entry} entry
 * @param {Map<string, Row>} rows
 * @param {import('./types').Alternative} alternative
 * @param {Meet} meet
 * @param {Uint32Array} distance
 * @returns {number}
 */
function meetAll(entry, rows, { words, attributes, meaning, cover }, meet, distance) {
  if (words) {
    const lists = words.map(({ term, form }) => exact(rows.get(term), form));
    const [first, ...others] = lists;
    first.forEach((impact, document) => {
      const all = [impact, ...others.map((other) => other.get(document) ?? [0, 0])];
      const least = Math.min(...all.map(([impact]) => impact));
      if (least > 0) meet(document, Math.floor((TEXT[least] * cover) / FULL), Math.min(...all.map(([, raised]) => raised)));
    });
    return Math.min(...lists.map((list) => list.size));
  }
  if (attributes) {
    const met = attributes.flatMap((one) => postings(rows.get(`#${one}`)?.postings ?? '').documents);
    met.forEach((document) => meet(document, cover, 0));
    return met.length;
  }
  if (meaning?.type === 'group' || meaning?.type === 'hint') {
    const { documents, impacts } = postings(meaning.postings);
    const share = (/** @type {number} */ impact) => (meaning.attribute !== '' && impact < BEARS ? MENTIONED : FULL);
    documents.forEach((document, at) => {
      const impact = impacts[at];
      meet(document, Math.floor((TEXT[impact] * cover * share(impact)) / (FULL * FULL)), impact);
    });
    return documents.length;
  }
  if (meaning) meetPlace(entry, meaning, meet, distance);
  return 0;
}

/**
 * Impacts by document, as they are and raised where it holds the exact form.
 * @param {Row | undefined} row
 * @param {string} form
 * @returns {Map<number, [number, number]>}
 */
function exact(row, form) {
  const { documents, impacts } = postings(row?.postings ?? '');
  const at = row?.forms.indexOf(form) ?? -1;
  const subset = at < 0 ? null : (row?.forms[at + 1] ?? '');
  const isExact = (/** @type {number} */ place) => subset !== null && subset !== ' ' && (subset === '' || isIn(subset, place));
  return new Map(documents.map((document, place) => [document, [impacts[place], impacts[place] + (isExact(place) ? 2 : 0)]]));
}

/**
 * Meets what is in a commune or département, or near.
 * @param {import('./types').Entry} entry
 * @param {import('./types').PlaceMeaning} meaning
 * @param {Meet} meet
 * @param {Uint32Array} distance
 */
function meetPlace(entry, meaning, meet, distance) {
  const sizes = numbers(entry.places);
  const classes = new Uint8Array(sizes.length);
  const code = meaning.type === 'commune' ? meaning.department : meaning.code;
  const [, first, count, whole] = entry.departments.find((row) => row[0] === code) ?? ['', 0, 0, 0];
  classes.fill(meaning.type === 'commune' ? SAME_DEPARTMENT : HERE, first, first + count);
  if (meaning.type === 'commune') {
    classes[0] = SAME_DEPARTMENT;
    if (whole) classes[first] = WHOLE_DEPARTMENT;
    for (let at = 0, place = 0; at < meaning.near.length; at += 2, place++) {
      place += meaning.near[at];
      classes[place] = meaning.near[at + 1];
    }
  }
  const note = (/** @type {number} */ document, /** @type {number} */ cls) => {
    distance[document] = Math.max(distance[document], cls);
    meet(document, COVER[cls], 0);
  };
  let document = 0;
  sizes.forEach((size, place) => {
    for (const end = document + size; document < end; document++) if (classes[place] > 0) note(document, classes[place]);
  });
  if (meaning.type === 'commune') postings(meaning.postings).documents.forEach((one) => note(one, HERE));
}
