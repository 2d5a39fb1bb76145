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
  let next = 0;
  for (let at = 0; at < documents.length; at++) {
    documents[at] += next;
    next = documents[at] + 1;
  }
  return { documents, impacts: documents.map((_, at) => (space < 0 ? 1 : digit(text.charCodeAt(space + 1 + at)))) };
}

/** How many documents postings have. @param {string} text @returns {number} */
export function held(text) {
  const space = text.indexOf(' ');
  return space < 0 ? numbers(text).length : text.length - space - 1;
}

/**
 * Whether a document is in a subset of postings.
 * @param {string} text the subset
 * @param {number} at the document's place in the postings
 * @returns {boolean}
 */
export const isIn = (text, at) => ((digit(text.charCodeAt(Math.floor(at / 6))) >> at % 6) & 1) === 1;
