/**
 * Stems of folded French words: Snowball's French algorithm (https://snowballstem.org), reduced to what can
 * happen without accents. A test compares it with the stemmer of the index over a list of words.
 */

import { EXCEPTIONS } from './words.js';

const longestFirst = (/** @type {string} */ list) => list.split(' ').sort((a, b) => b.length - a.length);

const STANDARD = longestFirst(
  'iqUe atrice ance ence logie able isme euse iste ive if usion ation ution ateur iqUes atrices ances ences logies ' +
    'ables ismes euses istes ives ifs usions ations utions ateurs ments ements issements ment ement issement amment ' +
    'emment aux eaux eux oux',
);
const I_VERB = longestFirst(
  'ira ie isse issante i irai ir iras ies isses issantes is irais issais irions issions irons issons issants it ' +
    'irait issait issant iraIent issaIent irent issent iront iriez issiez irez issez',
);
const VERB = longestFirst(
  'a era aise asse ante ai erai er as eras aises asses antes ais eais erais ions erions assions erons ants ait erait ' +
    'ant aIent eraIent assent eront ez iez eriez assiez erez',
);
const DELETED = /^(e(ra(i|s|it|Ient)?|r|rais|ais|rions|rons|ront|z|riez|rez)|iez)$/;
const RESIDUAL = longestFirst('e ion Ier ier');

const isVowel = (/** @type {string | undefined} */ c) => c !== undefined && 'aeiouy'.includes(c);

/**
 * The stem of a folded word.
 * @param {string} form
 * @returns {string}
 */
export function stem(form) {
  if (EXCEPTIONS[form]) return EXCEPTIONS[form];
  if (form.length < 3 || !/^[a-z]+$/.test(form)) return form;
  const word = marked(regular(form));
  return undoubled(shortened(word, regions(word))).toLowerCase();
}

/** Writes endings that are known by their accents in a way that is known without. @param {string} form */
function regular(form) {
  const plural = form.endsWith('s') ? 's' : '';
  const base = form.slice(0, form.length - plural.length);
  const isLonger = base.endsWith('iere') || (base.endsWith('ee') && base.length > 4);
  return (isLonger ? base.slice(0, -1) : base) + plural;
}

/** Writes in capitals the u, i, y that are no vowels. @param {string} form */
function marked(form) {
  const s = [...form];
  for (let at = 0; at < s.length; at++) {
    if (isVowel(s[at])) {
      const next = s[at + 1];
      if ((next === 'u' || next === 'i') && isVowel(s[at + 2])) s[at + 1] = next.toUpperCase();
      else if (next === 'y') s[at + 1] = 'Y';
    }
    if (s[at] === 'y' && isVowel(s[at + 1])) s[at] = 'Y';
    if (s[at] === 'q' && s[at + 1] === 'u') s[at + 1] = 'U';
  }
  return s.join('');
}

/** Where the regions RV, R1, R2 begin. @param {string} w */
function regions(w) {
  const past = (/** @type {number} */ from, /** @type {boolean} */ vowel) => {
    let at = from;
    while (at < w.length && isVowel(w[at]) !== vowel) at++;
    return at < w.length ? at + 1 : -1;
  };
  const after = (/** @type {number} */ from) => {
    const vowel = past(from, true);
    return vowel < 0 ? -1 : past(vowel, false);
  };
  const starts = (isVowel(w[0]) && isVowel(w[1])) || /^(col|par|tap|ni[aeiouy])/.test(w);
  const v = starts ? 3 : past(1, true);
  const one = after(0);
  const two = one < 0 ? -1 : after(one);
  const or = (/** @type {number} */ at) => (at < 0 ? w.length : at);
  return { v: or(v), one: or(one), two: or(two) };
}

/** Takes the ending off. @param {string} word @param {{v: number, one: number, two: number}} r */
function shortened(word, r) {
  const standard = standardEnding(word, r);
  if (standard.done) return ypsilon(standard.w);
  const verb = verbEnding(standard.w, r);
  if (verb !== null) return ypsilon(verb);
  let w = standard.w.replace(/(?<=[^aious])s$/, '');
  const ending = RESIDUAL.find((one) => w.endsWith(one) && w.length - one.length >= r.v);
  const at = w.length - (ending ?? '').length;
  if (ending === 'ion' && !(at >= r.two && at - 1 >= r.v && 'st'.includes(w[at - 1]))) return w;
  if (ending) w = w.slice(0, at) + (/ier/i.test(ending) ? 'i' : '');
  return w;
}

