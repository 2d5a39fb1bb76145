//! Prices in words.

use super::context::{Context, Said, upper_first};
use crate::model::directory::Directory;
use crate::model::price::{Price, PriceBasis};
use crate::model::values::Money;

impl Context<'_> {
    /// « 2,50 € », « €2.50 ».
    pub(super) fn money(&self, amount: Money) -> String {
        let digits = amount.digits(self.t.get("number.thousands"), self.t.get("number.decimal"));
        self.t.fill("number.euros", &[("amount", &digits)])
    }
}

/// What something costs, a phrase each: the price, a word on it, the membership.
pub(super) fn phrases(context: &Context<'_>, price: &Price) -> Vec<Said> {
    let per = price.per.as_ref().map(|per| context.term(per));
    let mut all = Vec::new();
    let with_per = |text: String| match &per {
        Some(per) => Said {
            text: format!("{text} {}", per.text),
            attrs: per.attrs.clone(),
        },
        None => context.here(text),
    };
    match &price.basis {
        PriceBasis::Free => all.push(context.here(context.t.get("price.free"))),
        PriceBasis::Amount(amount) if amount.cents() == 0 => {
            all.push(context.here(context.t.get("price.free")))
        }
        PriceBasis::Voluntary => all.push(context.here(context.t.get("price.voluntary"))),
        PriceBasis::Amount(amount) => all.push(with_per(context.money(*amount))),
        PriceBasis::Scale(scale) => {
            if let (Some(from), Some(to)) = (scale.from, scale.to) {
                all.push(with_per(context.t.fill(
                    "price.scale",
                    &[("from", &context.money(from)), ("to", &context.money(to))],
                )));
            }
            all.extend(scale.by.as_ref().map(|by| context.term(by).capital()));
        }
        PriceBasis::Unstated => {}
    }
    all.extend(
        price
            .details
            .as_ref()
            .map(|details| context.content(&upper_first(details))),
    );
    if let Some(membership) = &price.membership {
        let amount = context.money(membership.amount);
        let said = context.t.fill("price.membership", &[("amount", &amount)]);
        all.push(match &membership.per {
            Some(per) => {
                let per = context.term(per);
                Said {
                    text: format!("{said} {}", per.text),
                    attrs: per.attrs,
                }
            }
            None => context.here(said),
        });
    }
    all
}

/// The price in one phrase, for a card; a compulsory membership is said with it.
pub(super) fn short(context: &Context<'_>, directory: &Directory) -> Option<Said> {
    let price = directory.price.as_ref()?;
    let mut all = phrases(context, price).into_iter();
    let first = all.next()?;
    let membership = price.membership.as_ref().and_then(|_| all.last());
    Some(match membership {
        Some(membership) => Said {
            text: format!("{} · {}", first.text, membership.text),
            attrs: membership.attrs,
        },
        None => first,
    })
}
