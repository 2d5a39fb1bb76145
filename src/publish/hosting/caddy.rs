//! Caddy: a file to import in a site's block, whose `root` holds the site at its address.

use std::fmt::Write as _;

use super::{Host, Plan, all_files, plan::escape};
use crate::publish::{headers, media_type};

pub(super) const HOST: Host = Host {
    name: "caddy",
    files: &["Caddyfile"],
    write: |plan| vec![text(plan)],
};

fn text(plan: &Plan) -> String {
    let (base, mount) = (&plan.base, plan.mount());
    let mut text = String::from(
        "# Écrit par ribambelle build --hebergement caddy.\n\
         # À importer dans le bloc du site dont « root » contient le site à son adresse.\n",
    );
    // A string takes any number of lines.
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    line(format!("@guide path {base}*\nheader @guide {{"));
    for (name, value) in headers::of_host(plan.secure).chain([headers::REVALIDATED]) {
        line(format!("\t{name} \"{value}\""));
    }
    line("}".to_owned());
    for (number, (extension, media_type)) in media_type::TABLE.iter().enumerate() {
        line(format!(
            "@type{number} path {base}*.{extension}\nheader @type{number} content-type \"{media_type}\""
        ));
    }
    let (name, value) = headers::HASHED;
    line(format!(
        "@hashed path_regexp ^{}\nheader @hashed {name} \"{value}\"",
        plan.hashed()
    ));
    let (name, _) = headers::SECURITY[0];
    line(format!(
        "@embedded path_regexp ^{}\nheader @embedded {name} \"{}\"",
        plan.embedded(),
        headers::EMBEDDED_POLICY
    ));
    let (name, value) = headers::SHARED;
    line(format!(
        "@shared path_regexp ^{}\nheader @shared {name} \"{value}\"",
        plan.shared()
    ));
    let hidden: Vec<String> = all_files().map(escape).collect();
    line(format!(
        "@hidden path_regexp ^{0}/(({1})$|(.*/)?\\.([^w]|w[^e]))\nerror @hidden 404",
        escape(mount),
        hidden.join("|")
    ));
    for (from, to) in &plan.moved {
        line(format!("redir {from} {to} 301"));
    }
    for (number, gone) in plan.gone.iter().enumerate() {
        line(format!(
            "@gone{number} path {gone}\nerror @gone{number} 410"
        ));
    }
    if plan.precompressed {
        // Caddy says it of the compressed copies alone, where a cache must know it of the others too.
        line("header @guide vary accept-encoding".to_owned());
    }
    line("file_server @guide {\n\tindex index.html".to_owned());
    if plan.precompressed {
        line("\tprecompressed br gzip".to_owned());
    }
    line("}".to_owned());
    line(errors(plan));
    text
}

/// The pages that stand for an error; that something is missing is not to be remembered.
fn errors(plan: &Plan) -> String {
    let (name, value) = headers::REVALIDATED;
    let html = media_type::of(&plan.not_found);
    format!(
        "handle_errors {{\n\
         \theader {name} \"{value}\"\n\
         \theader content-type \"{html}\"\n\
         \t@gone expression `{{err.status_code}} == 410`\n\
         \thandle @gone {{\n\
         \t\trewrite * {{http.request.orig_uri.path}}index.html\n\
         \t\tfile_server\n\
         \t}}\n\
         \t@missing expression `{{err.status_code}} == 404`\n\
         \thandle @missing {{\n\
         \t\trewrite * {}\n\
         \t\tfile_server\n\
         \t}}\n\
         }}",
        plan.not_found
    )
}
