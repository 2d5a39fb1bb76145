/**
 * The page of « ma liste », or of the list that somebody shared.
 *
 *     <div data-ma-liste data-strings="{…}" data-home="/de/" data-search="/de/recherche/"></div>
 */

import { button, element, icon } from './elements.js';
import { find } from './records.js';
import { linkOf, shared, sharing } from './share.js';
import { MOST, add, all, lasts, remove, replace, watch } from './store.js';

/** @typedef {import('./store.js').Kept} Kept */

class Page {
  /** The pages of records, each asked for once. @type {Map<string, ReturnType<typeof find>>} */
  #found = new Map();
  /** Whether a change of the list is shown by who makes it. */
  #mine = false;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
    this.home = region.dataset.home ?? '/';
    /** @type {Record<string, string>} */
    this.words = JSON.parse(region.dataset.strings ?? '{}');
    this.count = element('p', 'count');
    this.count.setAttribute('role', 'status');
  }

  start() {
    watch(() => this.#mine || this.show());
    addEventListener('hashchange', () => shared().length > 0 && this.show());
    this.show();
  }

  show() {
    const ids = shared();
    const records = ids.length > 0 ? ids.map((id) => ({ id, title: '' })) : all();
    const cards = element('ul', 'mine__list', ...records.map((record) => this.#card(record, ids.length === 0)));
    const head = ids.length > 0 ? this.#sharedHead(ids) : this.#ownHead(records);
    this.region.replaceChildren(...head, this.count, cards);
    this.#tell(records.length);
    if (records.length === 0) this.#showEmpty();
  }

  /** @param {string} key @param {string} [title] */
  #say(key, title = '') {
    return (this.words[key] ?? '').replace('{title}', title).replace('{n}', String(MOST));
  }

  /** @param {number} n */
  #tell(n) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(n);
    this.count.textContent = (this.words[`count.${form}`] ?? this.words['count.other']).replace('{n}', String(n));
    this.count.hidden = n === 0;
  }

  #showEmpty() {
    const search = element('a', '', this.#say('search'));
    search.href = this.region.dataset.search ?? this.home;
    this.region.replaceChildren(
      element('p', 'mine__empty', this.#say('empty')),
      element('p', '', this.#say('empty_more')),
      element('p', '', search),
    );
  }

  /** @param {Kept[]} records */
  #ownHead(records) {
    const ids = () => all().map(({ id }) => id);
    const place = element('div', 'mine__share');
    const tools = element(
      'p',
      'keep no-print',
      button('button button--quiet', 'print', this.#say('print'), () => window.print()),
      button('button button--quiet', 'message', this.#say('share'), () => {
        place.replaceChildren(sharing(linkOf(ids()), this.words));
        place.querySelector('input')?.focus();
      }),
      button('button button--quiet', 'close', this.#say('clear'), () => this.#clear()),
    );
    const notice = element('p', 'notice__title', this.#say('not_lasting'));
    const refused = element('div', 'notice no-print', icon('alert'), element('div', 'notice__body', notice));
    const parts = records.length > 0 ? [tools, place] : [];
    return lasts() ? parts : [refused, ...parts];
  }

  /** @param {string[]} ids */
  #sharedHead(ids) {
    const title = element('h2', '', this.#say('shared'));
    const leave = () => {
      history.replaceState(null, '', location.pathname);
      this.show();
      this.region.focus();
    };
    const keep = button('button', 'keep', this.#say('keep_all'), async () => {
      const found = await Promise.all(ids.map((id) => this.#ask(id)));
      this.#mine = true;
      for (const one of found) if (one.state === 'found') add({ id: one.id, title: one.title });
      this.#mine = false;
      leave();
    });
    const own = button('button button--quiet', 'next', this.#say('own'), leave);
    return [title, element('p', '', this.#say('shared_more')), element('p', 'keep no-print', keep, own)];
  }

  #clear() {
    const before = all();
    this.#change(() => replace([]));
    const undo = button('button button--quiet', 'edit', this.#say('undo'), () => {
      this.#change(() => replace(before));
      this.show();
      this.region.focus();
    });
    this.region.replaceChildren(element('p', 'mine__empty', this.#say('cleared')), element('p', 'keep', undo));
    undo.focus();
  }

  /** @param {() => void} change */
  #change(change) {
    this.#mine = true;
    change();
    this.#mine = false;
    this.#tell(all().length);
  }

  /** @param {string} id */
  #ask(id) {
    const asked = this.#found.get(id) ?? find(id, this.home);
    this.#found.set(id, asked);
    return asked;
  }

  /** @param {Kept} record @param {boolean} own */
  #card(record, own) {
    const card = element('li', 'mine__record', element('p', 'soft', record.title || this.#say('loading')));
    this.#fill(card, record, own);
    return card;
  }

  /** @param {HTMLElement} card @param {Kept} record @param {boolean} own */
  async #fill(card, record, own) {
    const found = await this.#ask(record.id);
    const name = record.title || record.id;
    const takeOut = () => this.#takeOut(card, record);
    const out = button('button button--quiet', 'close', this.#say('remove'), takeOut);
    out.setAttribute('aria-label', `${this.#say('remove')} : ${name}`);
    const tools = own ? [element('p', 'keep no-print', out)] : [];
    if (found.state === 'found') {
      if (own && (found.id !== record.id || found.title !== record.title)) this.#rename(record, found);
      const link = element('a', '', found.title);
      link.href = found.href;
      out.setAttribute('aria-label', `${this.#say('remove')} : ${found.title}`);
      const [kind, ...rest] = found.parts;
      const when = found.copied && element('p', 'soft small', this.#copied(found.copied));
      card.className = `mine__record ${found.kind}`;
      card.replaceChildren(kind, element('h2', 'mine__title', link), ...rest, ...(when ? [when] : []), ...tools);
      if (found.address) card.append(found.address);
      return;
    }
    if (found.state === 'refused' && own) this.#change(() => remove(record.id));
    const said = element('p', '', this.#say(found.state, name));
    const retry = button('button button--quiet', 'next', this.#say('retry'), () => {
      this.#found.delete(record.id);
      this.#fill(card, record, own);
    });
    if (found.state === 'failed') tools.unshift(element('p', 'keep no-print', retry));
    card.replaceChildren(said, ...(found.state === 'refused' ? [] : tools));
  }

  /** @param {Date} when */
  #copied(when) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
    return this.words.copy_of.replace('{when}', format.format(when));
  }

  /** Kept under its name and at its address of today. @param {Kept} record @param {Kept} found */
  #rename(record, { id, title }) {
    this.#change(() => replace(all().map((one) => (one.id === record.id ? { id, title } : one))));
    Object.assign(record, { id, title });
  }

  /** @param {HTMLElement} card @param {Kept} record */
  #takeOut(card, record) {
    const at = all().findIndex(({ id }) => id === record.id);
    this.#change(() => remove(record.id));
    const undo = button('button button--quiet', 'edit', this.#say('undo'), () => {
      this.#change(() => replace([...all().slice(0, at), record, ...all().slice(at)]));
      this.#fill(card, record, true).then(() => card.querySelector('a')?.focus());
    });
    card.replaceChildren(element('p', '', this.#say('removed', record.title)), element('p', 'keep no-print', undo));
    undo.focus();
  }
}

const region = document.querySelector('[data-ma-liste]');
if (region instanceof HTMLElement) new Page(region).start();
