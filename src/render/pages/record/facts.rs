//! The block that answers in five seconds: who, when, where, how much, whether to register, whom to call.

use serde::Serialize;

use super::ages;
use crate::calendar::Event;
use crate::check::{Entry, What};
use crate::model::Data;
use crate::model::directory::{Address, Directory};
use crate::model::registration::Opening;
use crate::model::values::{RegistrationType, Term as _};
use crate::render::context::{Context, Line, Phone, Said, upper_first};
use crate::render::price;

/// One fact of the block: what it answers, and the answer.
#[derive(Serialize)]
pub(super) struct Fact {
    icon: &'static str,
    /// The string of what it answers.
    word: &'static str,
    /// The days of a record as JSON, for the script that says whether it is open.
    now: Option<String>,
    lines: Vec<Line>,
    /// What is too long to be said at once.
    unfolded: Vec<Line>,
}

/// How to reach somebody.
#[derive(Serialize)]
pub(super) struct Call {
    phone: Option<Phone>,
    others: Vec<Phone>,
    hours: Option<Said>,
    email: Option<String>,
    sites: Vec<Site>,
}

#[derive(Serialize)]
struct Site {
    href: String,
    shown: String,
}

/// The block of facts, but for whom to call; `now` stands with the hours.
pub(super) fn all(
    context: &Context<'_>,
    entry: &Entry,
    directory: &Directory,
    now: Option<String>,
) -> Vec<Fact> {
    let fact = |icon, word, lines| Fact {
        icon,
        word,
        now: None,
        lines,
        unfolded: Vec::new(),
    };
    let when = when(context, entry, directory);
    let mut all = vec![
        fact("people", "fact.who", who(context, entry, directory)),
        Fact {
            now,
            unfolded: when.rest,
            ..fact("clock", "fact.when", when.all)
        },
        fact("pin", "fact.where", place(context, entry, directory)),
        fact("euro", "fact.price", price(context, directory)),
        fact(
            "edit",
            "fact.registration",
            registration(context, directory),
        ),
    ];
    all.retain(|fact| !fact.lines.is_empty());
    all
}

/// Whom it is for: ages, audiences, who may come.
fn who(context: &Context<'_>, entry: &Entry, directory: &Directory) -> Vec<Line> {
    let mut all = Vec::new();
    let groups = ages::said(context, &directory.ages);
    if !groups.is_empty() {
        all.push(
            context
                .here(upper_first(&groups.join(context.t.get("time.comma"))))
                .line(true),
        );
    } else if matches!(entry.record.data, Data::Laep(_)) {
        all.push(context.here(context.t.get("ages.laep")).line(true));
    }
    let named = directory
        .audiences
        .iter()
        .any(|audience| audience.code() == "futurs-parents");
    if !named
        && (directory.pregnancy == Some(true)
            || directory
                .ages
                .iter()
                .any(|group| group.pregnancy == Some(true)))
    {
        all.push(
            context
                .here(context.t.get("ages.pregnancy"))
                .line(groups.is_empty() && all.is_empty()),
        );
    }
    let main = all.is_empty();
    all.extend(
        context
            .labels(directory.audiences.iter().map(|audience| &audience.value))
            .map(|said| said.line(main)),
    );
    match context.labels(directory.open_to.iter().map(|open| &open.value)) {
        Some(said) => all.push(said.line(false)),
        None => all.push(context.here(context.t.get("open_to.unknown")).line(false)),
    }
    let translated = context
        .translation_of(entry)
        .and_then(|texts| texts.open_to_details.as_deref());
    if let Some(own) = directory.open_to_details.as_deref() {
        all.push(context.either(translated, own).line(false));
    }
    all
}

/// How many lines about holidays are said at once.
const UNFOLDED: usize = 2;

/// When: what is said at once, and what holidays change, to be unfolded where it is long.
struct When {
    all: Vec<Line>,
    rest: Vec<Line>,
}

/// When: weekly hours, recurrences, the next date, and what changes them.
fn when(context: &Context<'_>, entry: &Entry, directory: &Directory) -> When {
    let timetable = &directory.timetable.0;
    let mut all: Vec<Line> = context
        .hours(timetable)
        .into_iter()
        .map(|said| said.line(true))
        .collect();
    let mut has_hours = !all.is_empty();
    if let Data::Ram(ram) = &entry.record.data
        && let Some(desk) = &ram.desk
    {
        let desk = crate::calendar::Timetable {
            weekly: desk.weekly(),
            ..timetable.clone()
        };
        has_hours = true;
        all.extend(context.hours(&desk).into_iter().map(|said| said.line(true)));
    }
    for rule in &directory.sessions {
        if let Event::Repeated(recurrence) = &rule.event
            && recurrence.until >= context.site.guide.today
        {
            all.push(context.recurrence(recurrence).line(true));
        }
    }
    if let Data::Action(action) = &entry.record.data
        && let Some(frequency) = action.frequency.as_deref()
    {
        all.push(context.content(frequency).line(all.is_empty()));
    }
    if let Some(occurrence) = context
        .next_date(entry)
        .filter(|_| entry.dates.iter().any(|when| when.what != What::Desk))
    {
        let day = if occurrence.date.year() == context.site.guide.today.year() {
            context.day_and_month(occurrence.date)
        } else {
            context.long_date(occurrence.date)
        };
        let date = context.with_slot(day, occurrence.slot);
        let said = Said {
            text: context.t.fill("when.next", &[("date", &date.text)]),
            attrs: date.attrs,
        };
        all.push(Line {
            until: Some(occurrence.date.to_string()),
            ..said.line(all.is_empty())
        });
    }
    let mut rest = Vec::new();
    if has_hours {
        all.extend(context.exceptions(timetable));
        rest.extend(context.in_holidays(timetable));
    }
    // A line or two don't stand in the way; each holiday by itself does.
    if rest.len() <= UNFOLDED {
        all.append(&mut rest);
    }
    if all.is_empty() {
        all.push(context.here(context.t.get("when.unknown")).line(true));
    }
    When { all, rest }
}

