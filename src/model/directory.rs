//! Keys of directory records: actions, LAEP, relais and places.

use jiff::civil::Date;

use crate::diag::{Spanned, say};
use crate::geo::{InseeCode, PostalCode};
use crate::mapping;
use crate::text::yaml::{Decoder, Fields};

use super::access::Access;
use super::common::Common;
use super::evaluation::{Evaluation, Funder, Review};
use super::hours::Timetable;
use super::partnership::{Holder, Partnership};
use super::price::Price;
use super::registration::ShortRegistration as Registration;
use super::sessions::SessionRule;
use super::values::{
    AgeGroup, Audience, Contact, DirectoryRef, Field as FieldTerm, ImageRef, InterpretationMode,
    Language, Mode, OpenTo, PlaceRef, Role, SchoolZoneCode, StateType, Summary, TerritoryRef,
    Theme, Title, WelcomeFact,
};

mapping! {
    /// Keys of every directory record; those that few records have are boxed, since many thousand records are held at once.
    pub struct Directory {
        ..pub common: Common,
        ..pub timetable: Timetable,
        /// The title: 3 to 120 characters.
        pub title: Spanned<Title> = "titre",
        /// One sentence for a parent: 20 to 240 characters.
        pub summary: Spanned<Summary> = "resume",
        /// What it is about.
        pub themes: Vec<Spanned<Theme>> = "themes",
        /// Whom it is for.
        pub audiences: Vec<Spanned<Audience>> = "publics",
        /// The ages of the children it is for.
        pub ages: Vec<AgeGroup> = "ages",
        /// Whether future parents are meant.
        pub pregnancy: Option<bool> = "grossesse",
        /// Who may come; absent: unknown, never everyone.
        pub open_to: Vec<Spanned<OpenTo>> = "ouvert_a",
        /// Who may come, in words.
        pub open_to_details: Option<Box<str>> = "ouvert_a_precisions",
        /// Everyday facts that parents filter by.
        pub welcome: Vec<Spanned<WelcomeFact>> = "accueil",
        /// The languages spoken there.
        pub languages: Vec<Spanned<Language>> = "langues",
        /// How interpreting is had.
        pub interpretation: Option<Box<Interpretation>> = "interpretation",
        /// What it costs.
        pub price: Option<Spanned<Price>> = "tarif",
        /// Whether and how one registers.
        pub registration: Option<Spanned<Registration>> = "inscription",
        /// How to reach it.
        pub contact: Option<Contact> = "contact",
        /// The place where it happens.
        pub place: Option<Spanned<PlaceRef>> = "lieu",
        /// The places where it happens.
        pub places: Vec<Spanned<PlaceRef>> = "lieux",
        /// The address where it happens.
        pub address: Option<Box<Spanned<Address>>> = "adresse",
        /// What changes what a parent will find.
        pub state: Option<Box<Spanned<State>>> = "etat",
        /// The territories served.
        pub territories: Vec<Spanned<TerritoryRef>> = "territoires",
        /// The communes served, by INSEE code.
        pub communes: Vec<Spanned<InseeCode>> = "communes",
        /// How it is done.
        pub mode: Option<Mode> = "mode",
        /// The position.
        pub position: Option<Box<Spanned<Position>>> = "geo",
        /// Whether no place is ever published.
        pub confidential: Option<Spanned<bool>> = "adresse_confidentielle",
        /// Single dates and recurrences.
        pub sessions: Vec<SessionRule> = "seances",
        /// Access, as facts.
        pub access: Option<Box<Access>> = "accessibilite",
        /// What happens at the first visit.
        pub first_visit: Option<Box<str>> = "premiere_visite",
        /// What to bring.
        pub bring: Vec<Box<str>> = "a_apporter",
        /// Who is there: functions, never names.
        pub team: Vec<Spanned<Role>> = "equipe",
        /// How many may come.
        pub capacity: Option<u32> = "capacite",
        /// What is kept confidential.
        pub confidentiality: Option<Box<str>> = "confidentialite",
        /// A picture.
        pub photo: Option<Box<Photo>> = "photo",
        /// Words that are searched, not shown.
        pub keywords: Vec<Box<str>> = "mots_cles",
        /// Other names that are searched, not shown.
        pub synonyms: Vec<Box<str>> = "synonymes",
        /// The text in easy French (facile à lire et à comprendre).
        pub easy: Option<Box<str>> = "falc",
        /// The school zone, where it is not that of the place.
        pub zone: Option<SchoolZoneCode> = "zone_scolaire",
        /// Who holds it.
        pub holders: Vec<Holder> = "porteurs",
        /// Who takes part.
        pub partners: Vec<Partnership> = "partenaires",
        /// Who pays.
        pub funders: Vec<Funder> = "financeurs",
        /// Its fields of intervention.
        pub fields: Vec<Spanned<FieldTerm>> = "champs",
        /// What was done and whom it reached, by year.
        pub reviews: Vec<Review> = "bilans",
        /// How it is evaluated.
        pub evaluation: Option<Box<Evaluation>> = "evaluation",
    }

    /// How interpreting is had.
    pub struct Interpretation {
        /// Where the interpreter is.
        pub mode: Option<InterpretationMode> = "mode",
        /// Into which languages.
        pub languages: Vec<Spanned<Language>> = "langues",
        /// How many days ahead one asks.
        pub notice_days: Option<u32> = "delai_jours",
    }

    /// An address.
    pub struct Address {
        /// Number and street.
        pub street: Option<Box<str>> = "voie",
        /// Building, floor.
        pub complement: Option<Box<str>> = "complement",
        /// How to get in.
        pub entrance: Option<Box<str>> = "acces",
        /// The postal code.
        pub postal_code: Spanned<PostalCode> = "code_postal",
        /// The commune's name.
        pub commune: Spanned<Box<str>> = "commune",
        /// The commune's INSEE code; filled in where name and code leave no doubt.
        pub insee: Option<Spanned<InseeCode>> = "insee",
    }

    /// What changes what a parent will find: closed, suspended, full, moved.
    pub struct State {
        /// What it is.
        pub kind: StateType = "type",
        /// From when.
        pub from: Option<Date> = "du",
        /// Until when.
        pub until: Option<Date> = "jusqu_au",
        /// Why.
        pub reason: Option<Box<str>> = "motif",
        /// What to go to instead.
        pub replaced_by: Option<Spanned<DirectoryRef>> = "remplace_par",
    }
    check ordered_state;

    /// A position: degrees north and east.
    pub struct Position {
        /// Degrees north, within ± 90.
        pub lat: Spanned<f64> = "lat",
        /// Degrees east, within ± 180.
        pub lon: Spanned<f64> = "lon",
    }
    check on_earth;

    /// A picture.
    pub struct Photo {
        /// The image's file.
        pub file: Spanned<ImageRef> = "fichier",
        /// What it shows, for who does not see it.
        pub alt: Box<str> = "alt",
        /// Whose it is.
        pub credit: Option<Box<str>> = "credit",
    }
}

