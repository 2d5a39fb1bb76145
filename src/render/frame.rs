//! What every page has around its main part.

use minijinja::{Value, context as values};
use serde::Serialize;

use super::context::{Context, Link, Phone, Said, value};
use super::{qr, share};
use crate::diag::Diagnostic;
use crate::model::EmergencyNumber;
use crate::model::values::{PhoneNumber, WrittenChannel};
use crate::model::{Data, Kind};
use crate::site::pages::EDITION;
use crate::site::{MY_LIST, Share};
use crate::text::typography::typeset;

/// What the frame of a page says.
#[derive(Serialize)]
pub(super) struct Frame {
    /// The heading.
    pub(super) title: Said,
    /// The name of the tab; neutral on discreet pages.
    pub(super) tab_title: String,
    pub(super) title_attrs: Value,
    pub(super) description: Option<String>,
    /// The whole address.
    pub(super) url: String,
    /// The address as a QR code, for paper.
    pub(super) qr: Option<Value>,
    pub(super) alternates: Vec<Alternate>,
    pub(super) crumbs: Vec<Link>,
    /// Which word of the menu it belongs to.
    pub(super) section: &'static str,
    pub(super) discreet: bool,
    pub(super) noindex: bool,
    pub(super) og_type: &'static str,
    /// The picture of shared links, where it is not the guide's own.
    pub(super) picture: Option<Picture>,
    pub(super) json_ld: Option<Value>,
}

/// The same page in a language.
#[derive(Serialize)]
pub(super) struct Alternate {
    code: String,
    name: String,
    direction: &'static str,
    href: String,
    url: String,
    current: bool,
}

impl Frame {
    /// The frame of a page with a title, at a path without the language's prefix.
    pub(super) fn new(context: &Context<'_>, path: &str, title: Said) -> Frame {
        let site = context.site;
        let alternates = site
            .languages
            .iter()
            .enumerate()
            .map(|(index, language)| Alternate {
                code: language.code.to_string(),
                name: language.name.to_string(),
                direction: language.direction(),
                href: site.href(index, path),
                url: site.url(index, path),
                current: index == context.language,
            });
        let url = site.url(context.language, path);
        Frame {
            tab_title: format!("{} – {}", title.text, typeset(&site.guide.config.name)),
            title_attrs: title.attrs.clone(),
            title,
            description: None,
            qr: qr::svg(&url).map(Value::from_safe_string),
            url,
            alternates: alternates.collect(),
            crumbs: vec![context.link(context.here(context.t.get("home")), "/")],
            section: "",
            discreet: false,
            noindex: false,
            og_type: "website",
            picture: None,
            json_ld: None,
        }
    }

    pub(super) fn section(mut self, section: &'static str) -> Frame {
        self.section = section;
        self
    }

    /// Adds a step to the path of crumbs.
    pub(super) fn crumb(mut self, link: Link) -> Frame {
        self.crumbs.push(link);
        self
    }

    pub(super) fn described(mut self, description: Option<&Said>) -> Frame {
        self.description = description.map(|said| said.text.clone());
        self
    }

    /// Shows a picture where the page's link is shared.
    pub(super) fn pictured(mut self, context: &Context<'_>, share: &Share) -> Frame {
        self.picture = (*share != Share::Guide).then(|| Picture::new(context, share));
        self
    }

    /// Leaves no word of what the page is about in the tab, in shared links and in search engines' previews.
    ///
    /// `word` is the string that stands for it: one record, or several.
    pub(super) fn neutral(mut self, context: &Context<'_>, word: &str) -> Frame {
        self.tab_title = format!(
            "{} – {}",
            context.t.get(word),
            typeset(&context.site.guide.config.name)
        );
        self.title_attrs = Value::from("");
        self.description = Some(context.t.get("discreet.description").to_owned());
        self.discreet = true;
        self.json_ld = None;
        self.pictured(context, &Share::Guide)
    }
}

/// A picture of shared links.
#[derive(Serialize)]
pub(super) struct Picture {
    /// Its whole address.
    url: String,
    alt: String,
}

impl Picture {
    fn new(context: &Context<'_>, share: &Share) -> Picture {
        Picture {
            url: context.site.url(0, &share.path(context.site)),
            alt: share::alt(context, share),
        }
    }
}

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
    /// What the buttons of « ma liste » say, as JSON.
    list_strings: String,
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

/// What every page of a language shares, the footer as it is rendered.
pub(super) fn shared(context: &Context<'_>) -> Result<Value, Diagnostic> {
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
        let shared = Shared {
            language: context.language().code.to_string(),
            locale: locale(&context.language().code),
            direction: context.language().direction(),
            name: typeset(&config.name).into_owned(),
            place: place.unwrap_or_default(),
            content_attrs: context.content_attrs(),
            home: context.href("/"),
            root: context.site.href(0, "/"),
            search: context.site.searched.then(|| context.href("/recherche/")),
            agenda: context.href("/agenda/"),
            communes: context.href("/communes/"),
            articles: context.href("/articles/"),
            urgent: context.href("/urgence/"),
            list: context.href(MY_LIST),
            list_strings: context.strings_for_script("keep.client."),
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
        Ok(value(&shared))
    })
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
    let t = Value::from_dyn_object(std::sync::Arc::clone(
        context.site.theme.strings(context.language),
    ));
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
pub(super) fn number_href(number: &EmergencyNumber) -> String {
    match &number.number.value {
        PhoneNumber::Short(digits)
            if &**digits == "114" && number.written.contains(&WrittenChannel::Sms) =>
        {
            "sms:114".to_owned()
        }
        other => other.link(),
    }
}

/// The word of the menu that a kind belongs to.
pub(super) fn section_of(kind: Kind) -> &'static str {
    if kind == Kind::Article { "article" } else { "" }
}
