/** The list of results, built of elements: no text of a record is ever read as markup. */

/**
 * @typedef {object} Steps what a visitor may do next
 * @property {() => void} more
 * @property {(attribute: string) => void} forget
 */

/** The colour and the icon of a folder's records: the same as on the pages that list them.
 * @type {Record<string, string>} */
const LOOKS = { actions: 'actions', laep: 'laep', ram: 'relais', lieux: 'lieux' };

export class Results {
  #list = document.createElement('ul');
  #status = element('p', 'count');
  #chips = element('ul', 'chips');
  #end = element('p', 'results__more');

  /**
   * @param {HTMLElement} region
   * @param {URL} base the site's root
   * @param {string} icons the address of the sheet of icons, or nothing
   * @param {Record<string, string>} strings `heading`, `count_one`, `count_other`, `none`, `loading`, `failed`, `retry`,
   *   `more`, `understood`, `forget`, `example`; `{n}` and `{q}` are filled in
   */
  constructor(region, base, icons, strings) {
    this.region = region;
    this.base = base;
    this.icons = icons;
    this.strings = strings;
    this.#list.className = 'cards';
    this.#status.setAttribute('role', 'status');
    this.#chips.setAttribute('aria-label', this.#say('understood'));
  }

  /** Puts everything away. */
  clear() {
    this.region.replaceChildren();
    this.region.hidden = true;
  }

  /** Says that an answer is on its way; results already there stay. */
  wait() {
    this.#open();
    this.#status.textContent = this.#say('loading');
    this.#end.replaceChildren();
  }

  /** Says that it failed, with a way to try again. @param {() => void} retry */
  fail(retry) {
    this.#open();
    this.#status.textContent = this.#say('failed');
    this.#end.replaceChildren(this.#button('retry', retry));
  }

  /**
   * Shows an answer, or more of it.
   * @param {string} question
   * @param {import('./types').Answer} answer
   * @param {number} offset
   * @param {Steps} steps
   */
  show(question, answer, offset, { more, forget }) {
    this.#open();
    const cards = answer.results.map((result) => this.#card(result));
    if (offset === 0) this.#list.replaceChildren(...cards);
    else this.#list.append(...cards);
    document.dispatchEvent(new Event('liste:cartes'));
    if (offset > 0) cards[0]?.querySelector('a')?.focus();
    const rule = new Intl.PluralRules(document.documentElement.lang || 'fr').select(answer.total);
    const count = this.#say(`count_${rule}`) || this.#say('count_other');
    const said = answer.total === 0 ? this.#say('none') : count;
    this.#status.textContent = said.replace('{n}', String(answer.total)).replace('{q}', question);
    this.#chips.replaceChildren(...answer.understood.map((one) => this.#chip(one, forget)));
    this.#chips.hidden = answer.understood.length === 0;
    const isMore = offset + answer.results.length < answer.total;
    this.#end.replaceChildren(...(isMore ? [this.#button('more', more)] : []));
  }

  #open() {
    if (this.region.contains(this.#status)) return;
    this.#chips.hidden = true;
    const heading = element('h2', 'visually-hidden', this.#say('heading'));
    this.region.replaceChildren(heading, this.#status, this.#chips, this.#list, this.#end);
    this.region.hidden = false;
  }

  /** @param {import('./types').Result} result */
  #card(result) {
    const look = LOOKS[result.kind] ?? 'article';
    const card = element('li', `card kind-${look}`);
    if (result.language) card.lang = result.language;
    if (LOOKS[result.kind] && !result.discreet) card.dataset.fiche = result.url.replace(/^\/|\/$/g, '');
    const kind = element('p', 'kind', ...this.#icon(`kind-${look}`), result.kindLabel);
    if (result.example) kind.append(' ', element('span', 'mark', this.#say('example')));
    const link = element('a', 'card__link', result.title);
    link.setAttribute('href', new URL(result.url.slice(1), this.base).href);
    card.append(kind, element('h3', 'card__title', link));
    const pieces = result.excerpt.map(({ text, hit }) => (hit ? element('mark', 'card__hit', text) : text));
    if (pieces.length > 0) card.append(element('p', 'card__summary', ...pieces));
    const place = [result.commune, result.place].filter((one) => one !== '').join(', ');
    const facts = [...(place ? [{ code: 'pin', text: place }] : []), ...result.facts];
    const items = facts.map(({ code, text }) => element('li', 'card__fact', ...this.#icon(code), element('span', '', text)));
    if (items.length > 0) card.append(element('ul', 'card__facts', ...items));
    return card;
  }

  /** @param {import('./types').Understood} one @param {(attribute: string) => void} forget */
  #chip({ attribute, label }, forget) {
    const button = element('button', 'chips__link', label, ' ', ...this.#icon('close'));
    button.append(element('span', 'visually-hidden', this.#say('forget')));
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => forget(attribute));
    return element('li', '', button);
  }

  /** @param {string} name @param {() => void} action */
  #button(name, action) {
    const button = element('button', 'button', this.#say(name));
    button.setAttribute('type', 'button');
    button.addEventListener('click', action);
    return button;
  }

  /** @param {string} name @returns {Element[]} */
  #icon(name) {
    if (this.icons === '' || name === '') return [];
    const space = 'http://www.w3.org/2000/svg';
    const icon = document.createElementNS(space, 'svg');
    const attributes = { class: 'icon', width: '24', height: '24', 'aria-hidden': 'true' };
    Object.entries(attributes).forEach(([name, value]) => icon.setAttribute(name, value));
    const use = document.createElementNS(space, 'use');
    use.setAttribute('href', `${this.icons}#${name}`);
    icon.append(use);
    return [icon];
  }

  /** @param {string} name */
  #say(name) {
    return this.strings[name] ?? '';
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} style @param {(Node | string)[]} content
 */
function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style !== '') made.className = style;
  made.append(...content);
  return made;
}
