/** What a question tells of danger, by the patterns of `src/model/vocabulary/data/danger.yml`. */

// It is loaded when a word of the question marks danger, and so imports nothing. The build puts the patterns here.
/** @type {[harmless: string, groups: [code: string, patterns: string, themes: string[]][], except: string[]]} */
const [HARMLESS, GROUPS, EXCEPT] = ['', [], []];
/** How many other words may stand between two words of a pattern. */
const GAP = 2;

/** @typedef {(word: string) => boolean} Test */

/** Attributes of what never answers a question that tells of danger. */
export const except = EXCEPT;

/** What may answer a question that tells of these dangers: it bears one of these attributes. @param {string[]} codes */
export const kept = (codes) => [...new Set(GROUPS.filter(([code]) => codes.includes(code)).flatMap(([, , themes]) => themes.map((theme) => `t:${theme}`)))];

/** A text in lower case, without accents. @param {string} text */
function fold(text) {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const plain = bare.replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, '').replace(/ı/g, 'i').replace(/ß/g, 'ss').replace(/ł/g, 'l');
  return plain.replace(/œ/g, 'oe').replace(/ـ/g, '');
}

/** One form of a word in a pattern. @param {string} form @returns {Test} */
function test(form) {
  const bare = form.replace(/\*/g, '');
  if (form.startsWith('*')) return (word) => word.includes(bare);
  return form.endsWith('*') ? (word) => word.startsWith(bare) : (word) => word === bare;
}

/** Patterns as tests of one word after the other; `null` stands for the end. @param {string} text */
function read(text) {
  const patterns = fold(text).split(',').filter((one) => one !== '');
  return patterns.map((pattern) =>
    pattern.split(' ').map((word) => {
      if (word === '$') return null;
      const forms = word.split('|').map(test);
      return /** @type {Test} */ ((word) => forms.some((form) => form(word)));
    }),
  );
}

/**
 * Where a pattern stands in words from a place on: the places of its words, or nothing.
 * @param {(Test | null)[]} pattern
 * @param {string[]} words
 * @param {number} from
 * @param {number} reach how far from there the first word may stand
 * @param {number} gap how many other words may stand between two of them
 * @returns {number[] | null}
 */
function place([first, ...others], words, from, reach, gap) {
  if (first === undefined) return [];
  if (first === null) return from === words.length ? [] : null;
  for (let at = from; at < words.length && at <= from + reach; at++) {
    const rest = first(words[at]) && place(others, words, at + 1, gap, gap);
    if (rest) return [at, ...rest];
  }
  return null;
}

/**
 * The codes of the dangers that a question tells of, the gravest first.
 * @param {string} question
 * @returns {string[]}
 */
export function danger(question) {
  let words = fold(question).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  for (const pattern of read(HARMLESS)) {
    const found = place(pattern, words, 0, words.length, 0);
    // A blank of its own kind stands where the harmless words stood: nothing reaches over it.
    if (found) words = words.map((word, at) => (found.includes(at) ? '-' : word));
  }
  return GROUPS.filter(([, patterns]) => read(patterns).some((pattern) => place(pattern, words, 0, words.length, GAP))).map(([code]) => code);
}
