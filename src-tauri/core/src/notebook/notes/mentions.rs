//! Unlinked mentions: who names a note or an entity without linking to it.

use std::ops::Range;

use rusqlite::Connection;

use super::backlinks::root;
use super::history::keep_now;
use super::joining::{cut, kept};
use super::taking_out::PutIn;
use super::{Notes, write_text};
use crate::domain::{
    EntityId, HitKind, LinkTarget, MentionedIn, NameId, NameStrength, NoteId, SearchQuery,
    UndoAction, UnlinkedMention, VersionCause,
};
use crate::entities::NameMatcher;
use crate::notebook::labels::titles;
use crate::notebook::undoing::{self, Inverse};
use crate::notes::KnownBy;
use crate::search::query::{NoNames, phrase};
use crate::search::{DocumentKey, SearchIndex};
use crate::store::{article_table, entity_table, note_merge_table, note_table};
use crate::text::is_unspaced_script;
use crate::{Error, Result, notes};

/// Documents looked through for mentions.
const LOOKED_THROUGH: u32 = 60;
/// Names of one entity that are looked for.
const MAX_NAMES: usize = 12;
/// Mentions of one document that are listed.
const MOST_OF_ONE: usize = 3;
/// Characters shown on each side of a mention.
const AROUND: usize = 80;

impl Notes<'_> {
    /// Notes that name `target`, and for a note articles too, without linking to it: the
    /// best found first. Articles that name an entity are tagged instead.
    pub fn unlinked_mentions(&self, target: LinkTarget) -> Result<Vec<UnlinkedMention>> {
        let store = &self.0.shared().store;
        let (target, names) = store.read("read names", |conn| {
            let target = root(conn, target)?;
            Ok((target, names(conn, &target)?))
        })?;
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let mut matcher = NameMatcher::new();
        for name in &names {
            matcher.add(NameId::new(), EntityId::new(), name, NameStrength::Strong);
        }
        let quoted: Vec<String> = names.iter().map(|name| phrase(name)).collect();
        let mut kinds = vec![HitKind::Note];
        if matches!(target, LinkTarget::Note { .. }) {
            kinds.push(HitKind::Article);
        }
        let query = SearchQuery {
            text: quoted.join(" OR "),
            kinds,
            limit: LOOKED_THROUGH,
            ..SearchQuery::default()
        };
        let search = |index: &SearchIndex| index.search(&query, &NoNames);
        let found = self.0.0.indexer.ask(search)?;
        store.read("look for mentions", |conn| {
            let mut mentions = Vec::new();
            for hit in found.hits {
                match hit.key {
                    DocumentKey::Note(id) => in_note(conn, id, &target, &matcher, &mut mentions)?,
                    DocumentKey::Article(id) => {
                        let Some(article) = article_table::find_record(conn, id)? else {
                            continue;
                        };
                        let linked = matches!(target, LinkTarget::Note { id: note }
                            if note_table::has_link(conn, note, &LinkTarget::Article { id })?);
                        if article.deleted || linked {
                            continue;
                        }
                        let blocks = article_table::blocks(conn, id, article.text_version)?;
                        let texts = std::iter::once(article.title.as_str())
                            .chain(blocks.iter().map(|block| block.text.as_str()));
                        let named = texts.into_iter().find_map(|text| {
                            let name = matcher.find(text).into_iter().next()?;
                            Some((text, name.start, name.end))
                        });
                        if let Some((text, start, end)) = named {
                            let from = MentionedIn::Article { id };
                            mentions.push(mention(from, &article.title, text, start, end));
                        }
                    }
                    DocumentKey::Entity(_) | DocumentKey::Quote(_) => {}
                }
            }
            Ok(mentions)
        })
    }

    /// Makes a link to `target` of the words at `start..end` of a note.
    ///
    /// # Errors
    /// `Conflict` when other words stand there by now.
    pub fn link_mention(
        &self,
        target: LinkTarget,
        note: NoteId,
        (start, end): (u32, u32),
        words: &str,
    ) -> Result<()> {
        self.0.shared().store.write("link a mention", |tx| {
            let target = root(tx, target)?;
            let current = kept(tx, note)?;
            let conflict = || Error::Conflict {
                what: format!("note {note}"),
            };
            let (before, found, _) = cut(&current.body, start, end).map_err(|_| conflict())?;
            // Nor may they stand in a link, a picture, an address or code.
            let linkable = notes::linkable(&current.body);
            if found != words || cut(&linkable, start, end).is_ok_and(|(_, n, _)| n != words) {
                return Err(conflict());
            }
            let put = notes::markup(&target, words);
            put_link(
                tx,
                &current,
                before.len()..before.len() + found.len(),
                put,
                words,
            )
        })?;
        self.tell(note);
        Ok(())
    }

    /// Adds a link to `target` to the end of a note, as an item of a list: an article that names
    /// the note is left as it is.
    ///
    /// # Errors
    /// `NotFound` for a note that is not kept.
    pub fn append_link(&self, note: NoteId, target: LinkTarget, words: &str) -> Result<()> {
        self.0.shared().store.write("link a mention", |tx| {
            let note = note_merge_table::root(tx, note)?;
            let current = kept(tx, note)?;
            let start = current.body.trim_end();
            let end = &current.body[start.len()..];
            let own_line = current.body.is_empty() || end.ends_with('\n');
            let gap = if own_line { "" } else { "\n" };
            let put = format!("{end}{gap}- {}\n", notes::markup(&target, words));
            put_link(tx, &current, start.len()..current.body.len(), put, words)
        })?;
        self.tell(note);
        Ok(())
    }
}

