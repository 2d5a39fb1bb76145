/** What is offered where nothing was found: filters to drop, other words, places near, themes, whom to call. */

/**
 * @typedef {object} Steps
 * @property {(change: Partial<import('./address.js').State>) => void} change
 * @property {import('./address.js').State} state
 * @property {(question: string) => void} ask
 */

/**
 * @param {import('./types').Answer} answer
 * @param {import('./types').Value[]} choices the filters that are chosen, with their names
 * @param {Record<string, string>} strings `offer_…`
 * @param {URL} base the site's root
 * @param {Steps} steps
 * @returns {Promise<Element[]>}
 */
export async function offers(answer, choices, strings, base, { change, state, ask }) {
  const { without, spelling, communes, themes, call } = await answer.suggestions;
  const { filters } = state;
  const but = (/** @type {string} */ attribute) => filters.filter((one) => one !== attribute);
  const name = (/** @type {string} */ attribute) => choices.find((one) => one.attribute === attribute)?.label ?? attribute;
  const dropped = without.map(({ attribute, total }) =>
    button((strings.offer_drop ?? '').replace('{label}', name(attribute)), total, () => change({ filters: but(attribute) })),
  );
  if (filters.length > 1) dropped.push(button(strings.offer_drop_all ?? '', 0, () => change({ filters: [] })));
  const near = communes.map(({ attribute, label, count }) =>
    button(label, count, () => change({ filters: [...filters.filter((one) => !one.startsWith('c:')), attribute] })),
  );
  const groups = [
    ['offer_spelling', spelling.map(({ text, total }) => button(text, total, () => ask(text)))],
    ['offer_filters', dropped],
    ['offer_communes', near],
    ['offer_themes', themes.map(({ attribute, label }) => link(label, new URL(`themes/${attribute.slice(2)}/`, base)))],
    ['offer_call', call.map(({ title, url }) => link(title, new URL(url.slice(1), base)))],
  ];
  return /** @type {[string, HTMLElement[]][]} */ (groups).filter(([, items]) => items.length > 0).map(([title, items]) => group(strings[title] ?? '', items));
}

/** @param {string} title @param {HTMLElement[]} items */
function group(title, items) {
  const section = document.createElement('div');
  section.className = 'offers';
  const heading = document.createElement('h3');
  heading.className = 'offers__title';
  heading.textContent = title;
  const list = document.createElement('ul');
  list.className = 'chips';
  for (const one of items) {
    const item = document.createElement('li');
    item.append(one);
    list.append(item);
  }
  section.append(heading, list);
  return section;
}

/** @param {string} text @param {number} total @param {() => void} action */
function button(text, total, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'chips__link';
  made.append(text);
  if (total > 0) {
    const count = document.createElement('span');
    count.className = 'facet__count';
    count.textContent = String(total);
    made.append(' ', count);
  }
  made.addEventListener('click', action);
  return made;
}

/** @param {string} text @param {URL} address */
function link(text, address) {
  const made = document.createElement('a');
  made.className = 'chips__link';
  made.href = address.href;
  made.textContent = text;
  return made;
}
