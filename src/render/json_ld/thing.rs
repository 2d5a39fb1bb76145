//! The things of schema.org that records are.

use serde::Serialize;

use crate::check::Entry;
use crate::geo::Point;
use crate::model::directory;

/// A thing, with its type.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
pub(super) enum Thing<'a> {
    BreadcrumbList {
        item_list_element: Vec<Thing<'a>>,
    },
    ItemList {
        item_list_element: Vec<Event<'a>>,
    },
    ListItem {
        position: usize,
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        item: Option<String>,
    },
    CivicStructure(Facts<'a>),
    Library(Facts<'a>),
    Organization(Facts<'a>),
    Article(Facts<'a>),
    #[serde(untagged)]
    Event(Event<'a>),
}

/// What is said of a place, an organisation or an article.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Facts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<PostalAddress<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) geo: Option<GeoCoordinates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_accessible_for_free: Option<bool>,
}

/// A date, or all that a rule says.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Event<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    pub(super) url: &'a str,
    pub(super) event_status: &'static str,
    pub(super) start_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event_schedule: Option<Schedule>,
    pub(super) location: &'a Place<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_accessible_for_free: Option<bool>,
}

/// How dates come back.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Schedule {
    pub(super) repeat_frequency: &'static str,
    pub(super) by_day: Vec<String>,
    pub(super) start_date: String,
    pub(super) end_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_time: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) except_date: Vec<String>,
    pub(super) schedule_timezone: &'static str,
}

/// Where an event takes place.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Place<'a> {
    pub(super) name: String,
    pub(super) address: PostalAddress<'a>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<&'a str>,
    postal_code: &'a str,
    address_locality: &'a str,
    address_country: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct GeoCoordinates {
    latitude: f64,
    longitude: f64,
}

impl PostalAddress<'_> {
    pub(super) fn of(address: &directory::Address) -> PostalAddress<'_> {
        PostalAddress {
            street_address: address.street.as_deref(),
            postal_code: address.postal_code.as_str(),
            address_locality: &address.commune,
            address_country: "FR",
        }
    }
}

impl GeoCoordinates {
    pub(super) fn of(point: Point) -> GeoCoordinates {
        GeoCoordinates {
            latitude: point.lat(),
            longitude: point.lon(),
        }
    }
}

/// Whether nothing is paid, where the price is known.
pub(super) fn is_free(entry: &Entry) -> Option<bool> {
    let price = entry.directory()?.price.as_ref()?;
    Some(price.is_free() && price.membership.is_none())
}
