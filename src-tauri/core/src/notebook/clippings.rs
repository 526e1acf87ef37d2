//! Clippings: highlights and quotes in articles, and what a person says of them.
//!
//! A clipping is a person's own work. It follows the text as mentions do, stays when its
//! words are gone, and, where it says more than a colour, when its article is.

use rusqlite::Connection;

use super::notes::taking_out;
use super::undoing::{self, Inverse};
use super::{Notebook, indexed::searched_texts};
use crate::clock::{now_ms, rfc3339};
use crate::domain::{
    Anchor, ArticleId, Change, Clipping, ClippingFacts, ClippingId, ClippingPage, ClippingQuery,
    LinkTarget, NewClipping, NoteId, Party, PassageState, Quote, UndoAction, WordsToClip,
};
use crate::store::clipping_table::{self, ClippingRow, NewRow, PartyRow};
use crate::store::{article_table, entity_table, merge_table, note_merge_table, trash_table};
use crate::{Error, Result, notes};

mod attributing;
mod following;
mod going_by;
mod joining;
mod marking;
mod naming;
mod numbering;
mod writing;

pub(super) use following::{follow_line, follow_text};
pub(super) use joining::{Joined, join, still_joined, with_joined};
use marking::{keep_parties, marks_of};
use naming::{Named, mark};
use numbering::{Paragraphs, Place};
use writing::shown_words;
pub(super) use writing::{attribution, exported, quoted};

/// The longest stretch of a list that is given at once.
const MAX_ROWS: u32 = 500;
/// Paragraphs that one selection may mark.
const MAX_SPANS: usize = 1_000;
/// Characters that a link keeps of a quote: enough to know it by when the quote is gone.
const CARD_WORDS: usize = 200;

pub struct Clippings<'a>(pub(super) &'a Notebook);

