/**
 * Stems of folded English words: Snowball's English algorithm, Porter2 (https://snowballstem.org). A test compares it
 * with the stemmer of the index over a list of words.
 */

import { EXCEPTIONS } from './words.js';

/** @type {Record<string, string>} Words that the algorithm knows by heart. */
const WHOLE = {
  __proto__: /** @type {any} */ (null),
  andes: 'andes', atlas: 'atlas', bias: 'bias', cosmos: 'cosmos', early: 'earli', gently: 'gentl', howe: 'howe',
  idly: 'idl', news: 'news', only: 'onli', singly: 'singl', skies: 'sky', skis: 'ski', sky: 'sky', ugly: 'ugli',
};
/** @type {Record<string, string>} What endings become, where they stand in R1. */
const SECOND = {
  tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize', ational: 'ate',
  ation: 'ate', ator: 'ate', alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful', ousli: 'ous', ousness: 'ous', iveness: 'ive',
  iviti: 'ive', biliti: 'ble', bli: 'ble', ogist: 'og', ogi: 'og', fulli: 'ful', lessli: 'less', li: '',
};
/** @type {Record<string, string>} */
const THIRD = { tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '', ative: '' };
const FOURTH = 'ement ment ance ence able ible ant ent ism ate iti ous ive ize ion al er ic'.split(' ');

const longestFirst = (/** @type {Record<string, string>} */ list) => Object.keys(list).sort((a, b) => b.length - a.length);
const [SECONDS, THIRDS] = [longestFirst(SECOND), longestFirst(THIRD)];
const hasVowel = (/** @type {string} */ w) => /[aeiouy]/.test(w);
/** Whether a text ends with a short syllable. @param {string} w */
const isShort = (w) => /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w) || w.endsWith('past');

/**
 * The stem of a folded word.
 * @param {string} form
 * @returns {string}
 */
export function stem(form) {
  if (EXCEPTIONS[form]) return EXCEPTIONS[form];
  if (form.length < 3 || !/^[a-z]+$/.test(form)) return form;
  if (WHOLE[form]) return WHOLE[form];
  const word = marked(form);
  const r = regions(word);
  let w = past(plural(word), r.one);
  w = w.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  w = fourth(third(second(w, r.one), r), r.two);
  return last(w, r).toLowerCase();
}

/** Writes in capitals the y that are no vowels. @param {string} form */
function marked(form) {
  const s = [...form];
  for (let at = 0; at < s.length; at++) {
    if (s[at] === 'y' && (at === 0 || /[aeiouy]/.test(s[at - 1]))) s[at] = 'Y';
  }
  return s.join('');
}

/** Where the regions R1 and R2 begin. @param {string} w */
function regions(w) {
  const after = (/** @type {number} */ from) => {
    const found = /[aeiouy][^aeiouy]/.exec(w.slice(from));
    return found ? from + found.index + 2 : w.length;
  };
  const known = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(w);
  const one = known ? known[0].length : after(0);
  return { one, two: after(one) };
}

/** @param {string} w */
function plural(w) {
  if (w.endsWith('sses')) return w.slice(0, -2);
  if (/ie[ds]$/.test(w)) return w.slice(0, w.length > 4 ? -2 : -1);
  if (/(ss|us)$/.test(w) || !w.endsWith('s')) return w;
  return hasVowel(w.slice(0, -2)) ? w.slice(0, -1) : w;
}

/** @param {string} w @param {number} one */
function past(w, one) {
  const found = /(eedly|ingly|edly|eed|ing|ed)$/.exec(w);
  if (!found) return w;
  const rest = w.slice(0, found.index);
  if (found[0].startsWith('ee')) return found.index < one || /^(succ|proc|exc)$/.test(rest) ? w : `${rest}ee`;
  if (found[0] === 'ing') {
    if (/^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`;
    if (/^(even|cann|inn|earr|herr|out)$/.test(rest)) return w;
  }
  if (!hasVowel(rest)) return w;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length === one && isShort(rest) ? `${rest}e` : rest;
}

/** @param {string} w @param {number} one */
function second(w, one) {
  const ending = SECONDS.find((ending) => w.endsWith(ending));
  const rest = w.slice(0, w.length - (ending ?? '').length);
  if (ending === undefined || rest.length < one) return w;
  if (ending === 'li' && !/[cdeghkmnrt]$/.test(rest)) return w;
  return ending === 'ogi' && !rest.endsWith('l') ? w : rest + SECOND[ending];
}

/** @param {string} w @param {{ one: number, two: number }} r */
function third(w, r) {
  const ending = THIRDS.find((ending) => w.endsWith(ending));
  const rest = w.slice(0, w.length - (ending ?? '').length);
  return ending === undefined || rest.length < (ending === 'ative' ? r.two : r.one) ? w : rest + THIRD[ending];
}

/** @param {string} w @param {number} two */
function fourth(w, two) {
  const ending = FOURTH.find((ending) => w.endsWith(ending));
  const rest = w.slice(0, w.length - (ending ?? '').length);
  return ending === undefined || rest.length < two || (ending === 'ion' && !/[st]$/.test(rest)) ? w : rest;
}

/** @param {string} w @param {{ one: number, two: number }} r */
function last(w, r) {
  const rest = w.slice(0, -1);
  if (w.endsWith('e')) return rest.length >= r.two || (rest.length >= r.one && !isShort(rest)) ? rest : w;
  return w.endsWith('ll') && rest.length >= r.two ? rest : w;
}
