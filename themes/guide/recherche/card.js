/** The card of a result, built of elements: the same as on the pages that list records. */

/**
 * @typedef {object} Dress what every card needs
 * @property {URL} base where addresses of results begin
 * @property {string} icons the address of the sheet of icons, or nothing
 * @property {Record<string, string>} strings
 */

/** The colour and the icon of a folder's records: the same as on the pages that list them.
 * @type {Record<string, string>} */
const LOOKS = { actions: 'actions', laep: 'laep', ram: 'relais', lieux: 'lieux' };

/**
 * The card of a result.
 * @param {import('./types').Result} result
 * @param {Dress} dress
 */
export function card(result, { base, icons, strings }) {
  const look = LOOKS[result.kind] ?? 'article';
  const made = element('li', `card kind-${look}`);
  if (LOOKS[result.kind] && !result.discreet) made.dataset.fiche = result.url.replace(/^\/|\/$/g, '');
  const kind = element('p', 'kind', ...icon(icons, `kind-${look}`), result.kindLabel);
  if (result.example) kind.append(' ', element('span', 'mark', strings.example ?? ''));
  const link = told('a', 'card__link', result, result.title);
  link.setAttribute('href', new URL(result.url.slice(1), base).href);
  made.append(kind, element('h3', 'card__title', link));
  const pieces = result.excerpt.map(({ text, hit }) => (hit ? element('mark', 'card__hit', text) : text));
  if (pieces.length > 0) made.append(told('p', 'card__summary', result, ...pieces));
  const far = result.kilometres === undefined ? '' : (strings[result.kilometres < 1 ? 'here' : 'kilometres'] ?? '').replace('{n}', String(result.kilometres));
  const place = [[result.commune, result.place].filter((one) => one !== '').join(', '), far].filter((one) => one !== '').join(' · ');
  const facts = [...(place ? [{ code: 'pin', text: place }] : []), ...next(result.date, strings), ...result.facts];
  const items = facts.map(({ code, text }) => element('li', 'card__fact', ...icon(icons, code), element('span', '', text)));
  if (items.length > 0) made.append(element('ul', 'card__facts', ...items));
  return made;
}

/**
 * A text of a record, in its own language and direction.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} style @param {import('./types').Result} result @param {(Node | string)[]} content
 */
function told(name, style, { language }, ...content) {
  const made = element(name, style, ...content);
  if (language && language !== document.documentElement.lang) Object.assign(made, { lang: language, dir: 'auto' });
  return made;
}

/** When it takes place next, sorted by date. @param {string | undefined} date @param {Record<string, string>} strings */
function next(date, strings) {
  if (!date) return [];
  const options = /** @type {const} */ ({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const said = new Intl.DateTimeFormat(document.documentElement.lang || 'fr', options).format(Date.parse(date));
  return [{ code: 'calendar', text: (strings.next ?? '').replace('{date}', said) }];
}

/**
 * An icon of the sheet, where there is one.
 * @param {string} icons the address of the sheet, or nothing
 * @param {string} name
 * @returns {Element[]}
 */
export function icon(icons, name) {
  if (icons === '' || name === '') return [];
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  const attributes = { class: 'icon', width: '24', height: '24', 'aria-hidden': 'true' };
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `${icons}#${name}`);
  made.append(use);
  return [made];
}

/**
 * An element with its class and what is in it.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} style @param {(Node | string)[]} content
 */
export function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style !== '') made.className = style;
  made.append(...content);
  return made;
}
