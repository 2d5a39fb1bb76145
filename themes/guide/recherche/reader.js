/** Reading a question: from its words to clauses, as `src/search/reader.rs` does. */

import { CHILDREN, HOLIDAYS } from './words.js';
import { LONGEST_PHRASE, grammar, isPostal, last, phraseKeys, spans } from './plan.js';

const FULL = 16;
const HINTED = 12;
const FOR_THEM = 13;
/** How sure a clause is, the least sure first. */
export const [WORD, HINT, GENERIC, SIDE, WHOLE] = [0, 1, 2, 3, 4];

/** @typedef {import('./types').Asked} Asked */
/** @typedef {import('./types').Clause} Clause */
/** @typedef {import('./types').Alternative} Alternative */

/**
 * Reads a question.
 * @param {string} question
 * @param {Asked[]} all its words
 * @param {Map<string, import('./types').Row>} rows what the index knows of their keys
 * @param {string[]} without attributes that must not be understood
 * @returns {import('./types').Plan}
 */
export function read(question, all, rows, without) {
  /** @type {(import('./types').Understood & { at: number })[]} */
  const understood = [];
  /** @type {Clause[]} */
  const clauses = [];
  /** @type {boolean[]} */
  const taken = all.map(() => false);
  const isWanted = (/** @type {string} */ attribute) => !without.includes(attribute);
  const said = (/** @type {number} */ at, /** @type {number} */ length) => question.slice(all[at].start, all[at + length - 1].end);
  const understand = (/** @type {string} */ attribute, /** @type {string} */ label, /** @type {number} */ at, /** @type {number} */ length) => {
    if (attribute === '' || understood.some((former) => former.attribute === attribute)) return;
    understood.push({ at, attribute, label, words: said(at, length) });
  };
  const take = (/** @type {number} */ at, /** @type {number} */ length, /** @type {Clause} */ clause) => {
    taken.fill(true, at, at + length);
    clauses.push(clause);
  };

  /** @param {number} at @param {number} length @returns {import('./types').Meaning[]} */
  const meanings = (at, length) => {
    const known = phraseKeys(all, at, length).flatMap((key) => rows.get(key)?.meanings ?? []);
    const { form } = all[at];
    if (length > 1 || known.length > 0 || !isPostal(form)) return known;
    // A code that nothing lies at still tells the département.
    return (rows.get(form.slice(0, 2))?.meanings ?? []).map((one) => (one.type === 'department' ? { ...one, forms: form } : one));
  };

  /** A clause of day, age or price; tells how many words it takes. @param {number} at */
  const circumstance = (at) => {
    const busy = taken.indexOf(true, at);
    const time = grammar(busy < 0 ? all : all.slice(0, busy), at);
    const attributes = time?.alternatives[0].filter(isWanted) ?? [];
    if (!time || attributes.length === 0) return 1;
    attributes.forEach((one) => understand(one, said(at, time.words), at, time.words));
    const alternatives = time.alternatives.slice(1).map((some) => any(some, FULL / 2));
    alternatives.push(any(attributes, FULL), literal(all.slice(at, at + time.words), 8));
    take(at, time.words, { strength: WHOLE, sort: 'circumstance', alternatives });
    return time.words;
  };

  /** @param {number} at @param {number} length */
  const phrase = (at, length) => {
    const span = all.slice(at, at + length);
    const forms = span.map((word) => spelled(word.form)).join(' ');
    let strength = GENERIC;
    /** @type {Clause['sort']} */
    let sort = 'place';
    /** @type {Alternative[]} */
    const alternatives = [];
    const known = meanings(at, length);
    const hasPlace = known.some((one) => one.type !== 'group' && one.type !== 'hint' && one.forms === forms);
    for (const meaning of known) {
      if (meaning.type === 'hint' || (meaning.type !== 'group' && meaning.forms !== forms)) continue;
      if (meaning.attribute !== '' && !isWanted(meaning.attribute)) continue;
      let cover = FULL;
      if (meaning.type === 'group') {
        const facet = meaning.attribute[0];
        const isCircumstance = facet === 'x' || facet === 'l';
        if (isCircumstance && hasPlace) continue;
        if (!isCircumstance) sort = 'subject';
        else if (sort === 'place') sort = 'circumstance';
        const own = meaning.generic ? GENERIC : 'ufy'.includes(facet ?? '-') ? SIDE : WHOLE;
        strength = Math.max(strength, own);
        if (facet === 'u') cover = FOR_THEM;
      } else {
        strength = WHOLE;
      }
      understand(meaning.attribute, meaning.label, at, length);
      alternatives.push({ meaning, cover, gain: 12 });
    }
    if (alternatives.length === 0) return;
    alternatives.push(literal(span, sort === 'subject' ? 8 : 14));
    take(at, length, { strength, sort, alternatives });
  };

  let holidaysRead = false;
  const isHolidays = (/** @type {number} */ at) => HOLIDAYS.includes(all[at].form);
  /** @param {number} longest @param {number} shortest */
  const phrases = (longest, shortest) => {
    for (const [at, length] of spans(all.length, longest, shortest)) {
      const isLater = length === 1 && isHolidays(at) && !holidaysRead;
      if (!isLater && !taken.slice(at, at + length).includes(true)) phrase(at, length);
    }
  };
  /** Whether a subject is understood. */
  const isSure = () => clauses.some((one) => one.sort === 'subject' && one.strength >= SIDE);
  /** @param {boolean} holidays */
  const circumstances = (holidays) => {
    holidaysRead ||= holidays;
    if (holidays && !isSure()) return;
    for (let at = 0; at < all.length; ) at += !taken[at] && isHolidays(at) === holidays ? circumstance(at) : 1;
  };
  all.forEach((_, at) => {
    const isAge = grammar(all, at)?.alternatives[0][0]?.startsWith('a:');
    if (!isAge || taken[at] || circumstance(at) === 1) return;
    if (at > 0 && CHILDREN.includes(all[at - 1].form)) taken[at - 1] = true;
  });
  phrases(LONGEST_PHRASE, 2);
  circumstances(false);
  phrases(1, 1);
  circumstances(true);
  phrases(1, 1);
  const hintsTell = !isSure();
  all.forEach((word, at) => {
    if (taken[at]) return;
    /** @type {Alternative[]} */
    const alternatives = word.terms.map((term) => ({ words: [{ term, form: word.form }], cover: FULL, gain: FULL }));
    const hints = meanings(at, 1).filter((one) => hintsTell && one.type === 'hint' && isWanted(one.attribute));
    hints.forEach((meaning) => alternatives.push({ meaning, cover: HINTED, gain: 8 }));
    take(at, 1, { strength: hints.length > 0 ? HINT : WORD, sort: 'subject', alternatives });
  });
  understood.sort((a, b) => a.at - b.at);
  return {
    clauses,
    understood: understood.map(({ attribute, label, words }) => ({ attribute, label, words })),
    terms: new Set(all.flatMap((word) => word.terms)),
  };
}

/**
 * What a clause weighs where the surest subject of the question is `surest`.
 * @param {number} strength
 * @param {number} surest
 * @param {number} rarity that of its words
 */
export function weight(strength, surest, rarity) {
  if (strength === WHOLE || (strength === SIDE && surest === SIDE)) return 8;
  if (strength === SIDE) return 4;
  if (surest >= SIDE) return 2;
  if (strength === GENERIC || (strength === HINT && surest === HINT)) return 8;
  if (strength === HINT) return 4;
  return surest === WORD ? 4 + Math.min(4, rarity) : 3;
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
