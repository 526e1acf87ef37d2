//! What reads articles for names, and what says more of a name: what ships, or a test's.

use crate::Result;
use crate::domain::{Block, EntityKind, NameStrength, ProposedName};
use crate::entities::proposing::Kept;

/// What of an article is read for names.
pub struct ReadText<'a> {
    pub title: &'a str,
    pub standfirst: Option<&'a str>,
    pub blocks: &'a [Block],
    /// BCP 47.
    pub language: Option<&'a str>,
}

/// Finds names in a text. What it needs may be large: it is loaded when something is read.
pub trait NameReader: Send {
    /// The names of a text, each once.
    ///
    /// # Errors
    /// `Cancelled` when it was. `InvalidInput` when this text can't be read: it is taken as
    /// one without names. With any other the article waits for the next time.
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>>;

    /// The names of a text that are known, found in some milliseconds. The text is read later.
    ///
    /// # Errors
    /// As [`NameReader::read`].
    fn glance(
        &mut self,
        _text: &ReadText<'_>,
        _kept: Kept<'_>,
        _cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        Ok(Vec::new())
    }

    /// Nothing was to be read for a while: what takes memory may go.
    fn rest(&mut self);
}

/// An entry of the gazetteer, for an entity that is made from it.
#[derive(Debug, Clone)]
pub struct KnownEntry {
    pub kind: EntityKind,
    pub name: String,
    pub names: Vec<(String, NameStrength)>,
}

/// What the gazetteer says of a key.
pub trait KnownNames: Send + Sync {
    fn entry(&self, key: &str) -> Option<KnownEntry>;
}
