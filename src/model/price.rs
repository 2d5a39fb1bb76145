//! What something costs.

use crate::diag::say;
use crate::mapping;
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode, Decoder, Fields, Kind, Node};

use super::values::{Money, PricePer, ScaleBy};

/// What something costs; a membership may come on top of any of these.
#[derive(Debug, Clone)]
pub struct Price {
    /// The price itself.
    pub basis: PriceBasis,
    /// What it is counted by.
    pub per: Option<PricePer>,
    /// A word on it.
    pub details: Option<Box<str>>,
    /// A membership that is compulsory.
    pub membership: Option<Membership>,
}

/// The price itself.
#[derive(Debug, Clone)]
pub enum PriceBasis {
    /// Nothing to pay.
    Free,
    /// One gives what one wants.
    Voluntary,
    /// An amount; 0 is free.
    Amount(Money),
    /// A scale.
    Scale(Scale),
    /// Nothing is said but a membership or a word.
    Unstated,
}

mapping! {
    /// A scale of prices.
    pub struct Scale {
        /// The least.
        pub from: Option<Money> = "de",
        /// The most.
        pub to: Option<Money> = "a",
        /// What it depends on.
        pub by: Option<ScaleBy> = "selon",
    }
    check ordered;

    /// A membership.
    pub struct Membership {
        /// How much.
        pub amount: Money = "montant",
        /// Counted by what.
        pub per: Option<PricePer> = "par",
    }

    /// The keys of a price.
    pub struct PriceKeys {
        /// `gratuit` or `libre`, beside a membership.
        pub kind: Option<PriceWord> = "type",
        /// The amount.
        pub amount: Option<Money> = "montant",
        /// Counted by what.
        pub per: Option<PricePer> = "par",
        /// A word on it.
        pub details: Option<Box<str>> = "precisions",
        /// A scale.
        pub scale: Option<Scale> = "bareme",
        /// A compulsory membership.
        pub membership: Option<Membership> = "adhesion",
    }
    check one_price;
}

/// A price said in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceWord {
    /// `gratuit`.
    Free,
    /// `libre`.
    Voluntary,
}

impl Price {
    /// Whether nothing has to be paid for the thing itself.
    pub fn is_free(&self) -> bool {
        match self.basis {
            PriceBasis::Free => true,
            PriceBasis::Amount(amount) => amount.cents() == 0,
            _ => false,
        }
    }

    /// Whether it is free or at most symbolic.
    pub fn is_symbolic(&self) -> bool {
        match &self.basis {
            PriceBasis::Amount(amount) => *amount <= Money::SYMBOLIC,
            PriceBasis::Scale(scale) => scale.to.is_none_or(|to| to <= Money::SYMBOLIC),
            _ => true,
        }
    }
}

impl Decode for PriceWord {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder
            .text(node, say("un tarif", "a price"), "« gratuit »")?
            .trim();
        match text {
            "gratuit" => Some(PriceWord::Free),
            "libre" => Some(PriceWord::Voluntary),
            _ => {
                let help = match (
                    Money::parse(text.trim_end_matches('€').trim()),
                    nearest(text, ["gratuit", "libre"]),
                ) {
                    (Some(_), _) => say(
                        format!(
                            "écrivez tarif: {{montant: {}}}",
                            text.trim_end_matches('€').trim()
                        ),
                        format!(
                            "write tarif: {{montant: {}}}",
                            text.trim_end_matches('€').trim()
                        ),
                    ),
                    (None, Some(near)) => say(
                        format!("vouliez-vous dire « {near} » ?"),
                        format!("did you mean “{near}”?"),
                    ),
                    (None, None) => say(
                        "écrivez gratuit, libre (chacun donne ce qu'il veut), ou {montant: 3, par: famille}",
                        "write gratuit, libre (one gives what one wants), or {montant: 3, par: famille}",
                    ),
                };
                decoder.error(
                    "unknown-value",
                    node.span,
                    say(
                        format!("tarif inconnu « {text} »"),
                        format!("unknown price “{text}”"),
                    ),
                    help,
                );
                None
            }
        }
    }
}

impl Decode for Price {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        if !matches!(node.kind, Kind::Mapping(_)) {
            let word = PriceWord::decode(node, decoder)?;
            return Some(Price {
                basis: word.into(),
                per: None,
                details: None,
                membership: None,
            });
        }
        for word in ["gratuit", "libre"] {
            let mut entries = node.as_mapping().into_iter().flatten();
            if let Some(entry) = entries.find(|entry| entry.key == word) {
                decoder.error(
                    "unknown-key",
                    entry.key_span,
                    say(
                        format!("« {word} » est un tarif, pas une clé"),
                        format!("“{word}” is a price, not a key"),
                    ),
                    say(
                        format!("écrivez tarif: {word} ; avec une adhésion : {{montant: 0, adhesion: {{montant: 12, par: an}}}}"),
                        format!("write tarif: {word}; with a membership: {{montant: 0, adhesion: {{montant: 12, par: an}}}}"),
                    ),
                );
                return None;
            }
        }
        let keys = PriceKeys::decode(node, decoder)?;
        let basis = match (keys.kind, keys.amount, keys.scale) {
            (Some(word), ..) => word.into(),
            (None, Some(amount), _) => PriceBasis::Amount(amount),
            (None, None, Some(scale)) => PriceBasis::Scale(scale),
            (None, None, None) => PriceBasis::Unstated,
        };
        Some(Price {
            basis,
            per: keys.per,
            details: keys.details,
            membership: keys.membership,
        })
    }
}

impl From<PriceWord> for PriceBasis {
    fn from(word: PriceWord) -> PriceBasis {
        match word {
            PriceWord::Free => PriceBasis::Free,
            PriceWord::Voluntary => PriceBasis::Voluntary,
        }
    }
}

fn ordered(this: &mut Scale, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if let (Some(from), Some(to)) = (this.from, this.to)
        && from > to
    {
        decoder.error(
            "reversed-scale",
            fields.at("a"),
            say(
                "le barème commence plus haut qu'il ne finit",
                "the scale begins above its end",
            ),
            say(
                "écrivez le plus petit montant sous « de », le plus grand sous « a »",
                "write the least amount under “de”, the most under “a”",
            ),
        );
    }
}

fn one_price(this: &mut PriceKeys, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    if decoder.has_error_within(fields.span()) {
        return;
    }
    let said = usize::from(this.kind.is_some())
        + usize::from(this.amount.is_some())
        + usize::from(this.scale.is_some());
    if said > 1 {
        decoder.error(
            "two-prices",
            fields.span(),
            say("deux tarifs à la fois", "two prices at once"),
            say(
                "gardez « montant » ou « bareme » ; dites le reste sous « precisions »",
                "keep “montant” or “bareme”; say the rest under “precisions”",
            ),
        );
    }
    // An unknown key is told at its place: what it says is no silence.
    let says_else = fields.has_unread();
    if said == 0 && !says_else && this.membership.is_none() && this.details.is_none() {
        decoder.error(
            "missing-key",
            fields.span(),
            say(
                "ce tarif ne dit pas de montant",
                "this price states no amount",
            ),
            say(
                "ajoutez « montant: 3 », ou écrivez tarif: gratuit",
                "add “montant: 3”, or write tarif: gratuit",
            ),
        );
    }
}
