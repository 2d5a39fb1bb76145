//! Access: facts that are so, are not, or are in part; what is unknown is absent.

use crate::mapping;
use crate::text::yaml::{Decode, Decoder, Kind, Node};

use super::values::Tristate;

mapping! {
    /// Access to a place or an action.
    pub struct Access {
        /// By wheelchair.
        pub wheelchair: Option<Tristate> = "fauteuil",
        /// On the level.
        pub level: Option<Tristate> = "plain_pied",
        /// A lift.
        pub lift: Option<Tristate> = "ascenseur",
        /// Toilets.
        pub toilets: Option<Tristate> = "toilettes",
        /// By pushchair.
        pub pushchair: Option<Tristate> = "poussette",
        /// Room for pushchairs.
        pub pushchair_parking: Option<Tristate> = "parking_poussettes",
        /// A changing table.
        pub changing_table: Option<Tristate> = "table_a_langer",
        /// Car parking.
        pub parking: Option<Tristate> = "stationnement",
        /// An induction loop.
        pub induction_loop: Option<Tristate> = "boucle_magnetique",
        /// Lighting.
        pub lighting: Option<Tristate> = "eclairage",
        /// Geographic access (question 17).
        pub geographic: Option<Tristate> = "geographique",
        /// Cultural access (question 17).
        pub cultural: Option<Tristate> = "culturelle",
        /// Physical access (question 17).
        pub physical: Option<Tristate> = "physique",
        /// Economic access (question 17).
        pub economic: Option<Tristate> = "economique",
        /// How to get there by public transport.
        pub transport: Vec<Transport> = "transports",
        /// From the stop to the door.
        pub guidance: Option<Box<str>> = "guidage",
        /// A word on access.
        pub details: Option<Box<str>> = "precisions",
    }

    /// A line of public transport that stops near.
    pub struct Stop {
        /// The line.
        pub line: Option<Box<str>> = "ligne",
        /// The stop.
        pub stop: Option<Box<str>> = "arret",
        /// How many minutes on foot from there.
        pub walk_minutes: Option<u32> = "a_pied_min",
    }
}

impl Access {
    /// The facts of everyday access that are known, with the key of each.
    pub fn facts(&self) -> impl Iterator<Item = (&'static str, Tristate)> {
        [
            ("fauteuil", self.wheelchair),
            ("plain_pied", self.level),
            ("ascenseur", self.lift),
            ("toilettes", self.toilets),
            ("poussette", self.pushchair),
            ("parking_poussettes", self.pushchair_parking),
            ("table_a_langer", self.changing_table),
            ("stationnement", self.parking),
            ("boucle_magnetique", self.induction_loop),
            ("eclairage", self.lighting),
        ]
        .into_iter()
        .filter_map(|(key, fact)| Some((key, fact?)))
    }

    /// The facts of question 17 that are known, with the key of each.
    pub fn sheet_facts(&self) -> impl Iterator<Item = (&'static str, Tristate)> {
        [
            ("geographique", self.geographic),
            ("culturelle", self.cultural),
            ("physique", self.physical),
            ("economique", self.economic),
        ]
        .into_iter()
        .filter_map(|(key, fact)| Some((key, fact?)))
    }
}

/// How to get there by public transport: in words, or a line and a stop.
#[derive(Debug, Clone)]
pub enum Transport {
    /// In words.
    Words(Box<str>),
    /// A line and a stop.
    Stop(Stop),
}

impl Decode for Transport {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        match node.kind {
            Kind::Mapping(_) => Stop::decode(node, decoder).map(Transport::Stop),
            _ => <Box<str>>::decode(node, decoder).map(Transport::Words),
        }
    }
}
