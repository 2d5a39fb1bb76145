//! Dates that come back, as a rule with what it says too much and too little.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::calendar::{Days, Ordinal, Ordinals, Pattern, Recurrence, Weeks};

/// A rule that iCalendar can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Rule {
    /// On days of every week, or of every other one; weeks begin with a day.
    Weekly {
        days: Days,
        every_other: bool,
        start: Weekday,
    },
    /// On the first, third, last… of days of every month.
    Monthly { days: Days, ordinals: Ordinals },
}

/// Dates with the rule that says most of them.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct Series {
    /// The first date.
    pub(in crate::render) first: Date,
    /// The rule, which ends with the last date.
    pub(in crate::render) rule: Option<(Rule, Date)>,
    /// What the rule says and does not take place.
    pub(in crate::render) except: Vec<Date>,
    /// What takes place and the rule does not say.
    pub(in crate::render) beside: Vec<Date>,
}

impl Rule {
    /// The rule of weekly hours.
    pub(super) fn of_week(days: Days, weeks: Weeks) -> Rule {
        let weekly = |every_other| Rule::Weekly {
            days,
            every_other,
            start: Weekday::Monday,
        };
        match weeks {
            Weeks::Every => weekly(false),
            // A year of 53 weeks breaks the rule: those dates are told beside it.
            Weeks::Even | Weeks::Odd => weekly(true),
            Weeks::Ordinals(ordinals) => Rule::Monthly { days, ordinals },
        }
    }

    /// The rule of a recurrence; one week in two is counted from its first day.
    pub(super) fn of_recurrence(recurrence: &Recurrence) -> Rule {
        match recurrence.pattern {
            Pattern::On { days, weeks } => Rule::of_week(days, weeks),
            Pattern::EveryOther { days } => Rule::Weekly {
                days,
                every_other: true,
                start: recurrence.from.weekday(),
            },
        }
    }

    /// Whether the rule, begun on a date, says another.
    fn says(self, first: Date, date: Date) -> bool {
        match self {
            Rule::Weekly {
                days,
                every_other,
                start,
            } => {
                // Days of one week in two alone need to be counted.
                days.contains(date.weekday())
                    && (!every_other || weeks_between(first, date, start) % 2 == 0)
            }
            Rule::Monthly { days, ordinals } => {
                let rank = usize::from((date.day().unsigned_abs() - 1) / 7);
                let is_last = date.day() + 7 > date.days_in_month();
                days.contains(date.weekday())
                    && (ordinals.contains(Ordinal::ALL[rank])
                        || (is_last && ordinals.contains(Ordinal::Last)))
            }
        }
    }

    /// How often it comes back, as an ISO 8601 duration; none where it depends on the day that begins a week.
    pub(in crate::render) fn period(self) -> Option<&'static str> {
        match self {
            Rule::Weekly {
                every_other: false, ..
            } => Some("P1W"),
            Rule::Weekly { days, start, .. } => {
                let is_plain = start == Weekday::Monday || days.iter().count() == 1;
                is_plain.then_some("P2W")
            }
            Rule::Monthly { .. } => Some("P1M"),
        }
    }

    /// The days as `BYDAY` writes them: `WE`, `1SA`, `-1SA`.
    pub(in crate::render) fn days(self) -> Vec<String> {
        match self {
            Rule::Weekly { days, .. } => days.iter().map(|day| code(day).to_owned()).collect(),
            Rule::Monthly { days, ordinals } => {
                let rank = |ordinal| match ordinal {
                    Ordinal::Last => "-1".to_owned(),
                    other => (other as u8 + 1).to_string(),
                };
                let each = days.iter().flat_map(|day| {
                    ordinals
                        .iter()
                        .map(move |ordinal| format!("{}{}", rank(ordinal), code(day)))
                });
                each.collect()
            }
        }
    }

    /// The value of `RRULE`, without its end.
    pub(super) fn text(self) -> String {
        let days = self.days().join(",");
        match self {
            Rule::Weekly {
                every_other, start, ..
            } => {
                let interval = if every_other { ";INTERVAL=2" } else { "" };
                format!("FREQ=WEEKLY{interval};WKST={};BYDAY={days}", code(start))
            }
            Rule::Monthly { .. } => format!("FREQ=MONTHLY;BYDAY={days}"),
        }
    }
}

