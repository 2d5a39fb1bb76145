/**
 * Stems of folded German words: Snowball's German algorithm (https://snowballstem.org), on words without umlauts, of
 * which `ae`, `oe` and `ue` are told. A test compares it with the stemmer of the index over a list of words.
 */

import { EXCEPTIONS } from './words.js';

/** @type {Record<string, string>} */
const UMLAUTS = { ae: 'ä', oe: 'ö', ue: 'ü' };
/** @type {Record<string, string>} */
const BARE = { ä: 'a', ö: 'o', ü: 'u', U: 'u', Y: 'y' };

const isVowel = (/** @type {string | undefined} */ c) => c !== undefined && 'aeiouyäöü'.includes(c);

/**
 * The stem of a folded word.
 * @param {string} form
 * @returns {string}
 */
export function stem(form) {
  if (EXCEPTIONS[form]) return EXCEPTIONS[form];
  if (form.length < 3 || !/^[a-z]+$/.test(form)) return form;
  const word = marked(form);
  const { one, two } = regions(word);
  return derived(flexion(inflected(word, one), one), one, two).replace(/[äöüUY]/g, (c) => BARE[c]);
}

/** Writes u and y between vowels in capitals, and umlauts as one letter. @param {string} form */
function marked(form) {
  const s = [...form];
  for (let at = 1; at < s.length; at++) {
    if ((s[at] === 'u' || s[at] === 'y') && isVowel(s[at - 1]) && isVowel(s[at + 1])) s[at] = s[at].toUpperCase();
  }
  return s.join('').replace(/qu|[aou]e/g, (pair) => UMLAUTS[pair] ?? pair);
}

/** Where the regions R1 and R2 begin. @param {string} w */
function regions(w) {
  const after = (/** @type {number} */ from) => {
    let at = from;
    while (at < w.length && !isVowel(w[at])) at++;
    while (at < w.length && isVowel(w[at])) at++;
    return at < w.length ? at + 1 : w.length + 1;
  };
  const one = w.length < 3 ? w.length + 1 : after(0);
  return { one: Math.max(one, 3), two: after(one) };
}

/** @param {string} w @param {number} one */
function inflected(w, one) {
  const found = /(?:erinnen|erin|ern|em|er|en|es|e|lns|ln|s)$/.exec(w);
  if (!found || found.index < one) return w;
  const [ending] = found;
  const rest = w.slice(0, found.index);
  if (ending === 'em') return rest.endsWith('syst') ? w : rest;
  if (ending === 's') return /[bdfghklmnrt]$/.test(rest) ? rest : w;
  if (ending[0] === 'l') return `${rest}l`;
  return /^e[ns]?$/.test(ending) && rest.endsWith('niss') ? rest.slice(0, -1) : rest;
}

/** @param {string} w @param {number} one */
function flexion(w, one) {
  const found = /(?:est|st|en|er|et)$/.exec(w);
  if (!found || found.index < one) return w;
  const rest = w.slice(0, found.index);
  if (found[0] === 'st') return /.{3}[bdfghklmnt]$/.test(rest) ? rest : w;
  if (found[0] === 'et') return /[Udfgklmnrstzä]$/.test(rest) && !/(tick|plan|geordn|intern|tr)$/.test(rest) ? rest : w;
  return rest;
}

/** @param {string} w @param {number} one @param {number} two */
function derived(w, one, two) {
  const found = /(?:end|ung|ig|ik|isch|lich|heit|keit)$/.exec(w);
  if (!found || found.index < two) return w;
  const rest = w.slice(0, found.index);
  const without = (/** @type {RegExp} */ ending, /** @type {number} */ from) => {
    const inner = ending.exec(rest);
    return inner && inner.index >= from ? rest.slice(0, inner.index) : rest;
  };
  if (/end|ung/.test(found[0])) return without(/(?<!e)ig$/, two);
  if (/^i/.test(found[0])) return rest.endsWith('e') ? w : rest;
  return found[0] === 'keit' ? without(/(lich|ig)$/, two) : without(/e[rn]$/, one);
}
