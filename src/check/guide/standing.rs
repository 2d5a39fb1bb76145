//! How a record is to be treated: discreet, confidential, stale, apart, closed.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::load::Record;
use crate::model::values::{StateType, Term as _};
use crate::model::{Data, GuideConfig, Vocabulary};

use super::Standing;

/// What follows from a record's own keys.
pub(super) fn of(
    record: &Record,
    config: &GuideConfig,
    vocabulary: &Vocabulary,
    today: Date,
) -> Standing {
    let common = record.data.common();
    let directory = record.data.directory();
    let themes: Vec<&str> = match &record.data {
        Data::Article(article) => article.themes.iter().map(|theme| theme.code()).collect(),
        data => data
            .directory()
            .map(|directory| directory.themes.iter().map(|theme| theme.code()).collect())
            .unwrap_or_default(),
    };
    let confidential = match &record.data {
        Data::Place(place) => place.is_confidential(),
        _ => directory.is_some_and(|directory| {
            directory
                .confidential
                .as_ref()
                .is_some_and(|flag| flag.value)
        }),
    };
    let stale = common.verified.as_ref().is_some_and(|verified| {
        let limit = verified
            .day()
            .checked_add((config.freshness() as i32).months());
        limit.is_ok_and(|limit| limit < today)
    });
    let closed = directory
        .and_then(|directory| directory.state.as_ref())
        .is_some_and(|state| {
            state.kind == StateType::Closed
                && state.until.is_none()
                && state.from.is_none_or(|from| from <= today)
        });
    let example = common.is_example();
    Standing {
        discreet: common.discreet == Some(true)
            || themes.iter().any(|theme| is_grave(vocabulary, theme)),
        confidential,
        stale,
        example,
        apart: example && !config.is_demonstration(),
        closed,
    }
}

/// Whether what is about a theme is discreet: a theme at or under violence or child protection.
pub fn is_grave(vocabulary: &Vocabulary, theme: &str) -> bool {
    ["violences", "protection-enfance"]
        .iter()
        .any(|above| vocabulary.is_within("themes", theme, above))
}
