/** What narrows and sorts answers: filters with counts, the order, where distances are counted from. */

import { Facets } from './panel.js';

/** @typedef {import('./address.js').State} State */
/** @typedef {{ latitude: number, longitude: number } | null} Position */

export class Tools {
  /**
   * @param {HTMLElement} element with a `details`, a `select`, and `[data-depuis]`, where a place can be said
   * @param {Record<string, string>} strings
   * @param {ReturnType<import('./opener.js').opener>} opener
   * @param {(change: Partial<State>, position?: Position) => void} change
   */
  constructor(element, strings, { load }, change) {
    this.element = element;
    this.strings = strings;
    this.load = load;
    this.change = change;
    this.filters = element.querySelector('details');
    this.sort = element.querySelector('select');
    this.from = element.querySelector('[data-depuis]');
    const place = element.querySelector('[data-depuis] input');
    this.place = place instanceof HTMLInputElement ? place : null;
    this.facets = new Facets(element.querySelector('[data-facettes]'), strings, (filters) => this.change({ filters }));
    element.querySelector('[data-ici]')?.addEventListener('click', this.#locate);
    element.querySelector('[data-depuis]')?.addEventListener('submit', this.#find);
  }

  /**
   * Answers to what was pressed, or follows what was answered.
   * @param {Event} event
   * @param {State} state
   * @param {import('./types').Answer | undefined} answer
   */
  use(event, state, answer) {
    this.state = state;
    if (event.type === 'change' && event.target === this.sort) {
      const sort = /** @type {State['sort']} */ (this.sort?.value ?? '');
      this.change({ sort });
    }
    if (this.sort) this.sort.value = state.sort;
    // A place is asked for where the question names none.
    if (this.from instanceof HTMLElement) this.from.hidden = state.sort !== 'distance';
    if (!answer) return;
    const named = answer.understood.find(({ attribute }) => attribute.startsWith('c:'));
    if (this.place && named && this.place.value === '') this.place.placeholder = named.label;
    if (this.filters?.open) this.facets.show(answer, state.filters);
  }

  /** The values that are chosen, with their names. @param {import('./types').Answer} answer */
  async choices(answer) {
    if (!this.state?.filters.length) return [];
    const facets = await answer.facets;
    return facets.flatMap(({ values }) => values).filter((value) => value.chosen);
  }

  /** Takes the commune that was written. @param {Event} event */
  #find = async (event) => {
    event.preventDefault();
    const text = this.place?.value.trim() ?? '';
    this.#say('');
    if (text === '') return this.change({ from: '' }, null);
    try {
      const guide = await this.load();
      const { understood } = await guide.search(text, { limit: 0 });
      const commune = understood.find(({ attribute }) => attribute.startsWith('c:'));
      if (!commune) return this.#say('from_unknown');
      if (this.place) this.place.value = commune.label;
      this.change({ from: commune.attribute, sort: 'distance' }, null);
    } catch {
      this.#say('failed');
    }
  };

  /** Asks the device where it is; what it says stays in this page. */
  #locate = () => {
    this.#say('locating');
    const taken = (/** @type {GeolocationPosition} */ { coords: { latitude, longitude } }) => {
      this.#say('located');
      if (this.place) this.place.value = '';
      this.change({ from: '', sort: 'distance' }, { latitude, longitude });
    };
    if (!navigator.geolocation) return this.#say('not_located');
    navigator.geolocation.getCurrentPosition(taken, () => this.#say('not_located'), { maximumAge: 300_000, timeout: 15_000 });
  };

  /** @param {string} name */
  #say(name) {
    const status = this.element.querySelector('[data-depuis] [role=status]');
    if (status) status.textContent = this.strings[name] ?? '';
  }
}
