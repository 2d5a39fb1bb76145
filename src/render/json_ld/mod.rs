//! What search engines are told, true to schema.org and to the facts; nothing of a confidential place.

mod event;

use minijinja::Value;
use serde_json::{Map, Value as Json, json};

use super::context::Context;
use super::frame::Frame;
use crate::model::directory::Address;
use crate::model::values::Term as _;
use crate::model::{Data, Kind};

/// The JSON-LD of a record: itself, and the path of crumbs.
pub(super) fn of(context: &Context<'_>, index: usize, frame: &Frame) -> Option<Value> {
    let mut graph = vec![crumbs(context, frame)];
    graph.extend(record(context, index, frame));
    // A closing tag can't stand in the block, whatever a record says; JSON reads the escape as the character itself.
    let text = json!({ "@context": "https://schema.org", "@graph": graph })
        .to_string()
        .replace('<', "\\u003c");
    Some(Value::from_safe_string(text))
}

fn crumbs(context: &Context<'_>, frame: &Frame) -> Json {
    let origin = context
        .site
        .guide
        .config
        .base_url()
        .strip_suffix(context.site.base_path())
        .unwrap_or_default();
    let mut items: Vec<Json> = Vec::new();
    for link in &frame.crumbs {
        items.push(json!({ "@type": "ListItem", "position": items.len() + 1, "name": link.name.text, "item": format!("{origin}{}", link.href) }));
    }
    items.push(
        json!({ "@type": "ListItem", "position": items.len() + 1, "name": frame.title.text }),
    );
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

fn record(context: &Context<'_>, index: usize, frame: &Frame) -> Option<Json> {
    let entry = context.entry(index);
    let kind = match &entry.record.data {
        Data::Place(place) => match place.kind.code() {
            "mediatheque" => "Library",
            "en-ligne" => return None,
            _ => "CivicStructure",
        },
        Data::Laep(_) | Data::Ram(_) => "CivicStructure",
        Data::Partner(_) => "Organization",
        Data::Article(_) => "Article",
        Data::Action(_) => return event::all(context, index, frame),
        _ => return None,
    };
    let mut all = Map::new();
    all.insert("@type".to_owned(), kind.into());
    all.insert(
        if kind == "Article" {
            "headline"
        } else {
            "name"
        }
        .to_owned(),
        frame.title.text.as_str().into(),
    );
    all.insert(
        "description".to_owned(),
        frame.description.as_deref().into(),
    );
    all.insert("url".to_owned(), frame.url.as_str().into());
    if entry.record.kind == Kind::Article {
        all.insert("inLanguage".to_owned(), (&*context.language().code).into());
        let verified = entry.record.data.common().verified.as_ref();
        all.insert(
            "dateModified".to_owned(),
            verified
                .filter(|verified| verified.on.is_whole())
                .map(|verified| verified.day().to_string())
                .into(),
        );
        all.insert(
            "publisher".to_owned(),
            json!({ "@type": "Organization", "name": &*context.site.guide.config.name }),
        );
    }
    let contact = match &entry.record.data {
        Data::Partner(partner) => partner.contact.as_ref(),
        data => data
            .directory()
            .and_then(|directory| directory.contact.as_ref()),
    };
    if let Some(contact) = contact {
        all.insert(
            "telephone".to_owned(),
            contact
                .phone
                .as_ref()
                .map(|phone| phone.link().trim_start_matches("tel:").to_owned())
                .into(),
        );
    }
    if let Some(location) = entry
        .locations
        .iter()
        .find(|location| location.address.is_some())
    {
        all.insert(
            "address".to_owned(),
            location.address.as_ref().map(postal).into(),
        );
        if let Some((point, crate::geo::Precision::Exact)) = location.point {
            all.insert("geo".to_owned(), json!({ "@type": "GeoCoordinates", "latitude": point.lat(), "longitude": point.lon() }));
        }
    }
    if let Some(price) = entry
        .directory()
        .and_then(|directory| directory.price.as_ref())
    {
        all.insert(
            "isAccessibleForFree".to_owned(),
            (price.is_free() && price.membership.is_none()).into(),
        );
    }
    all.retain(|_, value| !value.is_null());
    Some(Json::Object(all))
}

fn postal(address: &Address) -> Json {
    json!({
        "@type": "PostalAddress", "streetAddress": address.street.as_deref(), "postalCode": address.postal_code.as_str(),
        "addressLocality": &**address.commune, "addressCountry": "FR",
    })
}
