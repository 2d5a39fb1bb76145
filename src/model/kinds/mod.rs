//! The kinds of records, one file each; [`Data`] is their table.
//!
//! To add a kind: write its file with a [`mapping!`](crate::mapping), add a row to [`Kind`] and to [`Data`];
//! the compiler then asks for what else it needs.

mod action;
mod article;
mod convention;
mod funding;
mod laep;
mod partner;
mod place;
mod plan;
mod ram;
mod territory;

pub use action::{Action, ActionPartners, Participations, Period, PeriodDate};
pub use article::Article;
pub use convention::{
    Commitment, Commitments, Convention, ConventionEvaluation, Deliberation, Done, Duration,
    Renewal,
};
pub use funding::{Expense, Funding, FundingLine};
pub use laep::{Laep, Step};
pub use partner::Partner;
pub use place::Place;
pub use plan::{Indicator, IndicatorValue, Plan, Term as PlanTerm};
pub use ram::Ram;
pub use territory::{Aggregate, Clp, Ctg, Scope, Territory};

use crate::text::yaml::{Decode as _, Decoder, Node};

use super::common::Common;
use super::directory::Directory;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident($type:ident) = $folder:literal at $address:literal,)+) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[doc = $doc])+ $kind,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind),+];

            /// The folder of `content/` that holds its records.
            pub fn folder(self) -> &'static str {
                match self { $(Kind::$kind => $folder,)+ }
            }

            /// The first segment of its pages' addresses; empty for articles, which stand at the root.
            pub fn address(self) -> &'static str {
                match self { $(Kind::$kind => $address,)+ }
            }

            /// The kind whose records a folder holds.
            pub fn of_folder(folder: &str) -> Option<Kind> {
                match folder { $($folder => Some(Kind::$kind),)+ _ => None }
            }
        }

        /// What a record says, by kind.
        #[derive(Debug, Clone)]
        pub enum Data { $($(#[doc = $doc])+ $kind(Box<$type>),)+ }

        impl Data {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Data::$kind(_) => Kind::$kind,)+ }
            }

            /// The keys that every record may have.
            pub fn common(&self) -> &Common {
                match self { $(Data::$kind(data) => data.common(),)+ }
            }

            /// The body that stands under `corps`, taken out.
            pub fn take_body(&mut self) -> Option<crate::text::markdown::Body> {
                let common = match self { $(Data::$kind(data) => data.common_mut(),)+ };
                common.body.take().map(|body| *body.0)
            }

            /// Reads a record of a kind.
            pub fn decode(kind: Kind, node: &Node<'_>, decoder: &mut Decoder) -> Option<Data> {
                match kind { $(Kind::$kind => Box::<$type>::decode(node, decoder).map(Data::$kind),)+ }
            }

            /// The keys that a record of a kind may have.
            pub fn keys(kind: Kind) -> Vec<crate::text::yaml::Key> {
                match kind { $(Kind::$kind => super::common::keys_of::<$type>(),)+ }
            }
        }
    };
}

kinds! {
    /// A parenting-support action.
    Action(Action) = "actions" at "actions",
    /// A lieu d'accueil enfants-parents.
    Laep(Laep) = "laep" at "laep",
    /// A relais petite enfance.
    Ram(Ram) = "ram" at "relais",
    /// A place.
    Place(Place) = "lieux" at "lieux",
    /// A partner: an organisation.
    Partner(Partner) = "partenaires" at "partenaires",
    /// A convention between partners.
    Convention(Convention) = "conventions" at "conventions",
    /// A territory.
    Territory(Territory) = "territoires" at "territoires",
    /// A plan of action of a schéma.
    Plan(Plan) = "plans" at "plans",
    /// An article of the guide.
    Article(Article) = "pages" at "",
}

impl Kind {
    /// The folders of records that links in a text may lead to.
    pub const PAGE_FOLDERS: &'static [&'static str] = &[
        "actions",
        "laep",
        "ram",
        "lieux",
        "partenaires",
        "territoires",
        "pages",
        "conventions",
        "plans",
    ];

    /// Whether its records are directory records: what parents look for.
    pub fn is_directory(self) -> bool {
        matches!(self, Kind::Action | Kind::Laep | Kind::Ram | Kind::Place)
    }
}

impl Data {
    /// The keys of a directory record, where it is one.
    pub fn directory(&self) -> Option<&Directory> {
        match self {
            Data::Action(data) => Some(&data.directory),
            Data::Laep(data) => Some(&data.directory),
            Data::Ram(data) => Some(&data.directory),
            Data::Place(data) => Some(&data.directory),
            _ => None,
        }
    }

    /// The title, whatever the kind calls it.
    pub fn title(&self) -> &str {
        match self {
            Data::Action(data) => &data.directory.title,
            Data::Laep(data) => &data.directory.title,
            Data::Ram(data) => &data.directory.title,
            Data::Place(data) => &data.directory.title,
            Data::Partner(data) => &data.title,
            Data::Convention(data) => &data.title,
            Data::Territory(data) => &data.name,
            Data::Plan(data) => &data.title,
            Data::Article(data) => &data.title,
        }
    }

    /// The one-sentence summary, where there is one.
    pub fn summary(&self) -> Option<&str> {
        match self {
            Data::Partner(data) => data.summary.as_ref().map(|summary| &***summary),
            Data::Territory(data) => data.summary.as_ref().map(|summary| &***summary),
            Data::Article(data) => Some(&data.summary),
            _ => self.directory().map(|directory| &**directory.summary),
        }
    }
}
