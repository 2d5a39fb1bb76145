//! Groups: days with the hours that belong to them.

use std::ops::Range;

use super::Doubt;
use crate::calendar::read::phrase::{DaySpec, Which};
use crate::calendar::{
    Days, Ordinal, Ordinals, PartOfDay, Slot, TimeOfDay, TimeRange, WeeklyHours, WeeklyRule, Weeks,
    overlaps,
};
use crate::diag::say;

/// In which part of the year hours hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Section {
    /// Nothing is said.
    #[default]
    Any,
    /// « en période scolaire »
    Term,
    /// « pendant les vacances »; an empty list stands for all of them.
    Holidays(Which),
}

impl Section {
    /// Whether the hours are those of ordinary weeks.
    pub(super) fn is_regular(&self) -> bool {
        !matches!(self, Section::Holidays(_))
    }

    /// Whether both are of the same part of the year, ordinary weeks being one.
    pub(super) fn is_like(&self, other: &Section) -> bool {
        self == other || (self.is_regular() && other.is_regular())
    }
}

/// Days with their hours.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) specs: Vec<DaySpec>,
    pub(super) parts: Vec<PartOfDay>,
    pub(super) times: Vec<TimeRange>,
    pub(super) appointment: Option<bool>,
    /// Whether the hours stand before the days.
    pub(super) times_first: bool,
    pub(super) section: Section,
    /// Whether no more hours may be added.
    pub(super) sealed: bool,
    /// Weeks said before the days.
    pub(super) weeks: Option<Weeks>,
    pub(super) range: Range<usize>,
}

impl Group {
    pub(super) fn new(range: Range<usize>) -> Group {
        Group {
            specs: Vec::new(),
            parts: Vec::new(),
            times: Vec::new(),
            appointment: None,
            times_first: false,
            sealed: false,
            section: Section::Any,
            weeks: None,
            range,
        }
    }

    pub(super) fn add_days(&mut self, specs: &[DaySpec], range: Range<usize>) -> Result<(), Doubt> {
        self.specs.extend(specs);
        match self.weeks {
            Some(weeks) => self.only_in(weeks, range),
            None => Ok(()),
        }
    }

    /// Limits the days to even or odd weeks.
    pub(super) fn only_in(&mut self, weeks: Weeks, range: Range<usize>) -> Result<(), Doubt> {
        for spec in &mut self.specs {
            if spec.weeks != Weeks::Every && spec.weeks != weeks {
                return Err(Doubt::new(
                    range,
                    say(
                        "deux façons de compter les semaines à la fois",
                        "two ways to count weeks at once",
                    ),
                ));
            }
            spec.weeks = weeks;
        }
        Ok(())
    }

    /// Takes days out: « tous les jours sauf le dimanche », « tous les mardis sauf le 1er du mois ».
    pub(super) fn except(&mut self, out: &[DaySpec], range: Range<usize>) -> Result<(), Doubt> {
        let doubt = || {
            Doubt::new(
                range.clone(),
                say(
                    "ces jours ne peuvent pas être retirés des autres",
                    "these days can't be taken out of the others",
                ),
            )
        };
        for out in out {
            let [spec] = &mut self.specs[..] else {
                return Err(doubt());
            };
            if spec.weeks != Weeks::Every {
                return Err(doubt());
            }
            let whole = spec.whole;
            match out.weeks {
                Weeks::Every
                    if whole && out.days.without(spec.days).is_empty() && out.days != spec.days =>
                {
                    spec.days = spec.days.without(out.days);
                }
                Weeks::Ordinals(ordinals)
                    if !ordinals.contains(Ordinal::Last)
                        && (out.days.is_empty() || out.days == spec.days) =>
                {
                    let numbered = Ordinal::ALL.into_iter().filter(|one| *one != Ordinal::Last);
                    let rest: Ordinals = numbered.filter(|one| !ordinals.contains(*one)).collect();
                    if rest.is_empty() {
                        return Err(doubt());
                    }
                    spec.weeks = Weeks::Ordinals(rest);
                }
                _ => return Err(doubt()),
            }
        }
        Ok(())
    }

