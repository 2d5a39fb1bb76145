/** Suggestions under a search field: an editable combobox with a list, as WAI-ARIA 1.2 describes it. */

const SHORTEST = 2;
const PAUSE = 150;
/** How many labels and records are suggested. */
const [LABELS, RECORDS] = [4, 4];

/** @typedef {{ text: string, kind: string, act: () => void }} Choice */

/** Without case and accents. @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * A question whose last words go on to be a label: « atelier massage b », « atelier Massage bébé ».
 * @param {string} text
 * @param {string} label
 */
export function completed(text, label) {
  const starts = [...text.trimEnd().matchAll(/(?<![^\s'’-])[^\s'’-]+/gu)].map(({ index }) => index);
  const start = starts.find((at) => fold(label).startsWith(fold(text.trimEnd().slice(at)))) ?? starts.at(-1) ?? 0;
  return text.slice(0, start) + label;
}

export class Combobox {
  #list = document.createElement('ul');
  #said = document.createElement('p');
  /** @type {Choice[]} */
  #choices = [];
  #active = -1;
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLInputElement} field
   * @param {Record<string, string>} strings `suggestions`, `suggestions_one`, `suggestions_other`, `suggestions_none`
   * @param {ReturnType<import('./opener.js').opener>} opener
   * @param {(text: string) => Promise<boolean>} isGrave whether what is typed tells of danger: nothing is suggested then
   * @param {() => boolean} isComposing whether an input method is at work
   */
  constructor(field, strings, { home, load }, isGrave, isComposing) {
    this.field = field;
    this.strings = strings;
    this.home = home;
    this.load = load;
    this.isGrave = isGrave;
    this.isComposing = isComposing;
  }

  /** Begins to suggest, with what is typed already. */
  start() {
    const { field } = this;
    this.#list.id = `${field.id}-suggestions`;
    this.#list.className = 'suggestions';
    this.#list.hidden = true;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', this.strings.suggestions ?? '');
    this.#said.className = 'visually-hidden';
    this.#said.setAttribute('role', 'status');
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id, autocomplete: 'off', autocapitalize: 'none' };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    (field.parentElement ?? field).after(this.#list, this.#said);
    field.addEventListener('input', this.#input);
    field.addEventListener('keydown', this.#press);
    field.addEventListener('blur', this.#close);
    field.addEventListener('compositionend', this.#input);
    field.form?.addEventListener('submit', this.#close);
    // A press must not take the focus from the field before it is done.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      this.#choices[[...this.#list.children].indexOf(/** @type {Element} */ (option))]?.act();
    });
    // What was sent before this came is answered already: suggestions would lie over the answers.
    if (field.value !== (new URLSearchParams(location.search).get(field.name) ?? '')) this.#input();
  }

  #input = () => {
    clearTimeout(this.#timer);
    if (this.isComposing()) return;
    this.#timer = setTimeout(this.#suggest, PAUSE);
  };

  #suggest = async () => {
    const turn = ++this.#turn;
    const text = this.field.value;
    // What can't be had is not suggested: the question can still be sent.
    const choices = await this.#made(text).catch(() => []);
    if (turn !== this.#turn || document.activeElement !== this.field) return;
    this.#show(choices);
  };

  /** @param {string} text @returns {Promise<Choice[]>} */
  async #made(text) {
    if (text.trim().length < SHORTEST || (await this.isGrave(text))) return [];
    const guide = await this.load();
    const { labels, results } = await guide.suggest(text, { limit: Math.max(LABELS, RECORDS) });
    const wholes = labels.slice(0, LABELS).map(({ attribute, label }) => ({
      text: label,
      kind: this.strings[`label_${attribute[0]}`] ?? '',
      act: () => this.#send(completed(text, label)),
    }));
    const records = results.slice(0, RECORDS).map((result) => ({
      text: result.title,
      kind: [result.kindLabel, result.commune].filter((one) => one !== '').join(' · '),
      act: () => location.assign(new URL(result.url.slice(1), this.home)),
    }));
    return [...wholes, ...records];
  }

  /** Sends a question, as if it had been typed. @param {string} question */
  #send(question) {
    this.field.value = question;
    this.#close();
    this.field.form?.requestSubmit();
  }

  /** @param {Choice[]} choices */
  #show(choices) {
    this.#choices = choices;
    this.#active = -1;
    this.field.removeAttribute('aria-activedescendant');
    this.#list.replaceChildren(...choices.map(({ text, kind }, at) => {
      const option = document.createElement('li');
      option.className = 'suggestions__option';
      option.id = `${this.#list.id}-${at}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const note = document.createElement('span');
      note.className = 'suggestions__kind';
      note.textContent = kind;
      option.append(text, ' ', note);
      return option;
    }));
    this.#open(choices.length > 0);
    const rule = new Intl.PluralRules(document.documentElement.lang || 'fr').select(choices.length);
    const said = choices.length === 0 ? '' : (this.strings[`suggestions_${rule}`] ?? this.strings.suggestions_other ?? '');
    this.#said.textContent = said.replace('{n}', String(choices.length));
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.field.setAttribute('aria-expanded', String(isOpen));
  }

  #close = () => {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#mark(-1);
    this.#open(false);
    this.#said.textContent = '';
  };

  /** Marks the option that Enter takes; -1 is the field itself. @param {number} at */
  #mark(at) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = at;
    const option = this.#list.children[at];
    if (!option) return this.field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', option.id);
  }

  /** @param {KeyboardEvent} event */
  #press = (event) => {
    if (event.isComposing || this.isComposing() || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.#list.hidden;
    const count = this.#choices.length;
    // Up and down go round by way of the field.
    const turn = (/** @type {number} */ by) => this.#mark(((this.#active + 1 + by + count + 1) % (count + 1)) - 1);
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowDown: () => (isOpen ? turn(event.altKey ? 0 : 1) : this.#open(count > 0)),
      ArrowUp: () => (event.altKey ? this.#close() : turn(-1)),
      Enter: () => this.#choices[this.#active]?.act(),
      Escape: this.#close,
    };
    const isMarked = this.#active >= 0;
    // Home, End and letters are the field's: they leave the list.
    if (isOpen && isMarked && ['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return this.#mark(-1);
    const known = event.key === 'ArrowDown' ? count > 0 : isOpen && (event.key !== 'Enter' || isMarked);
    const act = acts[event.key];
    if (!act || !known) return;
    event.preventDefault();
    act();
  };
}
