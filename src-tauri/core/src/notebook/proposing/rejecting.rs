//! Rejecting: remembered for the name, its kind and the article.

use rusqlite::Connection;

use super::taking_back::reopen;
use super::{Proposals, articles_of, rows_of, subject};
use crate::Result;
use crate::domain::{ArticleId, EntityKind, ProposalId, ProposalsMeant, UndoAction, UndoStep};
use crate::notebook::undoing::{self, Inverse};
use crate::store::proposal_table::{self, ProposalState, Rejection};

impl Proposals<'_> {
    /// Rejects proposals, as one step: the names are not proposed in these articles again.
    /// A name that was rejected in three articles is offered no more among those to review.
    ///
    /// # Errors
    /// `NotFound` when none of them is open.
    pub fn reject(&self, which: &ProposalsMeant) -> Result<UndoStep> {
        let (ids, step) = self.0.shared().store.write("reject proposals", |tx| {
            let rows = rows_of(tx, which, u32::MAX)?;
            let mut rejections = Vec::new();
            for row in &rows {
                let rejection = Rejection {
                    folded: row.folded.clone(),
                    kind: row.kind,
                    article: row.article,
                };
                if proposal_table::remember_rejection(tx, &rejection)? {
                    rejections.push(rejection);
                }
                proposal_table::set_state(tx, row.id, ProposalState::Rejected, None)?;
            }
            weigh(tx, &rejections)?;
            let inverse = Inverse::Unreject {
                ids: rows.iter().map(|row| row.id).collect(),
                rejections,
            };
            let step = undoing::push(tx, UndoAction::RejectProposals, subject(&rows), &inverse)?;
            Ok((articles_of(&rows), step))
        })?;
        self.tell(ids);
        Ok(step)
    }
}

pub(super) fn weigh(conn: &Connection, rejections: &[Rejection]) -> Result<()> {
    let mut names: Vec<(&str, EntityKind)> = Vec::new();
    for Rejection { folded, kind, .. } in rejections {
        if !names.contains(&(folded, *kind)) {
            proposal_table::weigh(conn, folded, *kind)?;
            names.push((folded, *kind));
        }
    }
    Ok(())
}

/// Takes a rejection back. Returns the articles touched.
pub(in super::super) fn unreject(
    conn: &Connection,
    ids: &[ProposalId],
    rejections: &[Rejection],
) -> Result<Vec<ArticleId>> {
    for rejection in rejections {
        proposal_table::forget_rejection(conn, rejection)?;
    }
    weigh(conn, rejections)?;
    let mut rows = Vec::new();
    for id in ids {
        // The article's text may have changed since: then it is read anew.
        rows.extend(proposal_table::find(conn, *id)?);
    }
    for rejection in rejections {
        // Done again, a rejection may have met those of a later reading.
        let others = proposal_table::rejected_of(conn, rejection)?;
        rows.extend(others.into_iter().filter(|row| !ids.contains(&row.id)));
    }
    let mut articles = Vec::new();
    for row in rows {
        reopen(conn, &row)?;
        proposal_table::refresh_covered(conn, row.article)?;
        articles.push(row.article);
    }
    articles.sort_unstable();
    articles.dedup();
    Ok(articles)
}
