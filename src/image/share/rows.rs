//! Rows of pixels of a picture, deflated by themselves, so that pictures share those that are the same.

use std::cell::RefCell;
use std::sync::OnceLock;

use flate2::{Compress, Compression, FlushCompress};
use simd_adler32::Adler32;

/// The width of a picture, in pixels.
pub(super) const WIDTH: usize = 1200;
/// The pixels of a byte, of two bits each.
pub(super) const PACKED: usize = 4;
/// The bytes of a row.
pub(super) const STRIDE: usize = WIDTH / PACKED;

/// Rows of pixels, four to a byte, each after the number of its filter: as a PNG holds them before they are deflated.
///
/// No row is filtered: of few colours, rows are deflated best as they are (PNG, 9.2).
pub(super) struct Rows(Vec<u8>);

impl Rows {
    /// Rows of the ground.
    pub(super) fn new(height: usize) -> Rows {
        Rows(vec![0; height * (1 + STRIDE)])
    }

    /// The pixels of the rows from one on, to be written to.
    pub(super) fn from(&mut self, row: usize) -> impl Iterator<Item = &mut [u8]> {
        let start = (row * (1 + STRIDE)).min(self.0.len());
        let rows = self.0[start..].chunks_exact_mut(1 + STRIDE);
        rows.map(|row| &mut row[1..])
    }

    /// Writes a pixel where the ground is.
    pub(super) fn put(&mut self, x: usize, y: usize, shade: u8) {
        self.0[y * (1 + STRIDE) + 1 + x / PACKED] |= packed(x, shade);
    }
}

/// A pixel as a part of the byte that holds it: the first stands in the highest bits.
pub(super) fn packed(x: usize, shade: u8) -> u8 {
    shade << (2 * (PACKED - 1 - x % PACKED))
}

/// Rows as a part of a deflated stream that ends on a whole byte, with their sum.
#[derive(Debug, Clone)]
pub(super) struct Band {
    pub(super) deflated: Vec<u8>,
    pub(super) sum: Sum,
}

/// The check sum of a stream, and its length: sums of parts make that of the whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    adler: u32,
    length: usize,
}

/// Rows of the ground alone, by how many: most names leave the same few.
static GROUNDS: [OnceLock<Band>; 256] = [const { OnceLock::new() }; 256];

/// So many rows of the ground, 255 at most.
pub(super) fn ground(height: usize) -> &'static Band {
    let height = height.min(GROUNDS.len() - 1);
    GROUNDS[height].get_or_init(|| Band::quick(&Rows::new(height)))
}

thread_local! {
    /// Quick, for what is written for one picture; and thorough, for what many share.
    static DEFLATE: RefCell<[Compress; 2]> = RefCell::new([
        Compress::new(Compression::new(1), false),
        Compress::new(Compression::new(6), false),
    ]);
}

impl Band {
    /// Rows that one picture has: quickly deflated.
    pub(super) fn quick(rows: &Rows) -> Band {
        Band::new(rows, 0, FlushCompress::Sync)
    }

    /// Rows that many pictures share: deflated as well as can be.
    pub(super) fn shared(rows: &Rows) -> Band {
        Band::new(rows, 1, FlushCompress::Sync)
    }

    /// The same, with the end of the stream.
    pub(super) fn last(rows: &Rows) -> Band {
        Band::new(rows, 1, FlushCompress::Finish)
    }

    fn new(rows: &Rows, how: usize, flush: FlushCompress) -> Band {
        let raw = &rows.0;
        let mut deflated = Vec::with_capacity(raw.len() / 8 + 1024);
        DEFLATE.with_borrow_mut(|both| {
            let compress = &mut both[how];
            compress.reset();
            loop {
                let read = compress.total_in() as usize;
                // It fails in no other state than that of a stream that has ended.
                let _ = compress.compress_vec(&raw[read..], &mut deflated, flush);
                if deflated.len() < deflated.capacity() {
                    break;
                }
                deflated.reserve(deflated.len());
            }
        });
        let mut adler = Adler32::new();
        adler.write(raw);
        Band {
            deflated,
            sum: Sum {
                adler: adler.finish(),
                length: raw.len(),
            },
        }
    }
}

impl Sum {
    /// The sum of a stream that goes on with another (RFC 1950, 9).
    pub(super) fn then(self, next: Sum) -> Sum {
        const MODULUS: u64 = 65_521;
        let parts = |sum: Sum| (u64::from(sum.adler & 0xffff), u64::from(sum.adler >> 16));
        let ((a, b), (next_a, next_b)) = (parts(self), parts(next));
        let length = next.length as u64 % MODULUS;
        let low = (a + next_a + MODULUS - 1) % MODULUS;
        let high = (b + next_b + length * (a + MODULUS - 1)) % MODULUS;
        Sum {
            adler: (high << 16 | low) as u32,
            length: self.length + next.length,
        }
    }

    /// The sum as a zlib stream ends with it.
    pub(super) fn bytes(self) -> [u8; 4] {
        self.adler.to_be_bytes()
    }
}
