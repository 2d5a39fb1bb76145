/** Whom to call, said above the answers of a question that tells of danger. */

/**
 * Shows the sentences and numbers for what a question tells, or puts them away where it tells nothing.
 *
 * Where the patterns can't be had, a question that may tell of danger is taken for one that does.
 * @param {HTMLElement} notice a live region with one child, in which `data-groupe` and `data-numero` wait
 * @param {string} question
 * @param {string} address of the module that knows the patterns
 * @returns {Promise<{ filters: string[], except: string[] } | null>} what may answer, and what must not
 */
export async function warn(notice, question, address) {
  const known = await import(address).catch(() => ({ danger: () => ['urgence'], kept: () => [], except: [] }));
  /** @type {string[]} */
  const codes = known.danger(question);
  const body = notice.firstElementChild;
  if (!(body instanceof HTMLElement)) return null;
  body.hidden = codes.length === 0;
  const all = [...body.querySelectorAll('[data-groupe]')].filter((one) => one instanceof HTMLElement);
  // What is said in general is said where nothing else is.
  const said = codes.length > 1 ? codes.filter((code) => code !== 'urgence') : codes;
  const numbers = /** @type {string[]} */ ([]);
  for (const group of all) {
    group.hidden = !said.includes(group.dataset.groupe ?? '');
    if (!group.hidden) numbers.push(...(group.dataset.numeros ?? '').split(','));
  }
  const list = body.querySelector('[data-numeros-liste]');
  const items = [...(list?.children ?? [])].filter((one) => one instanceof HTMLElement);
  for (const item of items) item.hidden = !numbers.includes(item.dataset.numero ?? '');
  const order = (/** @type {HTMLElement} */ item) => numbers.indexOf(item.dataset.numero ?? '');
  list?.append(...items.sort((a, b) => order(a) - order(b)));
  return codes.length > 0 ? { filters: known.kept(codes), except: known.except } : null;
}
