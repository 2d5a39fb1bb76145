/** Dates as `2026-12-05`, in the time zone of a place. */

/** The date and time of an instant in a zone. @param {string} zone @param {number} [instant] */
export function clockIn(zone, instant = Date.now()) {
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
export function dateIn(zone) {
  return clockIn(zone).date;
}

/** The date some days later. @param {string} date @param {number} days */
export function plus(date, days) {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the week, from Monday as 1 to Sunday as 7. @param {string} date */
export function weekday(date) {
  return new Date(date).getUTCDay() || 7;
}
