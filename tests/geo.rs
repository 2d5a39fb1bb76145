//! The built-in geography, by what is publicly known of places.

use proptest::prelude::*;
use ribambelle::geo::{
    CodeError, Commune, DepartmentCode, EpciKind, InseeCode, Point, PostalCode, Precision,
    RegionCode, SchoolZone, Siren, communes,
};

fn code(text: &str) -> Option<PostalCode> {
    Some(PostalCode::parse(text).expect(text))
}

fn insee(text: &str) -> &'static Commune {
    let insee = InseeCode::parse(text).expect(text);
    communes().by_insee(insee).expect(text)
}

#[test]
fn facts_of_a_commune() {
    let haguenau = insee("67180");
    assert_eq!(haguenau.department().name(), "Bas-Rhin");
    assert_eq!(haguenau.region().name(), "Grand Est");
    let epci = haguenau
        .epci()
        .expect("Haguenau belongs to an agglomeration");
    assert_eq!(
        (epci.name(), epci.siren().to_string()),
        ("CA de Haguenau", "200067874".to_owned())
    );
    assert_eq!(
        (epci.kind(), epci.full_name()),
        (
            EpciKind::Ca,
            "Communauté d'agglomération de Haguenau".to_owned()
        )
    );
    assert!(epci.communes().any(|commune| commune == haguenau));
    assert_eq!(
        communes().epci(Siren::parse("200 067 874").expect("a SIREN")),
        Some(epci)
    );
    assert_eq!(haguenau.precision(), Precision::Exact);
    assert!((30_000..45_000).contains(&haguenau.population()));
    let saint_denis = insee("93066");
    assert_eq!(
        saint_denis.ept().map(|ept| ept.name()),
        Some("Plaine Commune")
    );
    assert_eq!(
        saint_denis.epci().map(|epci| epci.kind()),
        Some(EpciKind::Metropole)
    );
    assert_eq!(
        insee("69387").epci().map(|epci| epci.kind()),
        Some(EpciKind::MetropoleDeLyon)
    );
    assert!(insee("29155").epci().is_none(), "Ouessant");
}

#[test]
fn every_grouping_has_members_and_a_sound_number() {
    for epci in communes().all_epci() {
        assert_eq!(Siren::parse(&epci.siren().to_string()), Ok(epci.siren()));
    }
    let mut members: Vec<&str> = communes()
        .iter()
        .filter_map(|row| Some(row.epci()?.name()))
        .collect();
    members.extend(communes().iter().filter_map(|row| Some(row.ept()?.name())));
    members.sort_unstable();
    for epci in communes().all_epci() {
        assert!(
            members.binary_search(&epci.name()).is_ok(),
            "{}",
            epci.name()
        );
    }
}

#[test]
fn positions_are_where_places_are() {
    // Town halls, to a hundredth of a degree.
    for (code, lat, lon) in [
        ("67180", 48.82, 7.79),
        ("54329", 48.59, 6.49),
        ("66136", 42.70, 2.90),
        ("75111", 48.86, 2.38),
        ("69387", 45.75, 4.84),
        ("13055", 43.30, 5.37),
        ("2A004", 41.92, 8.74),
        ("97411", -20.88, 55.45),
        ("97209", 14.60, -61.07),
    ] {
        let place = Point::new(lat, lon).expect("a point");
        let km = insee(code).point().distance_km(place);
        assert!(km < 4.0, "{code}: {km} km");
        assert_eq!(insee(code).precision(), Precision::Exact, "{code}");
    }
    let share = |keep: &dyn Fn(&Commune) -> bool| {
        let whole = communes()
            .iter()
            .filter(|commune| !commune.is_arrondissement());
        whole
            .filter(|commune| keep(commune))
            .map(|commune| u64::from(commune.population()))
            .sum::<u64>() as f64
    };
    let known = share(&|commune| commune.precision() == Precision::Exact) / share(&|_| true);
    assert!(known > 0.85, "{known}");
    for commune in communes().iter() {
        let lat = commune.point().lat();
        let mainland = (41.0..51.5).contains(&lat) && (-5.5..10.0).contains(&commune.point().lon());
        assert_eq!(
            mainland,
            commune.department().is_metropolitan(),
            "{}",
            commune.name()
        );
    }
}

#[test]
fn neighbours_come_by_distance() {
    let haguenau = insee("67180");
    let near = communes().within(haguenau.point(), 20.0);
    assert_eq!((near[0].commune, near[0].km), (haguenau, 0.0));
    assert!(near.is_sorted_by_key(|neighbour| (neighbour.km * 1000.0).round() as u64));
    // By the sea, on islands, across a country: no fewer than by looking at every commune.
    for code in ["67180", "59183", "2A004", "97411", "97611"] {
        let here = insee(code).point();
        for km in [3.0, 20.0, 300.0, 9_000.0, 15_000.0] {
            let all = communes().iter();
            let all = all.filter(|row| row.point().distance_km(here) <= km);
            assert_eq!(
                communes().within(here, km).len(),
                all.count(),
                "{code} {km}"
            );
        }
    }
    assert!(
        near.iter()
            .any(|neighbour| neighbour.commune.insee().as_str() == "67046"),
        "Bischwiller"
    );
    assert_eq!(communes().within(haguenau.point(), -1.0).len(), 0);
    assert_eq!(communes().within(haguenau.point(), f64::NAN).len(), 0);
    assert_eq!(
        communes().within(haguenau.point(), 40_000.0).len(),
        communes().iter().count()
    );
    let km = haguenau.point().distance_km(insee("67482").point());
    assert!((24.0..30.0).contains(&km), "Strasbourg: {km} km");
}

