//! What was done, whom it reached, who paid, and how it is evaluated.

use crate::diag::{Spanned, say};
use crate::mapping;
use crate::text::yaml::{Decoder, Fields};

use super::values::{
    Counting, EvaluationMode, EvaluationStatus, FunderType, Link, Money, PartnerRef,
};

mapping! {
    /// Who pays (question 21).
    pub struct Funder {
        /// The partner.
        pub partner: Option<Spanned<PartnerRef>> = "partenaire",
        /// What sort of body it is.
        pub kind: Option<Spanned<FunderType>> = "type",
        /// How much.
        pub amount: Option<Money> = "montant",
        /// For which year.
        pub year: Option<u32> = "annee",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
    }
    check somebody_pays;

    /// What was done and whom it reached in a year (question 15).
    pub struct Review {
        /// The year.
        pub year: Option<u32> = "annee",
        /// The year in words, where it is not stated.
        pub year_details: Option<Box<str>> = "annee_precisions",
        /// How many sessions were planned.
        pub planned: Option<u32> = "seances_prevues",
        /// How many were held.
        pub held: Option<u32> = "seances_tenues",
        /// Whom it reached.
        pub reached: Option<Reached> = "beneficiaires",
        /// How people were counted.
        pub counting: Option<Counting> = "comptage",
        /// What people said of it.
        pub satisfaction: Option<Box<str>> = "satisfaction",
        /// A word on it.
        pub comment: Option<Box<str>> = "commentaire",
    }
    check one_year;

    /// How many people something reached; a count under 5 is published as « moins de 5 ».
    pub struct Reached {
        /// Parents.
        pub parents: Option<u32> = "parents",
        /// Children.
        pub children: Option<u32> = "enfants",
        /// Professionals.
        pub professionals: Option<u32> = "professionnels",
    }

    /// How something is evaluated (questions 22 to 24).
    pub struct Evaluation {
        /// Where the evaluation stands.
        pub status: Option<EvaluationStatus> = "statut",
        /// How it is made.
        pub modes: Vec<Spanned<EvaluationMode>> = "mode",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
        /// What it found.
        pub results: Option<super::markdown::Markdown> = "resultats",
        /// The report.
        pub report: Option<Link> = "rapport",
    }
}

fn somebody_pays(this: &mut Funder, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if decoder.has_error_within(fields.span()) {
        return;
    }
    if this.partner.is_none() && this.kind.is_none() {
        decoder.error(
            "missing-key",
            fields.span(),
            say("ce financeur n'est pas nommé", "this funder is not named"),
            say(
                "ajoutez « partenaire » (une fiche) ou « type » (un code)",
                "add “partenaire” (a record) or “type” (a code)",
            ),
        );
    }
}

fn one_year(this: &mut Review, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if decoder.has_error_within(fields.span()) {
        return;
    }
    if this.year.is_some() == this.year_details.is_some() {
        decoder.error(
            "review-year",
            fields.span(),
            say("un bilan a « annee », ou « annee_precisions » si elle n'est pas connue : l'un des deux", "a review has “annee”, or “annee_precisions” where it is unknown: one of the two"),
            say("écrivez annee: 2025, ou annee_precisions: \"par an\"", "write annee: 2025, or annee_precisions: \"par an\""),
        );
    }
}
