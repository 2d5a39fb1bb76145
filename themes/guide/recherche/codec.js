/** Numbers and postings as the export writes them (`src/search/codec.rs`). */

/** @param {number} code a character's code @returns {number} the digit it stands for */
const digit = (code) => (code < 92 ? code - 35 : code - 36);

/**
 * Reads numbers that follow each other.
 * @param {string} text
 * @returns {number[]}
 */
export function numbers(text) {
  const all = [];
  let number = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at++) {
    const value = digit(text.charCodeAt(at));
    number += value * unit;
    if (value < 60) {
      all.push(number);
      number = 0;
      unit = 1;
    } else {
      unit *= 30;
    }
  }
  return all;
}

/**
 * Reads postings: documents in order, with their impacts.
 * @param {string} text
 * @returns {import('./types').Postings}
 */
export function postings(text) {
  const space = text.indexOf(' ');
  const documents = numbers(space < 0 ? text : text.slice(0, space));
  const impacts = new Uint8Array(documents.length).fill(1);
  let next = 0;
  for (let at = 0; at < documents.length; at++) {
    documents[at] += next;
    next = documents[at] + 1;
    if (space >= 0) impacts[at] = digit(text.charCodeAt(space + 1 + at));
  }
  return { documents, impacts };
}

const NONE = postings('');

/** The postings of what is read as far as it is asked for: once. @param {import('./types').Kept | undefined} kept @returns {import('./types').Postings} */
export function listed(kept) {
  if (!kept || kept.apart) return NONE;
  return (kept.read ??= postings(kept.postings));
}

/**
 * Whether a document is in a subset of postings.
 * @param {string} text the subset
 * @param {number} at the document's place in the postings
 * @returns {boolean}
 */
export const isIn = (text, at) => ((digit(text.charCodeAt(Math.floor(at / 6))) >> at % 6) & 1) === 1;
