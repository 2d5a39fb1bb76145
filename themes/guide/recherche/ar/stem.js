/**
 * Stems of folded Arabic words: the light algorithm of `src/text/tongue/arabic.rs`, « and », one article, endings.
 * Of Latin words, what number adds is taken off.
 */

/**
 * The stem of a folded word.
 * @param {string} form
 * @returns {string}
 */
export function stem(form) {
  if (/^[a-z]*$/.test(form)) {
    const one = form.replace(/[sx]$/, '').replace(/e$/, '');
    return one.length < 3 ? form : one;
  }
  let word = form.replace(/^و(?=.{3})/, '').replace(/^(وال|بال|كال|فال|ال|لل)(?=.{2})/, '');
  for (const ending of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']) {
    if (word.endsWith(ending) && word.length - ending.length >= 2) word = word.slice(0, -ending.length);
  }
  return word;
}
