/** Fetching shards, each once, and finding rows and records in them. */

import { numbers } from './codec.js';
import { keys, shardOf as spellingShard } from './spelling.js';

const FOLDER = 32;
const SHARD = 4;
/** Shards that are read for what begins alike. */
const MOST_SHARDS = 3;

/**
 * The shards of one build.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Reader} reader
 * @returns {import('./types').Shards}
 */
export function shards(entry, reader) {
  /** @type {Map<string, Promise<any>>} */
  const kept = new Map();
  const firsts = entry.terms.firsts.split('|');

  /** @param {string[]} folders @param {number} number */
  const shard = (folders, number) => {
    const path = `${folders[Math.floor(number / FOLDER)]}/${number % FOLDER}.json`;
    const known = kept.get(path);
    if (known) return known;
    const fetched = reader(path).then(JSON.parse);
    kept.set(path, fetched);
    fetched.catch(() => kept.delete(path));
    return fetched;
  };

  /** @param {string} key */
  const shardOf = (key) => {
    let [low, high] = [0, firsts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  };

  /** @param {import('./types').Stored} stored */
  const whole = async (stored) => {
    if (!Array.isArray(stored)) return stored === 0 || stored === undefined ? '' : stored;
    const [first, count] = stored;
    const parts = Array.from({ length: count }, (_, at) => shard(entry.parts.folders, first + at));
    return (await Promise.all(parts)).join('');
  };

  /** @param {any[]} row @returns {Promise<import('./types').Row>} */
  const opened = async ([, postings, forms, meanings]) => ({
    postings: await whole(postings),
    forms: forms || [],
    meanings: await Promise.all((meanings || []).map(meaning)),
  });

  /** @param {any[]} row @returns {Promise<import('./types').Meaning>} */
  const meaning = async (row) => {
    if (row[0] === 'g') {
      return { type: 'group', attribute: row[2] || '', label: row[3] || '', postings: await whole(row[4]), generic: row[5] === 1 };
    }
    if (row[0] === 'h') return { type: 'hint', attribute: row[2] || '', label: '', postings: await whole(row[4]) };
    if (row[0] === 'z') return { type: 'department', attribute: `z:${row[1]}`, code: row[1], label: row[2], forms: row[3] };
    const [, insee, label, forms, department, postings, near] = row;
    return { type: 'commune', attribute: `c:${insee}`, label, forms, department, postings: await whole(postings), near: numbers(near) };
  };

  return {
    async rows(keys) {
      const numbers = new Set(entry.terms.folders.length === 0 ? [] : [...keys].map(shardOf));
      const texts = await Promise.all([...numbers].map((number) => shard(entry.terms.folders, number)));
      const found = texts.flat().filter((row) => keys.has(row[0]));
      const rows = await Promise.all(found.map(opened));
      return new Map(found.map((row, at) => [row[0], rows[at]]));
    },
    async beginning(prefix) {
      const first = entry.terms.folders.length === 0 ? 1 : shardOf(prefix);
      const last = entry.terms.folders.length === 0 ? 0 : Math.min(shardOf(`${prefix}\uffff`), first + MOST_SHARDS - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const texts = await Promise.all(numbers.map((number) => shard(entry.terms.folders, number)));
      const found = texts.flat().filter((row) => row[0].startsWith(prefix));
      const rows = await Promise.all(found.map(opened));
      return new Map(found.map((row, at) => [row[0], rows[at]]));
    },
    spelling: (form) => {
      const { folders, count } = entry.spelling;
      return Promise.all(count === 0 ? [] : [...new Set(keys(form).map((key) => spellingShard(key, count)))].map((number) => shard(folders, number)));
    },
    records: (documents) =>
      Promise.all(
        documents.map(async (number) => {
          const rows = await shard(entry.records.folders, Math.floor(number / SHARD));
          return rows[number % SHARD];
        }),
      ),
  };
}
