//! Conventions between partners.

use super::Funding;
use crate::diag::{Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::values::{
    ActionRef, ConventionRef, ConventionStatus, ConventionType, EvaluationFrequency,
    EvaluationScope, Field as FieldTerm, PartialDate, PartnerRef, PlaceRef, Title,
};
use crate::text::yaml::{Decode, Decoder, Fields, Kind, Mention, Node};

mapping! {
    /// A convention between partners.
    pub struct Convention {
        ..pub common: Common,
        /// Its title.
        pub title: Spanned<Title> = "titre",
        /// Its type.
        pub kind: Spanned<ConventionType> = "type",
        /// Where it stands; absent: signed.
        pub status: Option<Spanned<ConventionStatus>> = "statut",
        /// Who agrees.
        pub parties: Vec<Spanned<PartnerRef>> = "parties",
        /// On what.
        pub subject: Box<str> = "objet",
        /// The places it is about.
        pub places: Vec<Spanned<PlaceRef>> = "lieux",
        /// The actions it is about.
        pub actions: Vec<Spanned<ActionRef>> = "actions",
        /// When it was signed.
        pub signed: Option<Spanned<PartialDate>> = "signee_le",
        /// When it begins.
        pub start: Option<Spanned<PartialDate>> = "debut",
        /// How many months it lasts.
        pub months: Option<Spanned<u32>> = "duree_mois",
        /// That it has no end.
        pub duration: Option<Spanned<Duration>> = "duree",
        /// Whether it renews itself.
        pub renewal: Option<Renewal> = "reconduction",
        /// How many months ahead one gives notice.
        pub notice_months: Option<u32> = "preavis_mois",
        /// When it was denounced.
        pub denounced: Option<Spanned<PartialDate>> = "denoncee_le",
        /// The deliberation that approved it.
        pub deliberation: Option<Deliberation> = "deliberation",
        /// The template it was drawn from.
        pub template: Option<Spanned<ConventionRef>> = "modele",
        /// The convention whose place it takes.
        pub replaces: Vec<Spanned<ConventionRef>> = "remplace",
        /// The convention it is part of.
        pub parent: Option<Spanned<ConventionRef>> = "parent",
        /// Who steers it.
        pub steering: Vec<Spanned<PartnerRef>> = "pilotage",
        /// What each party commits itself to.
        pub commitments: Option<Commitments> = "engagements",
        /// Insurances.
        pub insurance: Option<Box<str>> = "assurances",
        /// Whether money is at stake.
        pub financial: Option<bool> = "incidence_financiere",
        /// Its financing.
        pub funding: Option<Funding> = "financement",
        /// How it is evaluated.
        pub evaluation: Option<ConventionEvaluation> = "evaluation",
        /// Its fields of intervention.
        pub fields: Vec<Spanned<FieldTerm>> = "champs",
        /// Its reach, in words.
        pub scope: Vec<Box<str>> = "perimetre",
        /// The bodies to which the bilan is presented.
        pub bodies: Vec<Box<str>> = "instances",
        /// Whether it has a public page.
        pub public: Option<bool> = "public",
    }

    check sound_terms;

    /// The deliberation that approved a convention.
    pub struct Deliberation {
        /// Its number.
        pub number: Option<Box<str>> = "numero",
        /// When.
        pub date: Option<PartialDate> = "date",
        /// By which body.
        pub body: Option<Box<str>> = "instance",
    }

    /// How a convention renews itself.
    pub struct RenewalKeys {
        /// Whether silence is agreement.
        pub tacit: Option<bool> = "tacite",
        /// How many times at most.
        pub times: Option<u32> = "fois_max",
        /// How many months in all at most.
        pub months: Option<u32> = "duree_max_mois",
    }

    /// How a convention is evaluated.
    pub struct ConventionEvaluation {
        /// How often.
        pub frequency: Option<Spanned<EvaluationFrequency>> = "frequence",
        /// What is looked at.
        pub by: Option<EvaluationScope> = "par",
        /// What was done.
        pub done: Vec<Done> = "realisees",
    }

    /// An evaluation that was made of an action.
    pub struct DoneKeys {
        /// When.
        pub date: PartialDate = "date",
        /// Of which action.
        pub action: Option<Spanned<ActionRef>> = "action",
    }
}

impl Convention {
    pub(super) fn common(&self) -> &Common {
        &self.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    /// Where it stands.
    pub fn status(&self) -> ConventionStatus {
        self.status
            .as_ref()
            .map_or(ConventionStatus::Signed, |status| status.value)
    }
}

/// `indeterminee`: a convention without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration;

impl Decode for Duration {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(
            node,
            say("« indeterminee »", "“indeterminee”"),
            "« duree: indeterminee »",
        )?;
        if text.trim() == "indeterminee" {
            return Some(Duration);
        }
        decoder.error(
            "unknown-value",
            node.span,
            say(
                format!("durée inconnue « {text} »"),
                format!("unknown duration “{text}”"),
            ),
            say(
                "écrivez duree_mois: 12, ou duree: indeterminee",
                "write duree_mois: 12, or duree: indeterminee",
            ),
        );
        None
    }
}

/// Whether a convention renews itself.
#[derive(Debug, Clone)]
pub enum Renewal {
    /// `aucune`.
    None,
    /// By its keys.
    Keys(RenewalKeys),
}

impl Decode for Renewal {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        if matches!(node.kind, Kind::Mapping(_)) {
            return RenewalKeys::decode(node, decoder).map(Renewal::Keys);
        }
        let text = decoder.text(
            node,
            say("« aucune », ou des clés", "“aucune”, or keys"),
            "« {tacite: true, fois_max: 4} »",
        )?;
        if text.trim() == "aucune" {
            return Some(Renewal::None);
        }
        decoder.error(
            "unknown-value",
            node.span,
            say(
                format!("reconduction inconnue « {text} »"),
                format!("unknown renewal “{text}”"),
            ),
            say(
                "écrivez aucune, ou {tacite: true, fois_max: 4}",
                "write aucune, or {tacite: true, fois_max: 4}",
            ),
        );
        None
    }
}