    /// Takes days on which it is closed out of days that were said as a whole.
    pub(super) fn close_on(&mut self, days: Days, range: &Range<usize>) -> Result<(), Doubt> {
        for spec in &mut self.specs {
            if spec.days.common(days).is_empty() {
                continue;
            }
            if !spec.whole || spec.days.without(days).is_empty() {
                return Err(Doubt::new(
                    range.clone(),
                    say(
                        "ce jour est dit ouvert et fermé à la fois",
                        "this day is said to be open and closed at once",
                    ),
                ));
            }
            spec.days = spec.days.without(days);
        }
        Ok(())
    }

    /// Whether it has days and hours.
    pub(super) fn is_whole(&self) -> bool {
        !self.specs.is_empty() && !self.times.is_empty()
    }

    /// Whether some of its days are meant in every week.
    pub(super) fn is_of_every_week(&self) -> bool {
        self.specs.iter().any(|spec| spec.weeks == Weeks::Every)
    }

    /// Whether nothing but days is said.
    pub(super) fn only_days(&self) -> bool {
        !self.specs.is_empty()
            && self.times.is_empty()
            && self.parts.is_empty()
            && self.appointment.is_none()
    }

    /// All its days, whatever the weeks.
    pub(super) fn all_days(&self) -> Days {
        let union = |days: Days, spec: &DaySpec| days.union(spec.days);
        self.specs.iter().fold(Days::NONE, union)
    }

    /// The group, where its days are said and its hours are in the parts of the day that it names.
    pub(super) fn checked(self) -> Result<Group, Doubt> {
        let dayless =
            self.appointment == Some(true) && self.times.is_empty() && self.parts.is_empty();
        if self.specs.is_empty() && !dayless {
            return Err(Doubt::new(
                self.range,
                say("quels jours ?", "on which days?"),
            ));
        }
        let in_parts = |range: &TimeRange| self.parts.iter().any(|part| fits(*range, *part));
        if !self.parts.is_empty() && !self.times.iter().all(in_parts) {
            return Err(Doubt::new(
                self.range,
                say(
                    "les heures ne vont pas avec « matin », « après-midi » ou « soir »",
                    "the hours do not go with “matin”, “après-midi” or “soir”",
                ),
            ));
        }
        Ok(self)
    }

    /// Refuses days without hours to which one can't come by appointment either.
    pub(super) fn has_hours(&self) -> Result<(), Doubt> {
        if self.times.is_empty() && self.appointment != Some(true) {
            return Err(Doubt::new(
                self.range.clone(),
                say("à quelles heures ?", "at what hours?"),
            ));
        }
        Ok(())
    }

    fn slots(&self) -> Vec<Slot> {
        match (&self.times[..], &self.parts[..]) {
            ([], []) => vec![Slot::Unsaid],
            ([], parts) => parts.iter().map(|part| Slot::Part(*part)).collect(),
            (times, _) => times.iter().map(|range| Slot::Range(*range)).collect(),
        }
    }
}

/// Makes the rules of groups, and doubts where two of them meet.
pub(super) fn rules<'a>(groups: impl Iterator<Item = &'a Group>) -> Result<WeeklyHours, Doubt> {
    let mut rules = Vec::new();
    let mut ranges = Vec::new();
    for group in groups {
        let dayless = DaySpec {
            days: Days::NONE,
            weeks: Weeks::Every,
            whole: false,
        };
        let specs = if group.specs.is_empty() {
            &[dayless][..]
        } else {
            &group.specs
        };
        let slots = group.slots();
        for spec in specs {
            for slot in &slots {
                ranges.push(&group.range);
                rules.push(WeeklyRule {
                    days: spec.days,
                    slot: *slot,
                    weeks: spec.weeks,
                    by_appointment: group.appointment == Some(true),
                });
            }
        }
    }
    let hours = WeeklyHours(rules);
    match overlaps(&hours).first() {
        None => Ok(hours),
        Some(overlap) => Err(Doubt::new(
            ranges[overlap.second].clone(),
            say(
                "ces heures en recouvrent d'autres du même jour",
                "these hours overlap others of the same day",
            ),
        )),
    }
}

/// Whether hours are in a part of the day, as people see it.
fn fits(range: TimeRange, part: PartOfDay) -> bool {
    let hour = |hour| TimeOfDay::new(hour, 0).unwrap_or(TimeOfDay::END);
    match part {
        PartOfDay::Morning => range.from() < hour(12) && range.to() <= hour(14),
        PartOfDay::Afternoon => range.from() >= hour(12) && range.from() < hour(18),
        PartOfDay::Evening => range.from() >= hour(16),
    }
}
