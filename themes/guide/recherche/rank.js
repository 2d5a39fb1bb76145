/** Ranking: the key that `src/search/rank.rs` specifies. */

import { numbers } from './codec.js';
import { surestOf } from './lighten.js';
import { opened } from './meet.js';
import { weight } from './reader.js';

const FULL = 16;
const FEW = 10;
const MOST_DOCUMENTS = 2 ** 20;
const GOOD = 2 ** 47;

/** @typedef {import('./types').Row} Row */

/**
 * The numbers of the documents that answer, the best first.
 *
 * A guide may have 100,000 of them, and the device is a phone: columns of numbers, and nothing made per document.
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
  const best = { coverage: 0, subject: 0 };
  const surest = surestOf(plan);
  for (const clause of plan.clauses) {
    const covers = column();
    const gains = column();
    let greatest = 0;
    for (const alternative of clause.alternatives) {
      const { df, meetAll } = opened(entry, rows, alternative, score.distance);
      greatest = Math.max(greatest, df);
      const scale = (2 + Math.min(10, rarity(count, df))) * alternative.gain;
      meetAll((document, cover, impact) => {
        if (cover > covers[document]) covers[document] = cover;
        const gain = Math.floor((impact * scale) / FULL);
        if (gain > gains[document]) gains[document] = gain;
      });
    }
    const weighs = weight(clause.strength, surest, rarity(count, greatest));
    for (let document = 0; document < count; document++) {
      if (covers[document] === 0) continue;
      const more = weighs * covers[document];
      score.gain[document] += gains[document];
      best.coverage = Math.max(best.coverage, (score.coverage[document] += more));
      if (clause.sort === 'subject') best.subject = Math.max(best.subject, (score.subject[document] += more));
      if (clause.sort === 'place') score.isNear[document] = 1;
    }
  }
  if (plan.clauses.length === 0) return whole ? Array.from({ length: count }, (_, document) => document) : [];
  return sorted(score, best, staleOnes(entry), count);
}

/**
 * What answers, by its key. The key ends with the document, so that a column of keys is sorted and read back.
 * @param {Record<string, Uint32Array>} score
 * @param {Record<string, number>} best the greatest of two of the columns
 * @param {Uint8Array} stale
 * @param {number} count
 */
function sorted({ coverage, subject, gain, distance, isNear }, best, stale, count) {
  const met = best.subject > 0 ? subject : coverage;
  const half = (best.subject > 0 ? best.subject : best.coverage) / 2;
  let onlyNear = false;
  for (let document = 0; document < count && !onlyNear; document++) onlyNear = met[document] > half && isNear[document] === 1;
  let good = 0;
  let answers = 0;
  const keys = new Float64Array(count);
  for (let document = 0; document < count; document++) {
    if (met[document] === 0 || (onlyNear && isNear[document] === 0)) continue;
    const isGood = met[document] > half;
    if (isGood) good++;
    const impacts = Math.min(1023, Math.floor(gain[document] / 4));
    const rank = (Math.min(2047, coverage[document]) * 1024 + impacts) * 8 + distance[document];
    const key = (rank * 4 + 1 - stale[document]) * MOST_DOCUMENTS + (MOST_DOCUMENTS - 1 - document);
    keys[answers++] = key + (isGood ? GOOD : 0);
  }
  // What is good stands above the rest, which is wanted where there are few.
  const shown = keys.subarray(0, answers).sort().reverse().subarray(0, good >= FEW ? good : answers);
  return Array.from(shown, (key) => MOST_DOCUMENTS - 1 - (key % MOST_DOCUMENTS));
}

/** @type {WeakMap<import('./types').Entry, Uint8Array>} */
const stales = new WeakMap();

/** Which documents should be confirmed: the last ones of each place. @param {import('./types').Entry} entry */
function staleOnes(entry) {
  const known = stales.get(entry);
  if (known) return known;
  const counts = numbers(entry.stale);
  const all = new Uint8Array(entry.documents);
  let end = 0;
  numbers(entry.places).forEach((size, place) => {
    end += size;
    all.fill(1, end - (counts[place] ?? 0), end);
  });
  stales.set(entry, all);
  return all;
}

/** @param {number} count @param {number} df */
const rarity = (count, df) => Math.max(0, 31 - Math.clz32(Math.floor((count + 1) / (df + 1))));
