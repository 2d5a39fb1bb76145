//! The built-in tables and how they are read; `regenerer.py` writes them.
//!
//! `names.txt`: all names once, sorted by the key of [`fold`](super::fold), then by themselves; a line is one
//! character for the number of bytes shared with the line before (`0` is none) and the rest.
//! `epci.txt`: the groupings' names in the order of `epci.bin`.
//! The binary files are numbers of seven bits a byte, least first; where a number has a sign it stands last.
//! Points are in ten-thousandths of a degree.
//! - `epci.bin`: how many; of each: SIREN less the former's, kind, point less the former's.
//! - `communes.bin`: how many; of each: how many postal codes, each less the former; then of each: INSEE code as a
//!   number in base 36 less the former's, flags, rank of the name in two bytes, EPCI + 1 (0 is none), EPT (flag 8),
//!   whole commune (flag 4), population, and unless the lowest two flags are 1 a point less its EPCI's.
//!   These two flags are 0 where the point is the commune's own, 1 where it is its EPCI's, 2 where it is estimated
//!   without one.
//! - `former.bin`: how many; of each: INSEE code less the former's, rank of the name + 1 (0 is none), commune.

use super::{
    Commune, DepartmentCode, Epci, EpciKind, Former, InseeCode, Point, PostalCode, Precision, Siren,
};

const NAMES: &str = include_str!("data/names.txt");
const EPCI_NAMES: &str = include_str!("data/epci.txt");
const EPCI: &[u8] = include_bytes!("data/epci.bin");
const COMMUNES: &[u8] = include_bytes!("data/communes.bin");
const FORMER: &[u8] = include_bytes!("data/former.bin");

/// All that the files hold.
pub(super) struct Tables {
    /// The distinct names, by rank.
    pub(super) names: Vec<&'static str>,
    /// By INSEE code; the ranks of names beside them.
    pub(super) communes: Vec<Commune>,
    pub(super) ranks: Vec<u16>,
    /// By SIREN.
    pub(super) epci: &'static [Epci],
    /// By INSEE code; the ranks of names beside them.
    pub(super) former: Vec<Former>,
    pub(super) former_ranks: Vec<Option<u16>>,
}

/// Reads all files; what lasts as long as the process is leaked, so it is called once.
pub(super) fn read() -> Tables {
    let names = read_names();
    let epci = read_epci().leak();
    let (communes, ranks) = read_communes(&names, epci);
    let (former, former_ranks) = read_former(&names);
    Tables {
        names,
        communes,
        ranks,
        epci,
        former,
        former_ranks,
    }
}

fn read_names() -> Vec<&'static str> {
    let mut text = String::with_capacity(2 * NAMES.len());
    let mut ends = Vec::with_capacity(NAMES.len() / 8);
    let mut last = 0;
    for line in NAMES.lines() {
        let (shared, rest) = line.split_at_checked(1).unwrap_or_default();
        let shared = shared.bytes().next().map_or(0, |c| usize::from(c - b'0'));
        let start = text.len();
        text.extend_from_within(last..last + shared);
        text.push_str(rest);
        last = start;
        ends.push(text.len());
    }
    let text: &'static str = text.leak();
    let mut start = 0;
    let name = |end| &text[std::mem::replace(&mut start, end)..end];
    ends.into_iter().map(name).collect()
}

fn read_epci() -> Vec<Epci> {
    let mut reader = Reader { bytes: EPCI };
    let count = reader.number();
    let (mut siren, mut place) = (0, (0, 0));
    let mut next = |name| {
        siren += reader.number();
        let kind = match reader.number() {
            0 => EpciKind::Cc,
            1 => EpciKind::Ca,
            2 => EpciKind::Cu,
            3 => EpciKind::Metropole,
            4 => EpciKind::MetropoleDeLyon,
            _ => EpciKind::Ept,
        };
        place = reader.place(place);
        let point = Point::from_units(place.0, place.1);
        Epci {
            siren: Siren::from_number(siren),
            kind,
            name,
            point,
            place,
        }
    };
    EPCI_NAMES
        .lines()
        .take(count as usize)
        .map(&mut next)
        .collect()
}

