//! Plans of action of a schéma départemental des services aux familles.

use crate::diag::{Spanned, say};
use crate::mapping;
use crate::model::common::Common;
use crate::model::values::{PartialDate, PartnerRef, TerritoryRef, Title};
use crate::text::yaml::{Decoder, Fields};

mapping! {
    /// A plan of action.
    pub struct Plan {
        ..pub common: Common,
        /// Its title.
        pub title: Spanned<Title> = "titre",
        /// Its code in the schéma.
        pub code: Option<Box<str>> = "code",
        /// The axis it belongs to.
        pub axis: Option<Box<str>> = "axe",
        /// The territory it is for.
        pub territory: Spanned<TerritoryRef> = "territoire",
        /// Who leads it.
        pub leads: Vec<Spanned<PartnerRef>> = "pilote",
        /// Who takes part.
        pub partners: Vec<Spanned<PartnerRef>> = "partenaires",
        /// What is to be done, in words.
        pub actions: Vec<Box<str>> = "actions",
        /// From which year to which.
        pub term: Option<Term> = "echeance",
        /// What is followed.
        pub indicators: Vec<Indicator> = "indicateurs",
    }

    /// The years of a plan.
    pub struct Term {
        /// The first.
        pub start: Option<u32> = "debut",
        /// The last.
        pub end: Option<u32> = "fin",
    }
    check ordered;

    /// What is followed.
    pub struct Indicator {
        /// Its code.
        pub code: Option<Box<str>> = "code",
        /// What it counts.
        pub title: Box<str> = "intitule",
        /// In what.
        pub unit: Option<Box<str>> = "unite",
        /// Its values.
        pub values: Vec<IndicatorValue> = "valeurs",
    }

    /// A value of an indicator at a date.
    pub struct IndicatorValue {
        /// When.
        pub date: PartialDate = "date",
        /// The value.
        pub value: Option<f64> = "valeur",
        /// Why it can't be computed.
        pub not_computable: Option<Box<str>> = "non_calculable",
        /// Who says so.
        pub source: Option<Box<str>> = "source",
    }
    check value_or_reason;
}

impl Plan {
    pub(super) fn common(&self) -> &Common {
        &self.common
    }

    pub(super) fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
}

fn ordered(this: &mut Term, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(start), Some(end)) = (this.start, this.end)
        && end < start
    {
        decoder.error(
            "end-before-start",
            fields.at("fin"),
            say("« fin » est avant « debut »", "“fin” is before “debut”"),
            say("échangez les deux années", "swap the two years"),
        );
    }
}

fn value_or_reason(this: &mut IndicatorValue, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if decoder.has_error_within(fields.span()) {
        return;
    }
    if this.value.is_some() == this.not_computable.is_some() {
        decoder.error(
            "value-or-reason",
            fields.span(),
            say(
                "une valeur a « valeur », ou « non_calculable » avec la raison : l'un des deux",
                "a value has “valeur”, or “non_calculable” with the reason: one of the two",
            ),
            say(
                "écrivez valeur: 27, ou non_calculable: \"périmètres trop variables\"",
                "write valeur: 27, or non_calculable: \"périmètres trop variables\"",
            ),
        );
    }
}
