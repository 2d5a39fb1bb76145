/** What a search form does: load at focus, ask when sent, show, go on. */

import { tellsOfDanger } from './danger.js';
import { Results } from './results.js';

/** How many results are shown at once. */
const PAGE = 10;

export class Box {
  /** @type {Promise<import('./types').Guide> | null} */
  #guide = null;
  /** @type {string[]} */
  #without = [];
  /** The number of the question: what comes late for an older one is left aside. */
  #turn = 0;
  /** Whether a question told of danger: nothing of this page is then kept for later. */
  #grave = false;

  /**
   * @param {HTMLFormElement} form with `data-base` and `data-strings`
   * @param {HTMLElement} region where results go
   */
  constructor(form, region) {
    const field = form.elements.namedItem('q');
    if (!(field instanceof HTMLInputElement)) throw new TypeError('recherche: input[name=q]');
    this.form = form;
    this.field = field;
    this.base = new URL(form.dataset.base ?? '/', location.href);
    this.results = new Results(region, this.base, form.dataset.icons ?? '', JSON.parse(form.dataset.strings ?? '{}'));
    this.browse = document.querySelector('[data-parcourir]');
    this.danger = document.querySelector('[data-danger]');
  }

  /** Begins to answer; a question in the address is answered at once. */
  start() {
    this.form.addEventListener('submit', this.#send);
    this.field.addEventListener('focus', this.#load);
    const asked = new URL(location.href).searchParams.get('q');
    if (asked) {
      this.field.value = asked;
      this.#keep(asked);
      this.#ask(asked);
    }
  }

  /** Leaves the form as it was. */
  stop() {
    this.#turn++;
    this.form.removeEventListener('submit', this.#send);
    this.field.removeEventListener('focus', this.#load);
    this.results.clear();
    this.#warn('');
    if (this.browse instanceof HTMLElement) this.browse.hidden = false;
  }

  /** Whether a question tells of danger, in the words of the page. @param {string} question */
  #isGrave(question) {
    return this.danger instanceof HTMLElement && tellsOfDanger(question, this.danger.dataset.danger ?? '');
  }

  /** Shows whom to call where a question tells of danger. @param {string} question */
  #warn(question) {
    if (this.danger instanceof HTMLElement) this.danger.hidden = !this.#isGrave(question);
  }

  /**
   * Keeps a question in the address, to be shared and gone back to; one that tells of danger is taken out of it,
   * since others may read the history of this device.
   * @param {string} question
   */
  #keep(question) {
    const address = new URL(location.href);
    address.search = question && !this.#isGrave(question) ? `?${new URLSearchParams({ q: question })}` : '';
    history.replaceState(null, '', address);
  }

  #load = () => {
    this.#guide ??= this.#open();
    this.#guide.catch(() => (this.#guide = null));
    return this.#guide;
  };

  /** Loads client, core and entry together: each in its turn would be a round trip more. */
  async #open() {
    const at = (/** @type {string} */ path) => new URL(path, new URL('recherche/', this.base)).href;
    const entry = fetch(at('index.json'), { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} index.json`);
      return response.text();
    });
    entry.catch(() => {});
    // What the page names may be older than the client: then it loads its own.
    if (this.form.dataset.core) import(at(this.form.dataset.core)).catch(() => {});
    const { open } = await import(at('client.js'));
    return open(undefined, entry);
  }

  /** @param {Event} event */
  #send = (event) => {
    event.preventDefault();
    this.#without = [];
    const question = this.field.value.trim();
    // A listener may answer by itself: the question is then neither kept in the address nor searched.
    const asked = new CustomEvent('recherche:question', { bubbles: true, cancelable: true, detail: { question } });
    if (!this.form.dispatchEvent(asked)) return;
    this.#keep(question);
    this.#ask(question);
  };

  /** @param {string} question */
  async #ask(question, offset = 0) {
    const turn = ++this.#turn;
    this.#warn(question);
    this.#grave ||= this.#isGrave(question);
    if (question === '') {
      this.results.clear();
      if (this.browse instanceof HTMLElement) this.browse.hidden = false;
      return;
    }
    this.results.wait();
    try {
      const guide = await this.#load();
      const answer = await guide.search(question, { limit: PAGE, offset, without: this.#without });
      if (turn !== this.#turn) return;
      if (this.browse instanceof HTMLElement) this.browse.hidden = answer.total > 0;
      // What was loaded may be kept for later, now or when somebody asks for it.
      this.form.toggleAttribute('data-reponse', !this.#grave);
      if (!this.#grave) document.dispatchEvent(new Event('recherche:reponse'));
      this.results.show(question, answer, offset, {
        more: () => this.#ask(question, offset + PAGE),
        forget: (attribute) => {
          this.#without.push(attribute);
          this.#ask(question);
        },
      });
    } catch {
      if (turn === this.#turn) this.results.fail(() => this.#ask(question, offset));
    }
  }
}