impl Clippings<'_> {
    /// Marks words of an article: one clipping for each paragraph, all in one step.
    ///
    /// # Errors
    /// `Conflict` where the text has other words than were selected by now, `InvalidInput`
    /// for a date or a name that is none, and where nothing is selected.
    pub fn clip(&self, new: &NewClipping) -> Result<Vec<Clipping>> {
        self.clip_into(new, None)
    }

    /// As [`Clippings::clip`], with a card of each at the end of a note, in the same step.
    ///
    /// # Errors
    /// Those of [`Clippings::clip`], and `NotFound` for a note that is not kept.
    pub fn clip_into(&self, new: &NewClipping, note: Option<NoteId>) -> Result<Vec<Clipping>> {
        let prepared = self.prepared(&new.facts)?;
        let (made, named) = self.0.shared().store.write("clip words", |tx| {
            let article = article_table::record(tx, new.article)?;
            let blocks = article_table::blocks(tx, new.article, article.text_version)?;
            let texts = searched_texts(&article.title, article.standfirst.as_deref(), &blocks);
            let marked = mark(tx, &new.facts, &prepared, None)?;
            let (marks, mut back) = (marked.marks, marked.back);
            let mut ids = Vec::new();
            let mut subject = String::new();
            for WordsToClip { span, exact } in new.words.iter().take(MAX_SPANS) {
                let text = texts.iter().find(|(block, _)| *block == span.block);
                let anchor = text
                    .and_then(|(block, words)| Anchor::take(*block, words, span.start, span.end))
                    .filter(|anchor| anchor.exact == *exact)
                    .ok_or_else(|| Error::Conflict {
                        what: format!("the text of article {}", new.article),
                    })?;
                let id = ClippingId::new();
                let row = NewRow {
                    id,
                    article: new.article,
                    anchor: &anchor,
                    text_version: article.text_version,
                    marks: &marks,
                    made_ms: now_ms(),
                };
                clipping_table::insert(tx, &row)?;
                if ids.is_empty() {
                    subject = subject_of(&read(tx, id)?);
                }
                ids.push(id);
            }
            if ids.is_empty() {
                return Err(refused("the selection", "nothing is selected"));
            }
            let action = match marks.quote {
                Some(_) => UndoAction::Clip,
                None => UndoAction::Highlight,
            };
            back.insert(0, Inverse::RemoveClippings { ids: ids.clone() });
            if let Some(note) = note {
                let note = note_merge_table::root(tx, note)?;
                let cards = ids.iter().map(|id| card(tx, *id));
                let cards = cards.collect::<Result<Vec<_>>>()?;
                let put = taking_out::append(tx, note, &cards)?;
                back.extend(put.into_iter().map(Inverse::TakeOut));
            }
            undoing::push(tx, action, &subject, &one_or_several(back))?;
            let made = ids.iter().map(|id| read(tx, *id));
            Ok((made.collect::<Result<Vec<_>>>()?, marked.named))
        })?;
        self.tell(made.iter().map(|clipping| clipping.id).collect(), named)?;
        if let Some(note) = note {
            self.0.changed(Change::Notes { ids: vec![note] });
        }
        Ok(made)
    }

    /// Says something else of a clipping: its colour, its comment, what it is a quote of.
    pub fn change(&self, id: ClippingId, facts: &ClippingFacts) -> Result<Clipping> {
        let prepared = self.prepared(facts)?;
        let (changed, named) = self.0.shared().store.write("change a clipping", |tx| {
            let before = kept(tx, id)?;
            let marked = mark(tx, facts, &prepared, Some(&before.marks))?;
            let (marks, mut back) = (marked.marks, marked.back);
            if marks == before.marks && back.is_empty() {
                return Ok((read(tx, id)?, marked.named));
            }
            clipping_table::set_marks(tx, id, &marks, now_ms())?;
            let marks = before.marks;
            back.insert(0, Inverse::MarkClipping { id, marks });
            let subject = subject_of(&read(tx, id)?);
            undoing::push(
                tx,
                UndoAction::EditClipping,
                &subject,
                &one_or_several(back),
            )?;
            Ok((read(tx, id)?, marked.named))
        })?;
        self.tell(vec![id], named)?;
        Ok(changed)
    }

    /// Moves clippings to the trash.
    pub fn delete(&self, ids: &[ClippingId]) -> Result<()> {
        self.0.shared().store.write("delete clippings", |tx| {
            let mut there = Vec::new();
            let mut subject = String::new();
            for id in ids {
                let row = clipping_table::get(tx, *id)?;
                if row.deleted {
                    continue;
                }
                if there.is_empty() {
                    subject = subject_of(&read(tx, *id)?);
                }
                there.push(*id);
            }
            if there.is_empty() {
                return Ok(());
            }
            clipping_table::set_deleted(tx, &there, Some(now_ms()))?;
            let inverse = Inverse::RestoreClippings { ids: there };
            undoing::push(tx, UndoAction::DeleteClipping, &subject, &inverse)?;
            Ok(())
        })?;
        self.tell(ids.to_vec(), Named::default())
    }

    /// Takes clippings out of the trash.
    pub fn restore(&self, ids: &[ClippingId]) -> Result<()> {
        self.0.shared().store.write("restore clippings", |tx| {
            for id in ids {
                clipping_table::get(tx, *id)?;
            }
            clipping_table::set_deleted(tx, ids, None)
        })?;
        self.tell(ids.to_vec(), Named::default())
    }

    pub fn get(&self, id: ClippingId) -> Result<Clipping> {
        let store = &self.0.shared().store;
        store.read("open a clipping", |conn| read(conn, id))
    }

    /// Those of these ids that are there, deleted ones included.
    pub fn some(&self, ids: &[ClippingId]) -> Result<Vec<Clipping>> {
        self.0.shared().store.read("open clippings", |conn| {
            let (mut found, mut paragraphs) = (Vec::new(), Paragraphs::default());
            for id in ids.iter().take(MAX_SPANS) {
                if let Some(row) = clipping_table::find(conn, *id)? {
                    found.push(shown_among(conn, row, &mut paragraphs)?);
                }
            }
            Ok(found)
        })
    }

    /// The clippings of an article in the order of its text; those whose words are gone
    /// stand where they were.
    pub fn of_article(&self, article: ArticleId) -> Result<Vec<Clipping>> {
        self.0.shared().store.read("list clippings", |conn| {
            let rows = clipping_table::all_of_article(conn, article)?;
            let kept = rows.into_iter().filter(|row| !row.deleted);
            all_shown(conn, kept)
        })
    }

    /// A stretch of a list.
    pub fn list(&self, query: &ClippingQuery, offset: u32, limit: u32) -> Result<ClippingPage> {
        self.0.shared().store.read("list quotes", |conn| {
            let (total, rows) = clipping_table::list(conn, query, offset, limit.min(MAX_ROWS))?;
            Ok(ClippingPage {
                total,
                offset,
                rows: all_shown(conn, rows)?,
            })
        })
    }

    /// The outlets that quotes are of.
    pub fn outlets(&self) -> Result<Vec<String>> {
        let store = &self.0.shared().store;
        store.read("list outlets of quotes", clipping_table::outlets)
    }
}

/// The line that shows a clipping in a note.
fn card(conn: &Connection, id: ClippingId) -> Result<String> {
    let words = clipping_table::get(conn, id)?.anchor.exact;
    let kept: String = words.chars().take(CARD_WORDS).collect();
    Ok(notes::markup(&LinkTarget::Quote { id }, &kept))
}

