//! Days of the week, and the weeks in which a rule holds.

use jiff::civil::Weekday;

/// The seven days, Monday first.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The days' names as records write them, Monday first.
pub(super) const DAY_NAMES: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// The name of a day as records write it: `mardi`.
pub fn day_name(day: Weekday) -> &'static str {
    DAY_NAMES[index(day)]
}

/// The day that a record's `mardi` names; the spelling is exact.
pub fn day_from_code(code: &str) -> Option<Weekday> {
    let index = DAY_NAMES.iter().position(|name| *name == code)?;
    Some(WEEK[index])
}

/// A day's place in the week, Monday being 0.
pub(super) fn index(day: Weekday) -> usize {
    // From 0 to 6.
    day.to_monday_zero_offset() as usize
}

/// A set of days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Days(u8);

impl Days {
    /// No day.
    pub const NONE: Days = Days(0);
    /// All seven days.
    pub const ALL: Days = Days(0b111_1111);

    /// The days from one to another, both included, over the week's end where needed.
    pub fn span(first: Weekday, last: Weekday) -> Days {
        let mut days = Days::NONE;
        let mut day = first;
        loop {
            days.insert(day);
            if day == last {
                return days;
            }
            day = day.next();
        }
    }

    /// Adds a day.
    pub fn insert(&mut self, day: Weekday) {
        self.0 |= 1 << index(day);
    }

    /// Whether a day is in the set.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << index(day)) != 0
    }

    /// The days of either set.
    pub fn union(self, other: Days) -> Days {
        Days(self.0 | other.0)
    }

    /// The days of both sets.
    pub fn common(self, other: Days) -> Days {
        Days(self.0 & other.0)
    }

    /// The days of this set that are not in the other.
    pub fn without(self, other: Days) -> Days {
        Days(self.0 & !other.0)
    }

    /// Whether there is no day.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many days there are.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().filter(move |day| self.contains(*day))
    }
}

impl FromIterator<Weekday> for Days {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Days {
        let mut set = Days::NONE;
        for day in days {
            set.insert(day);
        }
        set
    }
}

/// Which one of a month's Mondays (Tuesdays…) is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ordinal {
    /// `1er`
    First,
    /// `2e`
    Second,
    /// `3e`
    Third,
    /// `4e`
    Fourth,
    /// `5e`: only in months that have five.
    Fifth,
    /// `dernier`
    Last,
}

impl Ordinal {
    /// All ordinals, in their order.
    pub const ALL: [Ordinal; 6] = [
        Ordinal::First,
        Ordinal::Second,
        Ordinal::Third,
        Ordinal::Fourth,
        Ordinal::Fifth,
        Ordinal::Last,
    ];

    /// The ordinal as records write it: `1er`.
    pub fn code(self) -> &'static str {
        match self {
            Ordinal::First => "1er",
            Ordinal::Second => "2e",
            Ordinal::Third => "3e",
            Ordinal::Fourth => "4e",
            Ordinal::Fifth => "5e",
            Ordinal::Last => "dernier",
        }
    }

    /// The ordinal that a record names.
    pub fn from_code(code: &str) -> Option<Ordinal> {
        Ordinal::ALL
            .into_iter()
            .find(|ordinal| ordinal.code() == code)
    }
}

/// A set of ordinals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ordinals(u8);

impl Ordinals {
    /// Adds an ordinal.
    pub fn insert(&mut self, ordinal: Ordinal) {
        self.0 |= 1 << ordinal as u8;
    }

    /// Whether an ordinal is in the set.
    pub fn contains(self, ordinal: Ordinal) -> bool {
        self.0 & (1 << ordinal as u8) != 0
    }

    /// Whether there is no ordinal.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The ordinals, in their order.
    pub fn iter(self) -> impl Iterator<Item = Ordinal> {
        Ordinal::ALL
            .into_iter()
            .filter(move |ordinal| self.contains(*ordinal))
    }

    /// Whether both sets share an ordinal.
    pub fn meets(self, other: Ordinals) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Ordinal> for Ordinals {
    fn from_iter<I: IntoIterator<Item = Ordinal>>(ordinals: I) -> Ordinals {
        let mut set = Ordinals::default();
        for ordinal in ordinals {
            set.insert(ordinal);
        }
        set
    }
}

/// The weeks in which a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Weeks {
    /// Every week.
    #[default]
    Every,
    /// `paires`: even ISO weeks.
    Even,
    /// `impaires`: odd ISO weeks.
    Odd,
    /// The first, the third, the last… of a month; at least one.
    Ordinals(Ordinals),
}

impl Weeks {
    /// The codes that a record may write: `paires`, `impaires` or an ordinal.
    pub const CODES: [&str; 8] = [
        "paires", "impaires", "1er", "2e", "3e", "4e", "5e", "dernier",
    ];

    /// The weeks that one code names; a list of ordinals is made with [`Ordinals`].
    pub fn from_code(code: &str) -> Option<Weeks> {
        match code {
            "paires" => Some(Weeks::Even),
            "impaires" => Some(Weeks::Odd),
            _ => Ordinal::from_code(code)
                .map(|ordinal| Weeks::Ordinals(Ordinals::from_iter([ordinal]))),
        }
    }

    /// Whether two rules on the same day can fall on the same date.
    ///
    /// Even and odd weeks, or two different ordinals, never meet; all else may.
    pub fn meets(self, other: Weeks) -> bool {
        match (self, other) {
            (Weeks::Even, Weeks::Odd) | (Weeks::Odd, Weeks::Even) => false,
            (Weeks::Ordinals(one), Weeks::Ordinals(two)) => one.meets(two),
            _ => true,
        }
    }
}
