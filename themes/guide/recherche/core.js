/** Answering questions from the shards of one build. */

import { acronyms as readAcronyms, isStop, terms, words } from './analysis.js';
import { listed, numbers, postings } from './codec.js';
import { knows } from './grammar.js';
import { lightened, needed } from './lighten.js';
import { layout } from './meet.js';
import { asked, keys } from './plan.js';
import { rank } from './rank.js';
import { read as plan } from './reader.js';
import { hash, shards } from './shards.js';
import { stem } from './stem.js';

/** The version of the format that this core reads. */
export const FORMAT = 5;
/** The impact of what bears a group's attribute. */
const BEARS = 15;

const isLatin = (/** @type {string} */ form) => form < '{';
/** Whether a word that nobody knows is looked for among the others. @param {string} form */
const isSought = (form) => form.length >= 4 && /^[a-z]+$/.test(form) && !knows(form);

/**
 * Begins to answer from an entry.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Reader} reader
 * @returns {import('./types').Guide}
 */
export function start(entry, reader) {
  const store = shards(entry, reader);
  const acronyms = readAcronyms(entry.acronyms);
  /** @type {Map<string, string>} */
  const stems = new Map();
  const termOf = (/** @type {import('./types').Word} */ word) => {
    const term = stems.get(word.raw) ?? terms(word, acronyms).at(-1) ?? '';
    stems.set(word.raw, term);
    return term;
  };
  const tools = { store, numbers, postings, hash, entry };

  /** @type {import('./types').Guide['search']} */
  const search = async (text, options = {}) => {
    const { limit = 10, offset = 0, filters = [], except = [], without = [], sort } = options;
    const others = [...filters, ...except].map((one) => `#${one}`);
    const reading = corrected(asked(text, acronyms), others);
    // While shards are on their way there is time for what will be needed.
    layout(entry);
    const { question, rows } = await reading;
    const read = lightened(plan(text, question, rows, without), rows, entry.documents);
    await store.fill(needed(read, rows, others));
    const { understood } = read;
    const found = { text, question, rows, options, understood, base: rank(entry, read, rows, filters.length > 0) };
    const ranked = others.length > 0 ? (await import('./facets.js')).narrowed(found, filters, tools) : found.base;
    const { documents, notes } = sort ? await (await import('./sorting.js')).sorted(ranked, options, understood, tools) : { documents: ranked, notes: null };
    const shown = documents.slice(offset, offset + limit);
    const records = await store.records(shown, lists(read, shown));
    // A copy that is kept for when there is no network has no discreet records.
    const results = records.flatMap((record, at) => (record ? [{ ...result(entry, record, (summary) => excerpt(summary, read.terms, termOf)), ...notes?.get(shown[at]) }] : []));
    const lazy = {
      facets: { get: async () => (await import('./facets.js')).facets(found, tools) },
      suggestions: { get: async () => (await import('./offers.js')).offers(found, tools, search) },
    };
    return /** @type {import('./types').Answer} */ (Object.defineProperties({ understood, results, total: ranked.length }, lazy));
  };

  /**
   * A question's words, with those that nobody knows corrected or taken apart, and the rows of their keys.
   * @param {import('./types').Asked[]} question
   * @param {string[]} others keys to read beside theirs
   */
  async function corrected(question, others) {
    const rows = (/** @type {import('./types').Asked[]} */ all) => store.rows(new Set([...keys(all), ...others]));
    const isUnknown = (/** @type {import('./types').Asked} */ word, /** @type {Map<string, any>} */ rows) => isSought(word.form) && !word.terms.some((term) => rows.has(term));
    const known = await rows(question);
    const unknown = question.filter((word) => isUnknown(word, known));
    if (unknown.length === 0) return { question, rows: known };
    const module = import('./spelling.js');
    // What the module will read is asked for while it is on its way.
    unknown.forEach(({ form }) => store.spelling(form).catch(() => {}));
    return (await module).corrected(question, known, { rows, isUnknown, isStop, spelling: store.spelling, terms: (form) => terms({ raw: form, form }, acronyms) });
  }

  /** @type {import('./types').Guide['suggest']} */
  const suggest = async (text, options) => {
    const { suggest } = await import('./suggest.js');
    return suggest(text, options, { store, entry, search, stem, isStop, words, terms: (word) => terms(word, acronyms) });
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
    const { documents, impacts } = listed(meaning);
    const bearing = new Map();
    let place = 0;
    documents.forEach((document, at) => {
      if (impacts[at] !== BEARS) return;
      if (shown.includes(document)) bearing.set(document, place);
      place++;
    });
    all.push({ first: meaning.list, bearing });
  }
  return all.sort((a, b) => b.bearing.size - a.bearing.size);
}

/**
 * @param {import('./types').Entry} entry
 * @param {any[]} record
 * @param {(summary: string) => import('./types').Excerpt[]} excerpt
 * @returns {import('./types').Result}
 */
function result(entry, record, excerpt) {
  const [id, url, title, own, place = '', commune = '', summary = '', facts = [], flags = 0, language = ''] = record;
  const kind = own || id.split('/', 1)[0];
  return {
    id,
    url: url || `/${id}/`,
    title,
    kind,
    kindLabel: entry.kinds[kind] ?? kind,
    place,
    commune,
    excerpt: excerpt(summary),
    facts: facts.flatMap((/** @type {string} */ code, /** @type {number} */ at) => (at % 2 ? [] : { code, text: facts[at + 1] })),
    discreet: (flags & 1) === 1,
    example: (flags & 2) === 2,
    language,
  };
}

/**
 * A summary, cut where words of the question begin and end.
 * @param {string} summary
 * @param {Set<string>} sought
 * @param {(word: import('./types').Word) => string} termOf
 * @returns {import('./types').Excerpt[]}
 */
function excerpt(summary, sought, termOf) {
  const pieces = [];
  let done = 0;
  // A term begins as its word does: most words need no stem to be told apart.
  const initials = new Set([...sought].map((term) => term[0].toLowerCase()));
  for (const word of words(summary)) {
    if ((isLatin(word.form) && !initials.has(word.form[0])) || !sought.has(termOf(word))) continue;
    pieces.push({ text: summary.slice(done, word.start), hit: false }, { text: word.raw, hit: true });
    done = word.end;
  }
  pieces.push({ text: summary.slice(done), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}
