//! Territories, with the state of their CLP and CTG.

use jiff::civil::Date;

use crate::diag::{Diagnostic, Spanned, say};
use crate::geo::InseeCode;
use crate::mapping;
use crate::model::common::Common;
use crate::model::values::{
    ClpScope, ClpStatus, CtgStatus, PartialDate, Summary, TerritoryLevel, TerritoryRef,
};
use crate::text::yaml::{Decode, Decoder, Fields, Kind, Node};

mapping! {
    /// A territory.
    pub struct Territory {
        ..pub common: Common,
        /// Its name.
        pub name: Spanned<Box<str>> = "nom",
        /// Its level.
        pub level: Spanned<TerritoryLevel> = "niveau",
        /// Its INSEE code: of a commune, département or région.
        pub insee: Option<Spanned<Box<str>>> = "insee",
        /// Its SIREN number.
        pub siren: Option<Spanned<Box<str>>> = "siren",
        /// The territory that it is part of.
        pub parent: Option<Spanned<TerritoryRef>> = "parent",
        /// Its communes, for groupings that no official list gives.
        pub communes: Vec<Spanned<InseeCode>> = "communes",
        /// Its conseil local de la parentalité.
        pub clp: Option<Clp> = "clp",
        /// Its convention territoriale globale.
        pub ctg: Option<Ctg> = "ctg",
        /// Counts, for a territory whose members are not named.
        pub aggregates: Vec<Aggregate> = "agregats",
        /// One sentence for a parent.
        pub summary: Option<Spanned<Summary>> = "resume",
    }

    /// A conseil local de la parentalité.
    pub struct Clp {
        /// Where it stands.
        pub status: ClpStatus = "statut",
        /// Since when.
        pub since: Option<PartialDate> = "depuis",
        /// Its reach.
        pub scope: Option<Scope> = "perimetre",
        /// What it has done.
        pub achievements: Vec<Box<str>> = "realisations",
        /// Its meetings.
        pub meetings: Vec<Meeting> = "reunions",
        /// Its surveys.
        pub surveys: Vec<Survey> = "enquetes",
    }

    /// The reach of a CLP, by its communes.
    pub struct ScopeKeys {
        /// Its level.
        pub level: ClpScope = "niveau",
        /// Its communes.
        pub communes: Vec<Spanned<InseeCode>> = "communes",
        /// Its neighbourhoods.
        pub neighbourhoods: Vec<Box<str>> = "quartiers",
    }

    /// A meeting of a CLP.
    pub struct Meeting {
        /// When.
        pub date: Date = "date",
        /// How many parents came.
        pub parents: Option<u32> = "parents",
        /// How many people came in all.
        pub people: Option<u32> = "participants",
    }
    check parents_among_people;

    /// A survey of a CLP.
    pub struct Survey {
        /// When.
        pub date: Date = "date",
        /// How many were sent.
        pub sent: Option<u32> = "envoyes",
        /// How many were answered.
        pub answers: Option<u32> = "reponses",
        /// What it found.
        pub results: Option<Box<str>> = "resultats",
    }

    /// A convention territoriale globale.
    pub struct Ctg {
        /// Where it stands.
        pub status: CtgStatus = "statut",
        /// When it began.
        pub start: Option<PartialDate> = "debut",
        /// When it ends.
        pub end: Option<PartialDate> = "fin",
    }
    check ordered;

    /// Counts at a date, for a territory whose members are not named.
    pub struct Aggregate {
        /// When.
        pub date: PartialDate = "date",
        /// Who counted.
        pub source: Option<Box<str>> = "source",
        /// Of CLP.
        pub clp: Option<ClpCounts> = "clp",
        /// Of CTG.
        pub ctg: Option<CtgCounts> = "ctg",
    }

    /// Counts of territories by the state of their CLP.
    pub struct ClpCounts {
        /// Concerned: the sum of the three others.
        pub concerned: Spanned<u32> = "concernes",
        /// With a council in place.
        pub in_place: u32 = "effectif",
        /// With a council being set up.
        pub being_set_up: u32 = "installation",
        /// Interested.
        pub interested: u32 = "interesse",
    }
    check a_sum;

    /// Counts of inhabitants covered by a CTG.
    pub struct CtgCounts {
        /// Covered.
        pub covered: u32 = "habitants_couverts",
        /// In all.
        pub inhabitants: u32 = "habitants",
    }
    check covered_among_all;
}

impl Territory {
    pub(super) fn common(&self) -> &Common {
        &self.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
}

/// The reach of a CLP: in words, or by level and communes.
#[derive(Debug, Clone)]
pub enum Scope {
    /// In words.
    Words(Box<str>),
    /// By level and communes.
    Keys(ScopeKeys),
}

impl Decode for Scope {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => ScopeKeys::decode(node, decoder).map(Scope::Keys),
            _ => <Box<str>>::decode(node, decoder).map(Scope::Words),
        }
    }
}

fn parents_among_people(this: &mut Meeting, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(parents), Some(people)) = (this.parents, this.people)
        && parents > people
    {
        decoder.fault(
            Diagnostic::warning(
                "part-above-whole",
                fields.at("parents"),
                say(
                    format!("{parents} parents pour {people} participants"),
                    format!("{parents} parents among {people} people"),
                ),
            )
            .help(say(
                "« participants » compte tout le monde, parents compris",
                "“participants” counts everybody, parents included",
            )),
        );
    }
}

fn ordered(this: &mut Ctg, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(start), Some(end)) = (this.start, this.end)
        && end.last_day() < start.first_day()
    {
        decoder.error(
            "end-before-start",
            fields.at("fin"),
            say("« fin » est avant « debut »", "“fin” is before “debut”"),
            say(
                "échangez les deux dates ou corrigez l'année",
                "swap the two dates or correct the year",
            ),
        );
    }
}

fn a_sum(this: &mut ClpCounts, decoder: &mut Decoder, _: &Fields<'_, '_>) {
    let sum = u64::from(this.in_place) + u64::from(this.being_set_up) + u64::from(this.interested);
    if u64::from(this.concerned.value) != sum {
        decoder.error(
            "wrong-sum",
            this.concerned.span,
            say(
                format!(
                    "« concernes » vaut {}, mais effectif + installation + interesse font {sum}",
                    this.concerned.value
                ),
                format!(
                    "“concernes” is {}, but effectif + installation + interesse make {sum}",
                    this.concerned.value
                ),
            ),
            say(
                format!("écrivez {sum}, ou corrigez l'un des trois nombres"),
                format!("write {sum}, or correct one of the three numbers"),
            ),
        );
    }
}

fn covered_among_all(this: &mut CtgCounts, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if this.covered > this.inhabitants {
        decoder.error(
            "part-above-whole",
            fields.at("habitants_couverts"),
            say(
                "plus d'habitants couverts que d'habitants",
                "more inhabitants covered than there are",
            ),
            say("vérifiez les deux nombres", "check both numbers"),
        );
    }
}
