/** Days, parts of the day, ages, prices in a question: the same tables as `src/search/grammar.rs`. */

import { DAYS, FREE, NUMBERS, PARTS, UNITS } from './words.js';

const singular = (/** @type {string} */ form) => form.replace(/s$/, '');

/**
 * What the first words say, if they say anything.
 * @param {string[]} forms
 * @returns {import('./types').Said | null}
 */
export function said([first = '', second = '']) {
  const months = age(first, second);
  if (months !== null) return { words: 2, attributes: [`a:${ageCode(months)}`] };
  const one = singular(first);
  if (DAYS[one]) return days(1, [DAYS[one]]);
  if (one === 'weekend') return days(1, [6, 7]);
  if (first === 'week' && singular(second) === 'end') return days(2, [6, 7]);
  if (first === 'apres' && second === 'midi') return { words: 2, attributes: ['m:apres-midi'], part: 'apres-midi' };
  if (PARTS[one]) return { words: 1, attributes: [`m:${PARTS[one]}`], part: PARTS[one] };
  if (first === 'vacances') return { words: 1, attributes: ['v:1'] };
  if (FREE.includes(one)) return { words: 1, attributes: ['p:gratuit'] };
  return null;
}

/**
 * The attributes of some days in one part of them.
 * @param {number[]} of
 * @param {string} part
 */
export const slots = (of, part) => of.map((day) => `h:${day}-${part}`);

/** @param {number} count @param {number[]} of @returns {import('./types').Said} */
const days = (count, of) => ({ words: count, attributes: of.map((day) => `d:${day}`), days: of });

/** @param {string} number @param {string} unit @returns {number | null} */
function age(number, unit) {
  const value = NUMBERS[number] ?? (/^[0-9]{1,2}$/.test(number) ? Number(number) : null);
  const known = UNITS[unit] ?? UNITS[singular(unit)];
  return value === null || !known ? null : Math.floor((value * known[0]) / known[1]);
}

/** @param {number} months */
const ageCode = (months) => (months < 36 ? `m${months}` : `y${Math.min(25, Math.floor(months / 12))}`);
