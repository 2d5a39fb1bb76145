//! Themes: templates, strings and assets of the default theme, shadowed by a site's own.
//!
//! A file of `themes/<nom>/` takes the place of the default theme's of the same path, and
//! `{% extends "guide/page.html" %}` reaches the default's own; strings merge by key; every style sheet of both
//! makes one served sheet. Assets are served under one folder named by the hash of them all.

mod assets;
mod colour;
mod css;
mod escape;
mod fault;
mod functions;
mod scripts;
mod strings;
pub(crate) mod tokens;

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::check::Guide;
use crate::diag::{Diagnostic, FileId, Report};
use crate::model::UrlPath;
use crate::source::Sources;
use assets::Assets;

pub(super) use fault::script_fault;
pub use strings::Strings;

/// The name of the default theme.
const DEFAULT: &str = "guide";

/// The templates, strings and assets of a site.
pub struct Theme {
    environment: Environment<'static>,
    /// The file of each template, by its name.
    files: BTreeMap<Box<str>, FileId>,
    strings: Vec<Arc<Strings>>,
    assets: Assets,
}

impl Theme {
    /// Reads a theme; none where it has faults, which the report tells at their lines.
    pub(super) fn new(
        sources: &Sources,
        guide: &Guide,
        base_path: &str,
        report: &mut Report,
    ) -> Option<Theme> {
        let own = guide.config.theme_name();
        let before = report.count(crate::diag::Level::Error);
        // A theme without a folder is told by `check`.
        if own != DEFAULT && sources.under(&format!("themes/{own}/")).next().is_none() {
            return None;
        }
        let strings = strings::all(sources, guide, own, report);
        let assets = Assets::new(sources, own, base_path, report);
        let mut theme = Theme {
            environment: Environment::new(),
            files: BTreeMap::new(),
            strings,
            assets,
        };
        theme
            .environment
            .set_undefined_behavior(UndefinedBehavior::Strict);
        theme
            .environment
            .set_auto_escape_callback(|_| AutoEscape::Html);
        theme.environment.set_debug(true);
        if let Ok(syntax) = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
        {
            theme.environment.set_syntax(syntax);
        }
        functions::add(&mut theme.environment, &theme.assets);
        escape::add(&mut theme.environment);
        theme.add_templates(sources, own, report);
        (report.count(crate::diag::Level::Error) == before).then_some(theme)
    }

    /// Renders a template; a fault in it is told at its line.
    pub fn render(
        &self,
        name: &str,
        context: impl Into<minijinja::Value>,
    ) -> Result<String, Diagnostic> {
        let template = self
            .environment
            .get_template(name)
            .map_err(|error| fault::diagnostic(&error, &self.files))?;
        template
            .render(context)
            .map_err(|error| fault::diagnostic(&error, &self.files))
    }

    /// The strings of a language, by its place among the site's.
    pub fn strings(&self, language: usize) -> &Arc<Strings> {
        &self.strings[language]
    }

    /// The names of templates as pages call them.
    pub fn templates(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|name| &**name)
    }

    /// The served assets: name within the folder, and path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &UrlPath)> {
        self.assets.iter()
    }

    /// The bytes of an asset.
    pub fn asset_bytes(&self, sources: &Sources, name: &str) -> Option<Vec<u8>> {
        self.assets.bytes(sources, name)
    }

    /// The file that an asset is made of, where it is made of one.
    pub fn asset_file(&self, name: &str) -> Option<FileId> {
        self.assets.file(name)
    }

    /// Whether an asset is the site's own, and not the default theme's.
    pub fn is_own_asset(&self, sources: &Sources, name: &str) -> bool {
        let file = self.asset_file(name);
        file.is_some_and(|file| !sources.file(file).name.starts_with("themes/guide/"))
    }

    /// The address of an asset for links within the site; none where there is no such asset.
    pub fn asset(&self, name: &str) -> Option<String> {
        self.assets.href(name)
    }

    fn add_templates(&mut self, sources: &Sources, own: &str, report: &mut Report) {
        for theme in [DEFAULT, own] {
            let folder = format!("themes/{theme}/");
            for (file, path) in sources.under(&folder) {
                let Some(name) = path
                    .strip_prefix(&*folder)
                    .filter(|name| name.ends_with(".html"))
                else {
                    continue;
                };
                self.files.insert(name.into(), file);
                self.files.insert(format!("{theme}/{name}").into(), file);
            }
        }
        for (name, file) in &self.files {
            if let Err(error) = self
                .environment
                .add_template_owned(name.to_string(), sources.text(*file).to_owned())
            {
                report.push(fault::diagnostic(&error, &self.files));
            }
        }
        report.sort();
    }
}
