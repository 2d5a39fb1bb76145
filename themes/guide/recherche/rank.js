/** Ranking: the key that `src/search/rank.rs` specifies. */

import { surestOf } from './lighten.js';
import { layout, opened } from './meet.js';
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
  if (plan.clauses.length === 0) return whole ? Array.from({ length: count }, (_, document) => document) : [];
  const score = { coverage: new Uint32Array(count), subject: new Uint32Array(count), gain: new Uint32Array(count), distance: new Uint8Array(count), isNear: new Uint8Array(count) };
  const best = { coverage: 0, subject: 0 };
  const surest = surestOf(plan);
  /** The documents that met a clause. @type {number[]} */
  const answers = [];
  const earn = (/** @type {import('./types').Clause} */ clause, /** @type {number[] | null} */ within) => {
    const covers = new Uint8Array(count);
    const gains = new Uint16Array(count);
    /** @type {number[]} */
    const met = [];
    let greatest = 0;
    for (const alternative of clause.alternatives) {
      const { df, meetAll } = opened(entry, rows, alternative, score.distance, within);
      greatest = Math.max(greatest, df);
      const scale = (2 + Math.min(10, rarity(count, df))) * alternative.gain;
      meetAll((document, cover, impact) => {
        if (within && score.subject[document] === 0) return;
        const former = covers[document];
        if (cover > former) {
          covers[document] = cover;
          if (former === 0) met.push(document);
        }
        const gain = Math.floor((impact * scale) / FULL);
        if (gain > gains[document]) gains[document] = gain;
      });
    }
    const weighs = weight(clause.strength, surest, rarity(count, greatest));
    for (const document of met) {
      const more = weighs * covers[document];
      if (score.coverage[document] === 0) answers.push(document);
      score.gain[document] += gains[document];
      best.coverage = Math.max(best.coverage, (score.coverage[document] += more));
      if (clause.sort === 'subject') best.subject = Math.max(best.subject, (score.subject[document] += more));
      if (clause.sort === 'place') score.isNear[document] = 1;
    }
  };
  const isSubject = (/** @type {import('./types').Clause} */ { sort }) => sort === 'subject';
  plan.clauses.filter(isSubject).forEach((clause) => earn(clause, null));
  // Where a subject is met, nothing else answers: of places, of days only those documents are looked at.
  const within = answers.length > 0 ? answers : null;
  plan.clauses.filter((clause) => !isSubject(clause)).forEach((clause) => earn(clause, within));
  return sorted(score, best, layout(entry).stale, answers);
}

/**
 * What answers, by its key. The key ends with the document, so that a column of keys is sorted and read back.
 * @param {Record<string, Uint32Array | Uint8Array>} score
 * @param {Record<string, number>} best the greatest of two of the columns
 * @param {Uint8Array} stale
 * @param {number[]} all
 */
function sorted({ coverage, subject, gain, distance, isNear }, best, stale, all) {
  const met = best.subject > 0 ? subject : coverage;
  const half = (best.subject > 0 ? best.subject : best.coverage) / 2;
  const onlyNear = all.some((document) => met[document] > half && isNear[document] === 1);
  let good = 0;
  let answers = 0;
  const keys = new Float64Array(all.length);
  for (const document of all) {
    if (onlyNear && isNear[document] === 0) continue;
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

/** @param {number} count @param {number} df */
const rarity = (count, df) => Math.max(0, 31 - Math.clz32(Math.floor((count + 1) / (df + 1))));
