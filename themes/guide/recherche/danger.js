/**
 * Whether a question tells of danger: the numbers are then shown above its answers.
 *
 * Nothing is sent or kept, and nothing has to be loaded: it is said before the search has begun.
 */

/** A word of at most so many letters stands for itself alone, a longer one for all that begin so. */
const WHOLE = 3;

/**
 * @param {string} question
 * @param {string} marks folded words, with blanks between
 * @returns {boolean}
 */
export function tellsOfDanger(question, marks) {
  const folded = question.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.split(/[^\p{L}]+/u);
  const known = marks.split(' ').filter((mark) => mark !== '');
  return words.some((word) => known.some((mark) => (mark.length > WHOLE ? word.startsWith(mark) : word === mark)));
}
