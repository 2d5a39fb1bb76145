//! Overlaps: two rules of weekly hours that meet on a day.

use jiff::civil::Weekday;

use super::{TimeRange, WeeklyHours, WeeklyRule};

/// Two rules that hold at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Overlap {
    /// The place in the list of the one that stands first.
    pub first: usize,
    /// The place in the list of the other.
    pub second: usize,
    /// The first day of the week on which they meet.
    pub day: Weekday,
}

/// Finds the rules that meet another, each second rule once.
///
/// « 1er lundi » meets « lundi »; even and odd weeks, or two different ordinals, never meet.
pub fn overlaps(hours: &WeeklyHours) -> Vec<Overlap> {
    let mut found: Vec<Overlap> = Vec::new();
    for day in super::Days::ALL.iter() {
        on(hours, day, &mut found);
    }
    // The sort is stable: of one pair, the first day stands first.
    found.sort_by_key(|overlap| overlap.second);
    found.dedup_by_key(|overlap| overlap.second);
    found
}

/// How many running rules are looked at: rules that never meet are six at most, one for each ordinal.
const RUNNING: usize = 16;

/// Goes through a day's ranges by their beginning, and holds each against those that still run.
fn on(hours: &WeeklyHours, day: Weekday, found: &mut Vec<Overlap>) {
    let mut rules: Vec<(TimeRange, usize, &WeeklyRule)> = hours
        .0
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.days.contains(day))
        .filter_map(|(index, rule)| Some((rule.slot.range()?, index, rule)))
        .collect();
    rules.sort_by_key(|(range, index, _)| (*range, *index));
    let mut running: Vec<(TimeRange, usize, &WeeklyRule)> = Vec::new();
    for (range, index, rule) in rules {
        running.retain(|(other, ..)| other.meets(range));
        let meets = running
            .iter()
            .find(|(.., other)| other.weeks.meets(rule.weeks));
        if let Some((_, other, _)) = meets {
            found.push(Overlap {
                first: index.min(*other),
                second: index.max(*other),
                day,
            });
        }
        if running.len() < RUNNING {
            running.push((range, index, rule));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Days, Ordinal, Ordinals, Slot, TimeOfDay, Weeks};

    fn rule(days: &[Weekday], from: u8, to: u8, weeks: Weeks) -> WeeklyRule {
        let at = |hour| TimeOfDay::new(hour, 0).unwrap();
        WeeklyRule {
            days: days.iter().copied().collect::<Days>(),
            slot: Slot::Range(TimeRange::new(at(from), at(to)).unwrap()),
            weeks,
            by_appointment: false,
        }
    }

    fn ordinal(ordinal: Ordinal) -> Weeks {
        Weeks::Ordinals(Ordinals::from_iter([ordinal]))
    }

    fn pairs(rules: &[WeeklyRule]) -> Vec<(usize, usize)> {
        let overlaps = overlaps(&WeeklyHours(rules.to_vec()));
        overlaps.iter().map(|one| (one.first, one.second)).collect()
    }

    const MONDAY: &[Weekday] = &[Weekday::Monday];

    #[test]
    fn ranges_that_touch_or_fall_on_other_days_do_not_meet() {
        let morning = rule(MONDAY, 9, 12, Weeks::Every);
        assert_eq!(
            pairs(&[morning.clone(), rule(MONDAY, 12, 14, Weeks::Every)]),
            []
        );
        let tuesday = rule(&[Weekday::Tuesday], 9, 12, Weeks::Every);
        assert_eq!(pairs(&[morning.clone(), tuesday]), []);
        assert_eq!(
            pairs(&[morning, rule(MONDAY, 11, 14, Weeks::Every)]),
            [(0, 1)]
        );
    }

    #[test]
    fn weeks_that_never_meet_do_not_overlap() {
        let at = |weeks| rule(MONDAY, 9, 12, weeks);
        assert_eq!(pairs(&[at(Weeks::Even), at(Weeks::Odd)]), []);
        assert_eq!(
            pairs(&[at(ordinal(Ordinal::First)), at(ordinal(Ordinal::Third))]),
            []
        );
        assert_eq!(
            pairs(&[at(ordinal(Ordinal::First)), at(Weeks::Every)]),
            [(0, 1)]
        );
        assert_eq!(
            pairs(&[at(ordinal(Ordinal::First)), at(Weeks::Even)]),
            [(0, 1)]
        );
    }

    #[test]
    fn each_slip_is_told_once() {
        let week = &[Weekday::Monday, Weekday::Friday];
        let twice = [
            rule(week, 9, 12, Weeks::Every),
            rule(week, 10, 11, Weeks::Every),
        ];
        let found = overlaps(&WeeklyHours(twice.to_vec()));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].day, Weekday::Monday);
    }

    #[test]
    fn ten_thousand_rules_are_no_matter() {
        let rules = vec![rule(MONDAY, 9, 12, Weeks::Every); 10_000];
        assert_eq!(pairs(&rules).len(), 9_999);
    }
}
