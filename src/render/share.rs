//! The pictures of shared links: whose words and colours they show.

use super::card::{kind_class, kind_label};
use super::context::Context;
use crate::geo::{InseeCode, communes};
use crate::image::share::{Colours, Drawing, Foot, Plate, can_draw};
use crate::model::Kind;
use crate::site::{Share, Site, tokens};
use crate::text::typography::typeset;

/// The figures of the foot, and those of the guide's own mark: symbols of the theme's icons.
const FIGURES: [&str; 5] = [
    "doll-dress",
    "doll-child",
    "doll-trousers",
    "doll-child",
    "doll-dress",
];

/// Draws a picture, in the content's own language.
pub(super) fn render(site: &Site, share: &Share) -> Vec<u8> {
    let context = Context::new(site, 0);
    let kind = match share {
        Share::Guide => None,
        Share::Kind(kind) | Share::Commune(kind, _) => Some(*kind),
        Share::Record(index) => Some(context.entry(*index).record.kind),
    };
    let (name, below) = match share {
        Share::Guide => (Some(&*site.guide.config.name), None),
        Share::Kind(_) => (territory(site), None),
        Share::Commune(_, insee) => (name_of(*insee), None),
        Share::Record(index) => {
            let entry = context.entry(*index);
            let commune = Share::commune_of(entry).and_then(name_of);
            (Some(entry.record.data.title()), commune)
        }
    };
    let sort = kind.map_or(0, |kind| 1 + kind as usize);
    let plate = site.press().plate(sort, || plate(&context, kind));
    let foot = site.press().foot(kind.is_none(), || foot(site, kind));
    plate.picture(
        foot,
        &words(name),
        below.map(|below| words(Some(below))).as_deref(),
    )
}

/// What a picture says, for who does not see it: in the language of the page that names it.
pub(super) fn alt(context: &Context<'_>, share: &Share) -> String {
    let guide = typeset(&context.site.guide.config.name);
    let of_kind = |kind: Kind| context.t.get(label(kind)).to_owned();
    let words = match share {
        Share::Guide => return guide.into_owned(),
        Share::Kind(kind) => of_kind(*kind),
        Share::Commune(kind, insee) => {
            let commune = name_of(*insee).unwrap_or_default();
            format!("{}, {}", of_kind(*kind), typeset(commune))
        }
        Share::Record(index) => {
            let entry = context.entry(*index);
            format!(
                "{}, {}",
                of_kind(entry.record.kind),
                context.content(entry.record.data.title()).text
            )
        }
    };
    format!("{words} – {guide}")
}

/// The name of the territory of the guide.
fn territory(site: &Site) -> Option<&str> {
    let territory = site.guide.get(site.guide.config.territory.id())?;
    Some(territory.record.data.title())
}

fn name_of(insee: InseeCode) -> Option<&'static str> {
    communes().by_insee(insee).map(|commune| commune.name())
}

/// What can be drawn of a text; nothing where a letter of it can't.
fn words(text: Option<&str>) -> String {
    let text = text.filter(|text| can_draw(text)).map(typeset);
    text.unwrap_or_default().into_owned()
}

fn plate(context: &Context<'_>, kind: Option<Kind>) -> Plate {
    let site = context.site;
    let icons = icons(site);
    // Organisations, territories and plans have the colour and the mark of the guide.
    let is_known = |kind: &Kind| kind.is_directory() || *kind == Kind::Article;
    let class = kind.filter(is_known).map_or("", kind_class);
    let (ground, icon) = match class {
        "" => ("--brand".to_owned(), FIGURES[0].to_owned()),
        class => (format!("--{class}"), format!("kind-{class}")),
    };
    let own = site.guide.config.theme_name();
    let names = [&*ground, "--brand", "--paper"];
    let [ground, brand, paper] = tokens::colours(site.sources(), own, names);
    let colours = Colours {
        ground: ground.or(brand).unwrap_or([0; 3]),
        paper: paper.unwrap_or([255; 3]),
    };
    // An abbreviation in parentheses helps a reader of a page, not of a picture.
    let label = kind.map(|kind| context.t.get(label(kind)));
    let label = label.map(|label| label.split('(').next().unwrap_or_default().trim());
    Plate::new(
        colours,
        symbol(&icons, &icon),
        &words(label.or(territory(site))),
    )
}

/// The foot: the guide's name, or on the guide's own picture its address.
fn foot(site: &Site, kind: Option<Kind>) -> Foot {
    let icons = icons(site);
    let figures: Vec<Drawing<'_>> = FIGURES
        .iter()
        .filter_map(|name| symbol(&icons, name))
        .collect();
    match kind {
        Some(_) => Foot::new(&figures, &words(Some(&site.guide.config.name))),
        None => {
            let url = site.guide.config.base_url();
            let address = url.split_once("://").map_or(url, |(_, rest)| rest);
            Foot::new(&figures, &words(Some(address)))
        }
    }
}

/// The theme's icons.
fn icons(site: &Site) -> String {
    let bytes = site.theme.asset_bytes(site.sources(), "icons.svg");
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

/// A symbol of a file of icons.
fn symbol<'t>(icons: &'t str, id: &str) -> Option<Drawing<'t>> {
    let (_, rest) = icons.split_once(&format!("<symbol id=\"{id}\" viewBox=\"0 0 "))?;
    let (size, rest) = rest.split_once('"')?;
    let (width, height) = size.split_once(' ')?;
    let (body, _) = rest.split_once("</symbol>")?;
    let size = (width.parse().ok()?, height.parse().ok()?);
    Some(Drawing { body, size })
}

/// The name of a kind in a picture: in full for what parents may not know.
fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Laep => "kind.laep_long",
        Kind::Ram => "kind.relais_long",
        other => kind_label(other),
    }
}
