/** The plan of a question: the same clauses as `src/search/plan.rs` makes. */

import { isStop, terms, words } from './analysis.js';
import { said, slots } from './grammar.js';

const MOST_WORDS = 16;
const LONGEST_PHRASE = 5;
const WHOLE = 8;
const FULL = 16;

/** @typedef {import('./types').Asked} Asked */
/** @typedef {import('./types').Clause} Clause */
/** @typedef {import('./types').Alternative} Alternative */

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
    const repeated = all.some((former) => former.form === word.form);
    if (!isStop(word.form) && !repeated && all.length < MOST_WORDS) all.push({ ...word, terms: terms(word, acronyms) });
  }
  return all;
}

/**
 * All keys that the plan of these words may look at.
 * @param {Asked[]} all
 * @returns {Set<string>}
 */
export function keys(all) {
  const keys = new Set(['#s:1']);
  for (const word of all) word.terms.forEach((term) => keys.add(term));
  for (const [start, length] of spans(all.length)) phraseKeys(all, start, length).forEach((key) => keys.add(key));
  all.forEach((_, at) => {
    const time = grammar(all, at);
    time?.alternatives.forEach((attributes) => attributes.forEach((one) => keys.add(`#${one}`)));
  });
  return keys;
}

/**
 * Reads a question.
 * @param {string} question
 * @param {Asked[]} all its words
 * @param {Map<string, import('./types').Row>} rows what the index knows of their keys
 * @param {string[]} without attributes that must not be understood
 * @returns {import('./types').Plan}
 */
export function plan(question, all, rows, without) {
  /** @type {import('./types').Understood[]} */
  const understood = [];
  /** @type {Clause[]} */
  const clauses = [];
  /** @type {(Clause | null)[]} for each word, its own clause */
  const own = [];
  const isWanted = (/** @type {string} */ attribute) => !without.includes(attribute);
  const said = (/** @type {number} */ at, /** @type {number} */ length) => question.slice(all[at].start, all[at + length - 1].end);
  const understand = (/** @type {string} */ attribute, /** @type {string} */ label, /** @type {number} */ at, /** @type {number} */ length) => {
    if (understood.some((former) => former.attribute === attribute)) return;
    understood.push({ attribute, label, words: said(at, length) });
  };
  const meanings = (/** @type {number} */ at, /** @type {number} */ length) =>
    phraseKeys(all, at, length).flatMap((key) => rows.get(key)?.meanings ?? []);

  /** @param {number} at @returns {[Clause, number] | null} */
  const circumstance = (at) => {
    const time = grammar(all, at);
    const attributes = time?.alternatives[0].filter(isWanted) ?? [];
    if (!time || attributes.length === 0) return null;
    attributes.forEach((one) => understand(one, said(at, time.words), at, time.words));
    const alternatives = time.alternatives.slice(1).map((some) => any(some, FULL / 2));
    alternatives.push(any(attributes, FULL), literal(all.slice(at, at + time.words), 12));
    return [{ weight: WHOLE, sort: 'circumstance', alternatives }, time.words];
  };

  /** @param {number} at @param {number} length @returns {Clause | null} */
  const phrase = (at, length) => {
    const span = all.slice(at, at + length);
    const forms = span.map((word) => spelled(word.form)).join(' ');
    const known = meanings(at, length).filter(
      (one) => (one.type === 'group' ? one.attribute.startsWith('k:') : one.forms === forms) && isWanted(one.attribute),
    );
    if (known.length === 0) return null;
    known.forEach((one) => understand(one.attribute, one.label, at, length));
    const sort = known.some((one) => one.type === 'group') ? 'subject' : 'place';
    /** @type {Alternative[]} */
    const alternatives = known.map((meaning) => ({ meaning, cover: 10, gain: FULL }));
    alternatives.push(literal(span, sort === 'place' ? 14 : 10));
    return { weight: WHOLE, sort, alternatives };
  };

  /** @param {number} at @returns {[Clause, number] | null} */
  const longestPhrase = (at) => {
    for (let length = Math.min(LONGEST_PHRASE, all.length - at); length > 0; length--) {
      const clause = phrase(at, length);
      if (clause) return [clause, length];
    }
    return null;
  };

  while (own.length < all.length) {
    const at = own.length;
    const [clause, taken] = circumstance(at) ?? longestPhrase(at) ?? [word(all[at]), 0];
    clauses.push(clause);
    if (taken === 0) own.push(clause);
    for (let more = 0; more < taken; more++) own.push(null);
  }
  for (const [start, length] of spans(all.length)) {
    for (const meaning of meanings(start, length)) {
      if (meaning.type !== 'group' || meaning.attribute.startsWith('k:') || !isWanted(meaning.attribute)) continue;
      const here = own.slice(start, start + length).filter((clause) => clause !== null);
      here.forEach((clause) => clause.alternatives.push({ meaning, cover: FULL, gain: 12 }));
      if (here.length > 0 && meaning.attribute) understand(meaning.attribute, meaning.label, start, length);
    }
  }
  return { clauses, understood, terms: new Set(all.flatMap((word) => word.terms)) };
}

/** What the words from here on say of days, ages, prices: the attributes meant, then others that are nearly so. */
function grammar(/** @type {Asked[]} */ all, /** @type {number} */ at) {
  const forms = all.slice(at).map((word) => word.form);
  const here = said(forms);
  if (!here) return null;
  const next = said(forms.slice(here.words));
  if (!here.days || !next?.part) return { words: here.words, alternatives: [here.attributes] };
  return { words: here.words + next.words, alternatives: [slots(here.days, next.part), here.attributes] };
}

/** All spans of words that may be a phrase: by their beginning, the longest first. */
function spans(/** @type {number} */ count) {
  /** @type {[number, number][]} */
  const all = [];
  for (let start = 0; start < count; start++) {
    for (let length = Math.min(LONGEST_PHRASE, count - start); length > 0; length--) all.push([start, length]);
  }
  return all;
}

const last = (/** @type {Asked} */ word) => word.terms[word.terms.length - 1];

function phraseKeys(/** @type {Asked[]} */ all, /** @type {number} */ at, /** @type {number} */ length) {
  return length === 1 ? all[at].terms : [all.slice(at, at + length).map(last).join(' ')];
}

const spelled = (/** @type {string} */ form) => (form === 'st' ? 'saint' : form === 'ste' ? 'sainte' : form);

/** @returns {Alternative} */
const any = (/** @type {string[]} */ attributes, /** @type {number} */ cover) => ({ attributes, cover, gain: 0 });

/** @returns {Alternative} */
const literal = (/** @type {Asked[]} */ span, /** @type {number} */ cover) => ({
  words: span.map((word) => ({ term: last(word), form: word.form })),
  cover,
  gain: 12,
});

/** @returns {Clause} */
const word = (/** @type {Asked} */ asked) => ({
  weight: 0,
  sort: 'subject',
  alternatives: asked.terms.map((term) => ({ words: [{ term, form: asked.form }], cover: FULL, gain: FULL })),
});
