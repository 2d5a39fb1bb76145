/** Answering questions from the shards of one build. */

import { acronyms as readAcronyms, isStop, terms, words } from './analysis.js';
import { numbers, postings } from './codec.js';
import { lightened, needed } from './lighten.js';
import { asked, keys } from './plan.js';
import { rank } from './rank.js';
import { read as plan } from './reader.js';
import { hash, shards } from './shards.js';
import { stem } from './stem.js';

/** The version of the format that this core reads. */
export const FORMAT = 2;
/** How often words may be taken apart. */
const ROUNDS = 2;
/** The impact of what bears a group's attribute. */
const BEARS = 15;

/** Whether a word that nobody knows is looked for among the others. @param {string} form */
const isSought = (form) => form.length >= 4 && /^[a-z]+$/.test(form);

/**
 * Begins to answer from an entry.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Reader} reader
 * @returns {import('./types').Guide}
 */
export function start(entry, reader) {
  const store = shards(entry, reader);
  const acronyms = readAcronyms(entry.acronyms);
  const tools = { store, numbers, hash, sizes: entry.places };

  /** @type {import('./types').Guide['search']} */
  const search = async (text, options = {}) => {
    const { limit = 10, offset = 0, filters = [], except = [], without = [], sort } = options;
    const others = [...filters, ...except].map((one) => `#${one}`);
    const { question, rows } = await corrected(asked(text, acronyms), others);
    const read = lightened(plan(text, question, rows, without), rows, entry.documents);
    await store.fill(needed(read, rows, others));
    const base = rank(entry, read, rows, filters.length > 0);
    const passing = (/** @type {string[]} */ filters) => passes(rows, filters, except, entry.documents);
    const passed = passing(filters);
    const ranked = passed ? base.filter((document) => passed[document]) : base;
    const { understood } = read;
    const { documents, notes } = sort ? await (await import('./sorting.js')).sorted(ranked, options, understood, tools) : { documents: ranked, notes: null };
    const shown = documents.slice(offset, offset + limit);
    const records = await store.records(shown, lists(read, shown));
    const results = records.map((record, at) => ({ ...result(entry, record, (summary) => excerpt(summary, read.terms, acronyms)), ...notes?.get(shown[at]) }));
    const facets = async () => (await import('./facets.js')).facets(more, tools);
    const more = { text, question, rows, options, base, filters, passing, understood, facets };
    const offers = async () => (await import('./offers.js')).offers(more, { ...tools, search });
    const lazy = { facets: { get: facets }, suggestions: { get: offers } };
    return /** @type {import('./types').Answer} */ (Object.defineProperties({ understood, results, total: ranked.length }, lazy));
  };

  /**
   * A question's words, with those that nobody knows corrected or taken apart, and the rows of their keys.
   * @param {import('./types').Asked[]} question
   * @param {string[]} others keys to read beside theirs
   */
  async function corrected(question, others) {
    let all = question;
    for (let round = 0; ; round++) {
      const rows = await store.rows(new Set([...keys(all), ...others]));
      const isUnknown = (/** @type {import('./types').Asked} */ word) => isSought(word.form) && !word.terms.some((term) => rows.has(term));
      if (round === ROUNDS || !all.some(isUnknown)) return { question: all, rows };
      let changed = false;
      /** @type {import('./types').Asked[]} */
      const next = [];
      const push = (/** @type {import('./types').Asked} */ word) => {
        if (!next.some((former) => former.form === word.form)) next.push(word);
      };
      const reading = all.map((word) => (isUnknown(word) ? store.spelling(word.form) : []));
      const [{ candidates, meant }, ...texts] = await Promise.all([import('./spelling.js'), ...reading]);
      all.forEach((word, at) => {
        if (!isUnknown(word)) return push(word);
        const parts = meant(word.form, candidates(word.form, texts[at]), isStop);
        changed ||= parts.length !== 1 || parts[0] !== word.form;
        parts.forEach((form) => push({ ...word, form, terms: terms({ ...word, raw: form, form }, acronyms) }));
      });
      all = next;
      if (!changed) return { question: all, rows };
    }
  }

  /** @type {import('./types').Guide['suggest']} */
  const suggest = async (text, options) => {
    const { suggest } = await import('./suggest.js');
    return suggest(text, options, { store, search, stem, isStop, words, terms: (word) => terms(word, acronyms) });
  };

  return { search, suggest };
}

/**
 * The lists of records that answers may be taken from, the one that has most of them first.
 * @param {import('./types').Plan} plan
 * @param {number[]} shown
 * @returns {import('./types').List[]}
 */
function lists({ clauses }, shown) {
  const all = [];
  for (const { meaning } of clauses.flatMap(({ alternatives }) => alternatives)) {
    if (meaning?.type !== 'group' || meaning.list === 0) continue;
    const { documents, impacts } = postings(meaning.postings);
    const bearing = documents.filter((_, at) => impacts[at] === BEARS);
    all.push({ first: meaning.list, bearing: new Map(bearing.map((document, at) => [document, at])) });
  }
  const has = (/** @type {import('./types').List} */ list) => shown.filter((document) => list.bearing.has(document)).length;
  return all.sort((a, b) => has(b) - has(a));
}

/**
 * For each document, whether it bears one of the attributes of each facet, and none that it must not.
 * @param {Map<string, import('./types').Row>} rows
 * @param {string[]} filters
 * @param {string[]} except
 * @param {number} count
 * @returns {Uint8Array | null}
 */
function passes(rows, filters, except, count) {
  if (filters.length + except.length === 0) return null;
  const passes = new Uint8Array(count).fill(1);
  const bearing = (/** @type {string} */ one) => postings(rows.get(`#${one}`)?.postings ?? '').documents;
  for (const one of except) for (const document of bearing(one)) passes[document] = 0;
  for (const facet of new Set(filters.map((one) => one[0]))) {
    const bears = new Uint8Array(count);
    for (const one of filters.filter((one) => one[0] === facet)) {
      for (const document of bearing(one)) bears[document] = 1;
    }
    bears.forEach((bears, document) => (passes[document] &= bears));
  }
  return passes;
}

/**
 * @param {import('./types').Entry} entry
 * @param {any[]} record
 * @param {(summary: string) => import('./types').Excerpt[]} excerpt
 * @returns {import('./types').Result}
 */
function result(entry, record, excerpt) {
  const [id, url, title, kind, place = '', commune = '', summary = '', facts = [], flags = 0, language = ''] = record;
  return {
    id,
    url: url || `/${id}/`,
    title,
    kind,
    kindLabel: entry.kinds[kind] ?? kind,
    place,
    commune,
    excerpt: excerpt(summary),
    facts: facts.map((/** @type {[string, string]} */ [code, text]) => ({ code, text })),
    discreet: (flags & 1) === 1,
    example: (flags & 2) === 2,
    language,
  };
}

/**
 * A summary, cut where words of the question begin and end.
 * @param {string} summary
 * @param {Set<string>} sought
 * @param {Map<string, boolean>} acronyms
 * @returns {import('./types').Excerpt[]}
 */
function excerpt(summary, sought, acronyms) {
  const pieces = [];
  let done = 0;
  for (const word of words(summary)) {
    const all = terms(word, acronyms);
    if (!sought.has(all[all.length - 1])) continue;
    pieces.push({ text: summary.slice(done, word.start), hit: false }, { text: word.raw, hit: true });
    done = word.end;
  }
  pieces.push({ text: summary.slice(done), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}
