/** Whether a question may tell of danger: most don't, and nothing more is loaded for them. */

/**
 * @param {string} question
 * @param {string} marks words (`viol`) and beginnings of words (`frapp-`), with blanks between
 * @returns {boolean}
 */
export function mayTellOfDanger(question, marks) {
  const bare = (/** @type {string} */ text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const folded = bare(bare(question)).replace(/ı/g, 'i').replace(/ß/g, 'ss').replace(/ł/g, 'l').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
  // The marks are of Latin letters: what is written in others is always looked at in full.
  if (/(?![a-z])\p{L}/u.test(folded)) return true;
  const words = folded.split(/[^a-z]+/);
  return marks.split(' ').some((mark) => (mark.endsWith('-') ? words.some((word) => word.startsWith(mark.slice(0, -1))) : words.includes(mark)));
}
