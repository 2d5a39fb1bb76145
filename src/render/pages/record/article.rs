//! Pages of articles.

use minijinja::Value;
use serde::Serialize;

use super::{Easy, finish, verified};
use crate::diag::Diagnostic;
use crate::model::kinds::Article;
use crate::model::values::Term as _;
use crate::render::card;
use crate::render::context::{Context, Link, Row, Said};

/// How many records an article shows beside it.
const HELP: usize = 3;

#[derive(Serialize)]
struct View {
    example: bool,
    summary: Said,
    untranslated: bool,
    body: Value,
    body_attrs: Value,
    easy: Option<Easy>,
    themes: Vec<Link>,
    read_on: Vec<Row>,
    verified: verified::Verified,
    help: Vec<Value>,
}

pub(super) fn page(
    context: &Context<'_>,
    index: usize,
    article: &Article,
    path: &str,
) -> Result<String, Diagnostic> {
    let entry = context.entry(index);
    let texts = context.translation_of(entry);
    let (body, body_attrs) = super::body(context, entry);
    let mut help = Vec::new();
    if !entry.standing.discreet {
        let all = article
            .themes
            .iter()
            .filter_map(|theme| context.site.index.themes.get(theme.code()))
            .flatten();
        for record in all
            .copied()
            .filter(|record| !context.entry(*record).standing.discreet)
        {
            if help.len() < HELP && !help.contains(&record) {
                help.push(record);
            }
        }
    }
    let view = View {
        example: entry.standing.example,
        summary: context.either(
            texts.and_then(|texts| texts.summary.as_deref()),
            &article.summary,
        ),
        untranslated: super::is_untranslated(context, entry),
        body: body.unwrap_or_else(|| Value::from("")),
        body_attrs,
        easy: super::easy(
            context,
            texts.and_then(|texts| texts.easy.as_deref()),
            article.easy.as_deref(),
        ),
        themes: super::themes(context, article.themes.iter().map(|theme| theme.code())),
        read_on: super::read_on(context, entry),
        verified: verified::view(context, index),
        help: card::all(context, help)?,
    };
    finish(
        context,
        "article.html",
        &super::frame(context, index, path),
        &view,
    )
}
