/** Fetching shards, each once, and finding rows and records in them. */

const FOLDER = 256;
const SHARD = 6;
const LIST = 24;
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
    const path = pathOf(folders, number);
    const known = loaded.get(path);
    if (known) return known;
    const fetched = reader(path).then(JSON.parse);
    loaded.set(path, fetched);
    fetched.catch(() => loaded.delete(path));
    return fetched;
  };

  /** @type {import('./types').Shards['shardsOf']} */
  const shardsOf = ({ folders, count, attributes = 1 }, keys) => {
    const numbers = count === 0 ? [] : new Set(keys.map((key) => (key[0] === '#' ? count + (hash(key) % attributes) : hash(key) % count)));
    return Promise.all([...numbers].map((number) => shard(folders, number)));
  };

  /** @param {import('./types').Apart} apart */
  const whole = async ([first, count]) => {
    const parts = Array.from({ length: count }, (_, at) => shard(entry.parts.folders, first + at));
    return (await Promise.all(parts)).join('');
  };

  /** @type {import('./types').Shards['opened']} */
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
    return { type: 'commune', attribute: `c:${insee}`, label, forms, department, ...kept(postings), near };
  };

  return {
    shardsOf,
    opened,
    async rows(keys) {
      // A phrase stands with one of its words, which are all among the keys.
      const texts = await shardsOf(entry.terms, [...keys].filter(isWord));
      return opened(texts.flat().filter((row) => keys.has(row[0])));
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
    records(documents, lists) {
      const places = documents.map((number) => {
        const list = lists.find(({ bearing }) => bearing.has(number));
        const at = list?.bearing.get(number) ?? 0;
        return { own: place(0, number, SHARD), listed: list ? place(list.first, at, LIST) : undefined };
      });
      const held = (/** @type {number} */ shard) => places.filter(({ listed }) => listed?.shard === shard).length;
      return Promise.all(
        places.map(async ({ own, listed }) => {
          // A shard of a list is larger than one of all records: for one record alone it is not worth it.
          const isWorth = listed && (held(listed.shard) > 1 || loaded.has(pathOf(entry.records.folders, listed.shard)));
          const { shard: number, row } = isWorth ? listed : own;
          return (await shard(entry.records.folders, number))[row];
        }),
      );
    },
  };
}

/** FNV-1a in 32 bits. @param {string} key */
export function hash(key) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** @param {string[]} folders @param {number} number */
const pathOf = (folders, number) => `${folders[Math.floor(number / FOLDER)]}/${number % FOLDER}.json`;

/** Where a row stands: its shard, and its place there. @param {number} first @param {number} at @param {number} size */
const place = (first, at, size) => ({ shard: first + Math.floor(at / size), row: at % size });

const isWord = (/** @type {string} */ key) => !key.includes(' ');
