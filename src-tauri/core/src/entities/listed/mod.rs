//! Lists of entities as text: read from tables, JSON lines and plain lists of names, and
//! written as tables and JSON lines of FollowTheMoney.

mod edges;
mod json;
mod plain;
mod quotes;
mod table;

use crate::domain::{Entity, EntityId, EntityListFormat, ListedEntity, ListedRelation};

/// Entities that are read of one list; what follows is counted as unread.
const MOST: usize = 200_000;
/// Lines that are no entity and are told by their numbers.
const MOST_LINES: usize = 100;
/// Names of one entity that are read.
const MOST_NAMES: usize = 500;

/// What a list says.
#[derive(Debug, Default)]
pub struct Listed {
    pub entities: Vec<ListedEntity>,
    pub relations: Vec<ListedRelation>,
    /// Lines and rows that are no entity.
    pub unread: u32,
    /// The numbers of the first of them, from one.
    pub unread_lines: Vec<u32>,
    /// The line of the first quotation mark that nothing closes: what stands behind it, up to
    /// the next one, is unread.
    pub unclosed_quote: Option<u32>,
}

/// An entity to be written.
pub(crate) struct Written<'a> {
    pub entity: &'a Entity,
    /// Those that were written for it.
    pub relations: &'a [ListedRelation],
    /// The entity that holds it.
    pub merged_into: Option<EntityId>,
}

impl Listed {
    fn relate(&mut self, line: usize, relation: ListedRelation) {
        match self.relations.len() < MOST {
            true => self.relations.push(relation),
            false => self.pass_over(line),
        }
    }

    /// What a line says, from one; `None` where that is no entity.
    fn push(&mut self, line: usize, entity: Option<ListedEntity>) {
        match entity {
            Some(mut entity) if self.entities.len() < MOST => {
                entity.names.truncate(MOST_NAMES);
                self.entities.push(entity);
            }
            _ => self.pass_over(line),
        }
    }

    /// Passes over the lines of a row that begins at a line, for a mark that opens at another.
    fn pass_over_quoted(&mut self, line: usize, opened: usize, row: &str) {
        self.pass_over(line);
        let lines = row.lines().filter(|line| !line.trim().is_empty()).count();
        let others = u32::try_from(lines.saturating_sub(1)).unwrap_or(u32::MAX);
        self.unread = self.unread.saturating_add(others);
        self.unclosed_quote = self.unclosed_quote.or(u32::try_from(opened).ok());
    }

    fn pass_over(&mut self, line: usize) {
        self.unread = self.unread.saturating_add(1);
        if let Ok(line) = u32::try_from(line)
            && self.unread_lines.len() < MOST_LINES
        {
            self.unread_lines.push(line);
        }
    }
}

/// Reads a list: JSON lines, a table whose first row names its columns, or a name a line.
pub fn read(text: &str) -> Listed {
    let text = text.trim_start_matches('\u{feff}');
    if is_other_file(text) {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        return Listed {
            unread: u32::try_from(lines).unwrap_or(u32::MAX),
            ..Listed::default()
        };
    }
    if text.trim_start().starts_with('{') {
        json::read(text)
    } else {
        table::read(text).unwrap_or_else(|| plain::read(text))
    }
}

/// Whether a text is a page, a document or no text at all, of whose lines none is a name.
fn is_other_file(text: &str) -> bool {
    const OTHER: [&str; 4] = ["<", "%PDF", "PK\u{3}\u{4}", "{\\rtf"];
    let start = text.trim_start();
    let is_binary = |c: char| c == '\u{FFFD}' || c.is_control() && !c.is_whitespace();
    OTHER.iter().any(|other| start.starts_with(other)) || text.chars().take(10_000).any(is_binary)
}

/// The first line of a table.
pub(crate) fn header() -> String {
    table::line(&table::COLUMNS)
}

/// One entity as a row, or as lines with its relations.
pub(crate) fn write(written: &Written<'_>, format: EntityListFormat) -> String {
    match format {
        EntityListFormat::Csv => table::write(written),
        EntityListFormat::FollowTheMoney => json::write(written),
    }
}
