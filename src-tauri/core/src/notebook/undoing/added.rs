//! What an import added.

use rusqlite::Connection;

use crate::Result;
use crate::domain::ImportId;
use crate::store::move_table::Moved;
use crate::store::{article_table, import_table, version_table};

/// What an import added and is still there. An article stays that another import has
/// given a text, without the text of this one.
pub(in super::super) fn added_by(conn: &Connection, import: ImportId) -> Result<Moved> {
    let mut articles = article_table::of_import(conn, import)?;
    let mut versions = Vec::new();
    for (article, version) in version_table::of_import(conn, import)? {
        if version_table::has_others(conn, article, import)? {
            versions.push((article, version));
        } else if let Err(at) = articles.binary_search(&article) {
            articles.insert(at, article);
        }
    }
    Ok(Moved {
        articles,
        versions,
        problems: import_table::open_problems_of(conn, import)?,
        import: Some(import),
    })
}
