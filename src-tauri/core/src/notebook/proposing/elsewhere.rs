//! What was accepted in one article, carried out in all others: in the background, a part in
//! each transaction.

use rusqlite::Connection;

use super::accepting::{AT_ONCE, insert};
use super::articles_of;
use super::place::Place;
use super::room::{Longer, make_room};
use crate::Result;
use crate::domain::{ArticleId, EntityId, Mention, MentionBy, MentionStatus};
use crate::notebook::Shared;
use crate::store::proposal_table::{self, ProposalRow, ProposalState, Tagged};
use crate::store::{entity_table, mention_table, merge_table};

/// Carries out a part of what was decided for further articles; `None` when nothing is left.
/// Returns the articles touched.
pub(super) fn carry_out(shared: &Shared) -> Result<Option<Vec<ArticleId>>> {
    let next = shared
        .store
        .read("look for decisions", proposal_table::next_decision)?;
    if next.is_none() {
        return Ok(None);
    }
    let touched = shared.store.write("carry out a decision", |tx| {
        // It may have been taken back meanwhile.
        let Some((decision, grouped, entity)) = proposal_table::next_decision(tx)? else {
            return Ok(Vec::new());
        };
        // The entity may have been merged since: then the one that holds it is shown.
        let shown = merge_table::root(tx, entity)?;
        let deleted = entity_table::find_record(tx, shown)?.is_none_or(|record| record.deleted);
        let rows = proposal_table::open_of_decision(tx, &grouped, AT_ONCE)?;
        if rows.is_empty() || deleted {
            proposal_table::finish_decision(tx, decision, &grouped)?;
            return Ok(Vec::new());
        }
        for row in &rows {
            accept_elsewhere(tx, row, entity, shown, decision)?;
        }
        Ok(articles_of(&rows))
    })?;
    Ok(Some(touched))
}

/// Tags the places of a proposal that is like one that was accepted: where nothing else is
/// tagged, and nobody said otherwise. The tags are the accepted entity's, so that they go
/// with it when it is split off again.
fn accept_elsewhere(
    conn: &Connection,
    row: &ProposalRow,
    entity: EntityId,
    shown: EntityId,
    decision: i64,
) -> Result<()> {
    let text = Place::of(conn, row.article)?;
    let mut known = mention_table::of_article(conn, row.article)?;
    let longer = Longer::of(conn, row, &known)?;
    let speaks = |mention: &&Mention| {
        let silent = mention.status == MentionStatus::Rejected && mention.entity != shown;
        !silent && !mention.orphaned
    };
    let (found, said): (Vec<&Mention>, Vec<&Mention>) = known
        .iter()
        .filter(speaks)
        .partition(|mention| mention.by == MentionBy::Name);
    let span = |mention: &Mention| mention.anchor.span;
    let tagged = Tagged::of(
        said.into_iter().map(span).collect(),
        found
            .into_iter()
            .map(|one| (span(one), one.entity))
            .collect(),
    );
    for place in &row.spans {
        if !tagged.answers(place.span, Some(shown))
            && !longer.has(place.span)
            && let Some(anchor) = text.anchor(place)
        {
            make_room(conn, decision, row.article, place.span, &mut known)?;
            insert(conn, row, &text, entity, anchor, MentionBy::Name, decision)?;
        }
    }
    proposal_table::set_state(conn, row.id, ProposalState::Accepted, Some(decision))?;
    mention_table::refresh_article(conn, row.article)
}
