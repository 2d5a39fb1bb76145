//! Phrases to rules: which hours belong to which days, and how far « sur rendez-vous » or « hors vacances » reach.

mod group;
mod policy;
mod reach;

use std::ops::Range;

use self::group::{Group, Section};
use self::policy::Policy;
use super::doubt::Doubt;
use super::phrase::{DaySpec, Phrase, Says};
use crate::calendar::{Days, PartOfDay, TimeRange, Timetable, Weeks, Zone};
use crate::diag::say;

/// Puts the phrases of a text together.
pub(super) fn assemble(phrases: &[Phrase], text: &str) -> Result<(Timetable, Option<Zone>), Doubt> {
    let mut assembly = Assembly {
        phrases,
        text,
        ..Assembly::default()
    };
    for at in 0..phrases.len() {
        assembly.at = at;
        assembly.phrase()?;
    }
    assembly.at = phrases.len();
    assembly.end_clause()?;
    assembly.finish()
}

/// What holds for all that follows in a clause: « semaines paires : … », « sur rendez-vous : … ».
#[derive(Debug, Default)]
struct Prefix {
    weeks: Option<Weeks>,
    appointment: Option<bool>,
    range: Range<usize>,
    /// Whether a colon follows: then one can't tell whether it still holds in the next clause.
    colon: bool,
    /// Whether its clause is over.
    stale: bool,
    /// Whether it held for anything.
    used: bool,
}

impl Prefix {
    /// Whether it is said and held for nothing.
    fn is_idle(&self) -> bool {
        !self.used && (self.weeks.is_some() || self.appointment.is_some())
    }
}

/// The work in progress.
#[derive(Debug, Default)]
struct Assembly<'a> {
    phrases: &'a [Phrase],
    text: &'a str,
    at: usize,
    groups: Vec<Group>,
    current: Option<Group>,
    /// How many of the groups are those of ordinary weeks.
    regular: usize,
    /// The first group of the clause.
    clause: usize,
    /// The first group of which it may still be said whether it needs an appointment.
    undecided: usize,
    /// The days of the clause's groups.
    clause_days: Days,
    /// Whether some of them are meant in every week.
    clause_every_week: bool,
    prefix: Prefix,
    section: Section,
    /// Where the section is said, until it holds for anything.
    section_unused: Option<Range<usize>>,
    /// Whether a sentence of the section is over: then one can't tell whether it still holds.
    section_stale: bool,
    in_parentheses: bool,
    /// The section before the parenthesis.
    outer_section: Section,
    policy: Policy,
    closed_on: Vec<(Section, Days, Range<usize>)>,
    zone: Option<Zone>,
}

