/** The list of results, built of elements: no text of a record is ever read as markup. */

import { card, element, icon } from './card.js';

/**
 * @typedef {object} Steps what a visitor may do next
 * @property {() => void} more
 * @property {(attribute: string) => void} forget
 */

export class Results {
  #list = document.createElement('ul');
  #status = element('p', 'count');
  #chips = element('ul', 'chips');
  #chosen = element('ul', 'chips');
  #trouble = element('p', 'results__more');
  #end = element('p', 'results__more');

  /**
   * @param {HTMLElement} region
   * @param {URL} base the site's root
   * @param {string} icons the address of the sheet of icons, or nothing
   * @param {Record<string, string>} strings `heading`, `count_one`, `count_other`, `none`, `loading`, `failed`, `retry`,
   *   `more`, `understood`, `chosen`, `forget`, `example`…; `{n}` and `{q}` are filled in
   * @param {Element | null} tools what narrows and sorts, shown with results
   */
  constructor(region, base, icons, strings, tools) {
    this.region = region;
    this.base = base;
    this.icons = icons;
    this.strings = strings;
    this.tools = tools;
    this.#list.className = 'cards';
    this.#status.setAttribute('role', 'status');
    this.#status.tabIndex = -1;
    this.#chips.setAttribute('aria-label', this.#say('understood'));
    this.#chosen.setAttribute('aria-label', this.#say('chosen'));
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
    this.#trouble.replaceChildren();
  }

  /** Says that it failed, with a way to try again; results already there stay. @param {() => void} retry */
  fail(retry) {
    this.#open();
    this.#status.textContent = this.#say(navigator.onLine ? 'failed' : 'offline');
    this.#trouble.replaceChildren(this.#button('retry', retry));
  }

  /** Shows which filters are chosen. @param {import('./types').Label[]} values @param {(attribute: string) => void} drop */
  choices(values, drop) {
    this.#chosen.replaceChildren(...values.map((value) => this.#chip(value, drop)));
    this.#chosen.hidden = values.length === 0;
    // What was understood and is chosen is named once.
    for (const chip of this.#chips.children) if (chip instanceof HTMLElement) chip.hidden = values.some(({ attribute }) => attribute === chip.dataset.attribute);
  }

  /** Shows what is offered where nothing was found. @param {Element[]} nodes */
  offer(nodes) {
    this.#end.replaceChildren();
    this.#list.replaceChildren(...nodes.map((node) => element('li', 'offers__item', node)));
  }

  /**
   * Shows an answer, or more of it.
   * @param {string} question
   * @param {import('./types').Answer} answer
   * @param {number} offset
   * @param {boolean} hasTools whether it may be narrowed and sorted
   * @param {Steps} steps
   */
  show(question, answer, offset, hasTools, { more, forget }) {
    this.#open();
    const isPressed = this.region.contains(document.activeElement);
    const cards = answer.results.map((result) => card(result, this));
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
    this.#trouble.replaceChildren();
    if (offset === 0) this.choices([], () => {});
    if (this.tools instanceof HTMLElement) this.tools.hidden = !hasTools || (answer.total === 0 && !this.tools.querySelector('details')?.open);
    const isMore = offset + answer.results.length < answer.total;
    this.#end.replaceChildren(...(isMore ? [this.#button('more', more)] : []));
    // What was pressed may be gone: the way on begins at what was found.
    if (isPressed && !this.region.contains(document.activeElement)) this.#status.focus();
  }

  #open() {
    if (this.region.contains(this.#status)) return;
    this.#chips.hidden = this.#chosen.hidden = true;
    const heading = element('h2', 'visually-hidden', this.#say('heading'));
    this.region.replaceChildren(heading, this.#status, this.#trouble, this.#chips, this.#chosen, ...(this.tools ? [this.tools] : []), this.#list, this.#end);
    this.region.hidden = false;
  }

  /** @param {import('./types').Label} one @param {(attribute: string) => void} forget */
  #chip({ attribute, label }, forget) {
    const button = element('button', 'chips__link', label, ' ', ...icon(this.icons, 'close'));
    button.append(element('span', 'visually-hidden', this.#say('forget')));
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => forget(attribute));
    const chip = element('li', '', button);
    chip.dataset.attribute = attribute;
    return chip;
  }

  /** @param {string} name @param {() => void} action */
  #button(name, action) {
    const button = element('button', 'button', this.#say(name));
    button.setAttribute('type', 'button');
    button.addEventListener('click', action);
    return button;
  }

  /** @param {string} name */
  #say(name) {
    return this.strings[name] ?? '';
  }
}
