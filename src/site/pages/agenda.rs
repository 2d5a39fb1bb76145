//! Pages of the agenda: by day, week, day of the week, school holiday, commune and theme.

use jiff::civil::{Date, Weekday};

use super::{Facet, Page, commune_path, list_path};
use crate::geo::{InseeCode, communes};
use crate::site::routes::Draft;
use crate::site::{Feed, Site};

/// Which dates a page of the agenda shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// One day.
    Day(Date),
    /// The week that begins with a Monday.
    Week(Date),
    /// The next Saturdays, or the next Wednesdays.
    Weekday(Weekday),
    /// A school holiday, by its place in the agenda.
    Holiday(usize),
    /// The next dates in a commune.
    Commune(InseeCode),
    /// The next dates on a theme.
    Theme(Box<str>),
}

impl Dates {
    /// The days of the week that have a page: those for which parents ask.
    pub const WEEKDAYS: [Weekday; 2] = [Weekday::Saturday, Weekday::Wednesday];

    /// The path of the page; none where there is no such page.
    pub fn path(&self, site: &Site) -> Option<String> {
        let agenda = &site.index.agenda;
        Some(match self {
            Dates::Day(date) => {
                agenda.day(*date)?;
                format!("/agenda/{date}/")
            }
            Dates::Week(monday) => {
                let week = monday.iso_week_date();
                let last = agenda.days.last()?.0;
                (*monday <= last)
                    .then(|| format!("/agenda/{}-s{:02}/", week.year(), week.week()))?
            }
            Dates::Weekday(Weekday::Saturday) => "/agenda/samedis/".to_owned(),
            Dates::Weekday(Weekday::Wednesday) => "/agenda/mercredis/".to_owned(),
            Dates::Weekday(_) => return None,
            Dates::Holiday(index) => format!("/agenda/{}/", agenda.holidays.get(*index)?.slug()),
            // Where there is a calendar to subscribe to, there is a page to read.
            Dates::Commune(insee) => {
                Feed::Commune(*insee).path(site)?;
                format!("{}agenda/", commune_path(communes().by_insee(*insee)?))
            }
            Dates::Theme(code) => {
                Feed::Theme(code.clone()).path(site)?;
                format!("{}agenda/", list_path(&Facet::Theme(code.clone()), 1))
            }
        })
    }
}

pub(super) fn add(site: &Site, draft: &mut Draft<'_>) {
    let agenda = &site.index.agenda;
    let days = agenda.days.iter().map(|(date, _)| Dates::Day(*date));
    let weeks = agenda.weeks().into_iter().map(Dates::Week);
    let weekdays = Dates::WEEKDAYS.into_iter().map(Dates::Weekday);
    let holidays = (0..agenda.holidays.len()).map(Dates::Holiday);
    let communes = site.index.communes.keys().copied().map(Dates::Commune);
    let themes = site.index.themes.keys().cloned().map(Dates::Theme);
    let all = days
        .chain(weeks)
        .chain(weekdays)
        .chain(holidays)
        .chain(communes)
        .chain(themes);
    for dates in all {
        if let Some(path) = dates.path(site) {
            draft.page(&path, Page::Dates(dates), None);
        }
    }
}
