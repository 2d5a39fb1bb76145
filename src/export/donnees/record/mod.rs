//! The public view of a record: all that any format may say of it.
//!
//! Formats read nothing else, so that nothing private can reach them: no `prive`, no place of what is confidential,
//! no reference to a record that is not public, no accounts of money or of people.

mod contact;
mod hours;
mod place;
mod price;
mod texts;

pub(super) use contact::Contact;
pub(super) use place::Place;
pub(super) use price::Price;
pub(super) use texts::{Link, Source, Translation};

use super::view::view;
use crate::check::Entry;
use crate::model::Data;
use crate::model::directory::Directory;
use crate::model::registration::{Opening, Registration as ModelRegistration};
use crate::model::values::Term;
use crate::site::Site;

view! {
    /// The public view of a record.
    struct Record<'s> {
        id: String = "id",
        kind: &'static str = "type",
        url: String = "url",
        title: &'s str = "titre",
        acronym: Option<&'s str> = "sigle",
        summary: Option<&'s str> = "resume",
        text: &'s str = "texte",
        easy: Option<&'s str> = "falc",
        example: bool = "exemple",
        discreet: bool = "discret",
        confidential: bool = "adresse_confidentielle",
        place_type: Option<&'s str> = "type_de_lieu",
        partner_type: Option<&'s str> = "type_de_partenaire",
        level: Option<&'s str> = "niveau",
        insee: Option<&'s str> = "insee",
        siren: Option<&'s str> = "siren",
        parent: Option<&'s str> = "parent",
        formats: Vec<&'s str> = "formats",
        themes: Vec<&'s str> = "themes",
        audiences: Vec<&'s str> = "publics",
        ages: Vec<Ages<'s>> = "ages",
        pregnancy: bool = "grossesse",
        open_to: Vec<&'s str> = "ouvert_a",
        open_to_details: Option<&'s str> = "ouvert_a_precisions",
        welcome: Vec<&'s str> = "accueil",
        languages: Vec<&'s str> = "langues",
        interpretation: Option<Interpretation<'s>> = "interpretation",
        price: Option<Price<'s>> = "tarif",
        registration: Option<Registration<'s>> = "inscription",
        mode: Option<&'s str> = "mode",
        contact: Option<Contact<'s>> = "contact",
        state: Option<State<'s>> = "etat",
        places: Vec<Place<'s>> = "lieux",
        territories: Vec<&'s str> = "territoires",
        communes: Vec<&'s str> = "communes",
        hours: Vec<hours::Rule<'s>> = "horaires",
        hours_words: Vec<String> = "horaires_en_mots",
        sessions_words: Vec<String> = "seances_en_mots",
        access: Option<place::Access<'s>> = "accessibilite",
        first_visit: Option<&'s str> = "premiere_visite",
        bring: Vec<&'s str> = "a_apporter",
        team: Vec<&'s str> = "equipe",
        capacity: Option<u32> = "capacite",
        confidentiality: Option<&'s str> = "confidentialite",
        equipment: Vec<&'s str> = "equipements",
        missions: Vec<&'s str> = "missions",
        manager: Option<&'s str> = "gestionnaire",
        holders: Vec<&'s str> = "porteurs",
        partners: Vec<&'s str> = "partenaires",
        links: Vec<Link<'s>> = "liens",
        documents: Vec<Link<'s>> = "documents",
        sources: Vec<Source<'s>> = "sources",
        translations: Vec<Translation<'s>> = "traductions",
        verified: Option<Verified<'s>> = "verifie",
        stale: bool = "a_confirmer",
    }

    /// The ages of the children that something is for.
    struct Ages<'s> {
        from: Option<&'s str> = "de",
        to: Option<&'s str> = "a",
        from_days: Option<u32> = "de_jours",
        to_days: Option<u32> = "a_jours",
        audience: Option<&'s str> = "public",
        pregnancy: bool = "grossesse",
    }

    /// How interpreting is had.
    struct Interpretation<'s> {
        mode: Option<&'s str> = "mode",
        languages: Vec<&'s str> = "langues",
        notice_days: Option<u32> = "delai_jours",
    }

    /// Whether and how one registers.
    struct Registration<'s> {
        kind: Option<&'s str> = "type",
        how: Option<&'s str> = "modalites",
        link: Option<&'s str> = "lien",
        opens: Option<String> = "ouverture",
        places: Option<u32> = "places",
    }

    /// What changes what a parent will find.
    struct State<'s> {
        kind: &'s str = "type",
        from: Option<String> = "du",
        until: Option<String> = "jusqu_au",
        reason: Option<&'s str> = "motif",
        replaced_by: Option<&'s str> = "remplace_par",
    }

    /// When somebody last made sure of the facts.
    struct Verified<'s> {
        on: String = "le",
        by: Option<&'s str> = "par",
        means: Option<&'s str> = "comment",
    }
}