impl Directory {
    /// Every place that is named, in order.
    pub fn all_places(&self) -> impl Iterator<Item = &Spanned<PlaceRef>> {
        self.place.iter().chain(&self.places)
    }
}

fn ordered_state(this: &mut State, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(from), Some(until)) = (this.from, this.until)
        && until < from
    {
        decoder.error(
            "end-before-start",
            fields.at("jusqu_au"),
            say("« jusqu_au » est avant « du »", "“jusqu_au” is before “du”"),
            say(
                "échangez les deux dates ou corrigez l'année",
                "swap the two dates or correct the year",
            ),
        );
    }
}

fn on_earth(this: &mut Position, decoder: &mut Decoder, _: &Fields<'_, '_>) {
    for (value, bound) in [(&this.lat, 90.0), (&this.lon, 180.0)] {
        if value.abs() > bound {
            decoder.error(
                "position-off-earth",
                value.span,
                say(
                    format!("{} est hors de ± {bound} degrés", value.value),
                    format!("{} is beyond ± {bound} degrees", value.value),
                ),
                say(
                    "écrivez des degrés décimaux, par exemple lat: 48.8157, lon: 7.7905",
                    "write decimal degrees, such as lat: 48.8157, lon: 7.7905",
                ),
            );
        }
    }
}
