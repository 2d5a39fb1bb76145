/**
 * What a page can't say by itself, since it is read on another day than it was made; one module, since each file more is
 * a request more before a page is seen.
 *
 *     <nav data-agenda="/agenda/" data-du="2026-11-25" data-au="2027-01-31" data-zone="Europe/Paris">
 *       <a data-jour="samedi" href="/agenda/#jours">Samedi</a>
 *     </nav>
 *     <a data-date="2026-11-28" href="…">28</a>
 *     <section data-jusqu-au="2026-11-25">put away from the 26th on</section>
 *     <p class="now" data-maintenant="{…}">Ouvre demain à 9 h</p>
 *
 * Days and times are those of the place, not the phone's. Nothing is said of a day to be confirmed, nor of days after
 * those that the page knows: a wrong « ouvert » costs a family its way.
 */

/** The date and time of an instant in a zone. @param {string} zone @param {number} [instant] */
function clockIn(zone, instant = Date.now()) {
  const options = /** @type {const} */ ({
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  /** @type {Record<string, string>} */
  const parts = {};
  for (const { type, value } of new Intl.DateTimeFormat('en-u-nu-latn', options).formatToParts(instant)) {
    parts[type] = value;
  }
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The date in a zone. @param {string} zone */
function dateIn(zone) {
  return clockIn(zone).date;
}

/** The date some days later. @param {string} date @param {number} days */
function plus(date, days) {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the week, from Monday as 1 to Sunday as 7. @param {string} date */
function weekday(date) {
  return new Date(date).getUTCDay() || 7;
}

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
function now({ zone, from, days, plans, times, words }, language, instant = Date.now()) {
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
}

const zone = document.querySelector('[data-zone]');
const today = dateIn(zone instanceof HTMLElement ? (zone.dataset.zone ?? 'Europe/Paris') : 'Europe/Paris');
for (const part of document.querySelectorAll('[data-jusqu-au]')) {
  if (part instanceof HTMLElement && (part.dataset.jusquAu ?? '') < today) part.hidden = true;
}

// What is not needed to read comes after the page is seen; a discreet page has no root, and goes without.
if (document.documentElement.dataset.racine) {
  const beside = () => void import('../page.js').catch(() => {});
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length > 0 && setTimeout(beside)).observe({
    type: 'paint',
    buffered: true,
  });
  setTimeout(beside, 1000);
}
