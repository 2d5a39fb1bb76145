//! How far a word reaches: « sur rendez-vous », « semaines paires », « pendant les vacances », « fermé ».

use std::ops::Range;

use super::group::Section;
use super::{Assembly, Doubt, Prefix, closed_when, how_far};
use crate::calendar::Weeks;
use crate::calendar::read::phrase::Says;

impl Assembly<'_> {
    pub(super) fn weeks(&mut self, weeks: Weeks, range: Range<usize>) -> Result<(), Doubt> {
        let leads = matches!(self.next(), Some(Says::Colon | Says::Days(_)));
        if self.current.is_none() || (leads && !self.in_parentheses) {
            self.close()?;
            return self.set_prefix(Some(weeks), None, range);
        }
        if self.groups.len() > self.clause {
            return Err(how_far(range));
        }
        self.group(&range)?.only_in(weeks, range)
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
        };
        Ok(())
    }

    pub(super) fn appointment(&mut self, needed: bool, range: Range<usize>) -> Result<(), Doubt> {
        let leads = matches!(
            self.next(),
            Some(Says::Colon | Says::Days(_) | Says::Part(_) | Says::Times(_))
        );
        let joined = matches!(self.before(), Some(Says::And | Says::Or));
        let apart = joined || matches!(self.before(), Some(Says::Comma | Says::Stop | Says::Colon));
        match &self.current {
            None if self.groups.len() == self.clause || leads => {
                return self.set_prefix(None, Some(needed), range);
            }
            Some(group) if group.is_whole() && apart && leads && !self.in_parentheses => {
                self.close()?;
                return self.set_prefix(None, Some(needed), range);
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
        for group in &mut self.groups[self.clause..] {
            if group.appointment.is_none() && !self.in_parentheses {
                if !group.times.is_empty() {
                    return Err(how_far(range));
                }
                group.appointment = Some(needed);
            }
        }
        let group = self.group(&range)?;
        if group.appointment.is_some_and(|before| before != needed) {
            return Err(how_far(range));
        }
        group.appointment = Some(needed);
        Ok(())
    }

    /// « dimanche : fermé », « vacances scolaires : fermé ».
    pub(super) fn closed_here(&mut self, range: Range<usize>) -> Result<(), Doubt> {
        match self.current.take() {
            Some(group) if group.only_days() => {
                self.closed_on.push((group.all_days(), group.range));
                Ok(())
            }
            None if matches!(self.before(), Some(Says::Colon)) => match &self.section {
                Section::Holidays(which) => {
                    let closed = Says::NotInHolidays(which.clone());
                    self.policy.note(&closed, self.regular(), range);
                    self.section = Section::Any;
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
        let leads = next == Some(&Says::Colon) || (hours && self.is_clause_start());
        if leads {
            self.end_clause()?;
            self.section_stale = None;
            self.section = section;
            self.prefix = Prefix::default();
            return Ok(());
        }
        if hours || self.groups.len() > self.clause {
            return Err(how_far(range));
        }
        match &mut self.current {
            Some(group) if group.section == Section::Any => {
                group.section = section;
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
