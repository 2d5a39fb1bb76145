//! What something costs, as data and in words.

use super::super::view::view;
use crate::model::price::{Price as ModelPrice, PriceBasis};
use crate::model::values::{Money, Term};
use crate::site::Site;

view! {
    /// What something costs.
    struct Price<'s> {
        kind: &'static str = "type",
        amount: Option<f64> = "montant",
        from: Option<f64> = "de",
        to: Option<f64> = "a",
        by: Option<&'s str> = "selon",
        per: Option<&'s str> = "par",
        details: Option<&'s str> = "precisions",
        membership: Option<f64> = "adhesion",
        membership_per: Option<&'s str> = "adhesion_par",
        words: String = "en_mots",
    }
}

pub(super) fn of<'s>(site: &'s Site, price: &'s ModelPrice) -> Price<'s> {
    let per = price.per.as_ref().map(Term::code);
    let mut view = Price {
        per,
        details: price.details.as_deref(),
        words: in_words(site, price),
        ..Price::default()
    };
    match &price.basis {
        PriceBasis::Free => view.kind = "gratuit",
        PriceBasis::Amount(amount) if amount.cents() == 0 => view.kind = "gratuit",
        PriceBasis::Voluntary => view.kind = "libre",
        PriceBasis::Amount(amount) => {
            view.kind = "montant";
            view.amount = Some(euros(*amount));
        }
        PriceBasis::Scale(scale) => {
            view.kind = "bareme";
            view.from = scale.from.map(euros);
            view.to = scale.to.map(euros);
            view.by = scale.by.as_ref().map(Term::code);
        }
        PriceBasis::Unstated => view.kind = "non-dit",
    }
    if let Some(membership) = &price.membership {
        view.membership = Some(euros(membership.amount));
        view.membership_per = membership.per.as_ref().map(Term::code);
    }
    view
}

/// Euros as a number; cents are whole, so that two decimals say all.
fn euros(amount: Money) -> f64 {
    amount.cents() as f64 / 100.0
}

/// « 3 € par famille ; adhésion : 12 € par an ».
fn in_words(site: &Site, price: &ModelPrice) -> String {
    let label = |list: &str, code: &str| {
        let own = &*site.languages[0].code;
        site.guide.vocabulary.label(list, code, own).to_owned()
    };
    let per = price.per.as_ref();
    let per = per.map(|per| format!(" {}", label("tarif_par", per.code())));
    let per = per.unwrap_or_default();
    let mut all: Vec<String> = Vec::new();
    match &price.basis {
        PriceBasis::Free => all.push("gratuit".to_owned()),
        PriceBasis::Amount(amount) if amount.cents() == 0 => all.push("gratuit".to_owned()),
        PriceBasis::Voluntary => all.push("participation libre".to_owned()),
        PriceBasis::Amount(amount) => all.push(format!("{}{per}", amount.french())),
        PriceBasis::Scale(scale) => {
            if let (Some(from), Some(to)) = (scale.from, scale.to) {
                all.push(format!("de {} à {}{per}", from.french(), to.french()));
            }
            let by = scale.by.as_ref();
            all.extend(by.map(|by| label("selon", by.code())));
        }
        PriceBasis::Unstated => {}
    }
    all.extend(price.details.as_deref().map(str::to_owned));
    if let Some(membership) = &price.membership {
        let per = membership.per.as_ref();
        let per = per.map(|per| format!(" {}", label("tarif_par", per.code())));
        let amount = membership.amount.french();
        all.push(format!("adhésion : {amount}{}", per.unwrap_or_default()));
    }
    all.join(" ; ")
}
