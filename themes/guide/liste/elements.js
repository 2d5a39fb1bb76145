/** Elements of « ma liste »; texts are never read as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} style @param {(Node | string)[]} content
 */
export function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style !== '') made.className = style;
  made.append(...content);
  return made;
}

/** An icon of the sheet that the page itself uses. @param {string} name */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  const attributes = { class: 'icon', width: '24', height: '24', 'aria-hidden': 'true' };
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `${new URL('../icons.svg', import.meta.url).pathname}#${name}`);
  made.append(use);
  return made;
}

/** @param {string} style @param {string} symbol @param {string} text @param {() => void} action */
export function button(style, symbol, text, action) {
  const made = element('button', style, icon(symbol), element('span', '', text));
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}
