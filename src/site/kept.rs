//! What a site was made of, so that the one of after an edit takes over what stayed the same.

use std::sync::Arc;

use super::client::LazyClient;
use super::facts;
use super::theme::Theme;
use crate::check::Guide;
use crate::diag::Report;
use crate::model::Vocabulary;
use crate::source::Sources;

/// What a site was made of, kept for the next one.
#[derive(Debug, Default)]
pub struct Kept {
    keeps: bool,
    theme: Option<Themed>,
    pub(super) lists: facts::Kept,
}

/// A theme with what it was made of.
struct Themed {
    sources: Sources,
    vocabulary: Arc<Vocabulary>,
    base_path: Box<str>,
    theme: Arc<Theme>,
    client: Arc<LazyClient>,
}

impl Kept {
    /// Keeps from now on; by default nothing is kept.
    pub fn keeping() -> Kept {
        Kept {
            keeps: true,
            theme: None,
            lists: facts::Kept::keeping(),
        }
    }

    /// The theme and the search's client; as they were where an edit was to records alone.
    pub(super) fn theme(
        &mut self,
        sources: &Sources,
        guide: &Guide,
        base_path: &str,
        report: &mut Report,
    ) -> Option<(Arc<Theme>, Arc<LazyClient>)> {
        if let Some(known) = &mut self.theme
            && known.is_of(sources, guide, base_path)
        {
            known.sources = sources.clone();
            return Some((Arc::clone(&known.theme), Arc::clone(&known.client)));
        }
        self.theme = None;
        let before = report.diagnostics().len();
        let theme = Arc::new(Theme::new(sources, guide, base_path, report)?);
        let client = Arc::new(LazyClient::new(&theme, sources, guide, report)?);
        // What is wrong with it is told each time.
        if self.keeps && report.diagnostics().len() == before {
            self.theme = Some(Themed {
                sources: sources.clone(),
                vocabulary: Arc::clone(&guide.vocabulary),
                base_path: base_path.into(),
                theme: Arc::clone(&theme),
                client: Arc::clone(&client),
            });
        }
        Some((theme, client))
    }
}

impl Themed {
    /// Whether the theme of other sources is the same: its files, `guide.yml` and the vocabulary are.
    fn is_of(&self, sources: &Sources, guide: &Guide, base_path: &str) -> bool {
        let matters = |name: &str| name.starts_with("themes/") || name == "content/guide.yml";
        Arc::ptr_eq(&self.vocabulary, &guide.vocabulary)
            && *self.base_path == *base_path
            && sources.has_names_of(&self.sources)
            && !sources
                .changed(&self.sources)
                .any(|file| matters(&sources.file(file).name))
    }
}

impl std::fmt::Debug for Themed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Themed").finish_non_exhaustive()
    }
}
