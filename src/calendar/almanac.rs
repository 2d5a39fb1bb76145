//! An almanac: the days of a window as one place knows them.

use jiff::{ToSpan, civil::Date, civil::Weekday};

use super::{Locality, PublicHoliday, SchoolHoliday, Weeks, Zone, school};

/// A stretch of days, both ends included; empty where it ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Window {
    /// The window of a number of days from a first one on.
    pub fn days(from: Date, days: u16) -> Window {
        Window {
            from,
            to: from.saturating_add((i64::from(days) - 1).days()),
        }
    }
}

/// What schools do on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum School {
    /// No holiday.
    Term,
    /// A holiday.
    Holiday(SchoolHoliday),
    /// No calendar says.
    Unknown,
}

/// One day of an almanac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// The day of the week.
    pub weekday: Weekday,
    /// What schools do.
    pub school: School,
    /// The public holiday, and whether it is one for sure.
    pub public: Option<(PublicHoliday, bool)>,
    even_week: bool,
    ordinal: u8,
    last: bool,
}

impl Day {
    /// Whether the day's week is among these.
    pub fn is_in(&self, weeks: Weeks) -> bool {
        match weeks {
            Weeks::Every => true,
            Weeks::Even => self.even_week,
            Weeks::Odd => !self.even_week,
            Weeks::Ordinals(ordinals) => ordinals.iter().any(|ordinal| match ordinal {
                super::Ordinal::Last => self.last,
                other => other as u8 + 1 == self.ordinal,
            }),
        }
    }
}

/// The days of a window with the school and public holidays of a locality.
///
/// It is made once for all records that share a locality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Almanac {
    locality: Locality,
    days: Vec<Day>,
}

impl Almanac {
    /// Makes the almanac of a window.
    pub fn new(locality: Locality, window: Window) -> Almanac {
        let mut days = Vec::new();
        let mut date = window.from;
        while date <= window.to {
            days.push(day(locality.zone, date));
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        let mut almanac = Almanac { locality, days };
        for year in window.from.year()..=window.to.year() {
            almanac.mark_public_holidays(year);
        }
        almanac
    }

    /// The locality whose days these are.
    pub fn locality(&self) -> Locality {
        self.locality
    }

    /// The days, in their order.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The days from one date to another, both included, as far as they are in the window.
    pub fn between(&self, from: Date, to: Date) -> &[Day] {
        let start = self.days.partition_point(|day| day.date < from);
        let end = self.days.partition_point(|day| day.date <= to);
        self.days.get(start..end).unwrap_or_default()
    }

    /// The place of a date in [`Almanac::days`].
    pub fn position(&self, date: Date) -> Option<usize> {
        self.days.binary_search_by_key(&date, |day| day.date).ok()
    }

    /// A sure holiday stands before an uncertain one on the same day.
    fn mark_public_holidays(&mut self, year: i16) {
        for (date, holiday, sure) in self.locality.public_holidays.of_year(year) {
            if let Some(index) = self.position(date) {
                let known = &mut self.days[index].public;
                if sure || known.is_none() {
                    *known = Some((holiday, sure));
                }
            }
        }
    }
}

fn day(zone: Option<Zone>, date: Date) -> Day {
    Day {
        date,
        weekday: date.weekday(),
        school: school_on(zone, date),
        public: None,
        even_week: date.iso_week_date().week() % 2 == 0,
        // The day of the month is at least 1.
        ordinal: ((date.day() - 1) / 7 + 1) as u8,
        last: date.day() + 7 > date.days_in_month(),
    }
}

/// What schools of a zone do on a date.
pub fn school_on(zone: Option<Zone>, date: Date) -> School {
    let periods = match zone {
        None => return School::Unknown,
        Some(Zone::None) => return School::Term,
        Some(zone) => school::periods(zone),
    };
    let next = periods.partition_point(|period| period.to < date);
    match periods.get(next) {
        Some(period) if period.from <= date => School::Holiday(period.holiday),
        Some(_) if next > 0 => School::Term,
        _ => School::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Ordinal, Ordinals};
    use jiff::civil::date;

    fn one(departement: &str, date: Date) -> Day {
        let locality = Locality::new(Some(departement), None);
        Almanac::new(locality, Window::days(date, 1)).days()[0]
    }

    #[test]
    fn term_is_known_between_holidays_only() {
        assert_eq!(one("67", date(2026, 12, 5)).school, School::Term);
        assert_eq!(
            one("67", date(2026, 12, 19)).school,
            School::Holiday(SchoolHoliday::Noel)
        );
        assert_eq!(one("67", date(2028, 9, 1)).school, School::Unknown);
        assert_eq!(one("67", date(2016, 10, 1)).school, School::Unknown);
        assert_eq!(one("2A", date(2026, 12, 25)).school, School::Unknown);
        assert_eq!(one("974", date(2026, 12, 25)).school, School::Unknown);
    }

    #[test]
    fn weeks_are_iso_weeks_and_ordinals_those_of_the_month() {
        // Week 53 of 2026 ends on 3 January 2027.
        let sunday = one("67", date(2027, 1, 3));
        assert!(sunday.is_in(Weeks::Odd) && !sunday.is_in(Weeks::Even));
        let ordinals =
            |list: &[Ordinal]| Weeks::Ordinals(list.iter().copied().collect::<Ordinals>());
        let fifth = one("67", date(2026, 12, 29));
        assert!(fifth.is_in(ordinals(&[Ordinal::Fifth])));
        assert!(fifth.is_in(ordinals(&[Ordinal::First, Ordinal::Last])));
        assert!(!fifth.is_in(ordinals(&[Ordinal::Fourth])));
    }

    #[test]
    fn a_backward_window_is_empty() {
        let window = Window {
            from: date(2027, 1, 2),
            to: date(2027, 1, 1),
        };
        let almanac = Almanac::new(Locality::default(), window);
        assert!(almanac.days().is_empty());
        assert!(
            almanac
                .between(date(2027, 1, 2), date(2027, 1, 1))
                .is_empty()
        );
    }

    #[test]
    fn a_day_that_is_two_public_holidays_is_one_for_sure() {
        assert!(matches!(
            one("67", date(1997, 5, 8)).public,
            Some((_, true))
        ));
    }
}
