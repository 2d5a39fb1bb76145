//! Netlify: `_headers` and `_redirects`.
//!
//! A header that two rules name for one path is sent as the host likes, so that none does: what isn't hashed gets
//! the host's own caching, which is [`headers::REVALIDATED`]. So the policy of all pages can't say who may frame them,
//! since the pages for frames say something else: another header says it, folder by folder. `!` lets a redirect win over the page that stands there.

use super::{Host, Plan};
use crate::publish::headers;

pub(super) const HOST: Host = Host {
    name: "netlify",
    files: &["_headers", "_redirects"],
    write: |plan| vec![headers(plan), redirects(plan)],
};

/// The rules: a pattern of paths, with its headers.
pub(super) fn rules(plan: &Plan) -> Vec<(String, Vec<(&'static str, &'static str)>)> {
    let mount = plan.mount();
    let unframed = |(name, value)| match name == headers::SECURITY[0].0 {
        true => (name, headers::POLICY_BUT_FRAMES),
        false => (name, value),
    };
    let mut rules = vec![
        (
            format!("{mount}/*"),
            headers::of_host(plan.secure).map(unframed).collect(),
        ),
        (format!("{mount}/medias/*"), vec![headers::HASHED]),
        (format!("{mount}/theme/*"), vec![headers::HASHED]),
        // Not `*`, which would take `/recherche/client.js` too.
        (
            format!("{mount}/recherche/:version/:fichier"),
            vec![headers::HASHED],
        ),
        (format!("{mount}/donnees/*"), vec![headers::SHARED]),
        (format!("{mount}/agenda.ics"), vec![headers::SHARED]),
        (format!("{mount}/"), vec![headers::SAME_FRAME]),
    ];
    let folders = plan.folders.iter();
    rules.extend(folders.map(|folder| (format!("{mount}/{folder}/*"), vec![headers::SAME_FRAME])));
    rules
}

fn headers(plan: &Plan) -> String {
    let mut text = heading(plan);
    for (pattern, headers) in rules(plan) {
        text.push_str(&format!("\n{pattern}\n"));
        for (name, value) in headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}

fn redirects(plan: &Plan) -> String {
    let mut text = heading(plan);
    for (from, to) in &plan.moved {
        text.push_str(&format!("{from} {to} 301!\n"));
    }
    for gone in &plan.gone {
        text.push_str(&format!("{gone} {gone}index.html 410!\n"));
    }
    text
}

fn heading(plan: &Plan) -> String {
    let mut text = "# Écrit par ribambelle build --hebergement netlify.\n".to_owned();
    if plan.base.as_str() != "/" {
        text.push_str(&format!(
            "# À placer à la racine de ce qui est publié, le site étant dans son dossier {}.\n",
            plan.mount()
        ));
    }
    text
}