/// Where: places with their addresses and how to get in; nothing of what is confidential.
fn place(context: &Context<'_>, entry: &Entry, directory: &Directory) -> Vec<Line> {
    if entry.standing.confidential {
        return vec![
            context.here(context.t.get("where.confidential")).line(true),
            context.here(context.t.get("where.nowhere")).line(false),
        ];
    }
    let mut all = Vec::new();
    for location in entry
        .locations
        .iter()
        .take(if matches!(entry.record.data, Data::Laep(_)) {
            usize::MAX
        } else {
            4
        })
    {
        if let Some(place) = location.place {
            let line = context.title(context.entry(place)).line(true);
            all.push(Line {
                href: context.record_href(place),
                ..line
            });
        }
        if let Some(address) = &location.address {
            all.extend(address_lines(context, address, location.place.is_none()));
        }
    }
    if all.is_empty() {
        let territories = directory
            .territories
            .iter()
            .filter_map(|territory| context.site.guide.index(territory.id()));
        for territory in territories {
            let line = context.title(context.entry(territory)).line(true);
            all.push(Line {
                href: context.record_href(territory),
                ..line
            });
        }
        let communes: Vec<&str> = directory
            .communes
            .iter()
            .filter_map(|code| crate::geo::communes().by_insee(code.value))
            .map(|commune| commune.name())
            .collect();
        if !communes.is_empty() && !matches!(entry.record.data, Data::Ram(_)) {
            all.push(context.content(&communes.join(", ")).line(all.is_empty()));
        }
    }
    all.extend(
        directory
            .mode
            .map(|mode| context.label("mode", mode.code()).line(false)),
    );
    all
}

pub(super) fn address_lines(context: &Context<'_>, address: &Address, main: bool) -> Vec<Line> {
    let street: Vec<&str> = address
        .street
        .as_deref()
        .into_iter()
        .chain(address.complement.as_deref())
        .collect();
    let city = format!(
        "{}\u{a0}{}",
        address.postal_code.as_str(),
        &*address.commune
    );
    let whole: Vec<&str> = street.into_iter().chain([city.as_str()]).collect();
    let mut all = vec![context.content(&whole.join(", ")).line(main)];
    all.extend(
        address
            .entrance
            .as_deref()
            .map(|entrance| context.content(entrance).line(false)),
    );
    all
}

fn price(context: &Context<'_>, directory: &Directory) -> Vec<Line> {
    let phrases = directory
        .price
        .as_ref()
        .map(|price| price::phrases(context, price))
        .unwrap_or_default();
    phrases
        .into_iter()
        .enumerate()
        .map(|(index, said)| said.line(index == 0))
        .collect()
}

/// Whether and how one registers.
fn registration(context: &Context<'_>, directory: &Directory) -> Vec<Line> {
    let Some(registration) = &directory.registration else {
        return Vec::new();
    };
    let registration = &registration.value.0;
    let main = registration.kind.map(|kind| match kind {
        RegistrationType::None => context.here(context.t.get("registration.none")),
        kind => context.term(&kind),
    });
    let mut all: Vec<Line> = main.map(|main| main.line(true)).into_iter().collect();
    all.extend(
        registration
            .how
            .as_deref()
            .map(|how| context.content(how).line(false)),
    );
    all.extend(registration.opens.as_ref().map(|opens| {
        match opens {
            Opening::Date(date) => context.here(context.t.fill(
                "registration.opens",
                &[("date", &context.partial_date(*date))],
            )),
            Opening::Words(words) => context.content(words),
        }
        .line(false)
    }));
    all.extend(registration.places.map(|places| {
        context
            .here(context.t.count("registration.places", places as usize, &[]))
            .line(false)
    }));
    if let Some(link) = &registration.link {
        let line = context
            .here(
                context
                    .t
                    .fill("registration.link", &[("site", link.host())]),
            )
            .line(false);
        all.push(Line {
            href: Some(link.as_str().to_owned()),
            ..line
        });
    }
    all
}

pub(super) fn call(context: &Context<'_>, directory: &Directory) -> Option<Call> {
    let contact = directory.contact.as_ref()?;
    let others = contact.phones.iter().map(|named| Phone {
        label: named.label.as_deref().map(|label| context.content(label)),
        ..context.phone(&named.number)
    });
    let sites = contact.site.iter().chain(&contact.link).map(|url| Site {
        href: url.as_str().to_owned(),
        shown: url.host().to_owned(),
    });
    Some(Call {
        phone: contact.phone.as_ref().map(|phone| context.phone(phone)),
        others: others.collect(),
        hours: contact
            .phone_hours
            .as_deref()
            .map(|hours| context.own_hours(hours)),
        email: contact
            .email
            .as_ref()
            .map(|email| email.as_str().to_owned()),
        sites: sites.collect(),
    })
}