/// What each party commits itself to: by partner, or `tous`.
#[derive(Debug, Clone, Default)]
pub struct Commitments(pub Vec<Commitment>);

/// What one party, or all of them, commits itself to.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// The partner's slug, or `tous`.
    pub by: Spanned<Box<str>>,
    /// To what.
    pub texts: Vec<Box<str>>,
}

impl Decode for Commitments {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let Some(entries) = node.as_mapping() else {
            decoder.wrong_type(
                node,
                say("un groupe d'engagements", "a group of commitments"),
                "« engagements: {tous: [évaluer chaque année]} »",
            );
            return None;
        };
        let mut commitments = Vec::new();
        for entry in entries {
            if entry.key != "tous" {
                let id = format!("partenaires/{}", entry.key).into();
                decoder.mention(
                    Mention::Record {
                        folders: PartnerRef::FOLDERS,
                        id,
                    },
                    entry.key_span,
                );
            }
            let texts = <Vec<Box<str>> as crate::text::yaml::Field>::present(&entry.value, decoder)
                .unwrap_or_default();
            commitments.push(Commitment {
                by: Spanned::new(entry.key.as_ref().into(), entry.key_span),
                texts,
            });
        }
        Some(Commitments(commitments))
    }
}

/// An evaluation that was made: a date, or a date and an action.
#[derive(Debug, Clone)]
pub struct Done(pub DoneKeys);

impl Decode for Done {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => DoneKeys::decode(node, decoder).map(Done),
            _ => {
                PartialDate::decode(node, decoder).map(|date| Done(DoneKeys { date, action: None }))
            }
        }
    }
}

fn sound_terms(this: &mut Convention, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let Some(months) = this.months.as_ref().filter(|months| months.value == 0) {
        decoder.error(
            "bad-length",
            months.span,
            say("une durée de 0 mois", "a length of 0 months"),
            say(
                "écrivez par exemple duree_mois: 12, ou duree: indeterminee",
                "write for example duree_mois: 12, or duree: indeterminee",
            ),
        );
    }
    if let (Some(_), Some(duration)) = (&this.months, &this.duration) {
        decoder.error(
            "bad-length",
            duration.span,
            say(
                "une durée en mois, et une durée indéterminée",
                "a length in months, and no end",
            ),
            say(
                "gardez « duree_mois », ou « duree: indeterminee » : l'un des deux",
                "keep “duree_mois”, or “duree: indeterminee”: one of the two",
            ),
        );
    }
    if let (Some(start), Some(denounced)) = (&this.start, &this.denounced)
        && denounced.last_day() < start.first_day()
    {
        decoder.error(
            "end-before-start",
            fields.at("denoncee_le"),
            say(
                "« denoncee_le » est avant « debut »",
                "“denoncee_le” is before “debut”",
            ),
            say(
                "corrigez l'une des deux dates",
                "correct one of the two dates",
            ),
        );
    }
}
