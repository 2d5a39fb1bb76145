//! Time zones, as calendars carry them.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::line::Lines;

/// When a zone goes over to summer time and back: the rule, and a first day that keeps it.
struct Summer {
    zone: &'static str,
    /// The offsets in winter and in summer, as calendars write them.
    offsets: (&'static str, &'static str),
    begins: (&'static str, &'static str),
    ends: (&'static str, &'static str),
}

/// The zones of France that have a summer time; all others keep their offset the whole year.
const SUMMER: [Summer; 2] = [
    Summer {
        zone: "Europe/Paris",
        offsets: ("+0100", "+0200"),
        begins: ("19810329T020000", "BYMONTH=3;BYDAY=-1SU"),
        ends: ("19961027T030000", "BYMONTH=10;BYDAY=-1SU"),
    },
    Summer {
        zone: "America/Miquelon",
        offsets: ("-0300", "-0200"),
        begins: ("20070311T020000", "BYMONTH=3;BYDAY=2SU"),
        ends: ("20071104T020000", "BYMONTH=11;BYDAY=1SU"),
    },
];

/// Writes the `VTIMEZONE` of a zone of the tz database.
pub(super) fn write(zone: &str, today: Date, lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone);
    match SUMMER.iter().find(|one| one.zone == zone) {
        Some(summer) => {
            let (winter, in_summer) = summer.offsets;
            part(
                "DAYLIGHT",
                (winter, in_summer),
                summer.begins.0,
                Some(summer.begins.1),
                lines,
            );
            part(
                "STANDARD",
                (in_summer, winter),
                summer.ends.0,
                Some(summer.ends.1),
                lines,
            );
        }
        None => {
            let offset = written(offset(zone, today));
            part(
                "STANDARD",
                (&offset, &offset),
                "19700101T000000",
                None,
                lines,
            );
        }
    }
    lines.raw("END", "VTIMEZONE");
}

fn part(name: &str, (from, to): (&str, &str), start: &str, rule: Option<&str>, lines: &mut Lines) {
    lines.raw("BEGIN", name);
    lines.raw("DTSTART", start);
    if let Some(rule) = rule {
        lines.raw("RRULE", &format!("FREQ=YEARLY;{rule}"));
    }
    lines.raw("TZOFFSETFROM", from);
    lines.raw("TZOFFSETTO", to);
    lines.raw("END", name);
}

/// The time zone of a name; that of Paris where the database does not know it.
pub(super) fn named(zone: &str) -> TimeZone {
    TimeZone::get(zone)
        .or_else(|_| TimeZone::get("Europe/Paris"))
        .unwrap_or(TimeZone::UTC)
}

fn offset(zone: &str, day: Date) -> Offset {
    let noon = day.at(12, 0, 0, 0).to_zoned(named(zone));
    noon.map_or(Offset::UTC, |noon| noon.offset())
}

/// `+0100`, `-0930`.
fn written(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::communes;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    #[test]
    fn every_zone_of_a_commune_keeps_what_is_written_of_it() {
        let zones: BTreeSet<&str> = communes()
            .iter()
            .map(|commune| commune.time_zone())
            .collect();
        assert!(zones.len() > 10 && zones.contains("Europe/Paris"));
        for zone in zones {
            let (winter, summer) = (
                offset(zone, date(2027, 1, 15)),
                offset(zone, date(2027, 7, 15)),
            );
            match SUMMER.iter().find(|one| one.zone == zone) {
                Some(one) => assert_eq!(
                    (&*written(winter), &*written(summer)),
                    one.offsets,
                    "{zone}"
                ),
                None => assert_eq!(winter, summer, "{zone}"),
            }
        }
        // The Sundays of Paris in 2027 are 28 March and 31 October, those of Miquelon 14 March and 7 November.
        for (zone, last, first) in [
            ("Europe/Paris", date(2027, 3, 27), date(2027, 3, 28)),
            ("America/Miquelon", date(2027, 3, 13), date(2027, 3, 14)),
        ] {
            assert_ne!(offset(zone, last), offset(zone, first), "{zone}");
        }
    }
}
