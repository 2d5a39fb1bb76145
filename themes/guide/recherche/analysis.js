/** From a sentence to folded words and their terms: the same steps as `src/text/french`. In the core of another
 * language `stem.js` and `words.js` are that language's own. */

import { stem } from './stem.js';
import { STOP_WORDS } from './words.js';

const WORD = /(?:(?![\u{10000}-\u{10ffff}\u02bc])[\p{Alphabetic}\p{N}\u0300-\u036f])+/gu;
const OTHER = /[^\p{Alphabetic}\p{N}]|[\u{10000}-\u{10ffff}\u02bc]/gu;
// What most texts are: letters of Latin, and punctuation. Engines take long to prepare tables of all letters of all scripts.
const PLAIN = /^[\0-\u024f\u2000-\u206f]*$/;
const PLAIN_WORD = /[0-9A-Za-zª²³¹µº¼-¾À-ÖØ-öø-ɏ]+/g;
/** @type {Record<string, string>} */
const LIGATURES = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', ى: 'ي', ة: 'ه', ٱ: 'ا' };
const LONGEST_WORD = 40;

/**
 * Folds one word: lower case, no accents, ligatures opened.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  if (/^[a-z]*$/.test(word)) return word;
  const bare = word.normalize('NFKD').replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '').toLowerCase();
  const plain = bare.replace(/[œæßøłىةٱ]/g, (c) => LIGATURES[c]);
  return /^[a-z0-9]*$/.test(plain) ? plain : plain.replace(OTHER, '');
}

/**
 * The words of a text, folded.
 * @param {string} text
 * @returns {import('./types').Word[]}
 */
export function words(text) {
  const all = [];
  for (const { 0: raw, index: start } of text.matchAll(PLAIN.test(text) ? PLAIN_WORD : WORD)) {
    const form = fold(raw);
    if (form !== '' && (form.length <= LONGEST_WORD || [...form].length <= LONGEST_WORD)) all.push({ raw, form, start, end: start + raw.length });
  }
  return all;
}

/** Whether a folded word carries no subject. @param {string} form */
export const isStop = (form) => /^[a-z]$/.test(form) || STOP_WORDS.has(form);

/**
 * The terms of a word: of an acronym, of a word, or of both where it may be either.
 * @param {Pick<import('./types').Word, 'raw' | 'form'>} word
 * @param {Map<string, boolean>} acronyms letters in lower case, and whether they are a word as well
 * @returns {string[]}
 */
export function terms({ raw, form }, acronyms) {
  const isWord = acronyms.get(form);
  if (isWord === undefined || /[^\x00-\x7f]/.test(raw)) return [stem(form)];
  const acronym = form.toUpperCase();
  return isWord && /[a-z]/.test(raw) ? [acronym, stem(form)] : [acronym];
}

/**
 * Reads the entry's acronyms.
 * @param {string} text
 * @returns {Map<string, boolean>}
 */
export function acronyms(text) {
  const all = text.split(' ').filter((one) => one !== '');
  return new Map(all.map((one) => [one.replace('*', ''), one.endsWith('*')]));
}