impl Assembly<'_> {
    fn phrase(&mut self) -> Result<(), Doubt> {
        let Phrase { says, range } = &self.phrases[self.at];
        let range = range.clone();
        match says {
            Says::Days(specs) => self.days(specs, range)?,
            Says::Times(ranges) => self.times(ranges, range)?,
            Says::Part(part) => self.part(*part, range)?,
            Says::Weeks(weeks) => self.weeks(*weeks, range)?,
            Says::ByAppointment => self.appointment(true, range)?,
            Says::NoAppointment => self.appointment(false, range)?,
            Says::Except(specs) => self.except(specs, range)?,
            Says::ClosedOn(days) => {
                self.seal();
                self.close_on(*days, range);
            }
            Says::ClosedHere => self.closed_here(range)?,
            Says::InHolidays(which) => self.section(Section::Holidays(which.clone()), range)?,
            // « tous les mardis, en période scolaire, de 9 h à 11 h »
            Says::InTerm if self.waits_for_times() => {
                self.policy.term(self.regular(), range);
                if let Some(group) = &mut self.current {
                    group.section = Section::Term;
                }
            }
            Says::InTerm => {
                self.policy.term(self.regular(), range.clone());
                self.section(Section::Term, range)?;
            }
            Says::NotInHolidays(_)
            | Says::AlsoInHolidays(_)
            | Says::OpenInHolidays(_)
            | Says::Public(_)
            | Says::ClosedInHolidays(_)
            | Says::Closed(_) => {
                self.seal();
                self.policy.note(says, self.regular(), range);
            }
            Says::Zone(zone) => self.zone = Some(*zone),
            Says::Or if self.next() != Some(&Says::ByAppointment) => {
                return Err(Doubt::new(
                    range,
                    say("l'un ou l'autre : lequel ?", "one or the other: which?"),
                ));
            }
            Says::Open => {
                self.in_parentheses = true;
                self.outer_section = self.section.clone();
            }
            Says::Close => self.close_parenthesis()?,
            Says::Stop => self.stop()?,
            Says::Colon | Says::Comma | Says::And | Says::Or => {}
            Says::Holidays(_) | Says::PublicHolidays => {}
        }
        Ok(())
    }

    /// Whether days are said whose hours come next.
    fn waits_for_times(&self) -> bool {
        let times = match self.next() {
            Some(Says::Comma) => self.phrases.get(self.at + 2).map(|phrase| &phrase.says),
            next => next,
        };
        let days = self.current.as_ref();
        matches!(times, Some(Says::Times(_)))
            && days.is_some_and(|group| !group.specs.is_empty() && group.times.is_empty())
    }

    fn next(&self) -> Option<&Says> {
        self.phrases.get(self.at + 1).map(|phrase| &phrase.says)
    }

    fn before(&self) -> Option<&Says> {
        let before = self.at.checked_sub(1)?;
        self.phrases.get(before).map(|phrase| &phrase.says)
    }

    /// How many groups of ordinary weeks there are so far.
    fn regular(&self) -> usize {
        let current = self.current.as_ref();
        self.regular + usize::from(current.is_some_and(|group| group.section.is_regular()))
    }

    /// Begins a group under what holds in the clause.
    fn begin(&mut self, range: Range<usize>) -> Result<&mut Group, Doubt> {
        self.close()?;
        if self.prefix.stale {
            return Err(how_far(self.prefix.range.clone()));
        }
        if self.section_stale {
            return Err(how_far(range));
        }
        self.prefix.used = true;
        self.section_unused = None;
        let group = Group {
            appointment: self.prefix.appointment,
            weeks: self.prefix.weeks,
            section: self.section.clone(),
            ..Group::new(range)
        };
        Ok(self.current.insert(group))
    }

    /// The current group, or a new one.
    fn group(&mut self, range: &Range<usize>) -> Result<&mut Group, Doubt> {
        if self.current.is_none() {
            self.begin(range.clone())?;
        }
        // It was just begun where there was none.
        let group = self
            .current
            .get_or_insert_with(|| Group::new(range.clone()));
        group.range.end = range.end;
        Ok(group)
    }

    fn close(&mut self) -> Result<(), Doubt> {
        if let Some(group) = self.current.take() {
            self.regular += usize::from(group.section.is_regular());
            self.clause_days = self.clause_days.union(group.all_days());
            self.clause_every_week |= group.is_of_every_week();
            self.groups.push(group.checked()?);
        }
        Ok(())
    }

    fn days(&mut self, specs: &[DaySpec], range: Range<usize>) -> Result<(), Doubt> {
        let apart = matches!(self.before(), Some(Says::Stop | Says::Colon));
        if let Some(group) = &mut self.current {
            let open =
                group.times.is_empty() && group.parts.is_empty() && group.appointment.is_none();
            if group.specs.is_empty() || (open && !apart) {
                group.range.end = range.end;
                return group.add_days(specs, range);
            }
        }
        self.begin(range.clone())?.add_days(specs, range)
    }

    fn times(&mut self, ranges: &[TimeRange], range: Range<usize>) -> Result<(), Doubt> {
        match &self.current {
            Some(group) if group.times.is_empty() => {}
            Some(group) if group.times_first && !group.specs.is_empty() => {
                self.begin(range.clone())?;
            }
            Some(group) if group.sealed => return Err(how_far(range)),
            // « mardi 9h-12h sans rdv, 14h-17h sur rdv »
            Some(group) if group.appointment.is_some() => self.again(range.clone())?,
            Some(_)
                if !matches!(
                    self.before(),
                    Some(Says::Comma | Says::And | Says::Times(_))
                ) =>
            {
                return Err(how_far(range));
            }
            _ => {}
        }
        self.same_parts_before(ranges);
        let group = self.group(&range)?;
        group.times_first |= group.specs.is_empty();
        group.times.extend(ranges);
        Ok(())
    }

    fn part(&mut self, part: PartOfDay, range: Range<usize>) -> Result<(), Doubt> {
        let colon = self.next() == Some(&Says::Colon);
        let after = self.phrases.get(self.at + 1 + usize::from(colon));
        let leads =
            after.is_some_and(|after| matches!(after.says, Says::Times(_) | Says::ByAppointment));
        match &self.current {
            // « matin 9h-12h, après-midi 14h-17h »
            Some(group) if group.is_whole() && leads => self.again(range.clone())?,
            _ => {}
        }
        self.group(&range)?.parts.push(part);
        Ok(())
    }

    /// Begins a group of the same days for other hours.
    fn again(&mut self, range: Range<usize>) -> Result<(), Doubt> {
        let again = self.current.as_ref().map(|group| Group {
            specs: group.specs.clone(),
            section: group.section.clone(),
            appointment: self.prefix.appointment,
            ..Group::new(range)
        });
        self.close()?;
        self.current = again;
        Ok(())
    }

    /// Gives hours to the groups just before that name the same part of the day and have none:
    /// « lundi matin et jeudi matin 9h-11h ».
    fn same_parts_before(&mut self, ranges: &[TimeRange]) {
        let Some(current) = &self.current else { return };
        if current.parts.is_empty() || current.times_first {
            return;
        }
        for group in self.groups[self.clause..].iter_mut().rev() {
            if !group.times.is_empty()
                || group.appointment.is_some()
                || group.parts != current.parts
            {
                return;
            }
            group.times.extend(ranges);
        }
    }

    fn stop(&mut self) -> Result<(), Doubt> {
        let waits = self.current.as_ref().is_some_and(Group::only_days);
        if waits && matches!(self.next(), Some(Says::Times(_) | Says::Part(_))) {
            return Ok(());
        }
        let before = self.groups.len() + usize::from(self.current.is_some());
        self.end_clause()?;
        let sentence = self
            .phrases
            .get(self.at)
            .and_then(|stop| self.text.get(stop.range.clone()));
        self.section_stale |=
            sentence == Some(".") && self.section != Section::Any && self.section_unused.is_none();
        if before > 0 && self.prefix.colon {
            self.prefix.stale = true;
        } else if before > 0 {
            self.prefix = Prefix::default();
        }
        Ok(())
    }

    fn end_clause(&mut self) -> Result<(), Doubt> {
        let alone = self.current.is_none() && self.groups.len() == self.clause;
        if alone
            && self.prefix.appointment == Some(true)
            && !self.prefix.colon
            && !self.prefix.stale
        {
            // « sur rendez-vous » by itself.
            let range = self.prefix.range.clone();
            self.begin(range)?;
            self.prefix = Prefix::default();
        }
        self.close()?;
        for group in &self.groups[self.clause..] {
            group.has_hours()?;
        }
        if self.prefix.is_idle() && !self.prefix.colon {
            return Err(how_far(self.prefix.range.clone()));
        }
        self.clause = self.groups.len();
        self.undecided = self.clause;
        self.clause_days = Days::NONE;
        self.clause_every_week = false;
        Ok(())
    }

    fn finish(mut self) -> Result<(Timetable, Option<Zone>), Doubt> {
        if let Some(range) = self.section_unused {
            return Err(how_far(range));
        }
        if self.prefix.is_idle() {
            return Err(how_far(self.prefix.range));
        }
        for (section, days, range) in std::mem::take(&mut self.closed_on) {
            for group in &mut self.groups {
                if group.section.is_like(&section) {
                    group.close_on(days, &range)?;
                }
            }
        }
        let regular = self.regular();
        let (holidays, public_holidays, closures) = self.policy.settle(&self.groups, regular)?;
        let weekly = group::rules(
            self.groups
                .iter()
                .filter(|group| group.section.is_regular()),
        )?;
        let timetable = Timetable {
            weekly,
            holidays,
            closures,
            public_holidays,
            ..Timetable::default()
        };
        if self.groups.is_empty() {
            return Err(Doubt::new(
                0..self.text.len(),
                say("ce texte ne dit aucune heure", "this text says no hours"),
            ));
        }
        Ok((timetable, self.zone))
    }
}

fn how_far(range: Range<usize>) -> Doubt {
    Doubt::new(
        range,
        say(
            "on ne sait pas à quels jours et heures cela s'applique",
            "it is not clear to which days and hours this applies",
        ),
    )
}

fn closed_when(range: Range<usize>) -> Doubt {
    Doubt::new(range, say("fermé quand ?", "closed when?"))
}
