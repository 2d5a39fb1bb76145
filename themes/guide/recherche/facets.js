/** Facets: how many answers each choice leaves, as `src/search/facets.rs` counts them. */

// It is loaded when filters are opened, and so imports nothing.
/** Chunks that are read at most: where answers lie in more of them, there may be more than was counted. */
const MOST_CHUNKS = 40;
/** Facets whose values have an order of their own. */
const ORDERED = ['age', 'day', 'price'];

/**
 * Counts the values of every facet.
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').ColumnTools} tools
 * @returns {Promise<import('./types').Facet[]>}
 */
export async function facets(ranked, tools) {
  const { base, options } = ranked;
  const { store, numbers } = tools;
  const filters = options.filters ?? [];
  const table = await store.part(0);
  const [first, size] = table.chunks;
  const chunkOf = (/** @type {number} */ document) => Math.floor(document / size);
  // Where not all is read, that is read first which the answers shown are in.
  const wanted = [...new Set([...narrowed(ranked, filters, tools), ...base].map(chunkOf))];
  const read = wanted.slice(0, MOST_CHUNKS);
  const more = wanted.length > read.length;
  const chunks = new Map(await Promise.all(read.map(async (chunk) => /** @type {const} */ ([chunk, await store.part(first + chunk)]))));
  /** @type {[string, string, [string, string][]][]} */
  const rows = table.facets;
  const codes = rows.flatMap(([letter, , values]) => values.map(([code]) => `${letter}:${code}`));
  const borne = valuesOf(chunks, size, codes, numbers);
  return rows.map(([letter, name, values]) => count(letter, name, values));

  /** @param {string} letter @param {string} facet @param {[string, string][]} values @returns {import('./types').Facet} */
  function count(letter, facet, values) {
    const answering = new Set(narrowed(ranked, filters.filter((one) => one[0] !== letter), tools));
    const known = letter === 'c' ? communes(chunks) : values;
    const counted = known.map(([code, label]) => {
      const attribute = `${letter}:${code}`;
      const bearing = borne.get(attribute) ?? [];
      return { attribute, label, count: bearing.filter((document) => answering.has(document)).length, chosen: filters.includes(attribute) };
    });
    const kept = counted.filter((value) => value.count > 0 || value.chosen);
    if (!ORDERED.includes(facet)) kept.sort((a, b) => b.count - a.count);
    return { facet, more, values: kept };
  }
}

/**
 * The answers that bear one of the attributes of each facet, and none that they must not.
 * @param {import('./types').Ranked} ranked
 * @param {string[]} filters
 * @param {import('./types').ColumnTools} tools
 * @returns {number[]}
 */
export function narrowed({ base, rows, options: { except = [] } }, filters, { postings, entry }) {
  if (filters.length + except.length === 0) return base;
  const passes = new Uint8Array(entry.documents).fill(1);
  const bearing = (/** @type {string} */ one) => postings(rows.get(`#${one}`)?.postings ?? '').documents;
  for (const one of except) for (const document of bearing(one)) passes[document] = 0;
  for (const facet of new Set(filters.map((one) => one[0]))) {
    const bears = new Uint8Array(passes.length);
    for (const one of filters.filter((one) => one[0] === facet)) {
      for (const document of bearing(one)) bears[document] = 1;
    }
    bears.forEach((bears, document) => (passes[document] &= bears));
  }
  return base.filter((document) => passes[document]);
}

/**
 * The documents that bear each value.
 * @param {Map<number, [string, [string, string][]]>} chunks
 * @param {number} size
 * @param {string[]} codes
 * @param {(text: string) => number[]} numbers
 */
function valuesOf(chunks, size, codes, numbers) {
  /** @type {Map<string, number[]>} */
  const borne = new Map();
  for (const [chunk, [text, named]] of chunks) {
    const all = numbers(text);
    for (let at = 0, value = 0; at < all.length; value++) {
      value += all[at++];
      const attribute = codes[value] ?? `c:${named[value - codes.length][0]}`;
      const bearing = borne.get(attribute) ?? [];
      let document = chunk * size;
      for (let left = all[at++]; left > 0; left--) {
        document += all[at++];
        bearing.push(document++);
      }
      borne.set(attribute, bearing);
    }
  }
  return borne;
}

/** The communes of all chunks, by code. @param {Map<number, [string, [string, string][]]>} chunks */
function communes(chunks) {
  const all = new Map([...chunks.values()].flatMap(([, named]) => named));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}
