/** Misspelt and joined words of a question, by the words that the index knows: as `src/search/spelling.rs` does. */

const SHORTEST = 4;
const LONG = 8;
const SHORT = 6;
// It is loaded when a word isn't known, and so imports nothing.

/** How often words may be taken apart. */
const ROUNDS = 2;

/** @typedef {{ form: string, rank: number }} Known */
/** @typedef {import('./types').Asked} Asked */
/** @typedef {Map<string, import('./types').Row>} Rows */

/**
 * A question's words, with those that nobody knows corrected or taken apart, and the rows of their keys.
 * @param {Asked[]} question
 * @param {Rows} rows those of its own keys
 * @param {import('./types').SpellingTools} tools
 */
export async function corrected(question, rows, tools) {
  const { isUnknown, isStop, spelling, terms } = tools;
  for (let round = 0; round < ROUNDS && question.some((word) => isUnknown(word, rows)); round++) {
    const former = rows;
    const texts = await Promise.all(question.map((word) => (isUnknown(word, former) ? spelling(word.form) : [])));
    const known = question.map((word, at) => candidates(word.form, texts[at]));
    /** @type {Asked[]} */
    const next = [];
    let changed = false;
    question.forEach((word, at) => {
      const parts = isUnknown(word, former) ? meant(word.form, known[at], isStop) : [word.form];
      const isSame = parts.length === 1 && parts[0] === word.form;
      changed ||= !isSame;
      for (const form of parts) {
        if (next.some((other) => other.form === form)) continue;
        const part = isSame ? word : { ...word, form, terms: terms(form) };
        next.push(part);
        // What was left between words is likely to be unknown too: what it may mean is asked for along with their rows.
        const isLeft = !isSame && !known[at].some((one) => one.form === form);
        if (isLeft && round + 1 < ROUNDS && isUnknown(part, former)) spelling(form).catch(() => {});
      }
    });
    question = next;
    if (!changed) break;
    rows = await tools.rows(question);
  }
  return { question, rows };
}


/**
 * The known words among which one is sought, from the texts of its shards.
 * @param {string} form
 * @param {string[]} texts
 * @returns {Known[]}
 */
export function candidates(form, texts) {
  const letters = form.length < SHORT ? 2 : 3;
  const kept = (/** @type {string} */ known) => (letters === 2 ? known.length <= SHORT : known.length >= SHORT - 1);
  const words = new Map(texts.flatMap((text) => text.split(' ')).map((one) => [one.slice(0, -1), Number(one.slice(-1))]));
  return [...words]
    .filter(([known]) => kept(known) && (known.startsWith(form.slice(0, letters)) || known.endsWith(form.slice(-letters))))
    .map(([form, rank]) => ({ form, rank }))
    .sort((a, b) => (a.form < b.form ? -1 : 1));
}

/**
 * What a word that nobody knows may mean: another one, several, or itself.
 * @param {string} form
 * @param {Known[]} known
 * @param {(form: string) => boolean} isStop
 * @returns {string[]}
 */
export function meant(form, known, isStop) {
  const allowed = form.length >= LONG ? 2 : 1;
  const near = first(
    known
      .filter((one) => one.form.length >= SHORTEST && Math.abs(one.form.length - form.length) <= allowed)
      .map((one) => ({ form: one.form, order: [distance(form, one.form), -one.rank, one.form[0] === form[0] ? 0 : 1] }))
      .filter((one) => one.order[0] <= allowed),
  );
  if (near && near.order[0] <= 1) return [near.form];
  const begins = known.map((one) => one.form).filter((one) => one.length < form.length && form.startsWith(one));
  const ends = known.map((one) => one.form).filter((one) => one.length < form.length && form.endsWith(one));
  const whole = first(
    begins.flatMap((start) =>
      ends
        .map((end) => ({ form: start, end, order: [form.length - end.length - start.length, -start.length] }))
        .filter(({ order: [gap] }) => gap === 0 || (gap > 0 && isStop(form.slice(start.length, start.length + gap)))),
    ),
  );
  if (whole) return [whole.form, whole.end];
  if (near) return [near.form];
  const head = longest(begins);
  const tail = head.length + longest(ends).length <= form.length ? longest(ends) : '';
  if (head || tail) {
    const middle = form.slice(head.length, form.length - tail.length);
    return [head, middle, tail].filter((part) => part.length > 2 && !isStop(part));
  }
  const longer = known.filter((one) => one.form.startsWith(form));
  return [first(longer.map((one) => ({ form: one.form, order: [-one.rank, one.form.length] })))?.form ?? form];
}

/**
 * The known word that is nearest, within so many letters; nothing where there is none.
 * @param {string} form
 * @param {Known[]} known
 * @param {number} allowed
 */
export function nearest(form, known, allowed) {
  const near = known
    .filter((one) => one.form.length >= SHORTEST && Math.abs(one.form.length - form.length) <= allowed)
    .map((one) => ({ form: one.form, order: [distance(form, one.form), -one.rank] }));
  return first(near.filter((one) => one.order[0] <= allowed))?.form ?? '';
}

/** @param {string[]} list in the order of the alphabet @returns {string} the last of the longest */
const longest = (list) => list.filter((one) => one.length >= SHORTEST).reduce((best, one) => (one.length >= best.length ? one : best), '');

/** The least by its order, then by the alphabet. @template {{ form: string, order: number[] }} T @param {T[]} list */
function first(list) {
  const before = (/** @type {T} */ a, /** @type {T} */ b) => {
    const at = a.order.findIndex((one, at) => one !== b.order[at]);
    return at < 0 ? a.form < b.form : a.order[at] < b.order[at];
  };
  return list.reduce((/** @type {T | null} */ best, one) => (best && !before(one, best) ? best : one), null);
}

/**
 * How many letters differ: left out, added, replaced, or two exchanged.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let [older, former] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(former[j] + 1, row[j - 1] + 1, former[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, former] = [former, row];
  }
  return former[b.length];
}
