//! Ids that survive export, merge and copying between machines (UUIDv7).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Uuid);

        impl $name {
            /// A new id; ids made later sort later.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// The sixteen bytes kept in the database.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(self.0.as_bytes().as_slice()))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(
                value: rusqlite::types::ValueRef<'_>,
            ) -> rusqlite::types::FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                Uuid::from_slice(bytes)
                    .map(Self)
                    .map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
            }
        }
    };
}

id!(
    /// A published piece that the reporter keeps.
    ArticleId
);
id!(
    /// A person, organisation, place or event.
    EntityId
);
id!(
    /// One name of an entity.
    NameId
);
id!(
    /// One span of an article that names an entity.
    MentionId
);
id!(
    /// A name that the reading of one article proposes.
    ProposalId
);
id!(
    /// How one entity is related to another.
    RelationId
);
id!(
    /// The reporter's own text.
    NoteId
);
id!(
    /// One act of importing: everything dropped, pasted or chosen at once.
    ImportId
);
id!(
    /// One thing of an import and what became of it.
    ImportItemId
);
id!(
    /// Articles that print one agency text.
    WireGroupId
);
id!(
    /// A search that a person gave a name.
    SavedSearchId
);
id!(
    /// A story in the making.
    DossierId
);
id!(
    /// One place in a dossier's outline.
    DossierItemId
);
id!(
    /// Words that a person marked in an article.
    ClippingId
);
