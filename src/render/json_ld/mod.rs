//! What search engines are told, true to schema.org and to the facts; nothing of a confidential place.

mod event;
mod thing;

use minijinja::Value;
use serde::Serialize;

use super::context::Context;
use super::frame::Frame;
use crate::geo::Precision;
use crate::model::values::Term as _;
use crate::model::{Data, Kind};
use thing::{Facts, GeoCoordinates, PostalAddress, Thing};

/// The block of a page.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing<'a>>,
}

/// The JSON-LD of a record: itself, and the path of crumbs.
pub(super) fn of(context: &Context<'_>, index: usize, frame: &Frame) -> Option<Value> {
    let place = event::place(context, index);
    let mut graph = vec![crumbs(context, frame)];
    graph.extend(record(context, index, frame, place.as_ref()));
    let document = Document {
        context: "https://schema.org",
        graph,
    };
    let text = serde_json::to_string(&document).ok()?;
    // A closing tag can't stand in the block, whatever a record says; JSON reads the escape as the character itself.
    Some(Value::from_safe_string(if text.contains('<') {
        text.replace('<', "\\u003c")
    } else {
        text
    }))
}

fn crumbs<'a>(context: &Context<'_>, frame: &'a Frame) -> Thing<'a> {
    let config = &context.site.guide.config;
    let base = context.site.base_path();
    let origin = config.base_url().strip_suffix(base).unwrap_or_default();
    let above = frame.crumbs.iter().map(|link| {
        let item = format!("{origin}{}", link.href);
        (&*link.name.text, Some(item))
    });
    let all = above.chain([(&*frame.title.text, None)]);
    let item = |(at, (name, item))| Thing::ListItem {
        position: at + 1,
        name,
        item,
    };
    Thing::BreadcrumbList {
        item_list_element: all.enumerate().map(item).collect(),
    }
}

fn record<'a>(
    context: &Context<'a>,
    index: usize,
    frame: &'a Frame,
    place: Option<&'a thing::Place<'a>>,
) -> Option<Thing<'a>> {
    let entry = context.entry(index);
    let is_article = entry.record.kind == Kind::Article;
    let data = &entry.record.data;
    let kind = match data {
        Data::Place(place) => match place.kind.code() {
            "mediatheque" => Thing::Library,
            "en-ligne" => return None,
            _ => Thing::CivicStructure,
        },
        Data::Laep(_) | Data::Ram(_) => Thing::CivicStructure,
        Data::Partner(_) => Thing::Organization,
        Data::Article(_) => Thing::Article,
        Data::Action(_) => return event::all(context, index, frame, place?),
        _ => return None,
    };
    let contact = match data {
        Data::Partner(partner) => partner.contact.as_ref(),
        data => data
            .directory()
            .and_then(|directory| directory.contact.as_ref()),
    };
    let phone = contact.and_then(|contact| contact.phone.as_ref());
    let verified = data.common().verified.as_ref();
    let modified = verified.filter(|verified| is_article && verified.on.is_whole());
    let mut locations = entry.locations.iter();
    let location = locations.find(|location| location.address.is_some());
    let exact = location.and_then(|location| match location.point {
        Some((point, Precision::Exact)) => Some(point),
        _ => None,
    });
    let title = frame.title.text.as_str();
    Some(kind(Facts {
        name: (!is_article).then_some(title),
        headline: is_article.then_some(title),
        description: frame.description.as_deref(),
        url: &frame.url,
        in_language: is_article.then_some(&*context.language().code),
        date_modified: modified.map(|verified| verified.day().to_string()),
        publisher: is_article.then(|| {
            Box::new(Thing::Organization(Facts {
                name: Some(&context.site.guide.config.name),
                ..Facts::default()
            }))
        }),
        telephone: phone.map(|phone| phone.link().trim_start_matches("tel:").to_owned()),
        address: location
            .and_then(|location| location.address.as_ref())
            .map(PostalAddress::of),
        geo: exact.map(GeoCoordinates::of),
        is_accessible_for_free: thing::is_free(entry),
    }))
}
