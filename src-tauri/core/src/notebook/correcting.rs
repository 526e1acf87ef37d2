//! Corrections to an article's fields and text, with its mentions and clippings taken along.

use rusqlite::Connection;

use super::{anchors, clippings};
use crate::Result;
use crate::domain::{ArticleId, Block, Candidate, Field, FieldProvenance, Span};
use crate::store::{article_table, mention_table};

/// Puts `candidates[0]` in use for a field and keeps the rest as rivals.
pub(super) fn use_candidates(
    conn: &Connection,
    id: ArticleId,
    field: Field,
    candidates: Vec<Candidate>,
) -> Result<()> {
    let chosen = candidates.first().filter(|chosen| !chosen.value.is_empty());
    let value = chosen.map(|chosen| chosen.value.clone());
    let zone = chosen.and_then(|chosen| chosen.zone.clone());
    article_table::set_field(conn, id, field, value.as_deref(), zone.as_deref())?;
    let (mut fields, _) = article_table::provenance(conn, id)?;
    match fields.iter_mut().find(|known| known.field == field) {
        Some(known) => known.candidates = candidates,
        None => fields.push(FieldProvenance { field, candidates }),
    }
    article_table::set_provenance(conn, id, &fields)?;
    match field {
        Field::Title => follow_line(conn, id, Span::TITLE, value.as_deref()),
        Field::Standfirst => follow_line(conn, id, Span::STANDFIRST, value.as_deref()),
        _ => Ok(()),
    }
}

/// Takes the mentions of the title or standfirst along when it is rewritten.
fn follow_line(conn: &Connection, id: ArticleId, line: i32, text: Option<&str>) -> Result<()> {
    let version = article_table::record(conn, id)?.text_version;
    for mention in mention_table::all_of_article(conn, id)? {
        if mention.anchor.span.block == line {
            let place = anchors::find_in_line(&mention.anchor, text.unwrap_or_default());
            mention_table::set_place(conn, mention.id, place.as_ref(), version)?;
        }
    }
    clippings::follow_line(conn, id, line, text.unwrap_or_default())?;
    mention_table::refresh_article(conn, id)
}

/// Puts a text version that exists in use and takes the mentions along.
pub(super) fn use_version(conn: &Connection, id: ArticleId, version: u32) -> Result<()> {
    let current = article_table::record(conn, id)?.text_version;
    let before = article_table::blocks(conn, id, current)?;
    let blocks = article_table::blocks(conn, id, version)?;
    article_table::use_text(conn, id, version, &blocks)?;
    move_mentions(conn, id, version, &before, &blocks)
}

/// Moves the mentions and clippings of the body to where their words are `now`.
pub(super) fn move_mentions(
    conn: &Connection,
    id: ArticleId,
    version: u32,
    before: &[Block],
    now: &[Block],
) -> Result<()> {
    for mention in mention_table::all_of_article(conn, id)? {
        if mention.anchor.span.block < 0 {
            continue;
        }
        let place = if mention.orphaned {
            anchors::find_again(&mention.anchor, now)
        } else {
            anchors::find(&mention.anchor, before, now)
        };
        mention_table::set_place(conn, mention.id, place.as_ref(), version)?;
    }
    clippings::follow_text(conn, id, version, before, now)?;
    mention_table::refresh_article(conn, id)
}
