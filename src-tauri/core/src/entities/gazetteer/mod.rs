//! The names that every notebook knows from the start: countries, cities, leaders,
//! organisations. It only proposes; what a person keeps comes before it.
//!
//! The data is made by `src-tauri/gazetteer/make.py` and embedded in the program; a file
//! of the same form may take its place ([`Gazetteer::read`]).

mod entry;
mod file;
mod finding;

use std::sync::{Arc, LazyLock};

pub use entry::{GazetteerEntry, GazetteerSource};
pub use file::GazetteerError;
pub use finding::GazetteerFound;

use self::file::Records;
use self::finding::Finder;
use crate::domain::{GazetteerInUse, NameStrength};

/// What ships with the program.
static SHIPPED: &[u8] = include_bytes!("../../../../gazetteer/gazetteer.zst");

static READ: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| {
    let read = Gazetteer::read(SHIPPED).unwrap_or_else(|error| {
        // A test reads it: a build that can't is never shipped.
        tracing::error!(%error, "the gazetteer that ships can't be read; none is used");
        Gazetteer::of(Records::default())
    });
    Arc::new(read)
});

/// Names of well-known entities, ready to be found.
#[derive(Debug)]
pub struct Gazetteer {
    records: Records,
    finder: Finder,
}

impl Gazetteer {
    /// The gazetteer that ships with the program; made ready at the first call.
    pub fn shipped() -> &'static Self {
        &READ
    }

    /// [`Gazetteer::shipped`], where another may take its place.
    pub fn shipped_shared() -> Arc<Self> {
        Arc::clone(&READ)
    }

    /// Reads a gazetteer's file: its text, plain or compressed with Zstandard.
    pub fn read(bytes: &[u8]) -> Result<Self, GazetteerError> {
        file::read(bytes).map(Self::of)
    }

    fn of(records: Records) -> Self {
        let finder = Finder::of(&records);
        Self { records, finder }
    }

    /// How much it knows, and from where.
    pub fn about(&self) -> GazetteerInUse {
        self.records.about()
    }

    /// How many entries there are; they are numbered from 0.
    pub fn len(&self) -> usize {
        self.records.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names that stand in `text`, in order. Where several entries share a name,
    /// each is given, and `ambiguous` unless the rest of the text decides.
    pub fn find(&self, text: &str) -> Vec<GazetteerFound> {
        self.find_in(text, None)
    }

    /// [`Gazetteer::find`] in a text whose language (ISO 639) is known.
    pub fn find_in(&self, text: &str, language: Option<&str>) -> Vec<GazetteerFound> {
        self.finder.find(&self.records, text, language)
    }

    /// Where nationality words stand (`North Korean`), in scalar values and in order: they
    /// speak of a country and are no name of it.
    pub fn nationalities(&self, text: &str) -> Vec<(u32, u32)> {
        self.finder.search_only(&self.records, text)
    }

    /// The entry with a number that [`Gazetteer::find`] gave; an empty one for any other.
    pub fn entry(&self, index: u32) -> GazetteerEntry {
        self.records.entry(index).unwrap_or_default()
    }

    /// The entry with a key such as `country:KP`.
    pub fn by_key(&self, key: &str) -> Option<GazetteerEntry> {
        self.records.entry(self.records.index_of(key)?)
    }
}

/// The sign that a name's line begins with, for each strength.
fn strength_of(sign: u8) -> Option<NameStrength> {
    match sign {
        b'=' => Some(NameStrength::Strong),
        b'~' => Some(NameStrength::Weak),
        b'?' => Some(NameStrength::SearchOnly),
        _ => None,
    }
}