/// Writes a note with `put`, a link of `words`, in the place of some bytes of it: a step.
fn put_link(
    conn: &Connection,
    current: &note_table::NoteRecord,
    place: Range<usize>,
    put: String,
    words: &str,
) -> Result<()> {
    let note = current.id;
    let version = keep_now(conn, note, VersionCause::Linked)?;
    let before = &current.body[..place.start];
    let after = &current.body[place.end..];
    let body = format!("{before}{put}{after}");
    write_text(conn, note, &current.title, &body, 0)?;
    let inverse = Inverse::TakeOut(PutIn {
        note,
        version,
        from: place.start,
        to: place.end,
        put,
        merged: None,
        made: None,
        heading: String::new(),
        known: KnownBy::Words,
        title: None,
    });
    undoing::push(conn, UndoAction::LinkMention, words, &inverse)?;
    Ok(())
}

/// What a target is called, as far as that tells it from other words.
fn names(conn: &Connection, target: &LinkTarget) -> Result<Vec<String>> {
    let all: Vec<String> = match target {
        LinkTarget::Note { id } => vec![kept(conn, *id)?.title],
        LinkTarget::Article { id } => vec![article_table::record(conn, *id)?.title],
        // Words that were said are no name.
        LinkTarget::Quote { .. } | LinkTarget::Dossier { .. } => Vec::new(),
        LinkTarget::Entity { id } => entity_table::names(conn, *id)?
            .into_iter()
            .filter(|name| name.strength == NameStrength::Strong)
            .map(|name| name.text)
            .collect(),
    };
    let tells = |name: &String| {
        let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
        letters >= 3 || (letters >= 2 && name.chars().any(is_unspaced_script))
    };
    Ok(all.into_iter().filter(tells).take(MAX_NAMES).collect())
}

fn in_note(
    conn: &Connection,
    id: NoteId,
    target: &LinkTarget,
    matcher: &NameMatcher,
    mentions: &mut Vec<UnlinkedMention>,
) -> Result<()> {
    let Some(note) = note_table::find_record(conn, id)? else {
        return Ok(());
    };
    let itself = matches!(target, LinkTarget::Note { id: own } if *own == id);
    if note.deleted || itself {
        return Ok(());
    }
    // Letter for letter, so that places stay what they are.
    let text = notes::linkable(&note.body);
    for name in matcher.find(&text).into_iter().take(MOST_OF_ONE) {
        let from = MentionedIn::Note {
            id,
            start: name.start,
            end: name.end,
        };
        let (before, words, after) = around(&note.body, name.start, name.end);
        let shown = notes::plain(&format!("{before}{HELD}{words}{HELD}{after}"), titles(conn));
        let mut parts = shown.split(HELD);
        let mut part = || parts.next().unwrap_or_default();
        let (before, words, after) = (part(), part(), part());
        let skip = before.chars().count().saturating_sub(AROUND);
        mentions.push(UnlinkedMention {
            from,
            title: note.title.clone(),
            before: before.chars().skip(skip).collect(),
            words: words.to_owned(),
            after: after.chars().take(AROUND).collect(),
        });
    }
    Ok(())
}

/// Stands where a mention begins and ends while its line is made plain; in no text.
const HELD: char = '\u{F8F1}';
/// Characters of a line that are made plain on each side: more than are shown, so that no
/// link is cut in two near the words.
const LOOKED_AT: usize = 600;

/// A mention's words and the rest of its line on both sides, in so many characters.
fn around(text: &str, start: u32, end: u32) -> (String, String, String) {
    let (start, end) = (start as usize, end as usize);
    let skip = start.saturating_sub(LOOKED_AT);
    let before: String = text.chars().skip(skip).take(start - skip).collect();
    let words = text.chars().skip(start).take(end - start).collect();
    let after: String = text.chars().skip(end).take(LOOKED_AT).collect();
    let line = |part: Option<&str>| part.unwrap_or_default().replace(HELD, "");
    (
        line(before.rsplit('\n').next()),
        words,
        line(after.split('\n').next()),
    )
}

/// Of an article, whose text has no marks.
fn mention(from: MentionedIn, title: &str, text: &str, start: u32, end: u32) -> UnlinkedMention {
    let (before, words, after) = around(text, start, end);
    let skip = before.chars().count().saturating_sub(AROUND);
    UnlinkedMention {
        from,
        title: title.to_owned(),
        before: before.chars().skip(skip).collect(),
        words,
        after: after.chars().take(AROUND).collect(),
    }
}
