//! Closed lists with behaviour: a site may relabel their codes, never add to them.

use crate::diag::say;
use crate::text::yaml::{Decode, Decoder, Node};

use super::term::Term;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident: $list:literal { $($(#[doc = $variant_doc:literal])* $variant:ident = $code:literal,)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the vocabulary holds the label of every code")]
        pub enum $name { $($(#[doc = $variant_doc])* $variant,)+ }

        impl $name {
            /// Every code, in the contract's order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }

        impl Term for $name {
            const LIST: &'static str = $list;

            fn code(&self) -> &str {
                match self { $($name::$variant => $code,)+ }
            }
        }

        impl Decode for $name {
            fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
                let codes: &[&'static str] = &[$($code),+];
                let text = decoder.text(node, say("un code", "a code"), &format!("« {} »", codes[0]))?.trim();
                let value = $name::from_code(text);
                if value.is_none() {
                    decoder.unknown_value(text, codes, node);
                }
                value
            }

            fn fallback() -> Option<Self> {
                $name::ALL.first().copied()
            }
        }
    )+};
}

codes! {
    /// How an action is done.
    Mode: "mode" {
        OnSite = "sur-place", Remote = "a-distance", Telephone = "telephone", AtHome = "domicile", Itinerant = "itinerant", Mixed = "mixte",
    }
    /// Who may come.
    OpenTo: "ouvert_a" {
        Everyone = "tous", Commune = "commune", Territory = "territoire", Pupils = "eleves", Users = "usagers", Residents = "residents",
        Members = "adherents", CafFamilies = "allocataires", Referred = "sur-orientation", Professionals = "professionnels",
    }
    /// Whether and how one registers.
    RegistrationType: "inscription" {
        None = "aucune", Advised = "conseillee", Compulsory = "obligatoire", ByAppointment = "sur-rendez-vous", Referred = "sur-orientation", WaitingList = "liste-d-attente",
    }
    /// What a price is counted by.
    PricePer: "tarif_par" {
        Family = "famille", Child = "enfant", Adult = "adulte", Person = "personne", Couple = "couple", Session = "seance", Cycle = "cycle", Month = "mois", Quarter = "trimestre", Year = "an",
    }
    /// What a scale of prices depends on.
    ScaleBy: "selon" { FamilyQuotient = "quotient-familial", Income = "revenus", }
    /// A state that changes what a parent will find.
    StateType: "etat_type" { Closed = "ferme", Suspended = "suspendu", Full = "complet", Moved = "demenage", }
    /// A fact that is so, is not, or is in part.
    Tristate: "trois_valeurs" { Yes = "oui", No = "non", Partly = "partiellement", }
    /// How interpreting is had.
    InterpretationMode: "interpretation_mode" { OnSite = "sur-place", Telephone = "telephone", OnRequest = "sur-demande", }
    /// How facts were verified.
    VerificationMeans: "verifie_comment" {
        Telephone = "telephone", Visit = "visite", Mail = "courriel", Structure = "structure", OfficialSite = "site-officiel", MonEnfant = "monenfant", Document = "document",
    }
    /// The school zone, or that there is none.
    SchoolZoneCode: "zone_scolaire" {
        A = "A", B = "B", C = "C", Corse = "corse", Guadeloupe = "guadeloupe", Martinique = "martinique", Guyane = "guyane", Reunion = "reunion", Mayotte = "mayotte",
        SaintPierreEtMiquelon = "saint-pierre-et-miquelon", None = "aucune",
    }
    /// The form of an action (question 9).
    ActionForm: "forme" { Individual = "individuelle", Collective = "collective", }
    /// Where an evaluation stands (question 22).
    EvaluationStatus: "evaluation_statut" { Planned = "prevue", Ongoing = "en-cours", Done = "finalisee", NotPlanned = "non-prevue", }
    /// How people were counted.
    Counting: "comptage" { People = "personnes", Visits = "passages", Estimate = "estimation", }
    /// The type of a convention.
    ConventionType: "conventions_type" {
        Template = "modele", CollectiveAction = "action-collective", Premises = "mise-a-disposition", Cej = "cej", Ctg = "ctg", Protocol = "protocole", Thematic = "thematique",
        Objectives = "objectifs-moyens", Service = "prestation-de-service", Clas = "clas", ContratDeVille = "contrat-de-ville", Sdsf = "sdsf", Other = "autre",
    }
    /// Where a convention stands.
    ConventionStatus: "conventions_statut" {
        Template = "modele", Draft = "projet", Approved = "approuvee", Signed = "signee", Ended = "echue", Denounced = "denoncee",
    }
    /// The level of a territory.
    TerritoryLevel: "territoires_niveau" {
        Country = "pays", Region = "region", Collectivite = "collectivite", Departement = "departement", Epci = "epci", Bassin = "bassin", Canton = "canton",
        Circonscription = "circonscription", Group = "groupement", Commune = "commune", Neighbourhood = "quartier",
    }
    /// Where a conseil local de la parentalité stands.
    ClpStatus: "clp_statut" {
        InPlace = "effectif", BeingSetUp = "installation", Interested = "interesse", Suspended = "suspendu", None = "aucun", Unknown = "inconnu",
    }
    /// The reach of a conseil local de la parentalité.
    ClpScope: "clp_perimetre" { InfraCommunal = "infra-communal", Communal = "communal", Intercommunal = "intercommunal", }
    /// Where a convention territoriale globale stands.
    CtgStatus: "ctg_statut" { Signed = "signee", InPreparation = "en-preparation", BeingRenewed = "en-renouvellement", Ended = "echue", None = "aucune", }
    /// What the accessibility statement says.
    Conformance: "accessibilite_etat" { Full = "conforme", Partial = "partiellement-conforme", None = "non-conforme", }
    /// What a financed amount is counted by.
    FundingPer: "financement_par" { Year = "an", Total = "total", }
    /// What a financed amount rests on.
    FundingBase: "financement_base" { Real = "reel", Flat = "forfait", }
    /// What an evaluation of a convention looks at.
    EvaluationScope: "evaluation_par" { Convention = "convention", Action = "action", }
    /// How one may write to a number.
    WrittenChannel: "ecrit" { Sms = "sms", Chat = "tchat", SignLanguage = "lsf", Video = "visio", }
}
