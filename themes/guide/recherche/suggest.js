/** Suggestions while a question is typed: what is known by a label, and the best records. */

// It is loaded when something is typed, and so imports nothing.
const SHORTEST = 2;
/** How many words that begin as typed are looked at. */
const MOST = 5;

/**
 * What a question that is still being typed may become.
 * @param {string} text
 * @param {{ limit?: number } | undefined} options
 * @param {import('./types').Tools} tools
 * @returns {Promise<import('./types').Suggestions>}
 */
export async function suggest(text, options, { store, entry, search, stem, isStop, words, terms }) {
  const limit = options?.limit ?? 6;
  const all = words(text);
  const last = all.at(-1);
  const isOpen = last !== undefined && last.end === text.length && last.form.length >= SHORTEST;
  if (!isOpen) return { labels: [], results: await records(search, text, limit) };
  const before = all.slice(0, -1).filter((word) => !isStop(word.form)).map((word) => terms(word).at(-1) ?? '');
  const known = await beginning(last.form);
  const likely = known.slice(0, MOST).map((form) => ({ ...last, raw: form, form }));
  const alone = new Set([last, ...likely].flatMap(terms));
  const rows = await Promise.all([...alone].map(under));
  const completed = known.includes(last.form) ? last.form : (known[0] ?? '');
  const question = completed && !isStop(completed) ? text.slice(0, last.start) + completed : text;
  return {
    labels: labels([...(await together(before)), ...rows.flatMap((some) => [...some.values()])].flatMap((row) => row.meanings), last.form).slice(0, limit),
    results: await records(search, question, limit),
  };

  /** The row of a word, and those of phrases with it that stand there. @param {string} word */
  async function under(word) {
    const texts = await store.shardsOf(entry.terms, [word]);
    return store.opened(texts.flat().filter((row) => row[0].split(' ').includes(word)));
  }

  /** Known words that begin so, the likeliest first. @param {string} letters @returns {Promise<string[]>} */
  async function beginning(letters) {
    const keys = [2, 3].filter((length) => letters.length >= length).map((length) => `${letters.slice(0, length)}-`);
    const texts = await store.shardsOf(entry.spelling, keys);
    const words = new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.startsWith(letters)));
    const order = (/** @type {string} */ word) => Number(word.at(-1)) * 100 - word.length;
    return [...words].sort((a, b) => order(b) - order(a) || (a < b ? -1 : 1)).map((word) => word.slice(0, -1));
  }

  /** The phrases that what was typed before may go on to be. @param {string[]} before */
  async function together([first, ...others]) {
    if (first === undefined || !last) return [];
    // What was typed may be longer than the stem it grows into, so the stem is where to look.
    const prefix = stem(last.form).length < last.form.length ? stem(last.form) : last.form;
    const beginning = [first, ...others, prefix].join(' ');
    const rows = await under(first);
    return [...rows].filter(([key]) => key.startsWith(beginning)).map(([, row]) => row);
  }
}

/**
 * @param {import('./types').Meaning[]} meanings
 * @param {string} typed
 * @returns {import('./types').Label[]}
 */
function labels(meanings, typed) {
  const known = new Map();
  for (const meaning of meanings) {
    if (meaning.type === 'hint') continue;
    const isMeant = meaning.type === 'group' ? meaning.attribute !== '' : meaning.forms.includes(typed);
    if (isMeant && !known.has(meaning.attribute)) known.set(meaning.attribute, meaning.label);
  }
  return [...known].map(([attribute, label]) => ({ attribute, label }));
}

/** @param {import('./types').Guide['search']} search @param {string} text @param {number} limit */
async function records(search, text, limit) {
  const { results } = await search(text, { limit: limit * 2 });
  return results.filter((result) => !result.discreet).slice(0, limit);
}
