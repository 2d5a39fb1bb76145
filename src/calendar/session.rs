//! Sessions: what takes place on one date.

use std::sync::Arc;

use jiff::civil::Date;

use super::Slot;

/// How a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum SessionStatus {
    /// `prevue`
    #[default]
    Planned,
    /// `confirmee`
    Confirmed,
    /// `sous-reserve`
    Provisional,
    /// `complet`
    Full,
    /// `liste-d-attente`
    WaitingList,
    /// `annulee`
    Cancelled,
    /// `reportee`
    Postponed,
    /// `deplacee`
    Moved,
    /// `en-ligne`
    Online,
}

impl SessionStatus {
    /// All statuses, in the order of the codes.
    pub const ALL: [SessionStatus; 9] = [
        SessionStatus::Planned,
        SessionStatus::Confirmed,
        SessionStatus::Provisional,
        SessionStatus::Full,
        SessionStatus::WaitingList,
        SessionStatus::Cancelled,
        SessionStatus::Postponed,
        SessionStatus::Moved,
        SessionStatus::Online,
    ];

    /// The status as records write it.
    pub fn code(self) -> &'static str {
        match self {
            SessionStatus::Planned => "prevue",
            SessionStatus::Confirmed => "confirmee",
            SessionStatus::Provisional => "sous-reserve",
            SessionStatus::Full => "complet",
            SessionStatus::WaitingList => "liste-d-attente",
            SessionStatus::Cancelled => "annulee",
            SessionStatus::Postponed => "reportee",
            SessionStatus::Moved => "deplacee",
            SessionStatus::Online => "en-ligne",
        }
    }

    /// The status that a record names.
    pub fn from_code(code: &str) -> Option<SessionStatus> {
        SessionStatus::ALL
            .into_iter()
            .find(|status| status.code() == code)
    }

    /// Whether it takes place on its date.
    pub fn takes_place(self) -> bool {
        !matches!(self, SessionStatus::Cancelled | SessionStatus::Postponed)
    }
}

/// What is said of a session beside its date and hours.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Facts {
    /// `titre`
    pub title: Option<Arc<str>>,
    /// `lieu`, a slug.
    pub place: Option<Arc<str>>,
    /// `statut`
    pub status: SessionStatus,
    /// `motif`
    pub reason: Option<Arc<str>>,
    /// `places_restantes`
    pub places_left: Option<u32>,
}

/// A session on one date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Session {
    /// `date`
    pub date: Date,
    /// `de` and `a`.
    pub slot: Slot,
    /// The rest.
    pub facts: Arc<Facts>,
    /// `reportee_au`
    pub postponed_to: Option<Date>,
}
