//! What a link target is called now.

use std::collections::HashSet;

use rusqlite::Connection;

use crate::Result;
use crate::domain::{EntityId, LinkLabel, LinkTarget, NoteId};
use crate::notes;
use crate::store::entity_table::EntityRecord;
use crate::store::{
    article_table, clipping_table, dossier_table, entity_table, merge_table, note_merge_table,
    note_table,
};

/// The label of a target; a target that was never here has its kept words.
pub(super) fn label(conn: &Connection, target: LinkTarget, words: &str) -> Result<LinkLabel> {
    let (title, kind, gone) = match target {
        LinkTarget::Article { id } => match article_table::find_record(conn, id)? {
            Some(article) => (article.title, None, article.deleted),
            None => (words.to_owned(), None, true),
        },
        LinkTarget::Entity { id } => match find_entity(conn, id)? {
            Some(entity) => (entity.name, Some(entity.kind), entity.deleted),
            None => (words.to_owned(), None, true),
        },
        LinkTarget::Quote { id } => match clipping_table::find(conn, id)? {
            Some(row) => (row.anchor.exact, None, row.deleted),
            None => (words.to_owned(), None, true),
        },
        LinkTarget::Dossier { id } => match dossier_table::find(conn, id)? {
            Some(dossier) => (dossier.name, None, dossier.deleted),
            None => (words.to_owned(), None, true),
        },
        LinkTarget::Note { id } => match find_note(conn, id)? {
            Some((title, deleted)) => (title, None, deleted),
            None => (words.to_owned(), None, true),
        },
    };
    Ok(LinkLabel {
        target,
        title,
        kind,
        gone,
    })
}

/// The entity that a link leads to: since it was merged, the one that holds it.
fn find_entity(conn: &Connection, id: EntityId) -> Result<Option<EntityRecord>> {
    entity_table::find_record(conn, merge_table::root(conn, id)?)
}

/// Title of the note that a link leads to, and whether it is deleted.
fn find_note(conn: &Connection, id: NoteId) -> Result<Option<(String, bool)>> {
    note_table::find_title(conn, note_merge_table::root(conn, id)?)
}

/// One label for each distinct target linked in `body`.
pub(super) fn labels(conn: &Connection, body: &str) -> Result<Vec<LinkLabel>> {
    let mut labels: Vec<LinkLabel> = Vec::new();
    let mut known = HashSet::new();
    for link in notes::find_links(body) {
        if known.insert(link.target) {
            labels.push(label(conn, link.target, link.words)?);
        }
    }
    Ok(labels)
}

/// A lookup for [`notes::readable`]. A title that can't be read leaves the kept words.
pub(super) fn titles(conn: &Connection) -> impl Fn(&LinkTarget) -> Option<String> {
    move |target| {
        let label = label(conn, *target, "").ok()?;
        (!label.title.is_empty()).then_some(label.title)
    }
}
