/** The state of a search in the address: what is asked, chosen, in which order. The device's position is never in it. */

/**
 * @typedef {object} State
 * @property {string} question
 * @property {string[]} filters attributes chosen
 * @property {string[]} without attributes that are not to be understood
 * @property {'' | 'distance' | 'date'} sort
 * @property {string} from the commune that distances are counted from, or nothing
 * @property {number} shown how many results were shown
 */

const ATTRIBUTE = /^[a-z]:[\p{L}\p{N}_-]{1,60}$/u;
const MOST = 30;
const MOST_SHOWN = 100;

/** @returns {State} */
export const empty = () => ({ question: '', filters: [], without: [], sort: '', from: '', shown: 0 });

/**
 * Reads an address; what it can't be is left out.
 * @param {URL} address
 * @returns {State}
 */
export function read({ searchParams }) {
  const attributes = (/** @type {string} */ name) => [...new Set(searchParams.getAll(name))].filter((one) => ATTRIBUTE.test(one)).slice(0, MOST);
  const sort = searchParams.get('tri');
  return {
    question: (searchParams.get('q') ?? '').trim().slice(0, 200),
    filters: attributes('f'),
    without: attributes('sans'),
    sort: sort === 'distance' || sort === 'date' ? sort : '',
    from: attributes('de').find((one) => one.startsWith('c:')) ?? '',
    shown: Math.min(MOST_SHOWN, Number(searchParams.get('n')) || 0),
  };
}

/** A question that another page of the site handed over, as `field.js` does: it is taken away at once. */
export function handed() {
  try {
    const question = sessionStorage.getItem('recherche') ?? '';
    sessionStorage.removeItem('recherche');
    return question.trim();
  } catch {
    return '';
  }
}

/**
 * What stands behind the question mark of an address, or nothing.
 * @param {State} state
 * @param {number} page how many results are shown without being asked for
 */
export function write({ question, filters, without, sort, from, shown }, page) {
  if (question === '') return '';
  const all = new URLSearchParams({ q: question });
  filters.forEach((one) => all.append('f', one));
  without.forEach((one) => all.append('sans', one));
  if (sort) all.append('tri', sort);
  if (sort === 'distance' && from) all.append('de', from);
  if (shown > page) all.append('n', String(shown));
  return `?${all}`;
}