const ypsilon = (/** @type {string} */ w) => w.replace(/Y$/, 'i');

/** Noun endings; not done: verbs come next. @param {string} w @param {{v: number, one: number, two: number}} r */
function standardEnding(w, r) {
  const ending = STANDARD.find((one) => w.endsWith(one));
  const no = { w, done: false };
  if (!ending) return no;
  const at = w.length - ending.length;
  const base = w.slice(0, at);
  const yes = (/** @type {string} */ text) => ({ w: text, done: true });
  const kind = ending.replace(/s$/, '');
  if (kind === 'amment' || kind === 'emment') return at >= r.v ? { w: base + kind[0] + 'nt', done: false } : no;
  if (kind === 'ment') return isVowel(w[at - 1]) && at - 1 >= r.v ? { w: base, done: false } : no;
  if (ending === 'eaux') return yes(base + 'eau');
  if (ending === 'aux') return at >= r.one ? yes(base + 'al') : no;
  if (ending === 'oux') return at > 0 && 'bhjlnp'.includes(w[at - 1]) ? yes(base + 'ou') : no;
  if (kind === 'euse') return at >= r.two ? yes(base) : at >= r.one ? yes(base + 'eux') : no;
  if (kind === 'issement') return at >= r.one && at > 0 && !isVowel(w[at - 1]) ? yes(base) : no;
  if (kind === 'ement') return at >= r.v ? yes(afterEment(base, r)) : no;
  if (at < r.two) return no;
  if (kind === 'logie') return yes(base + 'log');
  if (kind === 'usion' || kind === 'ution') return yes(base + 'u');
  if (kind === 'ence') return yes(base + 'ent');
  if (/^at(rice|ion|eur)$/.test(kind)) return yes(withoutIc(base, r));
  if (/^iv?[ef]$/.test(kind)) return yes(afterIve(base, r));
  return yes(base);
}

/** @param {string} w @param {{v: number, one: number, two: number}} r */
function afterEment(w, r) {
  const ending = ['iqU', 'abl', 'eus', 'iv'].find((one) => w.endsWith(one));
  if (!ending) return w;
  const at = w.length - ending.length;
  if (ending === 'eus' && at < r.two) return at >= r.one ? w.slice(0, at) + 'eux' : w;
  if (at < r.two) return w;
  const rest = w.slice(0, at);
  return ending === 'iv' && rest.endsWith('at') && at - 2 >= r.two ? rest.slice(0, -2) : rest;
}

/** @param {string} w @param {{two: number}} r */
function afterIve(w, r) {
  return w.endsWith('at') && w.length - 2 >= r.two ? withoutIc(w.slice(0, -2), r) : w;
}

/** @param {string} w @param {{two: number}} r */
function withoutIc(w, r) {
  if (!w.endsWith('ic')) return w;
  return w.slice(0, -2) + (w.length - 2 >= r.two ? '' : 'iqU');
}

/** Verb endings; null where there is none. @param {string} w @param {{v: number, two: number}} r */
function verbEnding(w, r) {
  const within = (/** @type {string} */ one) => w.endsWith(one) && w.length - one.length >= r.v;
  const first = I_VERB.find(within);
  const before = w.length - (first ?? '').length - 1;
  if (first && before >= r.v && !isVowel(w[before])) return w.slice(0, before + 1);
  const ending = VERB.find(within);
  if (!ending) return null;
  const at = w.length - ending.length;
  const base = w.slice(0, at);
  if (ending === 'ions') return at >= r.two ? base : null;
  if (DELETED.test(ending)) return base;
  if (/^ais(e|es)?$/.test(ending)) return /^.al$/.test(base) || base.endsWith('auv') ? null : base;
  return base.endsWith('e') && at - 1 >= r.v ? base.slice(0, -1) : base;
}

/** @param {string} w */
const undoubled = (w) => (/(ell|eill|enn|onn|ett)$/.test(w) ? w.slice(0, -1) : w);
