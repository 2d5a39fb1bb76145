/** Answering questions from the shards of one build. */

import { acronyms as readAcronyms, terms, words } from './analysis.js';
import { postings } from './codec.js';
import { asked, keys } from './plan.js';
import { lightened, needed, rank } from './rank.js';
import { read as plan } from './reader.js';
import { shards } from './shards.js';
import { candidates, isSought, meant } from './spelling.js';
import { suggest } from './suggest.js';

/** The version of the format that this core reads. */
export const FORMAT = 2;
/** How often words may be taken apart. */
const ROUNDS = 2;

/**
 * Begins to answer from an entry.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Reader} reader
 * @returns {import('./types').Guide}
 */
export function start(entry, reader) {
  const store = shards(entry, reader);
  const acronyms = readAcronyms(entry.acronyms);

  /** @type {import('./types').Guide['search']} */
  const search = async (text, { limit = 10, offset = 0, filters = [], without = [] } = {}) => {
    const { question, rows } = await corrected(asked(text, acronyms), filters.map((one) => `#${one}`));
    const read = lightened(plan(text, question, rows, without), rows, entry.documents);
    await store.fill(needed(read, rows, filters.map((one) => `#${one}`)));
    const ranked = rank(entry, read, rows, filter(rows, filters, entry.documents));
    const records = await store.records(ranked.slice(offset, offset + limit));
    const results = records.map((record) => result(entry, record, (summary) => excerpt(summary, read.terms, acronyms)));
    return { understood: read.understood, results, total: ranked.length };
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
      const texts = await Promise.all(all.map((word) => (isUnknown(word) ? store.spelling(word.form) : [])));
      all.forEach((word, at) => {
        if (!isUnknown(word)) return push(word);
        const parts = meant(word.form, candidates(word.form, texts[at]));
        changed ||= parts.length !== 1 || parts[0] !== word.form;
        parts.forEach((form) => push({ ...word, form, terms: terms({ ...word, raw: form, form }, acronyms) }));
      });
      all = next;
      if (!changed) return { question: all, rows };
    }
  }

  return { search, suggest: (text, options) => suggest(text, options, acronyms, store, search) };
}

/**
 * For each document, whether it bears one of the attributes of each facet.
 * @param {Map<string, import('./types').Row>} rows
 * @param {string[]} filters
 * @param {number} count
 * @returns {Uint8Array | null}
 */
function filter(rows, filters, count) {
  if (filters.length === 0) return null;
  const passes = new Uint8Array(count).fill(1);
  for (const facet of new Set(filters.map((one) => one[0]))) {
    const bears = new Uint8Array(count);
    for (const one of filters.filter((one) => one[0] === facet)) {
      for (const document of postings(rows.get(`#${one}`)?.postings ?? '').documents) bears[document] = 1;
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
