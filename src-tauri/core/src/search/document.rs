//! What goes into the index.

use uuid::Uuid;

use super::query::State;
use crate::domain::{
    ArticleId, ClippingId, DossierId, EntityId, EntityKind, HitKind, NameId, NoteId, WireGroupId,
};

/// Which thing of the notebook a document of the index stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKey {
    Article(ArticleId),
    Note(NoteId),
    Entity(EntityId),
    Quote(ClippingId),
}

impl DocumentKey {
    pub fn kind(self) -> HitKind {
        match self {
            Self::Article(_) => HitKind::Article,
            Self::Note(_) => HitKind::Note,
            Self::Entity(_) => HitKind::Entity,
            Self::Quote(_) => HitKind::Quote,
        }
    }

    /// The id's sixteen bytes, as two numbers for the index's columns.
    pub(super) fn halves(self) -> (u64, u64) {
        let bytes = match &self {
            Self::Article(id) => id.as_bytes(),
            Self::Note(id) => id.as_bytes(),
            Self::Entity(id) => id.as_bytes(),
            Self::Quote(id) => id.as_bytes(),
        };
        Uuid::from_bytes(*bytes).as_u64_pair()
    }

    pub(super) fn from_halves(kind: HitKind, high: u64, low: u64) -> Self {
        let uuid = Uuid::from_u64_pair(high, low);
        match kind {
            HitKind::Article => Self::Article(uuid.into()),
            HitKind::Note => Self::Note(uuid.into()),
            HitKind::Entity => Self::Entity(uuid.into()),
            HitKind::Quote => Self::Quote(uuid.into()),
        }
    }

    /// The term that the document is found and deleted by.
    pub(super) fn term_text(self) -> String {
        let letter = match self {
            Self::Article(_) => 'a',
            Self::Note(_) => 'n',
            Self::Entity(_) => 'e',
            Self::Quote(_) => 'q',
        };
        let (high, low) = self.halves();
        format!("{letter}{high:016x}{low:016x}")
    }
}

/// One article, note, entity or quote as the index sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexDocument {
    pub key: DocumentKey,
    /// Headline, note title or preferred name; empty where [`DocumentFacts::opening`] is.
    pub title: String,
    /// Running text; blocks parted by blank lines.
    pub body: String,
    /// An entity's other names.
    pub names: Vec<String>,
    /// BCP 47; guessed from the body when `None`.
    pub language: Option<String>,
    /// Milliseconds since 1970 in UTC; `None` for what has no date.
    pub published: Option<i64>,
    pub facts: DocumentFacts,
}

/// What is known of a document beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentFacts {
    /// The headline of a text that is called by its first words.
    pub opening: Option<String>,
    /// Milliseconds since 1970: where it is listed among others, when it has no date.
    pub imported: Option<i64>,
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    /// Entities that an article mentions.
    pub entities: Vec<EntityId>,
    /// The names by which it does.
    pub names: Vec<NameId>,
    /// Entities that a person tagged words for that are none of their names.
    pub tagged: Vec<EntityId>,
    /// A person's own tags, folded: `region/koreas`.
    pub tags: Vec<String>,
    /// Dossiers that it is in, those in the trash too.
    pub dossiers: Vec<DossierId>,
    pub entity_kind: Option<EntityKind>,
    /// Who said a quote, as entities and by what they are called.
    pub speakers: Vec<EntityId>,
    pub speaker_names: Vec<String>,
    /// What it is and has.
    pub states: Vec<State>,
    pub group: Option<WireGroupId>,
}

/// One step towards what the notebook holds now.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly all changes are documents: a box for each would save nothing"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexChange {
    /// Adds, or replaces what has the same key.
    Put(IndexDocument),
    Delete(DocumentKey),
}
