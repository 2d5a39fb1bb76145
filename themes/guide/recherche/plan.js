/** The plan of a question: the same clauses as `src/search/plan.rs` makes. */

import { isStop, terms, words } from './analysis.js';
import { said, slots } from './grammar.js';

const MOST_WORDS = 16;
export const LONGEST_PHRASE = 5;

/** @typedef {import('./types').Asked} Asked */

/**
 * The words of a question that carry a subject.
 * @param {string} question
 * @param {Map<string, boolean>} acronyms
 * @returns {Asked[]}
 */
export function asked(question, acronyms) {
  /** @type {Asked[]} */
  const all = [];
  for (const word of words(question)) {
    for (const form of apart(word.form)) {
      const repeated = all.some((former) => former.form === form);
      if (isStop(form) || repeated || all.length === MOST_WORDS) continue;
      all.push({ ...word, form, terms: terms({ ...word, form }, acronyms) });
    }
  }
  return all;
}

/** A number of one or two digits and the letters that are joined to it: `18mois`. @param {string} form */
function apart(form) {
  const joined = /^([0-9]{1,2})([a-z]{2,})$/.exec(form);
  return joined ? [joined[1], joined[2]] : [form];
}

/**
 * All keys that the plan of these words may look at.
 * @param {Asked[]} all
 * @returns {Set<string>}
 */
export function keys(all) {
  const keys = /** @type {Set<string>} */ (new Set());
  for (const word of all) {
    word.terms.forEach((term) => keys.add(term));
    if (isPostal(word.form)) keys.add(word.form.slice(0, 2));
  }
  for (const [at, length] of spans(all.length)) phraseKeys(all, at, length).forEach((key) => keys.add(key));
  all.forEach((_, at) => {
    grammar(all, at)?.alternatives.forEach((attributes) => attributes.forEach((one) => keys.add(`#${one}`)));
  });
  return keys;
}

/** What the words from here on say of days, ages, prices: the attributes meant, then others that are nearly so. */
export function grammar(/** @type {Asked[]} */ all, /** @type {number} */ at) {
  const forms = all.slice(at).map((word) => word.form);
  const here = said(forms);
  if (!here) return null;
  const next = said(forms.slice(here.words));
  if (!here.days || !next?.part) return { words: here.words, alternatives: [here.attributes] };
  return { words: here.words + next.words, alternatives: [slots(here.days, next.part), here.attributes] };
}

/** All spans of words that may be a phrase: the longest first, from left to right. */
export function spans(/** @type {number} */ count, longest = LONGEST_PHRASE, shortest = 1) {
  /** @type {[number, number][]} */
  const all = [];
  for (let length = longest; length >= shortest; length--) {
    for (let at = 0; at + length <= count; at++) all.push([at, length]);
  }
  return all;
}

/** The last term of a word: the word's own where it may be an acronym too. @param {Asked} word */
export const last = (word) => word.terms[word.terms.length - 1];

/** @param {Asked[]} all @param {number} at @param {number} length */
export function phraseKeys(all, at, length) {
  return length === 1 ? all[at].terms : [all.slice(at, at + length).map(last).join(' ')];
}

/** @param {string} form */
export const isPostal = (form) => /^[0-9]{5}$/.test(form);
