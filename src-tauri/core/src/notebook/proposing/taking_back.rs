//! Taking acceptances and rejections back: proposals are open again, as far as the text still
//! is what they were read in.

use rusqlite::Connection;

use super::place::Place;
use super::room::{self, Before};
use crate::Result;
use crate::domain::{ArticleId, EntityId, ProposedWords};
use crate::store::proposal_table::{self, ProposalRow, ProposalState};
use crate::store::{article_table, mention_table};

/// What was taken back of an acceptance in one part.
pub(in super::super) struct Unaccepted {
    pub articles: Vec<ArticleId>,
    /// Mentions and proposals.
    pub done: usize,
    /// Nothing is left of it.
    pub is_all: bool,
}

/// Ends what is still carried out of an acceptance, and takes back what it said of entities.
pub(in super::super) fn stop_accepting(
    conn: &Connection,
    decision: i64,
    known_as: &[EntityId],
) -> Result<()> {
    for entity in known_as {
        proposal_table::clear_known_as(conn, *entity)?;
    }
    proposal_table::stop_decision(conn, decision)
}

/// Takes some of an acceptance back. The articles have to be refreshed.
pub(in super::super) fn unaccept_some(
    conn: &Connection,
    decision: i64,
    most: usize,
) -> Result<Unaccepted> {
    let mut articles = Vec::new();
    let mentions = proposal_table::mentions_of_decision(conn, decision, most)?;
    for mention in &mentions {
        match &mention.was {
            None => mention_table::delete(conn, mention.id)?,
            Some(was) => match Before::read(was)? {
                Before::Had(was) => {
                    mention_table::set_status(conn, mention.id, was.status, was.by)?;
                }
                Before::Gone { article, row } => {
                    room::put_back(conn, decision, article, row)?;
                    articles.push(article);
                }
            },
        }
        proposal_table::forget_mention(conn, decision, mention.id)?;
        articles.extend(mention.article);
    }
    let rows = proposal_table::of_decision(conn, decision, most.saturating_sub(mentions.len()))?;
    for row in &rows {
        reopen(conn, row)?;
        articles.push(row.article);
    }
    let done = mentions.len() + rows.len();
    let is_all = done < most;
    if is_all {
        proposal_table::delete_decision(conn, decision)?;
    }
    Ok(Unaccepted {
        articles,
        done,
        is_all,
    })
}

/// Opens a decided proposal again. One whose words are gone, or that a later reading has made
/// anew, goes; the article is then read again.
pub(super) fn reopen(conn: &Connection, row: &ProposalRow) -> Result<()> {
    let is_shown = article_table::find_record(conn, row.article)?.is_some_and(|now| !now.deleted);
    let left: Vec<ProposedWords> = if is_shown {
        let text = Place::of(conn, row.article)?;
        let spans = row.spans.iter();
        let stands = |place: &&ProposedWords| text.anchor(place).is_some();
        spans.filter(stands).cloned().collect()
    } else {
        Vec::new()
    };
    let again = proposal_table::has_undecided(conn, row.article, &row.grouped, row.id)?;
    if left.len() < row.spans.len() || again {
        proposal_table::delete(conn, row.id)?;
        return proposal_table::queue_reading(conn, row.article);
    }
    proposal_table::set_state(conn, row.id, ProposalState::Open, None)?;
    proposal_table::regroup(conn, row.article)
}
