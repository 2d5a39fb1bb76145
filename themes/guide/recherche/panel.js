/** Filters with counts: one group of boxes for each facet. */

/** How many values of a facet are shown before the others are asked for. */
const FEW = 5;

export class Facets {
  /** Facets of which all values are shown. @type {Set<string>} */
  #whole = new Set();

  /**
   * @param {Element | null} element where the groups go
   * @param {Record<string, string>} strings `facet_…`, `all_values`, `at_least`, `loading`, `failed`
   * @param {(filters: string[]) => void} choose
   */
  constructor(element, strings, choose) {
    this.element = element;
    this.strings = strings;
    this.choose = choose;
  }

  /**
   * Shows what an answer can be narrowed by; what has the focus keeps it.
   * @param {import('./types').Answer} answer
   * @param {string[]} filters
   */
  async show(answer, filters) {
    const { element } = this;
    if (!element) return;
    this.answer = answer;
    if (element.childElementCount === 0) element.textContent = this.strings.loading ?? '';
    try {
      const facets = await answer.facets;
      if (this.answer !== answer) return;
      const focused = document.activeElement instanceof HTMLInputElement && element.contains(document.activeElement) ? document.activeElement.value : '';
      const useful = facets.filter(({ values }) => values.length > 1 || values.some((value) => value.chosen));
      element.replaceChildren(...useful.map((facet) => this.#group(facet, filters)));
      if (useful.length === 0) element.textContent = this.strings.no_facets ?? '';
      const again = [...element.querySelectorAll('input')].find((one) => one.value === focused);
      if (focused !== '') again?.focus();
    } catch {
      element.textContent = this.strings.failed ?? '';
      const retry = document.createElement('button');
      retry.type = 'button';
      retry.className = 'button';
      retry.textContent = this.strings.retry ?? '';
      retry.addEventListener('click', () => {
        element.replaceChildren();
        this.show(answer, filters);
      });
      element.append(' ', retry);
    }
  }

  /** @param {import('./types').Facet} facet @param {string[]} filters */
  #group({ facet, values, more }, filters) {
    const group = document.createElement('fieldset');
    group.className = 'facet';
    const legend = document.createElement('legend');
    legend.className = 'facet__title';
    legend.textContent = this.strings[`facet_${facet}`] ?? facet;
    const list = document.createElement('ul');
    list.className = 'facet__list';
    const isWhole = this.#whole.has(facet) || values.length <= FEW + 2;
    const [first, rest] = isWhole ? [values, []] : [values.filter((value, at) => at < FEW || value.chosen), values];
    list.append(...first.map((value) => this.#value(value, more, filters)));
    group.append(legend, list);
    if (rest.length === 0) return group;
    const all = document.createElement('button');
    all.type = 'button';
    all.className = 'facet__all';
    all.textContent = (this.strings.all_values ?? '').replace('{n}', String(rest.length));
    all.addEventListener('click', () => {
      this.#whole.add(facet);
      const whole = this.#group({ facet, values, more }, filters);
      group.replaceWith(whole);
      whole.querySelectorAll('input')[FEW]?.focus();
    });
    group.append(all);
    return group;
  }

  /** @param {import('./types').Value} value @param {boolean} more @param {string[]} filters */
  #value({ attribute, label, count, chosen }, more, filters) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'check__box';
    box.value = attribute;
    box.checked = chosen;
    box.addEventListener('change', () => {
      // As the boxes stand now, since others may have been pressed before the last answer came; what has no box stays.
      const boxes = [...(this.element?.querySelectorAll('input') ?? [])];
      const unshown = filters.filter((one) => !boxes.some(({ value }) => value === one));
      this.choose([...unshown, ...boxes.filter(({ checked }) => checked).map(({ value }) => value)]);
    });
    const name = document.createElement('span');
    name.textContent = label;
    name.dir = 'auto';
    const counted = document.createElement('span');
    counted.className = 'facet__count';
    counted.textContent = more ? (this.strings.at_least ?? '').replace('{n}', String(count)) : String(count);
    const line = document.createElement('label');
    line.className = 'check facet__choice';
    line.append(box, name, ' ', counted);
    const item = document.createElement('li');
    item.append(line);
    return item;
  }
}
