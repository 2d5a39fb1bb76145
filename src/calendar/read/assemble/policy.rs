//! What a text says of school holidays, public holidays and closures.

use std::ops::Range;

use super::group::{self, Group, Section};
use super::{Doubt, how_far};
use crate::calendar::read::phrase::{Says, Which};
use crate::calendar::{
    Closure, HolidayHours, HolidayPolicy, PerHoliday, PublicHolidayPolicy, SchoolHoliday,
};
use crate::diag::say;

/// What was said, and after how many groups of ordinary weeks.
#[derive(Debug, Default)]
pub(super) struct Policy {
    holidays: Vec<(Which, HolidayHours, Range<usize>)>,
    /// Whether « fermé » is said of holidays, so that no hours can be theirs.
    firmly_closed: bool,
    public: Vec<(PublicHolidayPolicy, Range<usize>)>,
    closures: Vec<Closure>,
    places: Vec<Place>,
    in_term: bool,
}

/// Where a word about holidays stands: before all hours or after them, else one can't tell how far it reaches.
#[derive(Debug)]
struct Place {
    groups_before: usize,
    only_after: bool,
    range: Range<usize>,
}

impl Policy {
    /// Notes « hors vacances », « y compris les jours fériés »…
    pub(super) fn note(&mut self, says: &Says, groups_before: usize, range: Range<usize>) {
        let mut holidays = |which: &Which, hours| {
            self.holidays.push((which.clone(), hours, range.clone()));
        };
        match says {
            Says::NotInHolidays(which) => holidays(which, HolidayHours::Closed),
            Says::ClosedInHolidays(which) => {
                holidays(which, HolidayHours::Closed);
                self.firmly_closed = true;
            }
            Says::AlsoInHolidays(which) | Says::OpenInHolidays(which) => {
                holidays(which, HolidayHours::Open);
            }
            Says::Public(policy) => self.public.push((*policy, range.clone())),
            Says::Closed(closure) => {
                self.closures.push(closure.clone());
                return;
            }
            _ => return,
        }
        self.places.push(Place {
            groups_before,
            only_after: matches!(says, Says::OpenInHolidays(_)),
            range,
        });
    }

    /// Notes « en période scolaire ».
    pub(super) fn term(&mut self, groups_before: usize, range: Range<usize>) {
        self.in_term = true;
        self.places.push(Place {
            groups_before,
            only_after: false,
            range,
        });
    }

    /// Puts together what was said, with the hours of the holidays.
    pub(super) fn settle(
        &self,
        groups: &[Group],
        regular: usize,
    ) -> Result<(HolidayPolicy, PublicHolidayPolicy, Vec<Closure>), Doubt> {
        for place in &self.places {
            let before = place.groups_before == 0 && !place.only_after;
            if !before && place.groups_before != regular {
                return Err(how_far(place.range.clone()));
            }
        }
        let mut public = PublicHolidayPolicy::Unknown;
        for (policy, range) in &self.public {
            if public != PublicHolidayPolicy::Unknown && public != *policy {
                return Err(both(range.clone()));
            }
            public = *policy;
        }
        Ok((self.holidays(groups)?, public, self.closures.clone()))
    }

    fn holidays(&self, groups: &[Group]) -> Result<HolidayPolicy, Doubt> {
        let mut each: [Option<HolidayHours>; 5] = Default::default();
        let firm = self.firmly_closed;
        let mut set = |which: &Which, hours: &HolidayHours, range: &Range<usize>| {
            // « hors vacances : … ; vacances : … » says hours for both.
            let replaces = !firm && matches!(hours, HolidayHours::Replaced(_));
            for (slot, holiday) in each.iter_mut().zip(SchoolHoliday::NAMED) {
                if which.is_empty() || which.contains(&holiday) {
                    let agrees = |before: &HolidayHours| {
                        before == hours || (replaces && *before == HolidayHours::Closed)
                    };
                    if !slot.as_ref().is_none_or(agrees) {
                        return Err(both(range.clone()));
                    }
                    *slot = Some(hours.clone());
                }
            }
            Ok(())
        };
        for (which, hours, range) in &self.holidays {
            set(which, hours, range)?;
        }
        for (which, range) in sections(groups) {
            let its_own = groups.iter().filter(|group| match &group.section {
                Section::Holidays(other) => other == which,
                _ => false,
            });
            set(
                which,
                &HolidayHours::Replaced(group::rules(its_own)?),
                range,
            )?;
        }
        if each.iter().all(Option::is_none) && self.in_term {
            return Ok(HolidayPolicy::All(HolidayHours::Closed));
        }
        let each = each.map(Option::unwrap_or_default);
        if each.iter().all(|hours| *hours == each[0]) {
            let [hours, ..] = each;
            return Ok(HolidayPolicy::All(hours));
        }
        let [toussaint, noel, hiver, printemps, ete] = each;
        Ok(HolidayPolicy::Each(Box::new(PerHoliday {
            toussaint,
            noel,
            hiver,
            printemps,
            ete,
        })))
    }
}

/// The holidays for which hours are said, each once; there are not many ways to name some of five.
fn sections(groups: &[Group]) -> Vec<(&Which, &Range<usize>)> {
    let mut sections: Vec<(&Which, &Range<usize>)> = Vec::new();
    for group in groups {
        if let Section::Holidays(which) = &group.section
            && !sections.iter().any(|(known, _)| *known == which)
        {
            sections.push((which, &group.range));
        }
    }
    sections
}

fn both(range: Range<usize>) -> Doubt {
    Doubt::new(
        range,
        say("ouvert et fermé à la fois", "open and closed at once"),
    )
}
