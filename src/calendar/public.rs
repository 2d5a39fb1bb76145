//! Public holidays, computed for any year.

use jiff::{ToSpan, civil::Date, civil::date};

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublicHoliday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// The Monday after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    Victory,
    /// Thirty-nine days after Easter.
    Ascension,
    /// Fifty days after Easter.
    WhitMonday,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December.
    SaintStephen,
    /// The end of slavery, on a day of each overseas place.
    Abolition,
    /// The Thursday of the third week of Lent.
    MidLent,
    /// 21 July.
    Schoelcher,
}

/// The public holidays of a group of départements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PublicHolidays {
    /// Those of the whole country.
    #[default]
    National,
    /// With 26 December, and Good Friday where there is a Protestant temple or a mixed church.
    AlsaceMoselle,
    /// With 27 May, and three days kept by custom.
    Guadeloupe,
    /// With 22 May, and two days kept by custom.
    Martinique,
    /// With 10 June.
    Guyane,
    /// With 20 December.
    Reunion,
    /// With 27 April.
    Mayotte,
    /// With 9 October.
    SaintBarthelemy,
    /// With 28 May, and one day kept by custom.
    SaintMartin,
}

impl PublicHolidays {
    /// The public holidays of a département by its code.
    pub fn of_departement(code: &str) -> PublicHolidays {
        match code {
            "57" | "67" | "68" => PublicHolidays::AlsaceMoselle,
            "971" => PublicHolidays::Guadeloupe,
            "972" => PublicHolidays::Martinique,
            "973" => PublicHolidays::Guyane,
            "974" => PublicHolidays::Reunion,
            "976" => PublicHolidays::Mayotte,
            "977" => PublicHolidays::SaintBarthelemy,
            "978" => PublicHolidays::SaintMartin,
            _ => PublicHolidays::National,
        }
    }

    /// The public holidays of a year, each with whether it is one for sure; in no order.
    ///
    /// Where two fall on one day (Ascension on 8 May), both are given.
    pub fn of_year(self, year: i16) -> Vec<(Date, PublicHoliday, bool)> {
        use PublicHoliday as H;
        let Some(easter) = easter(year) else {
            return Vec::new();
        };
        let after = |days: i32| easter.saturating_add(days.days());
        let mut list = vec![
            (date(year, 1, 1), H::NewYear, true),
            (after(1), H::EasterMonday, true),
            (date(year, 5, 1), H::LabourDay, true),
            (date(year, 5, 8), H::Victory, true),
            (after(39), H::Ascension, true),
            (after(50), H::WhitMonday, true),
            (date(year, 7, 14), H::NationalDay, true),
            (date(year, 8, 15), H::Assumption, true),
            (date(year, 11, 1), H::AllSaints, true),
            (date(year, 11, 11), H::Armistice, true),
            (date(year, 12, 25), H::Christmas, true),
        ];
        let good_friday = (after(-2), H::GoodFriday, false);
        let schoelcher = (date(year, 7, 21), H::Schoelcher, false);
        let abolition = |month, day| (date(year, month, day), H::Abolition, true);
        match self {
            PublicHolidays::National => {}
            PublicHolidays::AlsaceMoselle => {
                list.extend([good_friday, (date(year, 12, 26), H::SaintStephen, true)]);
            }
            PublicHolidays::Guadeloupe => {
                let mid_lent = (after(-24), H::MidLent, false);
                list.extend([abolition(5, 27), good_friday, mid_lent, schoelcher]);
            }
            PublicHolidays::Martinique => {
                list.extend([abolition(5, 22), good_friday, schoelcher]);
            }
            PublicHolidays::Guyane => list.push(abolition(6, 10)),
            PublicHolidays::Reunion => list.push(abolition(12, 20)),
            PublicHolidays::Mayotte => list.push(abolition(4, 27)),
            PublicHolidays::SaintBarthelemy => list.push(abolition(10, 9)),
            PublicHolidays::SaintMartin => list.extend([abolition(5, 28), schoelcher]),
        }
        list
    }
}

/// Easter Sunday of a year of the Gregorian calendar, from 1 on.
fn easter(year: i16) -> Option<Date> {
    if !(1..=9998).contains(&year) {
        return None;
    }
    let year_ = i32::from(year);
    // The moon's age on 1 January runs through nineteen years; two corrections keep it true over centuries.
    let golden = year_ % 19;
    let century = year_ / 100;
    let skipped_leap_days = century - century / 4;
    let moon_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + skipped_leap_days - moon_correction + 15) % 30;
    // The last two epacts are brought back, so that no full moon comes after 18 April.
    let full_moon = epact - i32::from(epact == 29 || (epact == 28 && golden > 10));
    let march_21 = date(year, 3, 21).saturating_add(full_moon.days());
    // The Sunday after the full moon, a week later where that is a Sunday itself.
    let to_sunday = 7 - i32::from(march_21.weekday().to_sunday_zero_offset());
    Some(march_21.saturating_add(to_sunday.days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_almanacs_have_it() {
        let known = [
            date(1818, 3, 22),
            date(1943, 4, 25),
            date(1954, 4, 18),
            date(1981, 4, 19),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2019, 4, 21),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2028, 4, 16),
            date(2029, 4, 1),
            date(2030, 4, 21),
            date(2038, 4, 25),
            date(2049, 4, 18),
            date(2076, 4, 19),
        ];
        for day in known {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn alsace_has_two_more_days_and_one_of_them_is_uncertain() {
        let national = PublicHolidays::National.of_year(2027);
        assert_eq!(national.len(), 11);
        assert!(national.iter().all(|(_, _, sure)| *sure));
        let alsace = PublicHolidays::of_departement("67").of_year(2027);
        assert_eq!(alsace.len(), 13);
        assert!(alsace.contains(&(date(2027, 3, 26), PublicHoliday::GoodFriday, false)));
        assert!(alsace.contains(&(date(2027, 12, 26), PublicHoliday::SaintStephen, true)));
    }

    #[test]
    fn no_year_makes_it_panic() {
        for year in [i16::MIN, -9999, -1, 0, 1, 9998, 9999, i16::MAX] {
            let _ = PublicHolidays::Guadeloupe.of_year(year);
        }
    }
}
