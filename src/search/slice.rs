//! One slice of documents as one tantivy segment in memory.

use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{DocId, DocSet, InvertedIndexReader, TERMINATED, TantivyDocument};

/// Documents in one slice of an index that others follow: few, since an edit indexes one anew.
pub(super) const SLICE: usize = 256;

/// Documents in one slice of an index that none follows: what each slice costs beside its documents (tables of
/// tantivy's, words met anew) is spent less often, and there is still work for several processors.
///
/// It hangs on nothing but how many there are, so that segments are the same on any machine.
pub(super) fn alone(documents: usize) -> usize {
    (documents / 8).clamp(SLICE, 4 * SLICE)
}

/// What tantivy is told that a slice's writer may use: it decides how large the table of keys is at first.
///
/// It grows as it must, and a writer of one segment never cuts it.
const MEMORY: usize = 4 << 20;

/// One slice of documents as one tantivy segment in memory.
///
/// The one field holds keys; the frequency of a key in a document is its impact there.
pub(super) struct Slice {
    pub(super) base: u32,
    reader: std::sync::Arc<InvertedIndexReader>,
}

/// Writes a slice.
pub(super) struct SliceWriter {
    base: u32,
    field: tantivy::schema::Field,
    writer: tantivy::SingleSegmentIndexWriter,
}

impl SliceWriter {
    /// Begins a slice whose first document has the number `base`.
    pub(super) fn new(base: u32) -> tantivy::Result<SliceWriter> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(NAME)
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::WithFreqs);
        let field = schema.add_text_field(
            "keys",
            TextOptions::default().set_indexing_options(indexing),
        );
        let tokenizers = TokenizerManager::new();
        tokenizers.register(NAME, Impacts::default());
        let writer = tantivy::Index::builder()
            .schema(schema.build())
            .tokenizers(tokenizers)
            .single_segment_index_writer(tantivy::directory::RamDirectory::create(), MEMORY)?;
        Ok(SliceWriter {
            base,
            field,
            writer,
        })
    }

    /// Adds the next document, as [`push_key`] wrote its keys.
    pub(super) fn add(&mut self, keys: String) -> tantivy::Result<()> {
        let mut document = TantivyDocument::default();
        document.add_text(self.field, keys);
        self.writer.add_document(document)
    }

    /// Ends the slice.
    pub(super) fn finish(self) -> tantivy::Result<Slice> {
        let index = self.writer.finalize()?;
        let searcher = index.reader()?.searcher();
        let reader = searcher.segment_reader(0).inverted_index(self.field)?;
        Ok(Slice {
            base: self.base,
            reader,
        })
    }
}

impl Slice {
    /// Appends a key's postings: documents in order, with their impacts.
    pub(super) fn postings(&self, key: &str, into: &mut Vec<(u32, u8)>) -> tantivy::Result<()> {
        if let Some(info) = self.reader.terms().get(key)? {
            self.read(&info, into)?;
        }
        Ok(())
    }

    /// The address of a key's postings, where the slice holds it.
    pub(super) fn find(&self, key: &str) -> tantivy::Result<Option<TermInfo>> {
        Ok(self.reader.terms().get(key)?)
    }

    /// All keys of the slice in the order of their bytes, each with its postings' address.
    pub(super) fn keys(&self) -> tantivy::Result<Vec<(String, TermInfo)>> {
        let mut stream = self.reader.terms().stream()?;
        let mut keys = Vec::with_capacity(self.reader.terms().num_terms());
        while stream.advance() {
            if let Ok(key) = std::str::from_utf8(stream.key()) {
                keys.push((key.to_owned(), stream.value().clone()));
            }
        }
        Ok(keys)
    }

    /// Appends the postings at an address that [`Slice::keys`] gave.
    pub(super) fn read(&self, info: &TermInfo, into: &mut Vec<(u32, u8)>) -> tantivy::Result<()> {
        let mut postings = self
            .reader
            .read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        let mut doc: DocId = postings.doc();
        while doc != TERMINATED {
            into.push((self.base + doc, postings.term_freq().min(15) as u8));
            doc = postings.advance();
        }
        Ok(())
    }
}

/// Writes one key and its impact (1 to 15) at the end of a document's keys.
pub(super) fn push_key(keys: &mut String, parts: &[&str], impact: u8) {
    for part in parts {
        keys.push_str(part);
    }
    keys.push(END);
    keys.push(char::from(b'0' + impact));
}

/// The keys that [`push_key`] wrote.
pub(super) fn keys_in(keys: &str) -> impl Iterator<Item = &str> {
    // Behind each end stands the digit of an impact.
    let pieces = keys.split(END).enumerate();
    let bare = pieces.map(|(at, piece)| {
        if at == 0 {
            piece
        } else {
            piece.get(1..).unwrap_or("")
        }
    });
    bare.filter(|key| !key.is_empty())
}

const NAME: &str = "impacts";
/// Ends a key; no word holds it.
const END: char = '\u{1}';

/// Reads what [`push_key`] wrote: each key as often as its impact says.
#[derive(Clone, Default)]
struct Impacts(Token);

struct ImpactStream<'a> {
    rest: &'a str,
    left: u8,
    token: &'a mut Token,
}

impl Tokenizer for Impacts {
    type TokenStream<'a> = ImpactStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ImpactStream<'a> {
        self.0.reset();
        ImpactStream {
            rest: text,
            left: 0,
            token: &mut self.0,
        }
    }
}

impl TokenStream for ImpactStream<'_> {
    fn advance(&mut self) -> bool {
        self.token.position = self.token.position.wrapping_add(1);
        if self.left > 0 {
            self.left -= 1;
            return true;
        }
        // Keys are short: a search by many bytes at once takes longer to begin than to find their end.
        let Some(end) = self.rest.bytes().position(|byte| byte == END as u8) else {
            return false;
        };
        let rest = &self.rest[end + 1..];
        self.token.text.clear();
        self.token.text.push_str(&self.rest[..end]);
        self.left = rest
            .bytes()
            .next()
            .map_or(0, |digit| digit.saturating_sub(b'1'));
        self.rest = rest.get(1..).unwrap_or("");
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
