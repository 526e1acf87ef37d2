//! What search has to be told of entities: their names lie in the notebook.

use crate::domain::{DossierId, EntityId, EntityKind, NameId, SearchedName};

/// An entity that a query names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEntity {
    pub id: EntityId,
    pub kind: EntityKind,
    /// The preferred name.
    pub name: String,
    /// All of them, in any script.
    pub names: Vec<SearchedName>,
    /// Those of them that the index was told of wherever articles have them
    /// ([`DocumentFacts::names`](crate::search::DocumentFacts)).
    pub told: Vec<NameId>,
}

/// Knows which entities and dossiers have a name.
pub trait Names {
    /// The entities of this kind (of any, for `None`) that have the name `name`,
    /// folded; the most mentioned first.
    fn entities(&self, kind: Option<EntityKind>, name: &str) -> Vec<KnownEntity>;

    /// The entities of this kind that are called `name`: by their first name, or where
    /// none is, by another.
    fn tagged(&self, kind: EntityKind, name: &str) -> Vec<EntityId> {
        let known = self.entities(Some(kind), name);
        known.into_iter().map(|one| one.id).collect()
    }

    /// The dossiers that are called so, or else those with words that begin so.
    fn dossiers(&self, _name: &str) -> Vec<DossierId> {
        Vec::new()
    }
}

/// Knows none.
#[derive(Debug, Clone, Copy)]
pub struct NoNames;

impl Names for NoNames {
    fn entities(&self, _: Option<EntityKind>, _: &str) -> Vec<KnownEntity> {
        Vec::new()
    }
}
