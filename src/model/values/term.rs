//! Terms: codes of the vocabulary's lists, which a site may relabel and some of which it may extend.

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Mention, Node};

/// A code of one list of the vocabulary.
pub trait Term {
    /// The list's name in the vocabulary.
    const LIST: &'static str;

    /// The code.
    fn code(&self) -> &str;
}

macro_rules! terms {
    ($($(#[doc = $doc:literal])+ $name:ident: $list:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl Term for $name {
            const LIST: &'static str = $list;

            fn code(&self) -> &str {
                &self.0
            }
        }

        impl Decode for $name {
            fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
                let code: Box<str> = decoder.text(node, say("un code", "a code"), concat!("un code de la liste « ", $list, " »"))?.trim().into();
                decoder.mention(Mention::Term { list: $list, code: code.clone() }, node.span);
                Some($name(code))
            }

            fn fallback() -> Option<Self> {
                Some($name("".into()))
            }
        }
    )+};
}

terms! {
    /// What something is about.
    Theme: "themes";
    /// Whom something is for.
    Audience: "publics";
    /// The form of an action, as parents know it.
    Format: "formats";
    /// An everyday fact that parents filter by.
    WelcomeFact: "accueil";
    /// The type of a place.
    PlaceType: "lieux_type";
    /// The type of a partner.
    PartnerType: "partenaires_type";
    /// A language that is spoken somewhere.
    Language: "langues";
    /// A function in a team, never a name.
    Role: "equipe";
    /// A sector of an action (question 1).
    Sector: "secteurs";
    /// The type of a holder (question 2).
    HolderType: "porteurs_types";
    /// The type of an organisation that holds an action (question 2).
    OrganisationType: "organisations_types";
    /// A dispositif (question 3).
    Dispositif: "dispositifs";
    /// Who began an action (question 4).
    Initiative: "initiative";
    /// A kind of activity (question 8).
    Modality: "modalites";
    /// A level of territory (question 12).
    ActionLevel: "niveau";
    /// A milieu (question 13).
    Milieu: "milieux";
    /// The nature of a place (question 14).
    PlaceNature: "lieux_types";
    /// A way in which people take part (question 18).
    Participation: "participation";
    /// The type of a funder (question 21).
    FunderType: "financeurs_type";
    /// How something is evaluated (question 23).
    EvaluationMode: "evaluation_mode";
    /// How often something is evaluated.
    EvaluationFrequency: "evaluation_frequence";
    /// A strategy (question 27).
    Strategy: "strategies";
    /// An effect on inequalities (question 29).
    InequalityEffect: "inegalites";
    /// A field of intervention.
    Field: "champs";
    /// Who a holder is among the holders.
    HolderRole: "role_porteur";
    /// What a partner does in an action.
    PartnerRole: "role_partenaire";
}
