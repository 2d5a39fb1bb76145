//! The data for re-use: what there is, under which licence, of when.

use minijinja::Value;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::finish;
use crate::diag::Diagnostic;
use crate::render::context::{Cell, Context, Row};
use crate::render::feed;
use crate::render::frame::Frame;
use crate::site::pages::EMBEDS;
use crate::site::{CALENDAR, DATA_FILES, Reusable};

#[derive(Serialize)]
struct DataView {
    rows: Vec<Row>,
    files: Vec<File>,
    /// The page that says how to frame pages of the guide.
    embeds: String,
}

/// A file that one may download.
#[derive(Serialize)]
struct File {
    name: &'static str,
    href: String,
    what: String,
    count: Option<String>,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let guide = &context.site.guide;
    let config = &guide.config;
    let data = Reusable::of(context.site);
    let licence = match &config.licence {
        Some(licence) => Cell {
            href: Some(licence.url.as_str().to_owned()),
            external: true,
            ..context.content(&licence.name).cell()
        },
        None => context.here(context.t.get("data.no_licence")).cell(),
    };
    let publisher = context.record_cell(config.publisher.id());
    let rows = [
        context.row("data.licence", vec![licence]),
        context.row(
            "data.date",
            vec![context.here(context.date(guide.today)).cell()],
        ),
        context.row("legal.publisher", publisher.into_iter().collect()),
    ];
    let files = DATA_FILES.iter().map(|file| File {
        name: file.path.trim_start_matches(path),
        href: context.site.href(0, file.path),
        what: context.here(context.t.get(file.key)).text,
        count: (file.count)(&data).map(|count| context.t.count("data.records", count, &[])),
    });
    let calendar = File {
        name: CALENDAR.trim_start_matches('/'),
        href: context.site.href(0, CALENDAR),
        what: context.here(context.t.get("data.ics")).text,
        count: Some(size(context, feed::size(context.site))),
    };
    let view = DataView {
        rows: rows.into_iter().flatten().collect(),
        files: files.chain([calendar]).collect(),
        embeds: context.href(EMBEDS),
    };
    let mut frame = Frame::new(context, path, context.here(context.t.get("data.title")));
    frame.description = Some(context.here(context.t.get("data.lead")).text);
    frame.json_ld = Some(json_ld(context, &frame));
    finish(context, "data.html", &frame, &view)
}

/// « 212 ko », « 9,2 Mo ».
fn size(context: &Context<'_>, bytes: usize) -> String {
    let said = |key: &str, n: String| context.t.fill(key, &[("n", &n)]);
    match bytes {
        0..1_000_000 => said("data.kilobytes", bytes.div_ceil(1_000).to_string()),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            let decimal = context.t.get("number.decimal");
            said(
                "data.megabytes",
                format!("{}{decimal}{}", tenths / 10, tenths % 10),
            )
        }
    }
}

/// What search engines of data are told: a `Dataset` with its files.
fn json_ld(context: &Context<'_>, frame: &Frame) -> Value {
    let site = context.site;
    let config = &site.guide.config;
    let title = |id: &str| {
        let entry = site.guide.get(id);
        entry.map(|entry| context.title(entry).text)
    };
    let files = DATA_FILES.iter().map(|file| {
        json!({
            "@type": "DataDownload",
            "name": context.here(context.t.get(file.key)).text,
            "encodingFormat": file.media_type,
            "contentUrl": site.url(0, file.path),
        })
    });
    let calendar = json!({
        "@type": "DataDownload",
        "name": context.here(context.t.get("data.ics")).text,
        "encodingFormat": "text/calendar",
        "contentSize": format!("{} B", feed::size(site)),
        "contentUrl": site.url(0, CALENDAR),
    });
    let files: Vec<Json> = files.chain([calendar]).collect();
    let mut dataset = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": format!("{} – {}", frame.title.text, &*config.name),
        "description": frame.description,
        "url": frame.url,
        "dateModified": site.guide.today.to_string(),
        "inLanguage": &*site.languages[0].code,
        "isAccessibleForFree": true,
        "publisher": { "@type": "Organization", "name": title(config.publisher.id()) },
        "spatialCoverage": title(config.territory.id()),
        "distribution": files,
    });
    if let Some(licence) = &config.licence {
        dataset["license"] = licence.url.as_str().into();
    }
    // A closing tag can't stand in the block, whatever a record says; JSON reads the escape as the character itself.
    Value::from_safe_string(dataset.to_string().replace('<', "\\u003c"))
}