/// The public view of a record, by its place among the entries.
pub(super) fn view_of(site: &Site, index: usize) -> Record<'_> {
    let guide = &site.guide;
    let entry = &*guide.entries()[index];
    let data = &entry.record.data;
    let mut record = Record {
        id: entry.record.id(),
        kind: entry.record.kind.folder(),
        url: site
            .address(index)
            .map(|path| site.url(0, path))
            .unwrap_or_default(),
        title: data.title(),
        summary: data.summary(),
        text: entry.record.body.text.trim(),
        example: entry.standing.example,
        discreet: entry.standing.discreet,
        confidential: entry.standing.confidential,
        stale: entry.standing.stale,
        verified: verified(site, entry),
        links: texts::links(&data.common().links),
        documents: texts::links(&data.common().documents),
        sources: texts::sources(&data.common().sources),
        translations: texts::translations(entry),
        ..Record::default()
    };
    match data {
        Data::Action(action) => record.formats = codes(action.formats.iter().map(|it| &it.value)),
        Data::Laep(laep) => record.manager = public(site, laep.manager.id()),
        Data::Ram(ram) => {
            record.manager = public(site, ram.manager.id());
            record.missions = list(&ram.missions);
        }
        Data::Place(place) => {
            record.place_type = Some(place.kind.code());
            record.manager = place
                .partner
                .as_ref()
                .and_then(|partner| public(site, partner.id()));
            record.equipment = list(&place.equipment);
        }
        Data::Partner(partner) => {
            record.acronym = partner.acronym.as_deref();
            record.partner_type = Some(partner.kind.code());
            record.contact = partner.contact.as_ref().map(contact::of);
            let parent = partner.parent.as_ref();
            record.parent = parent.and_then(|parent| public(site, parent.id()));
            let territory = partner.territory.as_ref();
            record.territories = territory
                .and_then(|territory| public(site, territory.id()))
                .into_iter()
                .collect();
        }
        Data::Territory(territory) => {
            record.level = Some(territory.level.code());
            record.insee = territory.insee.as_ref().map(|code| &*code.value);
            record.siren = territory.siren.as_ref().map(|siren| &*siren.value);
            let parent = territory.parent.as_ref();
            record.parent = parent.and_then(|parent| public(site, parent.id()));
            record.communes = territory
                .communes
                .iter()
                .map(|code| code.value.as_str())
                .collect();
        }
        Data::Article(article) => {
            record.themes = codes(article.themes.iter().map(|it| &it.value));
            record.audiences = codes(article.audiences.iter().map(|it| &it.value));
            record.easy = article.easy.as_deref();
        }
        Data::Convention(_) | Data::Plan(_) => {}
    }
    if let Some(directory) = data.directory() {
        add_directory(&mut record, site, entry, directory);
    }
    record
}

