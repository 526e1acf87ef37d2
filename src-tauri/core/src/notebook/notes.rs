//! Notes: writing, links, backlinks.

pub(super) mod history;

use super::undoing::{self, Inverse};
use super::{Notebook, labels};
use crate::clock::{now_ms, rfc3339};
use crate::domain::{
    Backlink, Change, HitKind, LinkCandidate, LinkTarget, Note, NoteId, NotePage, NoteSaved,
    SearchQuery, UndoAction,
};
use crate::search::DocumentKey;
use crate::search::query::NoNames;
use crate::store::note_table::{self, NewLink};
use crate::store::{article_table, entity_table, merge_table};
use crate::{Error, Result, notes};

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 500;

pub struct Notes<'a>(pub(super) &'a Notebook);

impl Notes<'_> {
    /// A stretch of the list, the last edited first.
    pub fn list(&self, offset: u32, limit: u32) -> Result<NotePage> {
        self.0.shared().store.read("list notes", |conn| {
            let (total, rows) = note_table::list(conn, offset, limit.min(MAX_ROWS))?;
            Ok(NotePage {
                total,
                offset,
                rows,
            })
        })
    }

    pub fn get(&self, id: NoteId) -> Result<Note> {
        self.0
            .shared()
            .store
            .read("open a note", |conn| read(conn, id))
    }

    pub fn create(&self, title: &str, body: &str) -> Result<Note> {
        let id = NoteId::new();
        let note = self.0.shared().store.write("make a note", |tx| {
            note_table::insert(tx, id, title.trim(), body, &notes::excerpt(body), now_ms())?;
            set_links(tx, id, body)?;
            read(tx, id)
        })?;
        self.tell(id);
        Ok(note)
    }

    /// Saves what was written on top of `revision`; durable when this returns.
    ///
    /// # Errors
    /// `Conflict` when the note has a later revision than `revision`: nothing is
    /// overwritten, and both texts are kept in the history.
    pub fn save(&self, id: NoteId, revision: u32, title: &str, body: &str) -> Result<NoteSaved> {
        self.0.shared().calm.typed();
        let saved = self.0.shared().store.write("save a note", |tx| {
            let current = note_table::record(tx, id)?;
            let title = title.trim();
            if current.revision != revision {
                history::keep_conflict(tx, &current, title, body)?;
                return Ok(None);
            }
            let changed = history::keep_while_typing(tx, &current, title, body, now_ms())?;
            let edited_ms = write_text(tx, id, title, body, changed)?;
            Ok(Some(NoteSaved {
                revision: revision + 1,
                edited_at: rfc3339(edited_ms),
                links: labels::labels(tx, body)?,
            }))
        })?;
        self.tell(id);
        saved.ok_or_else(|| Error::Conflict {
            what: format!("note {id}"),
        })
    }

    /// Moves a note to the trash.
    pub fn delete(&self, id: NoteId) -> Result<()> {
        self.0.shared().store.write("delete a note", |tx| {
            let note = note_table::record(tx, id)?;
            note_table::set_deleted(tx, id, Some(now_ms()))?;
            let inverse = Inverse::RestoreNote { id };
            undoing::push(tx, UndoAction::DeleteNote, &note.title, &inverse)?;
            Ok(())
        })?;
        self.tell(id);
        Ok(())
    }

    /// Takes a note out of the trash.
    pub fn restore(&self, id: NoteId) -> Result<()> {
        self.0.shared().store.write("restore a note", |tx| {
            note_table::record(tx, id)?;
            note_table::set_deleted(tx, id, None)
        })?;
        self.tell(id);
        Ok(())
    }

    /// Notes that link to `target`, the last edited first, one for each link.
    pub fn backlinks(&self, target: LinkTarget) -> Result<Vec<Backlink>> {
        self.0.shared().store.read("list backlinks", |conn| {
            let target = match target {
                LinkTarget::Entity { id } => LinkTarget::Entity {
                    id: merge_table::root(conn, id)?,
                },
                other => other,
            };
            let links = note_table::links_to(conn, &target)?;
            let backlinks = links.into_iter().map(|(note, title, context)| Backlink {
                note,
                title,
                context: notes::readable(&context, labels::titles(conn)),
            });
            Ok(backlinks.collect())
        })
    }

    /// What `[[` and then `typed` may link to: entities by any name, notes and
    /// articles by title.
    pub fn complete_link(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        let (entities, notes) = self.0.shared().store.read("complete a link", |conn| {
            let entities = entity_table::complete(conn, typed, limit)?;
            let entities = entities.into_iter().map(|entity| LinkCandidate {
                target: LinkTarget::Entity { id: entity.id },
                title: entity.name,
                kind: Some(entity.kind),
                matched: entity.matched,
                detail: None,
            });
            let notes = note_table::complete(conn, typed, limit)?;
            let notes = notes.into_iter().map(|(id, title)| LinkCandidate {
                target: LinkTarget::Note { id },
                matched: title.clone(),
                title,
                kind: None,
                detail: None,
            });
            Ok((entities.collect(), notes.collect()))
        })?;
        let articles = self.articles_titled(typed, limit)?;
        Ok(share(limit as usize, [entities, notes, articles]))
    }

    fn articles_titled(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        if typed.trim().is_empty() {
            return Ok(Vec::new());
        }
        let query = SearchQuery {
            text: typed.trim_end().to_owned(),
            kinds: vec![HitKind::Article],
            limit,
            ..SearchQuery::default()
        };
        let results = self.0.0.indexer.index().search(&query, &NoNames)?;
        self.0.shared().store.read("complete a link", |conn| {
            let mut candidates = Vec::new();
            for hit in results.hits {
                let DocumentKey::Article(id) = hit.key else {
                    continue;
                };
                let Some(article) = article_table::find_record(conn, id)? else {
                    continue;
                };
                if results
                    .marker
                    .mark(&article.title, article.language.as_deref())
                    .is_empty()
                {
                    continue;
                }
                let year = article
                    .published
                    .map(|time| time.iso.chars().take(4).collect());
                let detail: Vec<String> = article.outlet.into_iter().chain(year).collect();
                candidates.push(LinkCandidate {
                    target: LinkTarget::Article { id },
                    matched: article.title.clone(),
                    title: article.title,
                    kind: None,
                    detail: (!detail.is_empty()).then(|| detail.join(", ")),
                });
            }
            Ok(candidates)
        })
    }

    fn tell(&self, id: NoteId) {
        self.0.changed(Change::Notes { ids: vec![id] });
    }
}

