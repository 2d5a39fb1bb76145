//! How far a word reaches: « sur rendez-vous », « semaines paires », « pendant les vacances », « fermé ».

use std::ops::Range;

use super::group::Section;
use super::{Assembly, Doubt, Prefix, closed_when, how_far};
use crate::calendar::read::phrase::{DaySpec, Says};
use crate::calendar::{Days, Weeks};
use crate::diag::say;

impl Assembly<'_> {
    pub(super) fn weeks(&mut self, weeks: Weeks, range: Range<usize>) -> Result<(), Doubt> {
        let leads = matches!(self.next(), Some(Says::Colon | Says::Days(_)));
        if self.current.is_none() || (leads && !self.in_parentheses) {
            let apart = self.is_apart() || self.next() == Some(&Says::Colon);
            if self.current.is_some() && !apart {
                return Err(how_far(range));
            }
            self.close()?;
            return self.set_prefix(Some(weeks), None, range);
        }
        if self.clause_every_week {
            return Err(how_far(range));
        }
        self.group(&range)?.only_in(weeks, range)?;
        self.seal();
        Ok(())
    }

    /// Whether a comma, « et » or the like stands before.
    fn is_apart(&self) -> bool {
        let before = self.before();
        matches!(
            before,
            None | Some(Says::And | Says::Or | Says::Comma | Says::Stop | Says::Colon)
        )
    }

    /// Lets no more hours be added to the current group, for what was just said may not hold for them.
    pub(super) fn seal(&mut self) {
        if let Some(group) = &mut self.current {
            group.sealed = true;
        }
    }

    /// Adds to what holds in the clause, or begins anew in another clause.
    fn set_prefix(
        &mut self,
        weeks: Option<Weeks>,
        appointment: Option<bool>,
        range: Range<usize>,
    ) -> Result<(), Doubt> {
        let old = std::mem::take(&mut self.prefix);
        let left = (weeks.is_none() && old.weeks.is_some())
            || (appointment.is_none() && old.appointment.is_some());
        if old.stale && left {
            return Err(how_far(old.range));
        }
        self.prefix = Prefix {
            weeks: weeks.or(old.weeks),
            appointment: appointment.or(old.appointment),
            colon: self.next() == Some(&Says::Colon) || (old.colon && !old.stale),
            range,
            stale: false,
            used: false,
        };
        Ok(())
    }

    pub(super) fn appointment(&mut self, needed: bool, range: Range<usize>) -> Result<(), Doubt> {
        let leads = matches!(
            self.next(),
            Some(Says::Colon | Says::Days(_) | Says::Part(_) | Says::Times(_))
        );
        let joined = matches!(self.before(), Some(Says::And | Says::Or));
        let apart = self.is_apart();
        match &self.current {
            None if self.groups.len() == self.clause || leads => {
                return self.set_prefix(None, Some(needed), range);
            }
            Some(group) if group.is_whole() && apart && leads && !self.in_parentheses => {
                self.close()?;
                return self.set_prefix(None, Some(needed), range);
            }
            // « mardi 9h-12h sur rendez-vous le jeudi »
            Some(group) if group.is_whole() && leads && !self.in_parentheses => {
                return Err(how_far(range));
            }
            // « mardi 9h-12h et sur rendez-vous »
            Some(group) if group.is_whole() && joined && needed => {
                self.close()?;
                let group = self.begin(range)?;
                group.weeks = None;
                group.appointment = Some(true);
                return self.close();
            }
            _ => {}
        }
        if !self.in_parentheses {
            for group in &mut self.groups[self.undecided..] {
                if group.appointment.is_none() && !group.times.is_empty() {
                    return Err(how_far(range));
                }
                group.appointment.get_or_insert(needed);
            }
            self.undecided = self.groups.len();
        }
        let group = self.group(&range)?;
        if group.appointment.is_some_and(|before| before != needed) {
            return Err(how_far(range));
        }
        group.appointment = Some(needed);
        Ok(())
    }

    /// « sauf le mercredi », of the days just said.
    pub(super) fn except(&mut self, out: &[DaySpec], range: Range<usize>) -> Result<(), Doubt> {
        let days = out
            .iter()
            .fold(Days::NONE, |days, spec| days.union(spec.days));
        let before = !self.clause_days.common(days).is_empty();
        let Some(group) = &mut self.current else {
            return Err(Doubt::new(
                range,
                say(
                    "sauf ces jours, mais lesquels d'abord ?",
                    "except these days, but of which?",
                ),
            ));
        };
        if before {
            return Err(how_far(range));
        }
        group.except(out, range)?;
        group.sealed = !group.times.is_empty();
        Ok(())
    }

    /// Notes days on which it is closed, each once in its part of the year.
    pub(super) fn close_on(&mut self, days: Days, range: Range<usize>) {
        let section = self.section.clone();
        let known = self
            .closed_on
            .iter()
            .filter(|(other, ..)| other.is_like(&section));
        let new = known.fold(days, |rest, (_, known, _)| rest.without(*known));
        if !new.is_empty() {
            self.closed_on.push((section, new, range));
        }
    }

    /// Ends what was said within parentheses.
    pub(super) fn close_parenthesis(&mut self) -> Result<(), Doubt> {
        if self.in_parentheses && self.section != self.outer_section {
            self.end_clause()?;
            self.section = std::mem::take(&mut self.outer_section);
        }
        self.in_parentheses = false;
        Ok(())
    }

    /// « dimanche : fermé », « vacances scolaires : fermé ».
    pub(super) fn closed_here(&mut self, range: Range<usize>) -> Result<(), Doubt> {
        match self.current.take() {
            Some(group) if group.only_days() => {
                self.close_on(group.all_days(), group.range);
                Ok(())
            }
            None if matches!(self.before(), Some(Says::Colon)) => match &self.section {
                Section::Holidays(which) => {
                    let closed = Says::ClosedInHolidays(which.clone());
                    self.policy.note(&closed, self.regular(), range);
                    self.section = Section::Any;
                    self.section_unused = None;
                    Ok(())
                }
                _ => Err(closed_when(range)),
            },
            _ => Err(closed_when(range)),
        }
    }

    /// « en période scolaire », « pendant les vacances » : before hours or after them.
    pub(super) fn section(&mut self, section: Section, range: Range<usize>) -> Result<(), Doubt> {
        let mut ahead = self.phrases[self.at + 1..]
            .iter()
            .map(|phrase| &phrase.says);
        let next = ahead.find(|says| !matches!(says, Says::Zone(_) | Says::Close | Says::Comma));
        let hours = matches!(next, Some(Says::Days(_) | Says::Times(_) | Says::Part(_)));
        let between_commas = self.next() == Some(&Says::Comma) && self.before().is_some();
        let leads =
            next == Some(&Says::Colon) || (hours && self.is_clause_start() && !between_commas);
        if leads {
            self.end_clause()?;
            if let Some(range) = self.section_unused.take() {
                return Err(how_far(range));
            }
            self.section_stale = false;
            self.section = section;
            self.section_unused = Some(range);
            self.prefix = Prefix::default();
            return Ok(());
        }
        if hours || self.groups.len() > self.clause {
            return Err(how_far(range));
        }
        match &mut self.current {
            Some(group) if group.section == Section::Any => {
                group.section = section;
                group.sealed = true;
                Ok(())
            }
            _ => Err(how_far(range)),
        }
    }

    fn is_clause_start(&self) -> bool {
        let mut before = self.phrases[..self.at].iter().rev();
        let last = before.find(|phrase| !matches!(phrase.says, Says::Open));
        matches!(
            last.map(|phrase| &phrase.says),
            None | Some(Says::Stop | Says::And | Says::Comma)
        )
    }
}
