/** What may help where nothing, or too little, was found: filters to drop, other spellings, places near, whom to call. */

// It is loaded when it is asked for, and so imports nothing.
const FEW = 5;
/** Kinds and types of places that answer the telephone for a family: the relais, the PMI, the CCAS. */
const CALLED = [['k:ram'], ['y:pmi', 'y:ccas', 'y:centre-medico-social']];

/**
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').OfferTools} tools
 * @returns {Promise<import('./types').Offers>}
 */
export async function offers(ranked, tools) {
  const [without, spelling, places, call] = await Promise.all([dropped(ranked), respelled(ranked, tools), near(ranked, tools), called(ranked, tools)]);
  return { without, spelling, communes: places, themes: themes(ranked), call };
}

/** Filters that may be dropped, and how many answers that leaves. @param {import('./types').Ranked} ranked */
async function dropped({ base, filters, passing }) {
  const count = async (/** @type {string[]} */ kept) => {
    const passes = await passing(kept);
    return passes ? base.filter((document) => passes[document]).length : base.length;
  };
  const each = filters.map(async (attribute) => ({ attribute, total: await count(filters.filter((one) => one !== attribute)) }));
  const all = await Promise.all(each);
  return all.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}

/**
 * The question with the words that nobody knows as they may have been meant.
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').OfferTools} tools
 */
async function respelled({ text, question, rows, options }, { store, search }) {
  const { candidates, nearest } = await import('./spelling.js');
  let said = '';
  let done = 0;
  for (const word of question) {
    if (word.form.length < 4 || word.start < done || word.terms.some((term) => rows.has(term))) continue;
    const known = candidates(word.form, await store.spelling(word.form));
    const meant = nearest(word.form, known, word.form.length < 8 ? 2 : 3);
    if (meant === '' || meant === word.form) continue;
    said += text.slice(done, word.start) + meant;
    done = word.end;
  }
  if (said === '') return [];
  const other = said + text.slice(done);
  const { total } = await search(other, { ...options, limit: 0, offset: 0 });
  return total > 0 ? [{ text: other, total }] : [];
}

/**
 * Communes with answers near the one that was chosen.
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').OfferTools} tools
 */
async function near({ filters, facets }, tools) {
  const chosen = filters.find((one) => one.startsWith('c:'));
  if (!chosen) return [];
  const values = (await facets()).find(({ facet }) => facet === 'commune')?.values ?? [];
  const others = values.filter((value) => !value.chosen && value.count > 0);
  const { distances } = await import('./sorting.js');
  const far = await distances(chosen, others.map(({ attribute }) => attribute), tools);
  const sorted = others.map((value, at) => ({ value, far: far[at] })).sort((a, b) => (a.far === b.far ? 0 : a.far - b.far));
  return sorted.slice(0, FEW).map(({ value }) => value);
}

/** Themes that the words of the question hint at. @param {import('./types').Ranked} ranked */
function themes({ question, rows }) {
  const meanings = question.flatMap(({ terms }) => terms.flatMap((term) => rows.get(term)?.meanings ?? []));
  const all = new Map();
  for (const meaning of meanings) {
    if (meaning.type === 'group' && meaning.attribute.startsWith('t:')) all.set(meaning.attribute, meaning.label);
  }
  return [...all].slice(0, FEW).map(([attribute, label]) => ({ attribute, label }));
}

/**
 * Who is there for families in the commune that is named or chosen, or near it.
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').OfferTools} tools
 */
async function called({ understood, filters, facets }, { search }) {
  const chosen = filters.find((one) => one.startsWith('c:'));
  const named = understood.find(({ attribute }) => attribute.startsWith('c:') || attribute.startsWith('z:'));
  const place = chosen ? (await facets()).flatMap(({ values }) => values).find(({ attribute }) => attribute === chosen)?.label : named?.label;
  if (!place) return [];
  const answers = await Promise.all(CALLED.map((filters) => search(place, { filters, limit: 2 })));
  return answers.flatMap(({ results }) => results).filter(({ discreet }) => !discreet);
}
