/** Fetching shards, each once, and finding rows and records in them. */

import { numbers } from './codec.js';

const FOLDER = 128;
const SHARD = 4;
const LIST = 8;
/** Words of fewer letters are sought by two letters that they begin and end with, others by three. */
const SHORT = 6;

/**
 * The shards of one build.
 * @param {import('./types').Entry} entry
 * @param {import('./types').Reader} reader
 * @returns {import('./types').Shards}
 */
export function shards(entry, reader) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** @param {string[]} folders @param {number} number */
  const shard = (folders, number) => {
    const path = `${folders[Math.floor(number / FOLDER)]}/${number % FOLDER}.json`;
    const known = loaded.get(path);
    if (known) return known;
    const fetched = reader(path).then(JSON.parse);
    loaded.set(path, fetched);
    fetched.catch(() => loaded.delete(path));
    return fetched;
  };

  /** @param {{ folders: string[], count: number }} of @param {string[]} keys @returns {Promise<any[]>} */
  const shardsOf = ({ folders, count }, keys) => {
    const numbers = count === 0 ? [] : new Set(keys.map((key) => hash(key) % count));
    return Promise.all([...numbers].map((number) => shard(folders, number)));
  };

  /** @param {import('./types').Apart} apart */
  const whole = async ([first, count]) => {
    const parts = Array.from({ length: count }, (_, at) => shard(entry.parts.folders, first + at));
    return (await Promise.all(parts)).join('');
  };

  /** Rows by their keys; what is put apart is left there until it is asked for. @param {any[]} found */
  const opened = (found) =>
    new Map(
      found.map(([key, postings, forms, meanings]) => [key, { ...kept(postings), forms: forms || [], meanings: (meanings || []).map(meaning) }]),
    );

  /** @param {import('./types').Stored} stored */
  const kept = (stored) => (Array.isArray(stored) ? { postings: '', apart: stored } : { postings: stored || '' });

  /** @param {any[]} row @returns {import('./types').Meaning} */
  const meaning = (row) => {
    if (row[0] === 'g') return { type: 'group', attribute: row[2] || '', label: row[3] || '', ...kept(row[4]), generic: row[5] === 1, list: row[6] || 0 };
    if (row[0] === 'h') return { type: 'hint', attribute: row[2] || '', label: '', ...kept(row[4]) };
    if (row[0] === 'z') return { type: 'department', attribute: `z:${row[1]}`, code: row[1], label: row[2], forms: row[3] };
    const [, insee, label, forms, department, postings, near] = row;
    return { type: 'commune', attribute: `c:${insee}`, label, forms, department, ...kept(postings), near: numbers(near) };
  };

  return {
    async rows(keys) {
      const texts = await shardsOf(entry.terms, [...keys].map(firstWord));
      return opened(texts.flat().filter((row) => keys.has(row[0])));
    },
    async under(word) {
      const texts = await shardsOf(entry.terms, [word]);
      return opened(texts.flat().filter((row) => firstWord(row[0]) === word));
    },
    async beginning(letters) {
      const keys = [2, 3].filter((length) => letters.length >= length).map((length) => `${letters.slice(0, length)}-`);
      const texts = await shardsOf(entry.spelling, keys);
      const words = new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.startsWith(letters)));
      const order = (/** @type {string} */ word) => Number(word.at(-1)) * 100 - word.length;
      return [...words].sort((a, b) => order(b) - order(a) || (a < b ? -1 : 1)).map((word) => word.slice(0, -1));
    },
    part: (number) => shard(entry.parts.folders, number),
    async fill(all) {
      await Promise.all(
        all.map(async (one) => {
          if (one.apart) one.postings = await whole(one.apart);
          delete one.apart;
        }),
      );
    },
    spelling(form) {
      const letters = form.length < SHORT ? 2 : 3;
      return shardsOf(entry.spelling, [`${form.slice(0, letters)}-`, `-${form.slice(-letters)}`]);
    },
    records: (documents, lists) =>
      Promise.all(
        documents.map(async (number) => {
          const list = lists.find(({ bearing }) => bearing.has(number));
          const [first, at, size] = list ? [list.first, /** @type {number} */ (list.bearing.get(number)), LIST] : [0, number, SHARD];
          const rows = await shard(entry.records.folders, first + Math.floor(at / size));
          return rows[at % size];
        }),
      ),
  };
}

/** FNV-1a in 32 bits. @param {string} key */
export function hash(key) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const firstWord = (/** @type {string} */ key) => key.split(' ', 1)[0];
