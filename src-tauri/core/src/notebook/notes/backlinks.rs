//! Who links to a target, with the sentence around each link.

use super::Notes;
use crate::Result;
use crate::domain::{Backlink, BacklinkPage, BacklinkPlace, LinkTarget};
use crate::notebook::labels;
use crate::notes;
use crate::store::{merge_table, note_merge_table, note_table};

/// The longest stretch that is given at once.
const MAX_ROWS: u32 = 500;

impl Notes<'_> {
    /// Links in kept notes that lead to `target`, the newest note first, one row for
    /// each link, from `after` on.
    pub fn backlinks(
        &self,
        target: LinkTarget,
        after: Option<BacklinkPlace>,
        limit: u32,
    ) -> Result<BacklinkPage> {
        self.0.shared().store.read("list backlinks", |conn| {
            let target = root(conn, target)?;
            let after = after.map(|place| (place.note, place.position));
            let links = note_table::links_to(conn, &target, after, limit.min(MAX_ROWS))?;
            let mut rows = Vec::new();
            for (note, position, context) in links {
                rows.push(Backlink {
                    note,
                    position,
                    title: note_table::title(conn, note)?,
                    context: notes::plain(&context, labels::titles(conn)),
                });
            }
            Ok(BacklinkPage {
                total: note_table::count_links_to(conn, &target)?,
                rows,
            })
        })
    }
}

/// What a target is since it was merged.
pub(super) fn root(conn: &rusqlite::Connection, target: LinkTarget) -> Result<LinkTarget> {
    Ok(match target {
        LinkTarget::Entity { id } => LinkTarget::Entity {
            id: merge_table::root(conn, id)?,
        },
        LinkTarget::Note { id } => LinkTarget::Note {
            id: note_merge_table::root(conn, id)?,
        },
        LinkTarget::Article { .. } | LinkTarget::Quote { .. } | LinkTarget::Dossier { .. } => {
            target
        }
    })
}
