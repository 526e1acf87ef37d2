//! Texts that a person made of readings, among the versions.

use rusqlite::Connection;

use super::super::undoing::{self, Inverse};
use super::super::{Articles, correcting, matching, wire};
use super::shown_reading;
use crate::domain::{Article, ArticleId, UndoAction};
use crate::store::article_table;
use crate::store::version_table::VersionRow;
use crate::{Error, Result};

impl Articles<'_> {
    /// Shows another text of the reading that is shown: the reading itself, or what a
    /// person made of it. It can be taken back.
    ///
    /// # Errors
    /// `NotFound` when the version is no text of that reading.
    pub fn use_text(&self, id: ArticleId, version: u32) -> Result<Article> {
        let matcher = self.0.shared().matcher();
        self.write(id, "show another text", |conn| {
            let reading = shown_reading(conn, id)?;
            let known = article_table::by_person(conn, id)?;
            if version != reading && !known.contains(&(version, reading)) {
                return Err(Error::not_found(format_args!(
                    "text {version} of article {id}"
                )));
            }
            let record = article_table::record(conn, id)?;
            if record.text_version == version {
                return Ok(());
            }
            correcting::use_version(conn, id, version)?;
            matching::match_article(conn, &matcher, id)?;
            wire::text_changed(conn, id)?;
            let inverse = Inverse::UseText {
                article: id,
                version: record.text_version,
            };
            undoing::push(conn, UndoAction::RestoreText, &record.title, &inverse)?;
            Ok(())
        })
    }
}

/// The latest text that a person made of each reading, as a version whose `text_version`
/// is that reading. Fields are the article's own where it is the one that is shown.
pub(super) fn left_by_person(
    conn: &Connection,
    id: ArticleId,
    rows: &[VersionRow],
) -> Result<Vec<VersionRow>> {
    let record = article_table::record(conn, id)?;
    let mut left: Vec<VersionRow> = Vec::new();
    for (version, reading) in article_table::by_person(conn, id)? {
        let Some(row) = rows.iter().find(|row| row.version == reading) else {
            continue;
        };
        let hand = article_table::by_hand(conn, id, version)?;
        let mut row = VersionRow {
            version,
            text_version: reading,
            imported_ms: hand.changed_ms.unwrap_or(row.imported_ms),
            original: None,
            saved: None,
            ..row.clone()
        };
        if version == record.text_version {
            row.parts.title.clone_from(&record.title);
            row.parts.standfirst.clone_from(&record.standfirst);
            row.parts.byline.clone_from(&record.byline);
        } else if left
            .iter()
            .any(|other| other.text_version == reading && other.version == record.text_version)
        {
            // Later ones that were taken back are nobody's word any more.
            continue;
        }
        left.retain(|other| other.text_version != reading);
        left.push(row);
    }
    Ok(left)
}
