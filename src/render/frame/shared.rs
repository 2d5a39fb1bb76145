//! What all pages of a language have alike, made once: addresses, header, footer.

use std::collections::BTreeMap;

use minijinja::{Value, context as values};
use serde::Serialize;

use super::Picture;
use super::header::{self, Header, Menu};
use crate::diag::Diagnostic;
use crate::model::values::{PhoneNumber, WrittenChannel};
use crate::model::{Data, EmergencyNumber};
use crate::render::context::{Context, Link, Phone, Said, value};
use crate::site::pages::EDITION;
use crate::site::{MY_LIST, Share};
use crate::text::typography::typeset;

/// A number of the emergency list, short.
#[derive(Serialize)]
struct Number {
    href: String,
    shown: String,
    short: Said,
}

/// What pages of a language share.
#[derive(Serialize)]
struct Shared {
    language: String,
    /// The language with a country, as those who show shared links ask for it.
    locale: &'static str,
    direction: &'static str,
    name: String,
    place: String,
    content_attrs: Value,
    home: String,
    root: String,
    /// The search page, where there is one.
    search: Option<String>,
    agenda: String,
    communes: String,
    articles: String,
    urgent: String,
    list: String,
    /// The header as it is rendered, by the word of the menu that a page belongs to.
    headers: BTreeMap<Menu, Header>,
    /// What hangs on nothing but the language, as it is rendered, by its template.
    same: BTreeMap<&'static str, Value>,
    /// What the buttons of « ma liste » say, as JSON.
    list_strings: String,
    /// What the script of pages for a frame says, as JSON.
    embed_strings: String,
    /// The pages that a copy for when there is no network begins with.
    ways: String,
    atom: String,
    sitemap: String,
    neutral: String,
    demonstration: bool,
    /// The guide's own picture for shared links.
    picture: Picture,
    numbers: Vec<Number>,
    footer: Value,
}

/// What every page of a language shares, header and footer as they are rendered.
pub(in crate::render) fn shared(context: &Context<'_>) -> Result<Value, Diagnostic> {
    context.site.frame(context.language, || {
        let config = &context.site.guide.config;
        let place = context
            .site
            .guide
            .get(config.territory.id())
            .map(|territory| typeset(territory.record.data.title()).into_owned());
        let neutral = config
            .neutral_page
            .as_ref()
            .map_or("https://www.wikipedia.org/", |url| url.as_str());
        let mut shared = Shared {
            language: context.language().code.to_string(),
            locale: locale(&context.language().code),
            direction: context.language().direction(),
            name: typeset(&config.name).into_owned(),
            place: place.unwrap_or_default(),
            content_attrs: context.content_attrs(),
            home: context.href("/"),
            root: context.site.href(0, "/"),
            search: context.site.searched.then(|| context.href("/recherche/")),
            headers: BTreeMap::new(),
            agenda: context.href("/agenda/"),
            communes: context.href("/communes/"),
            articles: context.href("/articles/"),
            urgent: context.href("/urgence/"),
            list: context.href(MY_LIST),
            same: BTreeMap::new(),
            list_strings: context.strings_for_script("keep.client."),
            embed_strings: context.strings_for_script("embed.client."),
            ways: ["/", "/recherche/", MY_LIST, "/urgence/"]
                .into_iter()
                .filter(|path| context.site.searched || *path != "/recherche/")
                .map(|path| context.href(path))
                .collect::<Vec<_>>()
                .join(" "),
            atom: context.href("/atom.xml"),
            sitemap: context.href("/sitemap.xml"),
            neutral: neutral.to_owned(),
            demonstration: config.is_demonstration(),
            picture: Picture::new(context, &Share::Guide),
            numbers: numbers(context),
            footer: footer(context)?,
        };
        // The header and the rest are rendered with what stands in the frame already.
        let site = value(&shared);
        shared.headers = header::all(context, &site)?;
        shared.same = same(context, &site)?;
        Ok(value(&shared))
    })
}

