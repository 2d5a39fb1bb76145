/**
 * « Quitter vite cette page »: hides a discreet page at once, and puts a harmless one in its place.
 *
 *     <aside class="leave" data-leave-left="…" data-leave-late="…" data-leave-once="…" data-leave-twice="…">
 *       <a class="leave__link" href="https://…">Quitter vite cette page</a>
 *       <p class="visually-hidden" role="status"></p>
 *     </aside>
 *
 * Without script the link is a link. With it this page also leaves the history of the tab (`location.replace`), and the
 * Shift key three times does the same as the link. Nothing is stored; what can't be erased is said on the page.
 */

/** How long a next press is waited for, in milliseconds. */
const WAIT = 5_000;
const PRESSES = 3;

export class Exit {
  #presses = 0;
  /** Whether another key was pressed with Shift: then it was for a capital letter. */
  #mixed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;

  /** @param {HTMLElement} region @param {HTMLAnchorElement} link @param {HTMLElement} status */
  constructor(region, link, status) {
    this.region = region;
    this.link = link;
    this.status = status;
  }

  start() {
    this.link.addEventListener('click', this.#click);
    addEventListener('keydown', this.#down);
    addEventListener('keyup', this.#up);
    addEventListener('pageshow', this.#shown);
  }

  stop() {
    this.link.removeEventListener('click', this.#click);
    removeEventListener('keydown', this.#down);
    removeEventListener('keyup', this.#up);
    removeEventListener('pageshow', this.#shown);
    clearTimeout(this.#late);
  }

  /** @param {Event} event */
  #click = (event) => {
    event.preventDefault();
    this.#leave();
  };

  /** @param {KeyboardEvent} event */
  #down = ({ key }) => {
    if (key !== 'Shift') this.#mixed = true;
  };

  /** @param {KeyboardEvent} event */
  #up = ({ key, shiftKey, ctrlKey, altKey, metaKey }) => {
    if (key !== 'Shift') {
      // A key let go while Shift is still held belongs to what was typed with it.
      if (!shiftKey) this.#mixed = false;
      return;
    }
    const mixed = this.#mixed || ctrlKey || altKey || metaKey;
    this.#mixed = false;
    if (mixed) {
      this.#presses = 0;
      return;
    }
    this.#presses += 1;
    clearTimeout(this.#late);
    if (this.#presses === PRESSES) return this.#leave();
    this.#say(this.#presses === 1 ? 'leaveTwice' : 'leaveOnce');
    this.#late = setTimeout(() => {
      this.#presses = 0;
      this.#say('leaveLate');
    }, WAIT);
  };

  /** Shown again by the history: as it was. @param {PageTransitionEvent} event */
  #shown = ({ persisted }) => {
    if (!persisted) return;
    this.#presses = 0;
    document.documentElement.classList.remove('is-left');
    this.status.textContent = '';
  };

  #leave() {
    clearTimeout(this.#late);
    document.documentElement.classList.add('is-left');
    document.title = this.link.hostname;
    this.#say('leaveLeft');
    location.replace(this.link.href);
  }

  /** @param {string} name */
  #say(name) {
    this.status.textContent = this.region.dataset[name] ?? '';
  }
}

const region = document.querySelector('.leave');
const link = region?.querySelector('a');
const status = region?.querySelector('[role="status"]');
if (region instanceof HTMLElement && link && status instanceof HTMLElement) new Exit(region, link, status).start();
