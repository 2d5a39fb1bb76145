//! Exif: a TIFF directory of what a camera knows, of which only the way up is of use to a reader.

const ORIENTATION: u16 = 0x0112;
const GPS_DIRECTORY: u16 = 0x8825;
const SHORT: u16 = 3;

/// How a photo must be turned or mirrored to stand upright, as Exif counts it: 2 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u8);

impl Orientation {
    /// Whether it is shown lying on its side, its width for its height.
    pub fn swaps_sides(self) -> bool {
        self.0 >= 5
    }
}

/// Whether the first directory of a block points to a position.
pub(super) fn has_position(block: &[u8]) -> bool {
    directory(block).any(|entry| entry.tag == GPS_DIRECTORY)
}

/// The orientation that the first directory of a block gives, unless the photo stands upright.
pub(super) fn orientation(block: &[u8]) -> Option<Orientation> {
    let entry = directory(block).find(|entry| entry.tag == ORIENTATION)?;
    let number = u8::try_from(entry.value).ok()?;
    (entry.type_ == SHORT && (2..=8).contains(&number)).then_some(Orientation(number))
}

/// A block that says the orientation and nothing else.
pub(super) fn only(orientation: Orientation) -> [u8; 26] {
    let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    block[19] = orientation.0;
    block
}

struct Entry {
    tag: u16,
    type_: u16,
    /// The value, where it is one short number.
    value: u16,
}

/// The entries of the first directory; none where the block is no TIFF.
fn directory(block: &[u8]) -> impl Iterator<Item = Entry> + '_ {
    // JPEG has a mark before the block; some write it in other formats too.
    let marked = block.starts_with(b"Exif\0");
    let block = block.get(if marked { 6 } else { 0 }..).unwrap_or_default();
    let big = block.starts_with(b"MM\0*");
    let two = move |at: usize| {
        let pair = *block.get(at..)?.first_chunk()?;
        Some(if big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    };
    let four = *block
        .get(4..)
        .and_then(|rest| rest.first_chunk())
        .unwrap_or(&[0; 4]);
    let start = if big {
        u32::from_be_bytes(four)
    } else {
        u32::from_le_bytes(four)
    };
    let is_tiff = big || block.starts_with(b"II*\0");
    // A start beyond the block has no entry.
    let start = usize::try_from(start)
        .unwrap_or(usize::MAX)
        .min(block.len());
    let count = if is_tiff { two(start).unwrap_or(0) } else { 0 };
    (0..usize::from(count)).map_while(move |entry| {
        let at = start + 2 + entry * 12;
        Some(Entry {
            tag: two(at)?,
            type_: two(at + 2)?,
            value: two(at + 8)?,
        })
    })
}