/// The parts that are the same on all pages of a language.
fn same(context: &Context<'_>, site: &Value) -> Result<BTreeMap<&'static str, Value>, Diagnostic> {
    const PARTS: [(&str, &str); 7] = [
        ("body", "parts/same/body.html"),
        ("chain", "parts/chain.html"),
        ("copy", "parts/same/copy.html"),
        ("embed", "parts/same/embed.html"),
        ("html", "parts/same/html.html"),
        ("links", "parts/same/links.html"),
        ("strings", "parts/same/strings.html"),
    ];
    let part = |(name, template)| {
        let view = values! { t => context.strings(), site };
        let html = context.site.theme.render(template, view)?;
        Ok((name, Value::from_safe_string(html)))
    };
    PARTS.into_iter().map(part).collect()
}

/// A language of the site as Open Graph writes it.
fn locale(code: &str) -> &'static str {
    match code {
        "ar" => "ar_AR",
        "de" => "de_DE",
        "en" => "en_GB",
        _ => "fr_FR",
    }
}

fn footer(context: &Context<'_>) -> Result<Value, Diagnostic> {
    let guide = &context.site.guide;
    let config = &guide.config;
    let numbers = numbers(context);
    let publisher = guide.index(config.publisher.id());
    let publisher_name = publisher.map_or_else(
        || context.content(&config.name),
        |index| context.title(context.entry(index)),
    );
    let publisher_href = publisher.and_then(|index| context.record_href(index));
    let contact: Option<Phone> = config.contact.as_ref().and_then(|contact| {
        let mail = || {
            contact.email.as_ref().map(|email| Phone {
                href: format!("mailto:{}", email.as_str()),
                shown: email.as_str().to_owned(),
                price: None,
                label: None,
            })
        };
        contact
            .phone
            .as_ref()
            .map(|phone| context.phone(phone))
            .or_else(mail)
    });
    let mut links: Vec<Link> = Vec::new();
    // Articles at the root of `pages/` are about the guide itself.
    for article in context.site.index.sections.get("").into_iter().flatten() {
        if let (Some(href), Data::Article(_)) = (
            context.record_href(*article),
            &context.entry(*article).record.data,
        ) {
            links.push(Link {
                name: context.title(context.entry(*article)),
                href,
                count: None,
                kind: None,
            });
        }
    }
    for (key, path) in [
        ("mine.title", MY_LIST),
        ("partners.title", "/partenaires/"),
        ("territories.title", "/territoires/"),
        ("data.title", crate::site::DATA),
        ("accessibility.title", "/accessibilite/"),
        ("legal.title", "/mentions-legales/"),
    ] {
        links.push(context.link(context.here(context.t.get(key)), path));
    }
    if context.site.has_edition() {
        links.push(Link {
            href: context.site.href(0, EDITION),
            ..context.link(context.here(context.t.get("edition.title")), EDITION)
        });
    }
    let t = context.strings();
    let html = context.site.theme.render(
        "parts/footer.html",
        values! {
            t,
            numbers => value(&numbers),
            publisher => values! { name => value(&publisher_name), href => publisher_href },
            contact => value(&contact),
            links => value(&links),
        },
    )?;
    Ok(Value::from_safe_string(html))
}

/// The emergency numbers that stand on every page.
fn numbers(context: &Context<'_>) -> Vec<Number> {
    let all = context.site.guide.numbers.iter();
    all.filter(|number| context.t.find(&short_key(number)).is_some())
        .take(7)
        .map(|number| short(context, number))
        .collect()
}

fn short_key(number: &EmergencyNumber) -> String {
    format!("number.{}", number.number.shown().replace('\u{a0}', ""))
}

fn short(context: &Context<'_>, number: &EmergencyNumber) -> Number {
    let short = context.t.find(&short_key(number)).map_or_else(
        || context.content(&number.name),
        |words| context.here(words),
    );
    Number {
        href: number_href(number),
        shown: number.number.shown(),
        short,
    }
}

/// How one reaches a number: by SMS where a voice call leads nowhere, as at 114.
pub(in crate::render) fn number_href(number: &EmergencyNumber) -> String {
    match &number.number.value {
        PhoneNumber::Short(digits)
            if &**digits == "114" && number.written.contains(&WrittenChannel::Sms) =>
        {
            "sms:114".to_owned()
        }
        other => other.link(),
    }
}
