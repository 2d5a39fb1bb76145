//! Ribambelle compiles the records of a public family-services directory into a static, searchable site.
//!
//! Partners (Caf, PMI, communes, associations) write Markdown and YAML records of parenting-support actions, LAEP,
//! relais petite enfance and venues; this crate checks them and makes a *guide parentalité local* of them, which any
//! static host serves. Parents read it on a phone, tired, on a poor connection: that decides every trade.
//!
//! # The pipeline
//!
//! One type per stage; each stage is a function from the former type to the next, and adds what it finds to a
//! [`Report`](diag::Report).
//!
//! ```text
//! Sources ──load──▶ Catalogue ──check──▶ Guide ──Site::new──▶ Site ──render──▶ Output (pages, calendars) ──▶ Sink
//!                                                              ├──export::search──▶ tantivy ──▶ shards (Output)
//!                                                              └──export──▶ sitemap, Atom, robots (Output)
//! ```
//!
//! | type | invariant |
//! |---|---|
//! | [`Sources`](source::Sources) | the only reader of content and themes |
//! | [`Catalogue`](load::Catalogue) | every fault of a file is told at once, not the first; a faulty record is known by its id, and never published |
//! | [`Guide`](check::Guide) | sound records that are no drafts, references resolved, hours and sessions expanded once; it can't be made elsewhere |
//! | [`Site`](site::Site) | what is rendered at which path is known before anything is rendered; two pages never share a path |
//! | [`Output`](model::Output) | `render(&Site, &UrlPath)` is pure: `build` calls it for all paths in parallel, `serve` for the one that is asked for |
//! | [`Sink`](publish::Sink) | nothing holds all bytes of a site at once; a folder is published whole or not at all |
//!
//! Equal input, options and `--date` give equal bytes on any machine: no output holds a clock, a host name, an absolute
//! path, or the order of a hash table.
//!
//! # The layers
//!
//! A module imports its own layer and those before it, never after (`tests/tidy.rs`):
//! [`diag`] → [`source`] → [`text`] → [`image`] → [`geo`] → [`calendar`] → [`model`] → [`load`] → [`check`] →
//! [`search`] → [`site`] → [`render`] → [`audit`] → [`export`] → [`publish`] → [`build`] → [`serve`] → [`cli`].
//!
//! The outside world stays at the edge: reading only in `source`, writing only in `publish`, the network only in
//! `serve`, printing and today's date only in `cli`.
//! An author's mistake is a [`Diagnostic`](diag::Diagnostic), the machine's failure an error, a bug a panic.
//!
//! # Where to add
//!
//! | a… | write | and one row in |
//! |---|---|---|
//! | key of a record | its line in the kind's [`mapping!`] (`src/model/kinds/`, `src/model/directory.rs`) | – |
//! | record kind | `src/model/kinds/<kind>.rs` | the `kinds!` table of `src/model/kinds/mod.rs` |
//! | code of a closed list | its line in `src/model/vocabulary/data/<list>.yml` | – (a list with behaviour: `src/model/values/codes.rs`) |
//! | translation of a code | its lines in `src/model/vocabulary/translations/<language>/<list>.yml` | – |
//! | language of hours and dates | `src/calendar/words/<language>.rs`, its lines in `tests/cases/hours/langues.txt` | the table of `src/calendar/words/mod.rs` |
//! | language of search | `src/text/tongue/<language>.rs`, `src/search/grammar/<language>.rs`, `themes/guide/recherche/<language>/stem.js`, `tests/search/demonstration/<language>.yml` | `Tongue` in `src/text/tongue/mod.rs`, `lexicon` in `src/search/grammar/mod.rs`, `TONGUES` in `src/search/export/client.rs`, the lists of `tests/search/words.rs` |
//! | check | `src/check/<check>.rs`, a page in `tests/cases/check/` | [`check::CHECKS`] |
//! | page type | `src/site/pages/<page>.rs`, `src/render/pages/<page>.rs`, a template | the tables of their `mod.rs` |
//! | export | `src/export/<format>.rs` | the table of `src/export/mod.rs` |
//! | format of data for re-use | `src/export/donnees/<format>.rs` | the table of its `mod.rs`, `DATA_FILES` in `src/site/data.rs`, `EXPORTS` in `src/site/pages/mod.rs` |
//! | facet of search | its letter in `src/search/attribute.rs`, its values in `src/search/facets.rs`, its string `search.client.facet_…` | `FACETS` in `src/search/facets.rs` |
//! | question that tells of danger | its line in `src/model/vocabulary/data/danger.yml` and in `tests/search/danger/` | – |
//! | document of the edition for paper | its variant of `Edition` (`src/site/pages/edition.rs`), its view in `src/render/pages/edition.rs`, a template in `themes/guide/imprimer/` | – |
//! | host | `src/publish/hosting/<host>.rs` | the table of `src/publish/hosting/mod.rs` |
//! | page of the agenda | its variant of `Dates` (`src/site/pages/agenda.rs`), its view in `src/render/pages/agenda/` | – |
//! | picture of shared links | its variant of `Share` (`src/site/share.rs`), its words in `src/render/share.rs`; how all are drawn stands in `src/image/share/` | – |
//! | property of calendars | `src/render/feed/event.rs`, a line in `tests/cases/agenda/` | – |
//! | UI string | its key in each of `themes/guide/strings/*.yml` | – |
//! | command | `src/cli/<command>.rs`, its English in the same file | `Command` in `src/cli/mod.rs`, `COMMANDS` in `src/cli/help.rs` |
//! | stage whose time is told | its [`Stages::run`](build::Stages::run) | the table of `src/build/stages.rs` |

pub mod audit;
pub mod build;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod geo;
pub mod image;
pub mod load;
pub mod model;
pub mod publish;
pub mod render;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod text;
