//! Which communes lie in a territory of the guide.

use crate::geo::{Commune, Siren, communes};
use crate::model::kinds::Territory;
use crate::model::values::TerritoryLevel;

/// Whether a commune lies in a territory, as far as its own codes and list say.
pub fn contains(territory: &Territory, commune: &Commune) -> bool {
    if territory
        .communes
        .iter()
        .any(|code| code.value == commune.insee())
    {
        return true;
    }
    let insee = territory.insee.as_ref().map(|insee| &*insee.value);
    match (territory.level.value, insee) {
        (TerritoryLevel::Commune | TerritoryLevel::Neighbourhood, Some(code)) => {
            commune.insee().as_str() == code || commune.whole().insee().as_str() == code
        }
        (TerritoryLevel::Departement, Some(code)) => commune.department().as_str() == code,
        (TerritoryLevel::Region, Some(code)) => commune.region().as_str() == code,
        _ => {
            let siren = territory
                .siren
                .as_ref()
                .and_then(|siren| Siren::parse(&siren.value).ok());
            let epci = siren.and_then(|siren| communes().epci(siren));
            epci.is_some_and(|epci| {
                [commune.epci(), commune.ept()]
                    .into_iter()
                    .flatten()
                    .any(|of| of.siren() == epci.siren())
            })
        }
    }
}