/// The best of each list, in the order of the lists, so that many of one sort
/// leave room for the others.
fn share(limit: usize, lists: [Vec<LinkCandidate>; 3]) -> Vec<LinkCandidate> {
    let mut room = limit;
    let mut taken = [0; 3];
    while room > 0 && (0..3).any(|n| taken[n] < lists[n].len()) {
        for (n, list) in lists.iter().enumerate() {
            if room > 0 && taken[n] < list.len() {
                taken[n] += 1;
                room -= 1;
            }
        }
    }
    let parts = lists.into_iter().zip(taken);
    parts
        .flat_map(|(list, n)| list.into_iter().take(n))
        .collect()
}

fn read(conn: &rusqlite::Connection, id: NoteId) -> Result<Note> {
    let record = note_table::record(conn, id)?;
    Ok(Note {
        id: record.id,
        links: labels::labels(conn, &record.body)?,
        title: record.title,
        body: record.body,
        created_at: rfc3339(record.created_ms),
        edited_at: rfc3339(record.edited_ms),
        revision: record.revision,
        deleted: record.deleted,
    })
}

/// Gives a note its next text, and says when. `changed`: bytes that were typed and
/// deleted since a text was kept.
fn write_text(
    conn: &rusqlite::Connection,
    id: NoteId,
    title: &str,
    body: &str,
    changed: u32,
) -> Result<i64> {
    let now = now_ms();
    note_table::update(conn, id, title, body, &notes::excerpt(body), now, changed)?;
    set_links(conn, id, body)?;
    Ok(now)
}

fn set_links(conn: &rusqlite::Connection, id: NoteId, body: &str) -> Result<()> {
    let links: Vec<NewLink> = notes::find_links(body)
        .iter()
        .map(|link| NewLink {
            target: link.target,
            context: link.context(body),
        })
        .collect();
    note_table::set_links(conn, id, &links)
}
