/** Days, parts of the day, ages, prices in a question: the same as `src/search/grammar`. */

import { DAYS, FREE, HOLIDAYS, NUMBERS, PAIRS, PARTS, UNITS } from './words.js';

const singular = (/** @type {string} */ form) => form.replace(/s$/, '');

/** What a list says of a word. @template T @param {Record<string, T>} list @param {string} form @returns {T | undefined} */
const find = (list, form) => list[form] ?? list[singular(form)];

/**
 * What the first words say, if they say anything.
 * @param {string[]} forms
 * @returns {import('./types').Said | null}
 */
export function said([first = '', second = '']) {
  const months = age(first, second);
  if (months !== null) return { words: 2, attributes: [`a:${ageCode(months)}`] };
  const days = find(DAYS, first);
  if (days) return { words: 1, attributes: days.map((day) => `d:${day}`), days };
  const pair = find(PAIRS, `${first} ${second}`);
  if (pair) return /** @type {import('./types').Said} */ ({ ...said([pair]), words: 2 });
  const part = find(PARTS, first);
  if (part) return { words: 1, attributes: [`m:${part}`], part };
  if (HOLIDAYS.includes(first)) return { words: 1, attributes: ['v:1'] };
  if (FREE.includes(first) || FREE.includes(singular(first))) return { words: 1, attributes: ['p:gratuit'] };
  return null;
}

/** Whether a word is one of these: it is not misspelt, even where no text holds it. @param {string} form */
export const knows = (form) => said([form]) !== null || find(UNITS, form) !== undefined || NUMBERS[form] !== undefined;

/**
 * The attributes of some days in one part of them.
 * @param {number[]} of
 * @param {string} part
 */
export const slots = (of, part) => of.map((day) => `h:${day}-${part}`);

/** @param {string} number @param {string} unit @returns {number | null} */
function age(number, unit) {
  const value = NUMBERS[number] ?? (/^[0-9]{1,2}$/.test(number) ? Number(number) : null);
  const known = find(UNITS, unit);
  return value === null || !known ? null : Math.floor((value * known[0]) / known[1]);
}

/** @param {number} months */
const ageCode = (months) => (months < 36 ? `m${months}` : `y${Math.min(25, Math.floor(months / 12))}`);
