//! Bands of ages, as parents look for them.

use crate::check::Entry;
use crate::model::Data;
use crate::model::values::AgeRange;

/// A band of ages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeBand {
    /// Its code, the last segment of its page's path and the end of its string's key.
    pub code: &'static str,
    /// The ages in days, the last excluded; none for pregnancy.
    days: Option<(u32, u32)>,
}

impl AgeBand {
    /// Every band, from pregnancy on.
    pub const ALL: [AgeBand; 6] = [
        AgeBand {
            code: "grossesse",
            days: None,
        },
        AgeBand {
            code: "0-1-an",
            days: Some((0, 365)),
        },
        AgeBand {
            code: "1-3-ans",
            days: Some((365, 1095)),
        },
        AgeBand {
            code: "3-6-ans",
            days: Some((1095, 2190)),
        },
        AgeBand {
            code: "6-11-ans",
            days: Some((2190, 4015)),
        },
        AgeBand {
            code: "11-18-ans",
            days: Some((4015, 6570)),
        },
    ];

    /// A band of days without a page of its own.
    pub(super) const fn of_days(from: u32, to: u32) -> AgeBand {
        AgeBand {
            code: "",
            days: Some((from, to)),
        }
    }

    /// Whether a record says that it is for children of these ages, or for future parents.
    pub fn fits(&self, entry: &Entry) -> bool {
        let Some(directory) = entry.directory() else {
            return false;
        };
        let Some((from, to)) = self.days else {
            return directory.pregnancy == Some(true)
                || directory
                    .ages
                    .iter()
                    .any(|group| group.pregnancy == Some(true));
        };
        // « 6 ans » is the sixth birthday: it does not reach into the years that begin there.
        let meets = |range: AgeRange| range.from < to && range.to > from;
        let mut ranges = directory
            .ages
            .iter()
            .filter_map(|group| group.range())
            .peekable();
        if ranges.peek().is_none() && matches!(entry.record.data, Data::Laep(_)) {
            return meets(AgeRange { from: 0, to: 2190 });
        }
        ranges.any(meets)
    }
}