fn read_communes(names: &[&'static str], epci: &'static [Epci]) -> (Vec<Commune>, Vec<u16>) {
    let mut reader = Reader { bytes: COMMUNES };
    let count = reader.number() as usize;
    let mut postal_codes = Vec::with_capacity(count + count / 8);
    let mut code_ends = Vec::with_capacity(count);
    let mut postal_code = 0;
    for _ in 0..count {
        for _ in 0..reader.number() {
            postal_code += reader.signed();
            postal_codes.push(PostalCode::from_number(postal_code.unsigned_abs()));
        }
        code_ends.push(postal_codes.len());
    }
    let postal_codes: &'static [PostalCode] = postal_codes.leak();
    let mut departments = Departments::default();
    let mut communes = Vec::with_capacity(count);
    let mut ranks = Vec::with_capacity(count);
    let (mut number, mut code_start) = (0, 0);
    for code_end in code_ends {
        number += reader.number();
        let insee = InseeCode::from_number(number);
        let flags = reader.number();
        let rank = reader.pair();
        let group = reader
            .number()
            .checked_sub(1)
            .map(|index| &epci[index as usize]);
        let ept = (flags & 8 != 0).then(|| &epci[reader.number() as usize]);
        let whole = (flags & 4 != 0).then(|| reader.number() as u16);
        let population = reader.number();
        let middle = group.map_or((0, 0), |group| group.place);
        let place = if flags & 3 == 1 {
            middle
        } else {
            reader.place(middle)
        };
        communes.push(Commune {
            insee,
            name: names[usize::from(rank)],
            postal_codes: &postal_codes[code_start..code_end],
            department: departments.of(insee),
            epci: group,
            ept,
            whole,
            population,
            point: Point::from_units(place.0, place.1),
            precision: if flags & 3 == 0 {
                Precision::Exact
            } else {
                Precision::Estimated
            },
        });
        ranks.push(rank);
        code_start = code_end;
    }
    (communes, ranks)
}

fn read_former(names: &[&'static str]) -> (Vec<Former>, Vec<Option<u16>>) {
    let mut reader = Reader { bytes: FORMER };
    let count = reader.number();
    let mut number = 0;
    let next = |_| {
        number += reader.number();
        let rank = reader.number().checked_sub(1).map(|rank| rank as u16);
        let name = rank.map(|rank| names[usize::from(rank)]);
        let today = reader.number() as u16;
        (
            Former {
                insee: InseeCode::from_number(number),
                name,
                today,
            },
            rank,
        )
    };
    (0..count).map(next).unzip()
}

/// Finds the département of codes that come in order: the former's, most often.
#[derive(Default)]
struct Departments {
    last: Option<(InseeCode, DepartmentCode)>,
}

impl Departments {
    fn of(&mut self, insee: InseeCode) -> DepartmentCode {
        if let Some((last, department)) = self.last
            && last.is_near(&insee)
        {
            return department;
        }
        // `regenerer.py` has checked that the département of each commune is known.
        let department = insee
            .department()
            .expect("a commune lies in a known département");
        self.last = Some((insee, department));
        department
    }
}

/// Reads numbers off the front of a table; past its end they are 0.
struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    fn number(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || shift > 28 {
                return number;
            }
        }
    }

    fn signed(&mut self) -> i32 {
        let number = self.number();
        let size = (number / 2) as i32;
        if number.is_multiple_of(2) {
            size
        } else {
            -size - 1
        }
    }

    fn pair(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    fn place(&mut self, origin: (i32, i32)) -> (i32, i32) {
        (origin.0 + self.signed(), origin.1 + self.signed())
    }

    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((byte, rest)) => {
                self.bytes = rest;
                *byte
            }
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn tables_are_small() {
        let bytes = [
            NAMES.len(),
            EPCI_NAMES.len(),
            EPCI.len(),
            COMMUNES.len(),
            FORMER.len(),
        ];
        assert!(bytes.iter().sum::<usize>() < 1_100_000, "{bytes:?}");
    }

    #[test]
    fn tables_are_ready_in_20_ms() {
        // Unoptimised code, beside other work, is only kept from what grows with the square.
        let budget = Duration::from_millis(if cfg!(debug_assertions) { 2_000 } else { 20 });
        let time = || {
            let start = Instant::now();
            std::hint::black_box(super::super::Communes::load());
            start.elapsed()
        };
        let best = (0..9).map(|_| time()).min();
        println!("ready in {best:?}");
        assert!(best.is_some_and(|best| best < budget), "{best:?}");
    }

    #[test]
    fn every_table_is_read_to_its_end() {
        let tables = read();
        assert_eq!(tables.epci.len(), EPCI_NAMES.lines().count());
        assert_eq!(tables.names.len(), NAMES.lines().count());
        assert!(tables.communes.is_sorted_by(|a, b| a.insee < b.insee));
        assert!(tables.epci.is_sorted_by(|a, b| a.siren < b.siren));
        assert!(tables.former.is_sorted_by_key(|former| former.insee));
        let last = tables.communes.last().expect("there are communes");
        assert_eq!((last.insee.as_str(), last.name), ("98833", "Kouaoua"));
    }
}
