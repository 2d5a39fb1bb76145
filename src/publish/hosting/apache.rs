//! Apache: `.htaccess`, in the site's own folder.

use std::fmt::Write as _;

use super::{Host, Plan, all_files, plan::escape};
use crate::publish::{compress, headers, media_type};

pub(super) const HOST: Host = Host {
    name: "apache",
    files: &[".htaccess"],
    write: |plan| vec![text(plan)],
};

fn text(plan: &Plan) -> String {
    let mount = escape(plan.mount());
    let mut text = String::from("# Écrit par ribambelle build --hebergement apache.\n");
    // A string takes any number of lines.
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    line("DirectoryIndex index.html".to_owned());
    line(format!("ErrorDocument 404 {}", plan.not_found));
    for (extension, media_type) in media_type::TABLE {
        line(format!("AddType \"{media_type}\" .{extension}"));
    }
    line("\n<IfModule mod_headers.c>".to_owned());
    for (name, value) in headers::of_host(plan.secure) {
        line(format!("Header always set {name} \"{value}\""));
    }
    let (name, value) = headers::REVALIDATED;
    line(format!("Header set {name} \"{value}\""));
    let (name, value) = headers::HASHED;
    let hashed = plan.hashed();
    // What is missing is answered at the address of the page that says so, and is not remembered.
    line(format!(
        "Header set {name} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#^{hashed}#\""
    ));
    let (name, _) = headers::SECURITY[0];
    line(format!(
        "Header always set {name} \"{}\" \"expr=%{{REQUEST_URI}} =~ m#^{}#\"",
        headers::EMBEDDED_POLICY,
        plan.embedded()
    ));
    let (name, value) = headers::SHARED;
    line(format!(
        "Header always set {name} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#^{}#\"",
        plan.shared()
    ));
    line("</IfModule>\n".to_owned());
    line("RedirectMatch 404 \"/\\.(?!well-known/)\"".to_owned());
    let hidden: Vec<String> = all_files().map(escape).collect();
    line(format!(
        "RedirectMatch 404 \"^{mount}/({})$\"",
        hidden.join("|")
    ));
    for (from, to) in &plan.moved {
        let from = escape(from.as_str());
        line(format!("RedirectMatch 301 \"^{from}$\" \"{to}\""));
    }
    for gone in &plan.gone {
        let address = escape(gone.as_str());
        line(format!("RedirectMatch 410 \"^{address}$\""));
        line(format!(
            "<If \"%{{REQUEST_URI}} =~ m#^{address}$#\">\nErrorDocument 410 {gone}index.html\n</If>"
        ));
    }
    if plan.precompressed {
        line(precompressed());
    }
    text
}

/// Serves the compressed file beside the one that is asked for, the smaller first.
fn precompressed() -> String {
    let mut text = String::from("\n<IfModule mod_rewrite.c>\nRewriteEngine On\n");
    for method in compress::METHODS {
        let (coding, suffix) = (method.coding, method.suffix);
        text.push_str(&format!(
            "RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n\
             RewriteCond %{{REQUEST_FILENAME}}{suffix} -f\n\
             RewriteRule ^(.+)$ $1{suffix} [L,E=no-gzip:1,E=no-brotli:1]\n"
        ));
    }
    text.push_str("</IfModule>\n<IfModule mod_mime.c>\n");
    for method in compress::METHODS {
        let (coding, suffix) = (method.coding, method.suffix);
        text.push_str(&format!(
            "RemoveType {suffix}\nRemoveLanguage {suffix}\nAddEncoding {coding} {suffix}\n"
        ));
    }
    text.push_str(
        "</IfModule>\n<IfModule mod_headers.c>\nHeader merge vary accept-encoding\n</IfModule>",
    );
    text
}
