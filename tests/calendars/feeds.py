"""The calendars of a built guide, read by a client library: the same dates as on its pages.

    feeds.py RIBAMBELLE CONTENT DATE

builds the content for a date, then reads every page of dates and every calendar. One line is printed for each check
that holds, in the form of TAP; the exit status is 1 where one does not.
"""

import html
import json
import re
import sys
from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

from guide import built
from tap import Tap

ROW = re.compile(r'<li class="session[ "].*?</li>', re.S)
BASE = "https://guide.example.org"


def main(program, content, day):
    today = date.fromisoformat(day)
    with built(program, content, day) as site:
        return check(site, today)


def check(site, today):
    tap = Tap()
    texts = {path: path.read_bytes().decode() for path in site.rglob("agenda.ics")}
    tap.hold("there are calendars", [] if len(texts) > 3 else [f"only {len(texts)}"])
    tap.hold("lines end with CR LF and have 75 octets at most", flatten(map(written, texts.items())))
    feeds = {path: icalendar.Calendar.from_ical(text) for path, text in texts.items()}
    tap.hold("every event has its own name, stamp and zone", flatten(map(sound, feeds.items())))
    every = Dates(feeds[site / "agenda.ics"], today)
    tap.hold("each day's page says what the calendar says", flatten(days(site, every)))
    tap.hold("each commune's and theme's page does too", flatten(strands(site, feeds, today)))
    tap.hold("each record's next dates are in its calendar", flatten(records(site, feeds, today)))
    tap.hold("search engines are told dates of the calendars", flatten(schedules(site, feeds, today)))
    tap.hold("nothing tells of a confidential place or a discreet record", flatten(safe(site, texts)))
    return tap.end()


class Dates:
    """What takes place from a day on, as a client unfolds it: (address, beginning, whether it takes place)."""

    def __init__(self, calendar, today):
        until = today + timedelta(days=400)
        self.all = {key(event) for event in recurring_ical_events.of(calendar).between(today, until)}

    def on(self, day):
        return {one for one in self.all if one[1].startswith(day)}


def key(event):
    start = event["DTSTART"].dt
    # Where no end is said, clients take none; the beginning is what is compared.
    begins = start.strftime("%Y-%m-%dT%H:%M") if isinstance(start, datetime) else start.isoformat()
    path = event["URL"].removeprefix(BASE)
    return path, begins, event["STATUS"] != "CANCELLED"


def rows(text, day=None):
    """The dates of a page: each row with its link, its beginning, and whether it is struck out."""
    found = []
    for row in ROW.findall(text):
        times = re.findall(r'datetime="([^"]+)"', row)
        link = re.search(r'class="session__link" href="([^"]+)"', row)
        found.append((html.unescape(link[1]) if link else None, times[-1] if times else day, "session--cancelled" not in row))
    return found


def main_part(path):
    return path.read_text().split("<main")[1].split("</main>")[0]


def days(site, every):
    pages = [path for path in site.glob("agenda/20*-*-*/index.html")]
    if len(pages) < 60:
        yield f"only {len(pages)} days have a page"
    for page in pages:
        day = page.parent.name
        shown, known = set(rows(main_part(page), day)), every.on(day)
        if shown != known:
            yield f"{day}: on the page alone {shown - known}, in the calendar alone {known - shown}"


def strands(site, feeds, today):
    pages = [*site.glob("communes/*/agenda/index.html"), *site.glob("themes/*/agenda/index.html")]
    if not pages:
        yield "no commune and no theme has an agenda"
    for page in pages:
        known = Dates(feeds[page.parent.with_suffix(".ics")], today)
        whole = main_part(page)
        sections = re.findall(r'<section class="day".*?id="j-([\d-]+)".*?>(.*?)</section>', whole, re.S)
        for index, (day, part) in enumerate(sections):
            shown, told = set(rows(part, day)), known.on(day)
            # The last day that is shown may be shown in part.
            if shown - told or (told - shown and index + 1 < len(sections)):
                yield f"{page}: {day}: {shown ^ told}"
        before = [one for one in known.all if sections and one[1][:10] < sections[-1][0]]
        days = {day for day, _ in sections}
        yield from (f"{page}: not shown: {one}" for one in before if one[1][:10] not in days)


