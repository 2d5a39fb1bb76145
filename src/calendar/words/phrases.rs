//! The fixed phrases of a language.

/// What a language says the same way each time, with the blanks that belong to it.
#[derive(Debug)]
pub struct Phrases {
    /// The months, as dates have them.
    pub months: [&'static str; 12],
    /// The days of the week, Monday first, as dates have them.
    pub days: [&'static str; 7],
    /// Between two phrases: « , ».
    pub comma: &'static str,
    /// Between two phrases that have commas.
    pub semicolon: &'static str,
    /// Before what explains a phrase.
    pub colon: &'static str,
    /// Between two of several things.
    pub between: &'static str,
    /// Before the last of several things: « et ».
    pub and: &'static str,
    /// Between the day of the week and the day of the month.
    pub after_weekday: &'static str,
    /// Before one date: « le ».
    pub on: &'static str,
    /// Before the first of two dates: « du ».
    pub from_day: &'static str,
    /// Before the second of two dates: « au ».
    pub to_day: &'static str,
    /// « tous les jours »
    pub every_day: &'static str,
    /// « des semaines paires »
    pub in_even_weeks: &'static str,
    /// « des semaines impaires »
    pub in_odd_weeks: &'static str,
    /// « du mois »
    pub of_the_month: &'static str,
    /// « sur rendez-vous »
    pub by_appointment: &'static str,
    /// Before dates that are left out: « sauf ».
    pub except: &'static str,
    /// Before each of these dates: « le ».
    pub on_excepted: &'static str,
    /// Before holidays in which nothing takes place: « hors ».
    pub outside: &'static str,
    /// Before holidays in which all goes on: « y compris pendant les ».
    pub through: &'static str,
    /// Before holidays that have hours of their own: « pendant les ».
    pub during: &'static str,
    /// « pendant les vacances scolaires seulement »
    pub in_holidays_only: &'static str,
    /// « hors jours fériés »
    pub outside_public_holidays: &'static str,
    /// « y compris les jours fériés »
    pub through_public_holidays: &'static str,
    /// « vacances scolaires : se renseigner »
    pub ask_about_holidays: &'static str,
    /// « jours fériés : se renseigner »
    pub ask_about_public_holidays: &'static str,
    /// « calendrier scolaire inconnu »
    pub unknown_school_calendar: &'static str,
    /// « jour férié »
    pub public_holiday: &'static str,
    /// The ranks of a day in the month: « 1er » to « 5e », then « dernier ».
    pub ranks: [&'static str; 6],
    /// « jour férié dans certaines communes »
    pub local_holiday: &'static str,
    /// Before days on which it is closed: « fermé ».
    pub closed: &'static str,
    /// Before a day on which it is open: « ouvert le ».
    pub open_on: &'static str,
}
