/**
 * What a page of dates can't say by itself, since it is read on another day than it was made.
 *
 *     <nav data-agenda="/agenda/" data-du="2026-11-25" data-au="2027-01-31" data-zone="Europe/Paris">
 *       <a data-jour="samedi" href="/agenda/#jours">Samedi</a>
 *     </nav>
 *     <a data-date="2026-11-28" href="…">28</a>
 *     <section data-jusqu-au="2026-11-25">put away from the 26th on</section>
 *
 * Links get the address of their day, as long as it has a page; today is marked; what is over is put away.
 * Days are counted where the guide is, not where the phone is.
 */

import { dateIn, plus, weekday } from './clock.js';

/** The address of a day or a week below the agenda. @type {Record<string, (today: string) => string>} */
const DAYS = {
  'aujourd-hui': (today) => today,
  demain: (today) => plus(today, 1),
  semaine: (today) => today,
  mercredi: (today) => plus(today, (3 - weekday(today) + 7) % 7),
  samedi: (today) => plus(today, (6 - weekday(today) + 7) % 7),
};

/** The ISO week of a date, as addresses write it: `2026-s49`. @param {string} date */
function week(date) {
  const thursday = plus(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  const gone = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-s${String(1 + Math.floor(gone / 7)).padStart(2, '0')}`;
}

for (const nav of document.querySelectorAll('[data-agenda]')) {
  if (!(nav instanceof HTMLElement)) continue;
  const { agenda, du = '', au = '', zone = 'Europe/Paris' } = nav.dataset;
  const today = dateIn(zone);
  for (const link of nav.querySelectorAll('a[data-jour]')) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const kind = link.dataset.jour ?? '';
    const date = DAYS[kind]?.(today) ?? '';
    if (date >= du && date <= au) link.href = `${agenda}${kind === 'semaine' ? week(date) : date}/`;
  }
  for (const link of document.querySelectorAll(`[data-date="${today}"]:not([aria-current])`)) {
    link.setAttribute('aria-current', 'date');
  }
  for (const part of document.querySelectorAll('[data-jusqu-au]')) {
    if (part instanceof HTMLElement && (part.dataset.jusquAu ?? '') < today) part.hidden = true;
  }
}
