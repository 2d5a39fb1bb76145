//! The emergency and listening numbers.

use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::model::number::{EmergencyNumber, NumberTexts};
use crate::model::values::PhoneNumber;
use crate::render::context::{Context, Said};
use crate::render::frame::{Frame, Menu, number_href};

#[derive(Serialize)]
struct Urgent {
    danger: Vec<Number>,
    listening: Vec<Number>,
    duty: Option<Said>,
    checked: Option<String>,
}

#[derive(Serialize)]
struct Number {
    href: String,
    shown: String,
    purpose: Said,
    more: Vec<Said>,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let guide = &context.site.guide;
    let is_danger = |number: &&EmergencyNumber| matches!(&number.number.value, PhoneNumber::Short(digits) if matches!(&**digits, "17" | "112" | "114" | "15" | "18"));
    let (danger, listening): (Vec<&EmergencyNumber>, Vec<&EmergencyNumber>) =
        guide.numbers.iter().partition(is_danger);
    let oldest = guide
        .numbers
        .iter()
        .map(|number| *number.verified.on)
        .min_by_key(|on| on.first_day());
    let view = Urgent {
        danger: danger
            .into_iter()
            .map(|number| view(context, number))
            .collect(),
        listening: listening
            .into_iter()
            .map(|number| view(context, number))
            .collect(),
        duty: guide
            .config
            .duty_number
            .as_deref()
            .map(|words| context.content(words)),
        checked: oldest.map(|on| {
            context
                .t
                .fill("urgent.checked", &[("date", &context.partial_date(on))])
        }),
    };
    let frame =
        Frame::new(context, path, context.here(context.t.get("menu.urgent"))).section(Menu::Urgent);
    finish(context, "urgent.html", &frame, &view)
}

fn view(context: &Context<'_>, number: &EmergencyNumber) -> Number {
    let texts = number
        .translations
        .as_ref()
        .and_then(|all| all.get(&context.language().code));
    let said =
        |own: &str, of: fn(&NumberTexts) -> Option<&str>| context.either(texts.and_then(of), own);
    let mut more = vec![said(&number.name, |texts| texts.name.as_deref())];
    more.extend(
        number
            .when
            .as_deref()
            .map(|when| said(when, |texts| texts.when.as_deref()).capital()),
    );
    let mut facts = Vec::new();
    for (fact, key) in [
        (number.free, "number.free"),
        (number.anonymous, "number.anonymous"),
        (number.unbilled, "number.unbilled"),
    ] {
        if fact == Some(true) {
            facts.push(context.t.get(key));
        }
    }
    if !facts.is_empty() {
        more.push(
            context
                .here(facts.join(context.t.get("time.comma")))
                .capital(),
        );
    }
    more.extend(
        number
            .details
            .as_deref()
            .map(|details| said(details, |texts| texts.details.as_deref())),
    );
    Number {
        href: number_href(number),
        shown: number.number.shown(),
        purpose: said(&number.purpose, |texts| texts.purpose.as_deref()),
        more,
    }
}
