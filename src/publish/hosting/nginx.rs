//! nginx: a file to include in a `server { }`, whose `root` holds the site at its address.

use std::fmt::Write as _;

use super::{Host, Plan, all_files, plan::escape};
use crate::publish::{headers, media_type};

pub(super) const HOST: Host = Host {
    name: "nginx",
    files: &["nginx.conf"],
    write: |plan| vec![text(plan)],
};

fn text(plan: &Plan) -> String {
    let (base, mount) = (&plan.base, plan.mount());
    let mut text = String::from(
        "# Écrit par ribambelle build --hebergement nginx.\n\
         # À inclure dans le bloc server { } dont « root » contient le site à son adresse.\n",
    );
    // A string takes any number of lines.
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    line(format!("location ^~ {base} {{"));
    line("    index index.html;".to_owned());
    line("    absolute_redirect off;".to_owned());
    line("    default_type application/octet-stream;".to_owned());
    line("    types {".to_owned());
    for (extension, media_type) in media_type::TABLE {
        line(format!("        \"{media_type}\" {extension};"));
    }
    line("    }".to_owned());
    if plan.precompressed {
        line("    gzip_static on;".to_owned());
        line("    gzip_vary on;".to_owned());
        line("    # Avec le module brotli (Debian : libnginx-mod-http-brotli-static) :".to_owned());
        line("    # brotli_static on;".to_owned());
    }
    line(format!("    error_page 404 {};", plan.not_found));
    for header in headers::of_host(plan.secure).chain([headers::REVALIDATED]) {
        line(add(1, header, " always"));
    }
    line(format!("\n    location ~ ^{} {{", plan.hashed()));
    // The headers of the outer block count only where a block has none of its own.
    for header in headers::of_host(plan.secure) {
        line(add(2, header, " always"));
    }
    // Without `always`: that something is missing is not to be remembered.
    line(add(2, headers::HASHED, ""));
    line("    }".to_owned());
    line(format!("\n    location ~ ^{} {{", plan.embedded()));
    for header in headers::of_host(plan.secure).chain([headers::REVALIDATED]) {
        line(add(2, headers::embedded(header), " always"));
    }
    line("    }".to_owned());
    line(format!("\n    location ~ ^{} {{", plan.shared()));
    let shared = [headers::REVALIDATED, headers::SHARED];
    for header in headers::of_host(plan.secure).chain(shared) {
        line(add(2, header, " always"));
    }
    line("    }".to_owned());
    line("\n    location ~ /\\.(?!well-known/) { return 404; }".to_owned());
    let hidden: Vec<String> = all_files().map(escape).collect();
    line(format!(
        "    location ~ ^{}/({})$ {{ return 404; }}",
        escape(mount),
        hidden.join("|")
    ));
    for (from, to) in &plan.moved {
        line(format!("    location = {from} {{ return 301 {to}; }}"));
    }
    for gone in &plan.gone {
        line(format!(
            "    location = {gone} {{ error_page 410 {gone}index.html; return 410; }}"
        ));
    }
    line("}".to_owned());
    text
}

fn add(depth: usize, (name, value): (&str, &str), when: &str) -> String {
    format!("{:1$}add_header {name} \"{value}\"{when};", "", depth * 4)
}
