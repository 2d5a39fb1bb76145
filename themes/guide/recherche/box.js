/** What a search form does: load at focus, ask when sent, show, go on. */

import { empty, handed, read, write } from './address.js';
import { mayTellOfDanger } from './marks.js';
import { Results } from './results.js';

/** How many results are shown at once. */
const PAGE = 10;

/** @typedef {Partial<import('./address.js').State>} Change */

export class Box {
  /** The number of the question: what comes late for an older one is left aside. */
  #turn = 0;
  #state = empty();
  /** Where the device is, where that was asked for: it is kept nowhere else. @type {{ latitude: number, longitude: number } | null} */
  #position = null;
  #warned = false;
  /** Whether a question told of danger: nothing of this page is then kept for later. */
  #grave = false;
  /** @type {import('./tools.js').Tools | null} */
  #tools = null;

  /**
   * @param {HTMLFormElement} form with `data-base`, `data-core` and `data-strings`
   * @param {HTMLElement} region where results go, with the tools that narrow and sort them
   * @param {ReturnType<import('./opener.js').opener>} search of the form
   */
  constructor(form, region, search) {
    const field = form.elements.namedItem('q');
    if (!(field instanceof HTMLInputElement)) throw new TypeError('recherche: input[name=q]');
    this.form = form;
    this.field = field;
    this.strings = /** @type {Record<string, string>} */ (JSON.parse(form.dataset.strings ?? '{}'));
    this.opener = search;
    this.tools = region.querySelector('[data-outils]');
    this.results = new Results(region, this.opener.home, form.dataset.icons ?? '', this.strings, this.tools);
    this.browse = document.querySelector('[data-parcourir]');
    this.notice = document.querySelector('[data-danger]');
  }

  /** Begins to answer; a question in the address is answered at once. */
  start() {
    this.form.addEventListener('submit', this.#send);
    this.field.addEventListener('focus', this.opener.load);
    this.field.addEventListener('input', this.#type, { once: true });
    this.tools?.addEventListener('change', this.#use);
    this.tools?.querySelector('details')?.addEventListener('toggle', this.#use);
    const question = handed();
    this.#state = question ? { ...empty(), question } : read(new URL(location.href));
    this.#answer();
  }

  /** Answers the question that the page was opened with. */
  #answer() {
    const { question, shown } = this.#state;
    if (question === '') return;
    this.field.value = question;
    this.#ask(0, Math.max(shown, PAGE));
  }

  /**
   * What a question tells of danger, or nothing: it is said above the answers, and what must not answer it is told.
   * @param {string} question
   * @returns {Promise<{ filters: string[], except: string[] } | null>}
   */
  async #dangers(question) {
    if (!(this.notice instanceof HTMLElement)) return null;
    if (!this.#warned && !mayTellOfDanger(question, this.notice.dataset.danger ?? '')) return null;
    this.#warned = true;
    const { warn } = await import('./warn.js');
    return warn(this.notice, question, this.opener.danger);
  }

  /** Suggests from the first letter that is typed on. */
  #type = async () => {
    // An input method may begin to compose before the module is there.
    let isComposing = false;
    this.field.addEventListener('compositionstart', () => (isComposing = true));
    this.field.addEventListener('compositionend', () => (isComposing = false));
    const { Combobox } = await import('./combobox.js');
    const isGrave = async (/** @type {string} */ text) => (await this.#dangers(text)) !== null;
    new Combobox(this.field, this.strings, this.opener, isGrave, () => isComposing).start();
  };

  /** @param {Event} event */
  #send = (event) => {
    event.preventDefault();
    this.#restart(this.field.value.trim());
  };

  /** Asks another question. @param {string} question */
  #restart = (question) => {
    this.field.value = question;
    // A listener may answer by itself: the question is then neither kept in the address nor searched.
    const asked = new CustomEvent('recherche:question', { bubbles: true, cancelable: true, detail: { question } });
    if (this.form.dispatchEvent(asked)) this.#change({ question, filters: [], without: [] });
  };

  /** Asks anew with something changed. @param {Change} change @param {{ latitude: number, longitude: number } | null} [position] */
  #change = (change, position = this.#position) => {
    this.#position = position;
    Object.assign(this.#state, change);
    this.#ask(0, PAGE);
  };

  /** Loads what narrows and sorts when it is first used. @param {Event} event */
  #use = async (event) => {
    if (!this.#tools && this.tools instanceof HTMLElement) {
      const { Tools } = await import('./tools.js');
      this.#tools = new Tools(this.tools, this.strings, this.opener, this.#change);
    }
    this.#tools?.use(event, this.#state, this.answer);
  };

  /**
   * Keeps the question in the address, to be shared and gone back to; one that tells of danger is taken out of it,
   * since others may read the history of this device.
   * @param {boolean} isGrave
   */
  #keep(isGrave) {
    const address = new URL(location.href);
    address.search = isGrave ? '' : write(this.#state, PAGE);
    if (address.href !== location.href) history.replaceState(null, '', address);
  }

  /** @param {number} offset @param {number} limit */
  async #ask(offset, limit) {
    const turn = ++this.#turn;
    const { question, filters, without, sort, from } = this.#state;
    const isOld = () => turn !== this.#turn;
    this.#state.shown = offset;
    if (question !== '') this.results.wait();
    try {
      const grave = await this.#dangers(question);
      if (isOld()) return;
      this.#keep(grave !== null);
      if (question === '') return this.#clear();
      const guide = await this.opener.load();
      const options = { limit, offset, without, filters: grave?.filters ?? filters, except: grave?.except, sort: sort || undefined, from: this.#position ?? (from || undefined) };
      let answer = await guide.search(question, options);
      // What is there for such a danger answers where the words themselves find nothing.
      if (grave && answer.total === 0) answer = await guide.search('', options);
      if (isOld()) return;
      this.answer = answer;
      this.#state.shown += answer.results.length;
      this.#keep(grave !== null);
      if (this.browse instanceof HTMLElement) this.browse.hidden = answer.total > 0 || grave !== null;
      // What was loaded may be kept for later, now or when somebody asks for it.
      this.#grave ||= grave !== null;
      this.form.toggleAttribute('data-reponse', !this.#grave);
      if (!this.#grave) document.dispatchEvent(new Event('recherche:reponse'));
      this.results.show(question, answer, offset, grave === null, {
        more: () => this.#ask(this.#state.shown, PAGE),
        forget: (attribute) => this.#change({ without: [...without, attribute] }),
      });
      if (grave === null && (filters.length > 0 || sort !== '' || answer.total === 0 || this.#tools)) await this.#finish(answer, isOld);
    } catch {
      if (!isOld()) this.results.fail(() => this.#ask(offset, limit));
    }
  }

  /**
   * What comes after the results of a question that was narrowed or sorted, or that has none.
   * @param {import('./types').Answer} answer
   * @param {() => boolean} isOld
   */
  async #finish(answer, isOld) {
    await this.#use(new Event('answer'));
    const choices = await this.#tools?.choices(answer);
    if (isOld()) return;
    this.results.choices(choices ?? [], (attribute) => this.#change({ filters: this.#state.filters.filter((one) => one !== attribute) }));
    if (answer.total > 0) return;
    const { offers } = await import('./none.js');
    const nodes = await offers(answer, choices ?? [], this.strings, this.opener.home, { change: this.#change, state: this.#state, ask: this.#restart });
    if (!isOld()) this.results.offer(nodes);
  }

  #clear() {
    this.results.clear();
    if (this.browse instanceof HTMLElement) this.browse.hidden = false;
  }
}