#[test]
fn departments_tell_region_zones_and_law() {
    let of = |code: &str| DepartmentCode::parse(code).expect(code);
    assert_eq!(DepartmentCode::all().count(), 107);
    assert_eq!(
        RegionCode::parse("84").map(|region| region.departments().count()),
        Some(12)
    );
    for (code, zone) in [
        ("67", SchoolZone::B),
        ("54", SchoolZone::B),
        ("66", SchoolZone::C),
        ("69", SchoolZone::A),
        ("2b", SchoolZone::Corse),
        ("974", SchoolZone::Reunion),
        ("978", SchoolZone::Guadeloupe),
    ] {
        assert_eq!(of(code).school_zone(), Some(zone), "{code}");
    }
    assert_eq!(of("988").school_zone(), None);
    assert_eq!(
        DepartmentCode::all()
            .filter(|code| code.is_alsace_moselle())
            .count(),
        3
    );
    assert_eq!(
        DepartmentCode::all()
            .filter(|code| code.is_metropolitan())
            .count(),
        96
    );
    assert_eq!(insee("98731").time_zone(), "Pacific/Marquesas");
    assert_eq!(insee("97411").time_zone(), "Indian/Reunion");
    for commune in communes().iter() {
        assert!(
            jiff::tz::TimeZone::get(commune.time_zone()).is_ok(),
            "{}",
            commune.name()
        );
    }
    assert_eq!(DepartmentCode::parse("20"), None);
    assert_eq!(DepartmentCode::parse("69M"), None);
}

#[test]
fn marquises_and_gambier_have_their_own_hours() {
    let name = |code: &str| insee(code).name();
    let marquises = ["98718", "98723", "98731", "98746", "98756", "98757"].map(name);
    assert_eq!(
        marquises,
        [
            "Fatu-Hiva",
            "Hiva-Oa",
            "Nuku-Hiva",
            "Tahuata",
            "Ua-Huka",
            "Ua-Pou"
        ]
    );
    assert_eq!(name("98719"), "Gambier");
}

#[test]
fn codes_are_read_and_mended() {
    assert_eq!(
        InseeCode::parse("2a004").map(|code| code.to_string()),
        Ok("2A004".to_owned())
    );
    assert_eq!(InseeCode::parse("2C004"), Err(CodeError::Character('C')));
    assert_eq!(InseeCode::parse("6718"), Err(CodeError::Length(4)));
    assert_eq!(PostalCode::parse("0100"), Err(CodeError::Length(4)));
    assert_eq!(PostalCode::parse("6750O"), Err(CodeError::Character('O')));
    assert_eq!(PostalCode::parse("١٢٣٤٥"), Err(CodeError::Character('١')));
    assert_eq!(Siren::parse("200067875"), Err(CodeError::Checksum));
    assert_eq!(Siren::parse("2000678740"), Err(CodeError::Length(10)));
    for (text, mended) in [
        ("67 500", "67500"),
        ("F-67500", "67500"),
        ("fr-67500", "67500"),
        ("1000", "01000"),
    ] {
        assert_eq!(PostalCode::repair(text), code(mended), "{text}");
    }
    assert_eq!(PostalCode::repair("Haguenau"), None);
    let former = communes()
        .former(InseeCode::parse("01120").expect("a code"))
        .expect("Cordieux was merged");
    assert_eq!(
        (former.name(), former.today().name()),
        (Some("Cordieux"), "Montluel")
    );
    assert!(
        communes()
            .former(InseeCode::parse("01015").expect("a code"))
            .is_none(),
        "Arboys en Bugey keeps it"
    );
}

proptest! {
    #[test]
    fn reading_never_panics(text in any::<String>()) {
        _ = InseeCode::parse(&text).map(|code| (code.department(), communes().by_insee(code)));
        _ = (InseeCode::repair(&text), PostalCode::repair(&text));
        _ = (Siren::parse(&text), DepartmentCode::parse(&text), RegionCode::parse(&text));
        let code = PostalCode::parse(&text).ok();
        _ = communes().find(&text, code);
    }

    #[test]
    fn what_is_read_is_written_alike(text in "(2[ABab]|[0-9]{2})[0-9]{3}") {
        let upper = text.to_uppercase();
        prop_assert_eq!(InseeCode::parse(&text).map(|code| code.to_string()), Ok(upper));
        if let Ok(code) = PostalCode::parse(&text) {
            prop_assert_eq!(code.as_str(), text);
        }
    }

    #[test]
    fn points_out_of_range_are_refused(lat in any::<f64>(), lon in any::<f64>()) {
        let sound = lat.abs() <= 90.0 && lon.abs() <= 180.0;
        prop_assert_eq!(Point::new(lat, lon).is_some(), sound);
        if let Some(point) = Point::new(lat, lon) {
            prop_assert!(point.distance_km(point) == 0.0);
            prop_assert!(communes().within(point, 5.0).iter().all(|near| near.km <= 5.0));
        }
    }
}
