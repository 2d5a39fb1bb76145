//! Actions: what parents are offered, and the 30 questions of the *fiche action*.

use crate::diag::{Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::directory::Directory;
use crate::model::markdown::Markdown;
use crate::model::values::{
    ActionForm, ActionLevel, Dispositif, Format, HolderType, InequalityEffect, Initiative, Milieu,
    Modality, OrganisationType, PartialDate, Participation, PlaceNature, Sector, Strategy,
};
use crate::text::yaml::{Decode, Decoder, Fields, Node};

mapping! {
    /// One parenting-support action, with every question of the sheet.
    pub struct Action {
        ..pub directory: Directory,
        ..pub partners: ActionPartners,
        /// Its forms, as parents know them.
        pub formats: Vec<Spanned<Format>> = "formats",
        /// The full official title.
        pub official_title: Option<Box<str>> = "intitule",
        /// Its number in a collection.
        pub number: Option<Box<str>> = "numero",
        /// The collection of sheets that it comes from.
        pub collection: Option<Box<str>> = "recueil",
        /// 1. Sectors.
        pub sectors: Vec<Spanned<Sector>> = "secteurs",
        /// 1. Sectors, in words.
        pub sectors_details: Option<Box<str>> = "secteurs_precisions",
        /// 3. Dispositifs.
        pub dispositifs: Vec<Spanned<Dispositif>> = "dispositifs",
        /// 3. Dispositifs, in words.
        pub dispositifs_details: Option<Box<str>> = "dispositifs_precisions",
        /// 4. Who began it.
        pub initiative: Vec<Spanned<Initiative>> = "initiative",
        /// 4. Who began it, in words.
        pub initiative_details: Option<Box<str>> = "initiative_precisions",
        /// 5. Objectives.
        pub objectives: Option<Markdown> = "objectifs",
        /// 6. Audience, in words.
        pub audiences_details: Option<Box<str>> = "publics_precisions",
        /// 6. Vulnerabilities.
        pub vulnerabilities: Option<Box<str>> = "vulnerabilites",
        /// 7. Subjects.
        pub subjects: Option<Markdown> = "sujets",
        /// 8. Kinds of activity.
        pub modalities: Vec<Spanned<Modality>> = "modalites",
        /// 8. Kinds of activity, in words.
        pub modalities_details: Option<Box<str>> = "modalites_precisions",
        /// 8. Activities.
        pub activities: Option<Markdown> = "activites",
        /// 9. Individual or collective.
        pub form: Vec<Spanned<ActionForm>> = "forme",
        /// 10. Duration.
        pub period: Option<Period> = "periode",
        /// 11. Frequency, in words.
        pub frequency: Option<Box<str>> = "frequence",
        /// 12. Levels of territory.
        pub level: Vec<Spanned<ActionLevel>> = "niveau",
        /// 13. Milieux.
        pub milieux: Vec<Spanned<Milieu>> = "milieux",
        /// 13. Milieux, in words.
        pub milieux_details: Option<Box<str>> = "milieux_precisions",
        /// 14. Nature of the places.
        pub place_natures: Vec<Spanned<PlaceNature>> = "lieux_types",
        /// 14. Nature of the places, in words.
        pub place_natures_details: Option<Box<str>> = "lieux_types_precisions",
        /// 16. Unexpected effects.
        pub unexpected_effects: Option<Markdown> = "effets_inattendus",
        /// 18. Participation.
        pub participation: Option<Participations> = "participation",
        /// 19. Training.
        pub training: Option<Markdown> = "formation",
        /// 25. Levers.
        pub levers: Option<Markdown> = "leviers",
        /// 26. Obstacles.
        pub obstacles: Option<Markdown> = "freins",
        /// 27. Strategies.
        pub strategies: Vec<Spanned<Strategy>> = "strategies",
        /// 27. Strategies, in words.
        pub strategies_details: Option<Box<str>> = "strategies_precisions",
        /// 28. Effects on health.
        pub health_effects: Option<Markdown> = "effets_sante",
        /// 29. Effect on inequalities.
        pub inequalities: Option<Spanned<InequalityEffect>> = "inegalites",
        /// 29. Effect on inequalities, in words.
        pub inequalities_details: Option<Box<str>> = "inegalites_precisions",
        /// 30. What it takes to do it elsewhere.
        pub transfer: Option<Markdown> = "transferabilite",
        /// 30. Comments.
        pub comments: Option<Markdown> = "commentaires",
    }

    /// Questions 2 and 20: who holds an action and who takes part, by type.
    pub struct ActionPartners {
        /// 2. Types of holders.
        pub holder_types: Vec<Spanned<HolderType>> = "porteurs_types",
        /// 2. Types of holders, in words.
        pub holder_types_details: Option<Box<str>> = "porteurs_types_precisions",
        /// 2. Types of organisations.
        pub organisation_types: Vec<Spanned<OrganisationType>> = "organisations_types",
        /// 20. Sectors of the partners.
        pub partner_sectors: Vec<Spanned<Sector>> = "partenaires_secteurs",
        /// 20. Sectors of the partners, in words.
        pub partner_sectors_details: Option<Box<str>> = "partenaires_secteurs_precisions",
    }

    /// How long an action lasts (question 10).
    pub struct Period {
        /// When it was thought out.
        pub conceived: Option<PeriodDate> = "conception",
        /// When it began.
        pub start: Option<PeriodDate> = "debut",
        /// When it ends.
        pub end: Option<PeriodDate> = "fin",
        /// Whether it has no end.
        pub lasting: Option<bool> = "perenne",
    }
    check ordered_period;

    /// How people take part (question 18).
    pub struct Participations {
        /// Families.
        pub families: Vec<Spanned<Participation>> = "familles",
        /// Professionals.
        pub professionals: Vec<Spanned<Participation>> = "professionnels",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }
}

impl Action {
    pub(super) fn common(&self) -> &Common {
        &self.directory.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.directory.common
    }
}

/// A date of a period: a day, month or year, or that it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodDate {
    /// A date.
    Date(PartialDate),
    /// `inconnue`.
    Unknown,
}

impl Decode for PeriodDate {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        if node.as_text().is_some_and(|text| text.trim() == "inconnue") {
            return Some(PeriodDate::Unknown);
        }
        PartialDate::decode(node, decoder).map(PeriodDate::Date)
    }
}

fn ordered_period(this: &mut Period, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(PeriodDate::Date(start)), Some(PeriodDate::Date(end))) = (this.start, this.end)
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
