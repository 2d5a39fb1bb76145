//! Ages in words.

use crate::model::values::{Age, AgeGroup, Audience};
use crate::render::context::Context;

/// The ages of some groups of children, each stretch in words.
pub(super) fn said(context: &Context<'_>, groups: &[AgeGroup]) -> Vec<String> {
    let stretches = stretches(groups);
    stretches
        .iter()
        .map(|stretch| words(context, stretch))
        .collect()
}

/// A stretch of ages as it is said: without a first or a last where none is stated.
struct Stretch<'a> {
    from: Option<&'a Age>,
    to: Option<&'a Age>,
    audience: Option<&'a Audience>,
}

/// Ages as they are said: two groups of the same children that touch or overlap are one stretch.
fn stretches(groups: &[AgeGroup]) -> Vec<Stretch<'_>> {
    let mut stated: Vec<&AgeGroup> = groups.iter().filter(|one| one.range().is_some()).collect();
    // Those that are apart stay in their order.
    stated.sort_by_key(|group| group.range().map(|range| range.from));
    let mut all: Vec<Stretch<'_>> = Vec::new();
    for group in stated {
        let (from, to) = (group.from.as_ref(), group.to.as_ref());
        let audience = group.audience.as_ref();
        let touches = |last: &&mut Stretch<'_>| {
            let end = last.to.map(Age::days);
            last.audience == audience
                && end.is_none_or(|end| from.is_none_or(|from| from.days() <= end + 1))
        };
        match all.last_mut().filter(touches) {
            Some(last) => {
                let is_later = |to: &Age| last.to.is_some_and(|end| to.days() > end.days());
                if to.is_none_or(is_later) {
                    last.to = to;
                }
            }
            None => all.push(Stretch { from, to, audience }),
        }
    }
    all
}

fn words(context: &Context<'_>, stretch: &Stretch<'_>) -> String {
    // Units are the content's: « 6 ans » stays as it was written where the language has no pattern for it.
    let age = |age: &Age| age_words(context, age.written());
    let fill = |key: &str, values: &[(&str, &str)]| context.t.fill(key, values);
    match (stretch.from, stretch.to) {
        (Some(from), Some(to)) => fill("ages.between", &[("from", &age(from)), ("to", &age(to))]),
        (Some(from), None) => fill("ages.from", &[("from", &age(from))]),
        (None, Some(to)) => fill("ages.to", &[("to", &age(to))]),
        // Every age from birth on, said by two groups.
        (None, None) => context.t.get("ages.all").to_owned(),
    }
}

fn age_words(context: &Context<'_>, written: &str) -> String {
    let mut parts = written.split('\u{a0}');
    let (Some(number), Some(unit)) = (
        parts.next().and_then(|number| number.parse::<usize>().ok()),
        parts.next(),
    ) else {
        return written.to_owned();
    };
    let key = match unit.chars().next() {
        Some('j') => "age_unit.day",
        Some('s') => "age_unit.week",
        Some('m') => "age_unit.month",
        _ => "age_unit.year",
    };
    context.t.count(key, number, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_that_touch_are_said_as_one() {
        let said = |groups: &[(&str, &str)]| {
            let groups: Vec<AgeGroup> = groups
                .iter()
                .map(|(from, to)| AgeGroup {
                    from: Age::parse(from),
                    to: Age::parse(to),
                    audience: None,
                    pregnancy: None,
                })
                .collect();
            let words = |age: Option<&Age>| age.map_or("", Age::written).replace('\u{a0}', " ");
            let one = |stretch: &Stretch<'_>| (words(stretch.from), words(stretch.to));
            stretches(&groups).iter().map(one).collect::<Vec<_>>()
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(
            said(&[("", "3 ans"), ("3 ans", "11 ans")]),
            [pair("", "11 ans")]
        );
        assert_eq!(
            said(&[("6 ans", "11 ans"), ("2 mois", "8 ans")]),
            [pair("2 mois", "11 ans")]
        );
        assert_eq!(
            said(&[("0 mois", "6 ans"), ("1 an", "2 ans")]),
            [pair("0 mois", "6 ans")]
        );
        assert_eq!(said(&[("", "3 ans"), ("3 ans", "")]), [pair("", "")]);
        assert_eq!(
            said(&[("0 mois", "3 ans"), ("11 ans", "18 ans"), ("", "")]),
            [pair("0 mois", "3 ans"), pair("11 ans", "18 ans")]
        );
    }
}