/// What a directory record says; of what is confidential, nothing that tells where it is.
fn add_directory<'s>(
    record: &mut Record<'s>,
    site: &'s Site,
    entry: &'s Entry,
    directory: &'s Directory,
) {
    record.themes = codes(directory.themes.iter().map(|it| &it.value));
    record.audiences = codes(directory.audiences.iter().map(|it| &it.value));
    record.ages = directory.ages.iter().map(ages).collect();
    record.pregnancy = directory.pregnancy == Some(true);
    record.open_to = codes(directory.open_to.iter().map(|it| &it.value));
    record.open_to_details = directory.open_to_details.as_deref();
    record.welcome = codes(directory.welcome.iter().map(|it| &it.value));
    record.languages = codes(directory.languages.iter().map(|it| &it.value));
    record.interpretation = directory.interpretation.as_ref().map(|how| Interpretation {
        mode: how.mode.as_ref().map(Term::code),
        languages: codes(how.languages.iter().map(|it| &it.value)),
        notice_days: how.notice_days,
        ..Interpretation::default()
    });
    record.price = directory
        .price
        .as_ref()
        .map(|price| price::of(site, &price.value));
    record.registration = directory
        .registration
        .as_ref()
        .map(|registration| registered(&registration.value.0));
    record.mode = directory.mode.as_ref().map(Term::code);
    record.contact = directory.contact.as_ref().map(contact::of);
    record.state = directory
        .state
        .as_ref()
        .map(|state| state_of(site, &state.value));
    record.first_visit = directory.first_visit.as_deref();
    record.bring = list(&directory.bring);
    record.team = codes(directory.team.iter().map(|it| &it.value));
    record.capacity = directory.capacity;
    record.confidentiality = directory.confidentiality.as_deref();
    record.easy = directory.easy.as_deref();
    let holders = directory.holders.iter().map(|it| it.0.partner.id());
    record.holders = holders.filter_map(|id| public(site, id)).collect();
    let partners = directory.partners.iter().map(|it| it.0.partner.id());
    record.partners = partners.filter_map(|id| public(site, id)).collect();
    record.hours = hours::rules(&directory.timetable.0.weekly);
    record.hours_words = hours::in_words(site, entry, directory);
    record.sessions_words = hours::sessions_in_words(site, entry, directory);
    record.access = directory
        .access
        .as_ref()
        .map(|access| place::access(access, entry.standing.confidential))
        .filter(|access| access.is_known());
    if entry.standing.confidential {
        return;
    }
    record.places = entry
        .locations
        .iter()
        .map(|location| place::of(site, location))
        .collect();
    let territories = directory.territories.iter().map(|it| it.id());
    record.territories = territories.filter_map(|id| public(site, id)).collect();
    record.communes = directory
        .communes
        .iter()
        .map(|code| code.value.as_str())
        .collect();
}

fn ages(group: &crate::model::values::AgeGroup) -> Ages<'_> {
    Ages {
        from: group.from.as_ref().map(|age| age.written()),
        to: group.to.as_ref().map(|age| age.written()),
        from_days: group.from.as_ref().map(|age| age.days()),
        to_days: group.to.as_ref().map(|age| age.days()),
        audience: group.audience.as_ref().map(Term::code),
        pregnancy: group.pregnancy == Some(true),
        ..Ages::default()
    }
}

fn registered(registration: &ModelRegistration) -> Registration<'_> {
    Registration {
        kind: registration.kind.as_ref().map(Term::code),
        how: registration.how.as_deref(),
        link: registration.link.as_ref().map(|link| link.as_str()),
        opens: registration.opens.as_ref().map(|opens| match opens {
            Opening::Date(date) => texts::partial(*date),
            Opening::Words(words) => words.to_string(),
        }),
        places: registration.places,
        ..Registration::default()
    }
}

fn state_of<'s>(site: &Site, state: &'s crate::model::directory::State) -> State<'s> {
    State {
        kind: state.kind.code(),
        from: state.from.map(|date| date.to_string()),
        until: state.until.map(|date| date.to_string()),
        reason: state.reason.as_deref(),
        replaced_by: state
            .replaced_by
            .as_ref()
            .and_then(|other| public(site, other.id())),
        ..State::default()
    }
}

fn verified<'s>(site: &Site, entry: &'s Entry) -> Option<Verified<'s>> {
    let verified = entry.record.data.common().verified.as_ref()?;
    Some(Verified {
        on: texts::partial(verified.on.value),
        by: verified.by.as_ref().and_then(|by| public(site, by.id())),
        means: verified.means.as_ref().map(Term::code),
        ..Verified::default()
    })
}

/// A reference, where what it leads to is public too.
fn public<'s>(site: &Site, id: &'s str) -> Option<&'s str> {
    let index = site.guide.index(id)?;
    let is_public = site.guide.entries()[index].takes_part() && site.address(index).is_some();
    is_public.then_some(id)
}

fn codes<'s, T: Term + 's>(terms: impl Iterator<Item = &'s T>) -> Vec<&'s str> {
    terms.map(Term::code).collect()
}

fn list(texts: &[Box<str>]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}
