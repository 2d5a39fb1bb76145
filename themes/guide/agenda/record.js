/**
 * « Ouvert maintenant », « Ouvre demain à 9 h »: what a record's page can't say by itself, since it is read later.
 *
 *     <p class="now" data-maintenant='{"zone": "Europe/Paris", "from": "2026-11-25", "days": ".AB..A?",
 *       "plans": {"A": [["09:00", "11:30"]]}, "times": {"09:00": "9 h"}, "words": {"now.open": "…"}}'></p>
 *
 * The time is that of the place, not the phone's. Nothing is said of a day that is to be confirmed, nor of days after
 * those that the page knows: a wrong « ouvert » costs a family its way.
 */

import { clockIn, dateIn, plus } from './clock.js';

/**
 * @typedef {object} Days
 * @property {string} zone the time zone of the place
 * @property {string} from the first day
 * @property {string} days a letter for each: `.` closed, `?` to be asked, else a plan's
 * @property {Record<string, [string, string][]>} plans beginnings and ends; an end that is not said is empty
 * @property {Record<string, string>} times how each time is said
 * @property {Record<string, string>} words
 */

/**
 * What is to be said at an instant; nothing where it is not sure.
 * @param {Days} known
 * @param {string} language
 * @param {number} [instant]
 */
export function now({ zone, from, days, plans, times, words }, language, instant = Date.now()) {
  const { date, time } = clockIn(zone, instant);
  const today = Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000);
  for (let at = today; at >= 0 && at < days.length; at++) {
    if (days[at] === '?') return null;
    for (const [start, end] of plans[days[at]] ?? []) {
      const said = (/** @type {string} */ key, /** @type {string} */ at, day = '') =>
        words[key].replace('{time}', times[at]).replace('{day}', day);
      if (at === today && start <= time) {
        if (time < end) return { open: true, text: said('now.open', end) };
        continue;
      }
      if (at === today) return { open: false, text: said('now.today', start) };
      if (at === today + 1) return { open: false, text: said('now.tomorrow', start) };
      return { open: false, text: said('now.later', start, dayName(plus(date, at - today), at - today, language)) };
    }
  }
  return null;
}

/** « lundi », and with its date from a week on. @param {string} date @param {number} away @param {string} language */
function dayName(date, away, language) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { weekday: 'long', timeZone: 'UTC', ...(away > 6 && { day: 'numeric', month: 'long' }) };
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, options).format(new Date(date));
}

for (const line of document.querySelectorAll('[data-maintenant]')) {
  if (!(line instanceof HTMLElement)) continue;
  /** @type {Days} */
  const known = JSON.parse(line.dataset.maintenant ?? '{}');
  const show = () => {
    const said = now(known, document.documentElement.lang);
    line.textContent = said?.text ?? '';
    line.classList.toggle('now--later', said?.open === false);
  };
  show();
  setInterval(show, 30_000);
  addEventListener('pageshow', show);
}

const zone = document.querySelector('[data-zone]');
const today = dateIn(zone instanceof HTMLElement ? (zone.dataset.zone ?? 'Europe/Paris') : 'Europe/Paris');
for (const part of document.querySelectorAll('[data-jusqu-au]')) {
  if (part instanceof HTMLElement && (part.dataset.jusquAu ?? '') < today) part.hidden = true;
}
