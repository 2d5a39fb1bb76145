//! Where something takes place, and what access there is.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::super::view::{Known as _, view};
use crate::check::Location;
use crate::geo::Precision;
use crate::model::access::{Access as ModelAccess, Transport};
use crate::model::values::Term as _;
use crate::site::Site;

view! {
    /// Where something takes place.
    struct Place<'s> {
        record: Option<&'s str> = "fiche",
        name: Option<&'s str> = "nom",
        street: Option<&'s str> = "voie",
        complement: Option<&'s str> = "complement",
        entrance: Option<&'s str> = "acces",
        postal_code: Option<&'s str> = "code_postal",
        commune: Option<&'s str> = "commune",
        insee: Option<String> = "insee",
        department: Option<&'s str> = "departement",
        lat: Option<f64> = "latitude",
        lon: Option<f64> = "longitude",
        precision: Option<&'s str> = "position",
    }
}

pub(super) fn of<'s>(site: &'s Site, location: &'s Location) -> Place<'s> {
    let address = location.address.as_ref();
    // A place that takes no part itself is no record that one may look up; where it lies is known all the same.
    let place = location.place.map(|place| &*site.guide.entries()[place]);
    let text = |text: &'s Option<Box<str>>| text.as_deref();
    Place {
        record: location
            .place
            .filter(|index| site.guide.entries()[*index].takes_part())
            .and_then(|index| site.address(index))
            .map(|path| path.trim_matches('/')),
        name: place.map(|place| place.record.data.title()),
        street: address.and_then(|address| text(&address.street)),
        complement: address.and_then(|address| text(&address.complement)),
        entrance: address.and_then(|address| text(&address.entrance)),
        postal_code: address.map(|address| address.postal_code.as_str()),
        commune: match location.commune {
            Some(commune) => Some(commune.name()),
            None => address.map(|address| &**address.commune),
        },
        insee: location
            .commune
            .map(|commune| commune.insee().as_str().to_owned()),
        department: location.commune.map(|commune| commune.department().name()),
        lat: location.point.map(|(point, _)| point.lat()),
        lon: location.point.map(|(point, _)| point.lon()),
        precision: location.point.map(|(_, precision)| match precision {
            Precision::Exact => "exacte",
            Precision::Estimated => "estimee",
        }),
        ..Place::default()
    }
}

/// What access there is: facts by their keys, and words.
#[derive(Debug, Clone, Default)]
pub(in crate::export::donnees) struct Access<'s> {
    /// Keys with `oui`, `non` or `partiellement`.
    pub(in crate::export::donnees) facts: Vec<(&'static str, &'static str)>,
    /// How to get there by public transport.
    pub(in crate::export::donnees) transport: Vec<String>,
    /// From the stop to the door.
    pub(in crate::export::donnees) guidance: Option<&'s str>,
    /// A word on it.
    pub(in crate::export::donnees) details: Option<&'s str>,
}

/// What access there is; of what is confidential, nothing that tells the way there.
pub(super) fn access(access: &ModelAccess, confidential: bool) -> Access<'_> {
    let facts = access.facts().map(|(key, fact)| {
        let code = match fact.code() {
            "oui" => "oui",
            "non" => "non",
            _ => "partiellement",
        };
        (key, code)
    });
    let facts = facts.collect();
    if confidential {
        return Access {
            facts,
            ..Access::default()
        };
    }
    Access {
        facts,
        transport: access.transport.iter().map(transport).collect(),
        guidance: access.guidance.as_deref(),
        details: access.details.as_deref(),
    }
}

fn transport(transport: &Transport) -> String {
    match transport {
        Transport::Words(words) => words.to_string(),
        Transport::Stop(stop) => {
            let walk = stop
                .walk_minutes
                .map(|minutes| format!("{minutes} min à pied"));
            let parts = [stop.line.as_deref(), stop.stop.as_deref(), walk.as_deref()];
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            parts.join(", ")
        }
    }
}

impl Access<'_> {
    /// Whether anything is known.
    pub(super) fn is_known(&self) -> bool {
        !self.facts.is_empty()
            || !self.transport.is_empty()
            || self.guidance.is_some()
            || self.details.is_some()
    }
}

impl Serialize for Access<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in &self.facts {
            map.serialize_entry(key, value)?;
        }
        if self.transport.is_known() {
            map.serialize_entry("transports", &self.transport)?;
        }
        if let Some(guidance) = self.guidance {
            map.serialize_entry("guidage", guidance)?;
        }
        if let Some(details) = self.details {
            map.serialize_entry("precisions", details)?;
        }
        map.end()
    }
}