def records(site, feeds, today):
    seen = 0
    for kind in ["actions", "laep", "relais", "lieux"]:
        for page in site.glob(f"{kind}/*/index.html"):
            listed = re.search(r'aria-labelledby="sessions".*?</section>', main_part(page), re.S)
            if not listed or "class=\"leave\"" in page.read_text():
                continue
            path = f"/{page.parent.relative_to(site)}/"
            known = Dates(feeds[page.parent / "agenda.ics"], today).all
            for _, begins, takes_place in rows(listed[0]):
                seen += 1
                if (path, begins, takes_place) not in known:
                    yield f"{path}: {begins} is not in its calendar"
    if not seen:
        yield "no record lists dates"


def schedules(site, feeds, today):
    """What search engines are told: a rule with its exceptions is the dates of the calendar, until its end."""
    seen = 0
    for page in site.glob("actions/*/index.html"):
        block = page.read_text().partition('application/ld+json">')[2].partition("</script>")[0]
        graph = json.loads(block)["@graph"] if block else []
        told = [one for node in graph for one in node.get("itemListElement", [node]) if one["@type"] == "Event"]
        path = f"/{page.parent.relative_to(site)}/"
        known = Dates(feeds[page.parent / "agenda.ics"], today).all if told else set()
        for one in told:
            start, rule = one["startDate"], one.get("eventSchedule")
            takes_place = one["eventStatus"].endswith("Scheduled")
            if (path, start, takes_place) not in known:
                yield f"{path}: {start} is not in its calendar"
            if rule:
                seen += 1
                every = {"P1W": "WEEKLY", "P2W": "WEEKLY;INTERVAL=2", "P1M": "MONTHLY"}[rule["repeatFrequency"]]
                until = rule["endDate"].replace("-", "") + "T235959"
                text = f"FREQ={every};UNTIL={until};BYDAY={','.join(rule['byDay'])}"
                days = rrulestr(text, dtstart=datetime.fromisoformat(rule["startDate"]))
                days = {f"{day:%Y-%m-%d}" for day in days} - set(rule.get("exceptDate", []))
                time = start.partition("T")[2]
                if (rule.get("startTime") or "") != time:
                    yield f"{path}: {time} is not the time of its rule"
                yield from (f"{path}: {day} is told, and not in its calendar" for day in days
                            if (path, f"{day}T{time}" if time else day, takes_place) not in known)
                if len(days) < 2 or max(days) != rule["endDate"]:
                    yield f"{path}: a rule of too few dates, {sorted(days)}"
    sure = [event for path, feed in feeds.items() if path.parent.parent.name == "actions"
            for event in feed.walk("VEVENT") if event["STATUS"] == "CONFIRMED" and "LOCATION" in event]
    ruled = any("RRULE" in event for event in sure)
    if ruled and not seen:
        yield "no action has a schedule"


def written(feed):
    path, text = feed
    lines = text.split("\r\n")
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2:] != ["END:VCALENDAR", ""]:
        yield f"{path}: no calendar"
    yield from (f"{path}: {line}" for line in lines if len(line.encode()) > 75 or "\n" in line)


def sound(feed):
    path, calendar = feed
    names = [event["UID"] for event in calendar.walk("VEVENT")]
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    if len(names) != len(set(names)):
        yield f"{path}: a name twice"
    for event in calendar.walk("VEVENT"):
        zone = event["DTSTART"].params.get("TZID")
        if zone and zone not in zones:
            yield f"{path}: no {zone}"
        if not event["DTSTAMP"].dt.strftime("%H%M") == "1200":
            yield f"{path}: a stamp of the clock"


def safe(site, texts):
    for page in site.rglob("index.html"):
        text = page.read_text()
        if 'class="leave"' in text and (page.parent / "agenda.ics").exists():
            yield f"{page.parent}: a calendar of what is discreet"
        if 'class="leave"' in text:
            path = f"/{page.parent.relative_to(site)}/"
            yield from (f"{feed} tells of {path}" for feed, other in texts.items() if f"{BASE}{path}\r" in other)
    for feed, text in texts.items():
        for event in text.split("BEGIN:VEVENT")[1:]:
            unfolded = event.replace("\r\n ", "")
            if "adresse-tue" in unfolded and re.search("LOCATION|GEO|Reunion", unfolded):
                yield f"{feed}: a place that must not be told"


def flatten(lists):
    return [one for many in lists for one in ([many] if isinstance(many, str) else many)]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
