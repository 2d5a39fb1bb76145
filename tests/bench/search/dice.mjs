/** Numbers that look random and are the same on every machine. */
export class Dice {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = (seed * 2654435761) >>> 0;
  }

  /** @returns {number} from 0 to 1 */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} bound */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** @template T @param {T[]} list @returns {T} */
  pick(list) {
    return list[this.below(list.length)];
  }

  /** @param {number} share */
  chance(share) {
    return this.next() < share;
  }
}
