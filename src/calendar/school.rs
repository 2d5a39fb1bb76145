//! School holidays of zones A, B and C, from the built-in table.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::{Window, Zone};

/// A school holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchoolHoliday {
    /// `toussaint`
    Toussaint,
    /// `noel`
    Noel,
    /// `hiver`
    Hiver,
    /// `printemps`
    Printemps,
    /// `ete`
    Ete,
    /// The bridge of Ascension: no classes, but no record can say what it does then.
    Ascension,
}

impl SchoolHoliday {
    /// The holidays that a record's `vacances` may name.
    pub const NAMED: [SchoolHoliday; 5] = [
        SchoolHoliday::Toussaint,
        SchoolHoliday::Noel,
        SchoolHoliday::Hiver,
        SchoolHoliday::Printemps,
        SchoolHoliday::Ete,
    ];

    /// The holiday as records write it.
    pub fn code(self) -> &'static str {
        match self {
            SchoolHoliday::Toussaint => "toussaint",
            SchoolHoliday::Noel => "noel",
            SchoolHoliday::Hiver => "hiver",
            SchoolHoliday::Printemps => "printemps",
            SchoolHoliday::Ete => "ete",
            SchoolHoliday::Ascension => "ascension",
        }
    }

    /// The holiday that the table names.
    fn from_code(code: &str) -> Option<SchoolHoliday> {
        SchoolHoliday::NAMED
            .into_iter()
            .chain([SchoolHoliday::Ascension])
            .find(|holiday| holiday.code() == code)
    }
}

/// The last day on which a zone's holidays are known; nothing is known of most zones.
pub fn known_until(zone: Zone) -> Option<Date> {
    periods(zone).last().map(|period| period.to)
}

/// The holidays of a zone that end on a day or later, in their order; none where they are not known.
pub fn holidays_from(zone: Zone, day: Date) -> impl Iterator<Item = (SchoolHoliday, Window)> {
    let coming = periods(zone).iter().filter(move |period| period.to >= day);
    coming.map(|&Period { from, to, holiday }| (holiday, Window { from, to }))
}

/// One holiday of one zone, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) holiday: SchoolHoliday,
}

/// The holidays of a zone, in their order; none where they are not known.
///
/// What stands between two of them is known to be term; what stands before the first and after the last is not.
pub(super) fn periods(zone: Zone) -> &'static [Period] {
    match zone {
        Zone::A => &TABLE[0],
        Zone::B => &TABLE[1],
        Zone::C => &TABLE[2],
        _ => &[],
    }
}

static TABLE: LazyLock<[Vec<Period>; 3]> = LazyLock::new(|| {
    let text = include_str!("data/vacances.txt");
    ['A', 'B', 'C'].map(|zone| {
        text.lines()
            .filter_map(line)
            .filter(|(zones, _)| zones.contains(zone))
            .map(|(_, period)| period)
            .collect()
    })
});

/// Reads `AB 2026-10-17 2026-11-01 toussaint`; comments have no holiday at their end.
fn line(line: &str) -> Option<(&str, Period)> {
    let mut words = line.split(' ');
    let zones = words.next()?;
    let from = words.next()?.parse().ok()?;
    let to = words.next()?.parse().ok()?;
    let holiday = SchoolHoliday::from_code(words.next()?)?;
    Some((zones, Period { from, to, holiday }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_table_is_whole_and_in_order() {
        let rows = include_str!("data/vacances.txt")
            .lines()
            .filter(|line| !line.starts_with('#'));
        assert!(rows.clone().count() > 100);
        assert!(rows.clone().all(|row| line(row).is_some()));
        for zone in [Zone::A, Zone::B, Zone::C] {
            assert!(periods(zone).iter().all(|period| period.from <= period.to));
            assert!(periods(zone).windows(2).all(|two| two[0].to < two[1].from));
        }
    }

    #[test]
    fn what_the_ministry_published_is_there() {
        let autumn = Period {
            from: date(2026, 10, 17),
            to: date(2026, 11, 1),
            holiday: SchoolHoliday::Toussaint,
        };
        let winter = Period {
            from: date(2027, 2, 20),
            to: date(2027, 3, 7),
            holiday: SchoolHoliday::Hiver,
        };
        assert!(periods(Zone::A).contains(&autumn));
        assert!(periods(Zone::B).contains(&winter));
        assert!(!periods(Zone::C).contains(&winter));
    }

    #[test]
    fn nothing_is_known_after_the_last_holiday_or_of_other_zones() {
        assert_eq!(known_until(Zone::B), Some(date(2028, 8, 31)));
        assert_eq!(known_until(Zone::Corse), None);
    }
}
