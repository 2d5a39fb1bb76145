/** What may help where nothing, or too little, was found: filters to drop, other spellings, places near, whom to call. */

// It is loaded when it is asked for, and so imports nothing.
const FEW = 5;
/** Kinds and types of places that answer the telephone for a family: the relais, the PMI, the CCAS. */
const CALLED = [['k:ram'], ['y:pmi', 'y:ccas', 'y:centre-medico-social']];

/**
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').ColumnTools} tools
 * @param {import('./types').Guide['search']} search
 * @returns {Promise<import('./types').Offers>}
 */
export async function offers(ranked, tools, search) {
  const filters = ranked.options.filters ?? [];
  const { facets, narrowed } = await import('./facets.js');
  const values = (await facets(ranked, tools)).flatMap(({ values }) => values);
  const dropped = filters.map((attribute) => ({ attribute, total: narrowed(ranked, filters.filter((one) => one !== attribute), tools).length }));
  const without = dropped.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  const [spelling, communes, call] = await Promise.all([respelled(ranked, tools, search), near(filters, values, tools), called(ranked, filters, values, search)]);
  return { without, spelling, communes, themes: themes(ranked), call };
}

/**
 * The question with the words that nobody knows as they may have been meant.
 * @param {import('./types').Ranked} ranked
 * @param {import('./types').ColumnTools} tools
 * @param {import('./types').Guide['search']} search
 */
async function respelled({ text, question, rows, options }, { store }, search) {
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
 * @param {string[]} filters
 * @param {import('./types').Value[]} values
 * @param {import('./types').ColumnTools} tools
 */
async function near(filters, values, tools) {
  const chosen = filters.find((one) => one.startsWith('c:'));
  if (!chosen) return [];
  const others = values.filter(({ attribute, count, chosen }) => attribute.startsWith('c:') && !chosen && count > 0);
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
 * @param {string[]} filters
 * @param {import('./types').Value[]} values
 * @param {import('./types').Guide['search']} search
 */
async function called({ understood }, filters, values, search) {
  const chosen = filters.find((one) => one.startsWith('c:'));
  const named = understood.find(({ attribute }) => attribute.startsWith('c:') || attribute.startsWith('z:'));
  const place = values.find(({ attribute }) => attribute === chosen)?.label ?? named?.label;
  if (!place) return [];
  const answers = await Promise.all(CALLED.map((filters) => search(place, { filters, limit: 2 })));
  return answers.flatMap(({ results }) => results).filter(({ discreet }) => !discreet);
}
