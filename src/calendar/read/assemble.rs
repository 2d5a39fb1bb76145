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
        ..Assembly::default()
    };
    for at in 0..phrases.len() {
        assembly.at = at;
        assembly.phrase()?;
    }
    assembly.at = phrases.len();
    assembly.end_clause()?;
    assembly.finish(text.len())
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
}

/// The work in progress.
#[derive(Debug, Default)]
struct Assembly<'a> {
    phrases: &'a [Phrase],
    at: usize,
    groups: Vec<Group>,
    current: Option<Group>,
    /// The first group of the clause.
    clause: usize,
    prefix: Prefix,
    section: Section,
    section_stale: Option<Range<usize>>,
    in_parentheses: bool,
    policy: Policy,
    closed_on: Vec<(Days, Range<usize>)>,
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
            Says::Except(specs) => match &mut self.current {
                Some(group) => group.except(specs, range)?,
                None => return Err(except_of_nothing(range)),
            },
            Says::ClosedOn(days) => self.closed_on.push((*days, range)),
            Says::ClosedHere => self.closed_here(range)?,
            Says::InHolidays(which) => self.section(Section::Holidays(which.clone()), range)?,
            Says::InTerm => {
                self.policy.term(self.regular(), range.clone());
                self.section(Section::Term, range)?;
            }
            Says::NotInHolidays(_)
            | Says::AlsoInHolidays(_)
            | Says::OpenInHolidays(_)
            | Says::Public(_)
            | Says::Closed(_) => self.policy.note(says, self.regular(), range),
            Says::Zone(zone) => self.zone = Some(*zone),
            Says::Or if self.next() != Some(&Says::ByAppointment) => {
                return Err(Doubt::new(
                    range,
                    say("l’un ou l’autre : lequel ?", "one or the other: which?"),
                ));
            }
            Says::Open => self.in_parentheses = true,
            Says::Close => self.in_parentheses = false,
            Says::Stop => self.stop()?,
            Says::Colon | Says::Comma | Says::And | Says::Or => {}
            Says::Holidays(_) | Says::PublicHolidays => {}
        }
        Ok(())
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
        let all = self.groups.iter().chain(&self.current);
        all.filter(|group| group.section.is_regular()).count()
    }

    /// Begins a group under what holds in the clause.
    fn begin(&mut self, range: Range<usize>) -> Result<&mut Group, Doubt> {
        self.close()?;
        if self.prefix.stale {
            return Err(how_far(self.prefix.range.clone()));
        }
        if let Some(range) = &self.section_stale {
            return Err(how_far(range.clone()));
        }
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
            self.groups.push(group.checked()?);
        }
        Ok(())
    }

    fn days(&mut self, specs: &[DaySpec], range: Range<usize>) -> Result<(), Doubt> {
        let after_stop = matches!(self.before(), Some(Says::Stop));
        if let Some(group) = &mut self.current {
            let open =
                group.times.is_empty() && group.parts.is_empty() && group.appointment.is_none();
            if group.specs.is_empty() || (open && !after_stop) {
                group.range.end = range.end;
                return group.add_days(specs, range);
            }
        }
        self.begin(range.clone())?.add_days(specs, range)
    }

    fn times(&mut self, ranges: &[TimeRange], range: Range<usize>) -> Result<(), Doubt> {
        let part_leads = matches!(self.before(), Some(Says::Part(_) | Says::Colon));
        match &self.current {
            Some(group) if group.times.is_empty() => {}
            Some(group) if group.times_first && !group.specs.is_empty() => {
                self.begin(range.clone())?;
            }
            // « mardi 9h-12h sans rdv, 14h-17h sur rdv », « matin 9h-12h, après-midi 14h-17h »
            Some(group) if group.appointment.is_some() || part_leads => {
                let again = group.again(range.clone());
                self.close()?;
                self.current = Some(again);
            }
            _ => {}
        }
        let group = self.group(&range)?;
        group.times_first |= group.specs.is_empty();
        group.times.extend(ranges);
        Ok(())
    }

    fn part(&mut self, part: PartOfDay, range: Range<usize>) -> Result<(), Doubt> {
        let colon = self.next() == Some(&Says::Colon);
        let after = self.phrases.get(self.at + 1 + usize::from(colon));
        let leads = matches!(
            after,
            Some(Phrase {
                says: Says::Times(_),
                ..
            })
        );
        match &self.current {
            Some(group) if !group.times.is_empty() && leads && !group.specs.is_empty() => {
                let mut again = group.again(range);
                again.parts.push(part);
                self.close()?;
                self.current = Some(again);
            }
            _ => self.group(&range)?.parts.push(part),
        }
        Ok(())
    }

    fn stop(&mut self) -> Result<(), Doubt> {
        let waits = self.current.as_ref().is_some_and(Group::only_days);
        if waits && matches!(self.next(), Some(Says::Times(_) | Says::Part(_))) {
            return Ok(());
        }
        let before = self.groups.len() + usize::from(self.current.is_some());
        self.end_clause()?;
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
        self.clause = self.groups.len();
        self.in_parentheses = false;
        Ok(())
    }

    fn finish(mut self, end: usize) -> Result<(Timetable, Option<Zone>), Doubt> {
        for (days, range) in std::mem::take(&mut self.closed_on) {
            for group in self
                .groups
                .iter_mut()
                .filter(|group| group.section.is_regular())
            {
                group.close_on(days, &range)?;
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
                0..end,
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
            "on ne sait pas à quels jours et heures cela s’applique",
            "it is not clear to which days and hours this applies",
        ),
    )
}

fn except_of_nothing(range: Range<usize>) -> Doubt {
    Doubt::new(
        range,
        say(
            "sauf ces jours, mais lesquels d’abord ?",
            "except these days, but of which?",
        ),
    )
}

fn closed_when(range: Range<usize>) -> Doubt {
    Doubt::new(range, say("fermé quand ?", "closed when?"))
}
