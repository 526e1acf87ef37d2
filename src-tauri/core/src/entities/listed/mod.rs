//! Lists of entities as text: read from tables, JSON lines and plain lists of names, and
//! written as tables and JSON lines of FollowTheMoney.

mod json;
mod plain;
mod table;

use crate::domain::{Entity, EntityListFormat, ListedEntity};

/// Entities that are read of one list; what follows is counted as unread.
const MOST: usize = 200_000;
/// Names of one entity that are read.
const MOST_NAMES: usize = 500;

/// What a list says.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    pub entities: Vec<ListedEntity>,
    /// Lines and rows that are no entity.
    pub unread: u32,
}

impl Listed {
    fn push(&mut self, entity: Option<ListedEntity>) {
        match entity {
            Some(mut entity) if self.entities.len() < MOST => {
                entity.names.truncate(MOST_NAMES);
                self.entities.push(entity);
            }
            _ => self.unread = self.unread.saturating_add(1),
        }
    }
}

/// Reads a list: JSON lines, a table whose first row names its columns, or a name a line.
pub(crate) fn read(text: &str) -> Listed {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        json::read(text)
    } else {
        table::read(text).unwrap_or_else(|| plain::read(text))
    }
}

/// The first line of a table.
pub(crate) fn header() -> String {
    table::line(&table::COLUMNS)
}

/// One entity as a row or a line, with its end.
pub(crate) fn write(entity: &Entity, format: EntityListFormat) -> String {
    match format {
        EntityListFormat::Csv => table::write(entity),
        EntityListFormat::FollowTheMoney => json::write(entity),
    }
}