/// Takes a step back.
pub(super) fn reverse(conn: &Connection, inverse: &Inverse) -> Result<Vec<Change>> {
    let ids = match inverse {
        Inverse::RemoveClippings { ids } => {
            clipping_table::set_deleted(conn, ids, Some(now_ms()))?;
            ids.clone()
        }
        Inverse::RestoreClippings { ids } => {
            clipping_table::set_deleted(conn, ids, None)?;
            ids.clone()
        }
        Inverse::MarkClipping { id, marks } => {
            clipping_table::set_marks(conn, *id, marks, now_ms())?;
            vec![*id]
        }
        Inverse::PartQuotes { joined } => joining::part(conn, joined)?,
        Inverse::JoinQuotes { joined } => joining::join_again(conn, joined)?,
        _ => {
            return Err(Error::Internal {
                what: "a step that is of no clipping was to be reversed as one",
            });
        }
    };
    Ok(vec![Change::Clippings { ids }])
}

/// What is said of a clipping now, as a step.
pub(super) fn marks_now(conn: &Connection, id: ClippingId) -> Result<Option<Inverse>> {
    let found = clipping_table::find(conn, id)?;
    Ok(found.map(|row| Inverse::MarkClipping {
        id,
        marks: row.marks,
    }))
}

fn one_or_several(mut steps: Vec<Inverse>) -> Inverse {
    match (steps.len(), steps.pop()) {
        (1, Some(only)) => only,
        (_, last) => Inverse::Several {
            steps: steps.into_iter().chain(last).collect(),
        },
    }
}

/// A clipping that is not in the trash.
fn kept(conn: &Connection, id: ClippingId) -> Result<ClippingRow> {
    let row = clipping_table::get(conn, id)?;
    match row.deleted {
        true => Err(Error::not_found(format_args!("clipping {id}"))),
        false => Ok(row),
    }
}

fn read(conn: &Connection, id: ClippingId) -> Result<Clipping> {
    shown(conn, clipping_table::get(conn, id)?)
}

/// A clipping with what its article and its parties are called now.
pub(super) fn shown(conn: &Connection, row: ClippingRow) -> Result<Clipping> {
    shown_among(conn, row, &mut Paragraphs::default())
}

/// Those of a list.
pub(super) fn all_shown(
    conn: &Connection,
    rows: impl IntoIterator<Item = ClippingRow>,
) -> Result<Vec<Clipping>> {
    let mut paragraphs = Paragraphs::default();
    let rows = rows.into_iter();
    rows.map(|row| shown_among(conn, row, &mut paragraphs))
        .collect()
}

fn shown_among(
    conn: &Connection,
    row: ClippingRow,
    paragraphs: &mut Paragraphs,
) -> Result<Clipping> {
    let place = match row.article {
        Some(article) => paragraphs.place(conn, article, row.text_version, &row.anchor)?,
        None => Place::default(),
    };
    let (source, passage) = match row.article {
        Some(article) => {
            let passage = match article_table::record(conn, article)?.deleted {
                true => PassageState::ArticleInTrash,
                false if row.orphaned => PassageState::Lost,
                false => PassageState::There,
            };
            (trash_table::source_of(conn, article)?, passage)
        }
        None => (row.source.unwrap_or_default(), PassageState::ArticleGone),
    };
    let quote = match row.marks.quote {
        Some(quote) => Some(Quote {
            quote_type: quote.quote_type,
            speaker: party(conn, quote.speaker)?,
            via: party(conn, quote.via)?,
            original: quote.original,
            said: quote.said,
        }),
        None => None,
    };
    Ok(Clipping {
        id: row.id,
        article: row.article,
        source,
        anchor: row.anchor,
        paragraph: place.number,
        row: place.row,
        passage,
        colour: row.marks.colour,
        comment: row.marks.comment,
        quote,
        made_at: rfc3339(row.made_ms),
        edited_at: rfc3339(row.edited_ms),
        deleted: row.deleted,
    })
}

fn party(conn: &Connection, row: Option<PartyRow>) -> Result<Option<Party>> {
    let Some(row) = row else {
        return Ok(None);
    };
    let entity = match row.entity {
        Some(id) => entity_table::find_record(conn, merge_table::root(conn, id)?)?,
        None => None,
    };
    Ok(Some(Party {
        kind: entity.as_ref().map(|entity| entity.kind),
        gone: entity.as_ref().is_some_and(|entity| entity.deleted),
        entity: entity.as_ref().map(|entity| entity.id),
        name: entity.map_or(row.name, |entity| entity.name),
        words: row.words,
    }))
}

/// The first words, for what is said of a step.
fn subject_of(clipping: &Clipping) -> String {
    const LONGEST: usize = 60;
    let words = shown_words(clipping);
    match words.chars().count() > LONGEST {
        true => words.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => words,
    }
}

fn refused(what: &str, why: &str) -> Error {
    Error::InvalidInput {
        what: what.into(),
        why: why.into(),
    }
}