impl Series {
    /// The series of dates, sorted and at least one, that a rule made.
    pub(in crate::render) fn new(dates: &[Date], rule: Option<Rule>) -> Option<Series> {
        let (first, last) = (*dates.first()?, *dates.last()?);
        let bare = || Series {
            first,
            rule: None,
            except: Vec::new(),
            beside: dates[1..].to_vec(),
        };
        let Some(rule) = rule.filter(|_| dates.len() > 1) else {
            return Some(bare());
        };
        let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
        let days = days.take_while(|day| *day <= last);
        let said: Vec<Date> = days.filter(|day| rule.says(first, *day)).collect();
        let except: Vec<Date> = said
            .iter()
            .copied()
            .filter(|day| dates.binary_search(day).is_err())
            .collect();
        let beside = dates
            .iter()
            .copied()
            .filter(|day| said.binary_search(day).is_err());
        // Where most of a rule is exceptions, the dates by themselves say more in less.
        if except.len() >= dates.len() {
            return Some(bare());
        }
        Some(Series {
            first,
            rule: Some((rule, last)),
            beside: beside.collect(),
            except,
        })
    }
}

/// How many beginnings of a week lie between two days.
fn weeks_between(first: Date, date: Date, start: Weekday) -> i32 {
    let week = first.saturating_sub(i64::from(start.until(first.weekday())).days());
    week.until(date).map_or(0, |gone| gone.get_days()) / 7
}

/// A day as rules write it.
fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn wednesdays(days: &[(i8, i8)]) -> Vec<Date> {
        days.iter()
            .map(|(month, day)| date(2026, *month, *day))
            .collect()
    }

    fn weekly(weeks: Weeks) -> Option<Rule> {
        Some(Rule::of_week(Days::from_iter([Weekday::Wednesday]), weeks))
    }

    #[test]
    fn what_a_rule_says_too_much_is_left_out() {
        let dates = wednesdays(&[(11, 4), (11, 18), (11, 25), (12, 9)]);
        let series = Series::new(&dates, weekly(Weeks::Every)).unwrap();
        assert_eq!(series.except, wednesdays(&[(11, 11), (12, 2)]));
        assert_eq!(
            series.rule.unwrap().0.text(),
            "FREQ=WEEKLY;WKST=MO;BYDAY=WE"
        );
        assert!(series.beside.is_empty());
    }

    #[test]
    fn odd_weeks_go_on_over_a_year_of_53_weeks() {
        // Weeks 51 and 53 of 2026, then 1 and 3 of 2027: the rule says 30 December, then 13 January.
        let dates = [
            date(2026, 12, 16),
            date(2026, 12, 30),
            date(2027, 1, 6),
            date(2027, 1, 20),
        ];
        let series = Series::new(&dates, weekly(Weeks::Odd)).unwrap();
        assert_eq!(series.except, [date(2027, 1, 13)]);
        assert_eq!(series.beside, [date(2027, 1, 6), date(2027, 1, 20)]);
    }

    #[test]
    fn ranks_in_the_month_have_their_own_rule() {
        let ordinals = Weeks::Ordinals([Ordinal::First, Ordinal::Last].into_iter().collect());
        let dates = wednesdays(&[(9, 2), (9, 30), (10, 7), (10, 28)]);
        let series = Series::new(&dates, weekly(ordinals)).unwrap();
        assert_eq!(series.rule.unwrap().0.text(), "FREQ=MONTHLY;BYDAY=1WE,-1WE");
        assert!(series.except.is_empty() && series.beside.is_empty());
    }

    #[test]
    fn a_few_dates_of_many_stand_by_themselves() {
        let dates = wednesdays(&[(9, 2), (12, 30)]);
        let series = Series::new(&dates, weekly(Weeks::Every)).unwrap();
        assert_eq!(
            (series.rule, series.beside),
            (None, wednesdays(&[(12, 30)]))
        );
    }
}
