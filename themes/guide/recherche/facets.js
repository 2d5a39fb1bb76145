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
export async function facets({ base, filters, passing }, { store, numbers }) {
  const table = await store.part(0);
  const [first, size] = table.chunks;
  const chunkOf = (/** @type {number} */ document) => Math.floor(document / size);
  const wanted = [...new Set(base.map(chunkOf))];
  const read = wanted.slice(0, MOST_CHUNKS);
  const more = wanted.length > read.length;
  const chunks = new Map(await Promise.all(read.map(async (chunk) => /** @type {const} */ ([chunk, await store.part(first + chunk)]))));
  /** @type {[string, string, [string, string][]][]} */
  const rows = table.facets;
  const codes = rows.flatMap(([letter, , values]) => values.map(([code]) => `${letter}:${code}`));
  const borne = valuesOf(chunks, size, codes, numbers);
  return Promise.all(rows.map(([letter, name, values]) => count(letter, name, values)));

  /** @param {string} letter @param {string} facet @param {[string, string][]} values @returns {Promise<import('./types').Facet>} */
  async function count(letter, facet, values) {
    const passes = await passing(filters.filter((one) => one[0] !== letter));
    const answering = new Set(passes ? base.filter((document) => passes[document]) : base);
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
