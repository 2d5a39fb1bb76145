//! What was done and whom it reached, year by year.

use serde::Serialize;

use super::people;
use crate::model::directory::Directory;
use crate::model::evaluation::Review;
use crate::render::context::{Context, Said};

/// Whom it reached, year by year.
#[derive(Serialize)]
pub(super) struct Reviews {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<Said>,
}

/// Whom it reached; only the columns of which anything is known.
pub(super) fn view(context: &Context<'_>, directory: &Directory) -> Option<Reviews> {
    type Count = fn(&Review) -> Option<u32>;
    let reviews = &directory.reviews;
    let columns: [(&str, bool, Count); 5] = [
        ("reviews.planned", false, |review| review.planned),
        ("reviews.held", false, |review| review.held),
        ("reviews.parents", true, |review| {
            review.reached.as_ref()?.parents
        }),
        ("reviews.children", true, |review| {
            review.reached.as_ref()?.children
        }),
        ("reviews.professionals", true, |review| {
            review.reached.as_ref()?.professionals
        }),
    ];
    let known: Vec<_> = columns
        .into_iter()
        .filter(|(.., count)| reviews.iter().any(|review| count(review).is_some()))
        .collect();
    if reviews.is_empty() {
        return None;
    }
    let year = |review: &Review| {
        review
            .year
            .map(|year| year.to_string())
            .or_else(|| review.year_details.as_deref().map(str::to_owned))
            .unwrap_or_default()
    };
    let cell = |review: &Review, is_people: bool, count: Count| match count(review) {
        Some(count) if is_people => people(context, count),
        Some(count) => count.to_string(),
        None => "–".to_owned(),
    };
    let rows = reviews.iter().map(|review| {
        [year(review)]
            .into_iter()
            .chain(
                known
                    .iter()
                    .map(|(_, is_people, count)| cell(review, *is_people, *count)),
            )
            .collect()
    });
    let heads = [context.t.get("reviews.year")]
        .into_iter()
        .chain(known.iter().map(|(key, ..)| context.t.get(key)))
        .map(str::to_owned);
    let notes = reviews.iter().flat_map(|review| {
        let counting = review
            .counting
            .as_ref()
            .map(|counting| context.term(counting));
        let texts = review
            .satisfaction
            .as_deref()
            .into_iter()
            .chain(review.comment.as_deref())
            .map(|text| context.content(text));
        counting.into_iter().chain(texts).map(move |said| Said {
            text: format!("{}\u{a0}: {}", year(review), said.text),
            attrs: said.attrs,
        })
    });
    Some(Reviews {
        heads: heads.collect(),
        rows: rows.collect(),
        notes: notes.collect(),
    })
}
