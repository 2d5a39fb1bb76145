/** The order of answers by distance and by their next date, as `src/search/sorting.rs` has it. */

// It is loaded when another order is asked for, and so imports nothing.
/** How many units of distance a thousandth of a degree of latitude has. */
const UNIT = 256;
/** Kilometres in a thousandth of a degree of latitude. */
const KILOMETRES = 0.1112;
const DAY = 86_400_000;

/** @typedef {{ documents: number[], notes: Map<number, { kilometres?: number, date?: string }> }} Sorted */

/**
 * Puts answers in order; what is equal stays in the order of relevance.
 * @param {number[]} ranked
 * @param {import('./types').Options} options
 * @param {import('./types').Understood[]} understood
 * @param {import('./types').ColumnTools} tools
 * @returns {Promise<Sorted>}
 */
export async function sorted(ranked, { sort, from, day }, understood, tools) {
  const table = await tools.store.part(0);
  if (sort === 'date') return byDate(ranked, day ?? today(), table, tools);
  const named = understood.find(({ attribute }) => attribute.startsWith('c:'))?.attribute;
  const origin = await spot(from ?? named, table, tools);
  return origin ? byDistance(ranked, origin, table, tools) : { documents: ranked, notes: new Map() };
}

/** Today by the clock of this device. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/**
 * @param {number[]} ranked
 * @param {string} day
 * @param {any} table
 * @param {import('./types').ColumnTools} tools
 * @returns {Promise<Sorted>}
 */
async function byDate(ranked, day, table, { store, numbers }) {
  const size = table.chunks[1];
  const start = Date.parse(table.day);
  const wanted = new Set(ranked.map((document) => Math.floor(document / size)));
  /** @type {Map<number, number>} */
  const next = new Map();
  const read = async (/** @type {number} */ chunk) => {
    const all = numbers(await store.part(table.dates + chunk));
    for (let at = 0, document = chunk * size; at < all.length; document++) {
      let date = 0;
      for (let left = all[at++]; left > 0; left--) {
        date += all[at++];
        const stamp = start + date++ * DAY;
        if (stamp >= Date.parse(day) && !next.has(document)) next.set(document, stamp);
      }
    }
  };
  await Promise.all([...wanted].map(read));
  const documents = [...ranked].sort((a, b) => (next.get(a) ?? Infinity) - (next.get(b) ?? Infinity) || 0);
  const told = ranked.filter((document) => next.has(document));
  return { documents, notes: new Map(told.map((document) => [document, { date: new Date(next.get(document) ?? 0).toISOString().slice(0, 10) }])) };
}

/**
 * @param {number[]} ranked
 * @param {[number, number]} origin
 * @param {any} table
 * @param {import('./types').ColumnTools} tools
 * @returns {Promise<Sorted>}
 */
async function byDistance(ranked, origin, table, { store, numbers, entry }) {
  const spots = numbers(await text(store, table.places));
  /** @type {Map<number, number>} */
  const squares = new Map();
  let document = 0;
  numbers(entry.places).forEach((size, place) => {
    const there = /** @type {[number, number]} */ ([spots[2 * place], spots[2 * place + 1]]);
    const far = there[0] || there[1] ? square(origin, there) : Infinity;
    for (const end = document + size; document < end; document++) squares.set(document, far);
  });
  const far = (/** @type {number} */ one) => squares.get(one) ?? Infinity;
  const documents = [...ranked].sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
  const told = ranked.filter((one) => far(one) < Infinity);
  return { documents, notes: new Map(told.map((one) => [one, { kilometres: Math.round((Math.sqrt(far(one)) / UNIT) * KILOMETRES) }])) };
}

/**
 * How far communes are from one of them, squared.
 * @param {string} from
 * @param {string[]} communes
 * @param {import('./types').ColumnTools} tools
 */
export async function distances(from, communes, tools) {
  const table = await tools.store.part(0);
  const [origin, ...spots] = await Promise.all([from, ...communes].map((one) => spot(one, table, tools)));
  return spots.map((there) => (origin && there ? square(origin, there) : Infinity));
}

/** How far two spots are, squared. @param {[number, number]} a @param {[number, number]} b */
function square(a, b) {
  const degree = Math.floor(a[0] / 1000) - 90;
  const narrowed = Math.round(Math.cos((degree * Math.PI) / 180) * UNIT);
  return ((a[0] - b[0]) * UNIT) ** 2 + ((a[1] - b[1]) * narrowed) ** 2;
}

/**
 * The spot of a commune, or of a position that never leaves this device: thousandths of a degree from 90° south and
 * 180° west.
 * @param {import('./types').Options['from']} from
 * @param {any} table
 * @param {import('./types').ColumnTools} tools
 * @returns {Promise<[number, number] | null>}
 */
async function spot(from, table, { store, numbers, hash }) {
  if (from === undefined) return null;
  if (typeof from !== 'string') return [Math.round((from.latitude + 90) * 1000), Math.round((from.longitude + 180) * 1000)];
  const [first, count] = table.centres;
  if (count === 0) return null;
  const insee = from.replace(/^c:/, '');
  const rows = (await store.part(first + (hash(insee) % count))).split(' ');
  const row = rows.find((/** @type {string} */ one) => one.startsWith(insee));
  return row ? /** @type {[number, number]} */ (numbers(row.slice(insee.length))) : null;
}

/** A text of several parts. @param {import('./types').Shards} store @param {[number, number]} where */
async function text(store, [first, count]) {
  const parts = Array.from({ length: count }, (_, at) => store.part(first + at));
  return (await Promise.all(parts)).join('');
}
