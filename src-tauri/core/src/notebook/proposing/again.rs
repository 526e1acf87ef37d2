//! Decisions that were taken back, done again: as they were, under the number that they had,
//! so that what takes them back stays true.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::rejecting::weigh;
use super::room::make_room;
use crate::Result;
use crate::domain::{ArticleId, EntityId, ProposalId};
use crate::notebook::undoing::MentionWas;
use crate::store::mention_table::{self, MentionRow};
use crate::store::proposal_table::{self, ProposalState, Rejection};
use crate::store::{from_json, to_json};

/// What a person accepted. What followed from it in further articles follows again by itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct Accepted {
    decision: i64,
    /// Entities that were told to be an entry of the gazetteer.
    known_as: Vec<(EntityId, String)>,
    groups: Vec<(String, EntityId)>,
    proposals: Vec<ProposalId>,
    made: Vec<(ArticleId, Vec<MentionRow>)>,
    changed: Vec<Changed>,
}

/// A mention that another meaning had, and has again.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    article: ArticleId,
    was: MentionWas,
    now: MentionWas,
}

impl Accepted {
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|(key, _)| key.as_str())
    }

    pub fn proposals(&self) -> &[ProposalId] {
        &self.proposals
    }

    /// An acceptance as it is now, before it is taken back.
    pub fn of(conn: &Connection, decision: i64, known_as: &[EntityId]) -> Result<Self> {
        let mut told = Vec::new();
        for entity in known_as {
            let key = proposal_table::known_as(conn, *entity)?;
            told.extend(key.map(|key| (*entity, key)));
        }
        let (made, changed) = by_person(conn, decision)?;
        let mut articles: Vec<ArticleId> = made.iter().map(|(article, _)| *article).collect();
        articles.extend(changed.iter().map(|one: &Changed| one.article));
        articles.sort_unstable();
        articles.dedup();
        let mut proposals = Vec::new();
        for article in articles {
            proposals.extend(proposal_table::accepted_in(conn, article, decision)?);
        }
        Ok(Self {
            decision,
            known_as: told,
            groups: proposal_table::groups_of_decision(conn, decision)?,
            proposals,
            made,
            changed,
        })
    }
}

/// The mentions that a person's acceptance made, and those that it changed.
#[allow(clippy::type_complexity)]
fn by_person(
    conn: &Connection,
    decision: i64,
) -> Result<(Vec<(ArticleId, Vec<MentionRow>)>, Vec<Changed>)> {
    let (mut made, mut changed) = (Vec::<(ArticleId, Vec<MentionRow>)>::new(), Vec::new());
    for decided in proposal_table::mentions_by_person(conn, decision)? {
        let Some(article) = decided.article else {
            continue;
        };
        if let Some(was) = &decided.was {
            if let Some((status, by)) = mention_table::find_status(conn, decided.id)? {
                let id = decided.id;
                changed.push(Changed {
                    article,
                    was: from_json("a mention", was)?,
                    now: MentionWas { id, status, by },
                });
            }
        } else if let Some(row) = mention_table::row(conn, decided.id)? {
            match made.iter_mut().find(|(known, _)| *known == article) {
                Some((_, rows)) => rows.push(row),
                None => made.push((article, vec![row])),
            }
        }
    }
    Ok((made, changed))
}

/// Accepts again. Entities and names are there already. Returns the articles touched.
pub(in super::super) fn accept_again(
    conn: &Connection,
    accepted: &Accepted,
) -> Result<Vec<ArticleId>> {
    let decision = accepted.decision;
    proposal_table::begin_decision_again(conn, decision)?;
    for (entity, key) in &accepted.known_as {
        proposal_table::set_known_as(conn, *entity, key)?;
    }
    for (grouped, entity) in &accepted.groups {
        proposal_table::decide_group(conn, decision, grouped, *entity)?;
    }
    let mut articles = Vec::new();
    for one in &accepted.changed {
        let Some((status, by)) = mention_table::find_status(conn, one.now.id)? else {
            continue;
        };
        let id = one.now.id;
        let was = to_json("a mention", &MentionWas { id, status, by })?;
        proposal_table::remember_mention(conn, decision, id, Some(&was))?;
        mention_table::set_status(conn, id, one.now.status, one.now.by)?;
        articles.push(one.article);
    }
    for (article, rows) in &accepted.made {
        let mut known = mention_table::of_article(conn, *article)?;
        mention_table::put_back(conn, *article, rows)?;
        for row in rows {
            make_room(conn, decision, *article, row.anchor.span, &mut known)?;
            if mention_table::find_status(conn, row.id)?.is_some() {
                proposal_table::remember_mention(conn, decision, row.id, None)?;
            }
        }
        articles.push(*article);
    }
    for id in &accepted.proposals {
        // The article may have been read anew: then the mentions cover what is proposed.
        if let Some(row) = proposal_table::find(conn, *id)?
            && row.state != ProposalState::Rejected
        {
            proposal_table::set_state(conn, *id, ProposalState::Accepted, Some(decision))?;
        }
    }
    articles.sort_unstable();
    articles.dedup();
    for article in &articles {
        mention_table::refresh_article(conn, *article)?;
    }
    Ok(articles)
}

/// Rejects again. Returns the articles touched.
pub(in super::super) fn reject_again(
    conn: &Connection,
    ids: &[ProposalId],
    rejections: &[Rejection],
) -> Result<Vec<ArticleId>> {
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(proposal_table::find(conn, *id)?);
    }
    for rejection in rejections {
        proposal_table::remember_rejection(conn, rejection)?;
        // Its article may have been read anew.
        rows.extend(proposal_table::undecided_of(conn, rejection)?);
    }
    weigh(conn, rejections)?;
    let undecided = [ProposalState::Open, ProposalState::Covered];
    rows.retain(|row| undecided.contains(&row.state));
    for row in &rows {
        proposal_table::set_state(conn, row.id, ProposalState::Rejected, None)?;
    }
    Ok(super::articles_of(&rows))
}
