//! Weekly hours as OpenStreetMap's `opening_hours` says them: `Tu,Th 09:00-11:30; SH off; PH off`.
//!
//! <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>

use jiff::civil::Date;

use crate::calendar::{
    Closure, HolidayHours, HolidayPolicy, Opening, Ordinal, Ordinals, PublicHolidayPolicy, Slot,
    TimeRange, Timetable, WeeklyRule, Weeks,
};

/// The days of the week from Monday.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The hours of a timetable; none where a part of them can't be said so: better nothing than hours that are wrong.
///
/// Even and odd weeks are such a part (a year of 53 weeks has two odd ones in a row), and hours of which only the
/// beginning or the part of the day is known.
pub(super) fn say(timetable: &Timetable, today: Date) -> Option<String> {
    let rules = timetable.weekly.0.iter().map(weekly);
    let rules: Vec<String> = rules.collect::<Option<_>>()?;
    if rules.is_empty() {
        return None;
    }
    // With a comma a rule adds to those before, with a semicolon it takes their place.
    let mut all = vec![rules.join(", ")];
    match &timetable.holidays {
        HolidayPolicy::All(HolidayHours::Open) => {}
        HolidayPolicy::All(HolidayHours::Closed) => all.push("SH off".to_owned()),
        _ => all.push("SH unknown \"se renseigner\"".to_owned()),
    }
    match timetable.public_holidays {
        PublicHolidayPolicy::Open => {}
        PublicHolidayPolicy::Closed => all.push("PH off".to_owned()),
        PublicHolidayPolicy::Unknown => all.push("PH unknown \"se renseigner\"".to_owned()),
    }
    let closures = timetable.closures.iter().filter(|it| it.to >= today);
    all.extend(closures.map(closure));
    let openings = timetable.openings.iter().filter(|it| it.date >= today);
    all.extend(openings.filter_map(opening));
    Some(all.join("; "))
}

fn weekly(rule: &WeeklyRule) -> Option<String> {
    let Slot::Range(range) = rule.slot else {
        return None;
    };
    let ranks = match rule.weeks {
        Weeks::Every => String::new(),
        Weeks::Ordinals(ordinals) => format!("[{}]", ranks(ordinals)),
        Weeks::Even | Weeks::Odd => return None,
    };
    let days = rule.days.iter().map(|day| {
        let name = DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())];
        format!("{name}{ranks}")
    });
    let days: Vec<String> = days.collect();
    if days.is_empty() {
        return None;
    }
    let by_appointment = match rule.by_appointment {
        true => " \"sur rendez-vous\"",
        false => "",
    };
    let days = days.join(",");
    Some(format!("{days} {}{by_appointment}", hours(range)))
}

/// The ranks of a day within a month: `1,3`, `-1` for the last.
fn ranks(ordinals: Ordinals) -> String {
    let ranks: Vec<String> = ordinals.iter().map(|one| rank(one).to_string()).collect();
    ranks.join(",")
}

/// The rank of a day within a month, -1 for the last.
pub(super) fn rank(ordinal: Ordinal) -> i8 {
    match ordinal.code() {
        "dernier" => -1,
        // The other codes begin with their number.
        code => code.as_bytes()[0].wrapping_sub(b'0') as i8,
    }
}

fn hours(range: TimeRange) -> String {
    let (from, to) = (range.from(), range.to());
    format!(
        "{:02}:{:02}-{:02}:{:02}",
        from.hour(),
        from.minute(),
        to.hour(),
        to.minute()
    )
}

fn closure(closure: &Closure) -> String {
    match closure.from == closure.to {
        true => format!("{} off", day(closure.from)),
        false => format!("{}-{} off", day(closure.from), day(closure.to)),
    }
}

fn opening(opening: &Opening) -> Option<String> {
    Some(format!("{} {}", day(opening.date), hours(opening.range?)))
}

/// `2026 Dec 05`.
fn day(date: Date) -> String {
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{:04} {month} {:02}", date.year(), date.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::{Reading, read_hours};

    fn read(text: &str) -> Timetable {
        match read_hours(text) {
            Reading::Understood(understood) => understood.timetable,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn hours_are_said_as_openstreetmap_does() {
        let unknown = "; SH unknown \"se renseigner\"; PH unknown \"se renseigner\"";
        for (text, expected) in [
            ("mardi et jeudi 9h-11h30", "Tu,Th 09:00-11:30"),
            ("1er et 3e lundi 14h-16h", "Mo[1,3] 14:00-16:00"),
        ] {
            let said = say(&read(text), date(2026, 11, 22));
            assert_eq!(said, Some(format!("{expected}{unknown}")), "{text}");
        }
    }

    #[test]
    fn hours_that_cannot_be_said_whole_are_not_said() {
        let mut timetable = read("mardi et jeudi 9h-11h30");
        timetable.weekly.0[0].weeks = Weeks::Even;
        assert_eq!(say(&timetable, date(2026, 11, 22)), None);
        timetable.weekly.0[0].weeks = Weeks::Every;
        timetable.weekly.0[0].slot = Slot::Unsaid;
        assert_eq!(say(&timetable, date(2026, 11, 22)), None);
    }
}
