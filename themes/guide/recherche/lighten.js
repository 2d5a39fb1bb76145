/** What of a plan is looked at, and what has to be read for it: the rules of `src/search/rank.rs`. */

import { listed } from './codec.js';
import { GENERIC, SIDE, WORD } from './reader.js';

const FULL = 16;
const RARE = 100;
const COMMON = 16;

/** @typedef {import('./types').Row} Row */

/** @param {import('./types').Kept | undefined} row */
const size = (row) => row?.apart?.[2] ?? listed(row).documents.length;

/**
 * A plan without what is everywhere, and tells nothing beside a subject.
 * @param {import('./types').Plan} plan
 * @param {Map<string, Row>} rows
 * @param {number} count
 * @returns {import('./types').Plan}
 */
export function lightened(plan, rows, count) {
  const isCommon = (/** @type {import('./types').Kept | undefined} */ one) => size(one) > RARE && size(one) * COMMON > count;
  const holdsCommon = (/** @type {import('./types').Alternative} */ { words, meaning }) =>
    words ? words.some(({ term }) => isCommon(rows.get(term))) : meaning?.type === 'group' && isCommon(meaning);
  const isWhole = (/** @type {import('./types').Alternative} */ one) => one.cover === FULL;
  const surest = surestOf(plan);
  const clauses = plan.clauses
    .filter(({ strength, alternatives }) => (strength !== WORD && strength !== GENERIC) || surest < SIDE || !alternatives.filter(isWhole).every(holdsCommon))
    .map((clause) => ({ ...clause, alternatives: clause.alternatives.filter((one) => !one.words || isWhole(one) || !holdsCommon(one)) }));
  return { ...plan, clauses };
}

/**
 * What has to be read of that which is put apart.
 * @param {import('./types').Plan} plan
 * @param {Map<string, Row>} rows
 * @param {string[]} others keys beside those of the plan
 * @returns {import('./types').Kept[]}
 */
export function needed({ clauses }, rows, others) {
  const all = clauses.flatMap(({ alternatives }) => alternatives);
  const terms = all.flatMap(({ words, attributes }) => [...(words ?? []).map(({ term }) => term), ...(attributes ?? []).map((one) => `#${one}`)]);
  /** @type {(import('./types').Kept | undefined)[]} */
  const kept = [...terms, ...others].map((key) => rows.get(key));
  all.forEach(({ meaning }) => meaning && meaning.type !== 'department' && kept.push(meaning));
  return kept.filter((one) => one !== undefined);
}

/** How sure the surest subject is. */
export const surestOf = (/** @type {import('./types').Plan} */ { clauses }) =>
  clauses.filter((one) => one.sort === 'subject').reduce((best, one) => Math.max(best, one.strength), WORD);
