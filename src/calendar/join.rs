//! Several items of `horaires`, and the keys beside them, as one timetable.

use super::{HolidayPolicy, PublicHolidayPolicy, Timetable};

/// Joins the items of a list of hours and what the keys beside it say (`vacances`, `fermetures`…).
///
/// The keys hold for all items; so what an item says of holidays or closures in its own words is taken only where
/// the keys or all other items say the same. Else the index of the item that says it is returned.
pub fn join_items(items: &[Timetable], keys: Timetable) -> Result<Timetable, usize> {
    let holidays: Vec<&HolidayPolicy> = items.iter().map(|item| &item.holidays).collect();
    let holidays = agreed(&holidays, &&keys.holidays, &&HolidayPolicy::UNKNOWN)?.clone();
    let public: Vec<PublicHolidayPolicy> = items.iter().map(|item| item.public_holidays).collect();
    let public_holidays = agreed(
        &public,
        &keys.public_holidays,
        &PublicHolidayPolicy::Unknown,
    )?;
    let closing = items.iter().position(|item| !item.closures.is_empty());
    if let Some(index) = closing.filter(|_| items.len() > 1) {
        return Err(index);
    }
    let mut joined = Timetable {
        holidays,
        public_holidays,
        ..keys
    };
    for item in items {
        joined.weekly.0.extend(item.weekly.0.iter().cloned());
        joined.closures.extend(item.closures.iter().cloned());
        joined.openings.extend(item.openings.iter().cloned());
    }
    Ok(joined)
}

/// What keys and items say together, or the index of the item that says something of its own.
fn agreed<T: PartialEq + Copy>(items: &[T], key: &T, unknown: &T) -> Result<T, usize> {
    if key != unknown {
        let other = items.iter().position(|item| item != unknown && item != key);
        return other.map_or(Ok(*key), Err);
    }
    match items.iter().position(|item| item != unknown) {
        None => Ok(*unknown),
        Some(said) if items.iter().all(|item| *item == items[said]) => Ok(items[said]),
        Some(said) => Err(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{HolidayHours, Reading, read_hours};

    fn items(texts: &[&str]) -> Vec<Timetable> {
        let read = |text: &&str| match read_hours(text) {
            Reading::Understood(understood) => understood.timetable,
            Reading::Doubtful(doubt) => panic!("{doubt:?}"),
        };
        texts.iter().map(read).collect()
    }

    fn keys(hours: HolidayHours) -> Timetable {
        Timetable {
            holidays: HolidayPolicy::All(hours),
            ..Timetable::default()
        }
    }

    #[test]
    fn one_item_speaks_for_itself_and_the_keys_for_all() {
        let alone = items(&["mardi 9h-11h hors vacances, fermé du 1er au 8 août 2027"]);
        let joined = join_items(&alone, Timetable::default()).unwrap();
        assert_eq!(joined, alone[0]);
        let two = items(&["mardi 9h-11h hors vacances", "jeudi 9h-11h"]);
        let joined = join_items(&two, keys(HolidayHours::Closed)).unwrap();
        assert_eq!(joined.weekly.0.len(), 2);
        assert_eq!(joined.holidays, HolidayPolicy::All(HolidayHours::Closed));
    }

    #[test]
    fn what_one_of_several_items_says_of_holidays_is_not_taken_for_all() {
        let two = items(&["jeudi 9h-11h", "mardi 9h-11h hors vacances"]);
        assert_eq!(join_items(&two, Timetable::default()), Err(1));
        assert_eq!(join_items(&two, keys(HolidayHours::Open)), Err(1));
        let same = items(&["jeudi 9h-11h hors vacances", "mardi 9h-11h hors vacances"]);
        assert!(join_items(&same, Timetable::default()).is_ok());
        let closing = items(&["jeudi 9h-11h, fermé du 1er au 8 août 2027", "mardi 9h-11h"]);
        assert_eq!(join_items(&closing, Timetable::default()), Err(0));
    }
}
