//! Wire copies: the same agency text in many outlets, as one group.
//!
//! What groups them is what they say, word for word, and never their titles: outlets
//! write their own. A person may take a copy out of its group, or put one in, and that
//! stays.

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Notebook, versions};
use crate::domain::{ArticleId, Change, TextDiff, UndoAction, WireGroup, WireGroupId, WireMember};
use crate::store::article_table::{self, ArticleRecord};
use crate::store::wire_table::{self, MemberRow};
use crate::{Error, Result};

mod placing;

pub(super) use placing::{leave_out, moved, place, place_again, text_changed};

/// Copies of agency texts.
pub struct Wire<'a>(pub(super) &'a Notebook);

/// How groups were before a person changed them.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireWas {
    /// Who was in a group, and in which.
    members: Vec<MemberRow>,
    /// Who was in none.
    alone: Vec<ArticleId>,
    /// Pairs that a person said are no copies, and pairs of which nobody said so.
    split: Vec<(ArticleId, ArticleId)>,
    unsplit: Vec<(ArticleId, ArticleId)>,
}

impl WireWas {
    /// Keeps what is about articles that pass.
    pub(super) fn retain(&mut self, is_left: impl Fn(&ArticleId) -> bool) {
        let both = |(one, other): &(ArticleId, ArticleId)| is_left(one) && is_left(other);
        self.members.retain(|row| is_left(&row.article));
        self.alone.retain(&is_left);
        self.split.retain(both);
        self.unsplit.retain(both);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty() && self.alone.is_empty()
    }
}

impl Wire<'_> {
    /// The copies of one text, with how much each differs from the longest.
    pub fn group(&self, id: WireGroupId) -> Result<WireGroup> {
        self.0
            .shared()
            .store
            .read("open a group of copies", |conn| {
                let members = records(conn, id)?;
                let reference = reference(&members)
                    .ok_or_else(|| Error::not_found(format_args!("group {id} of copies")))?;
                let members = members
                    .iter()
                    .map(|(article, record)| {
                        let diff = (*article != reference)
                            .then(|| versions::diff_articles(conn, reference, *article))
                            .transpose()?;
                        Ok(WireMember {
                            article: *article,
                            title: record.title.clone(),
                            outlet: record.outlet.clone(),
                            published: record.published.clone(),
                            language: record.language.clone(),
                            read: record.read,
                            words: record.words,
                            added: diff.as_ref().map_or(0, |diff| diff.added),
                            removed: diff.as_ref().map_or(0, |diff| diff.removed),
                        })
                    })
                    .collect::<Result<Vec<_>>>()?;
                Ok(WireGroup {
                    id,
                    reference,
                    members,
                })
            })
    }

    /// What an outlet made of the longest copy in its group.
    pub fn diff(&self, article: ArticleId) -> Result<TextDiff> {
        self.0.shared().store.read("compare copies", |conn| {
            let row = member(conn, article)?;
            let reference = reference(&records(conn, row.group)?).unwrap_or(article);
            versions::diff_articles(conn, reference, article)
        })
    }

    /// The kept articles that have the same agency text as this one, one of each group;
    /// none that a person split it from. Changes nothing.
    pub fn look_up(&self, article: ArticleId) -> Result<Vec<ArticleId>> {
        let store = &self.0.shared().store;
        store.read("look for copies", |conn| placing::look_up(conn, article))
    }

    /// Takes an article out of its group. New copies do not bring it back.
    pub fn split(&self, article: ArticleId) -> Result<()> {
        let ids = self.0.shared().store.write("split a copy off", |tx| {
            let row = member(tx, article)?;
            let others = wire_table::members(tx, row.group)?;
            let known = wire_table::splits(tx, article)?;
            let mut was = WireWas {
                members: vec![row],
                alone: Vec::new(),
                split: Vec::new(),
                unsplit: Vec::new(),
            };
            for other in others.iter().filter(|other| other.article != article) {
                if !known.contains(&other.article) {
                    wire_table::set_split(tx, article, other.article, true)?;
                    was.unsplit.push((article, other.article));
                }
            }
            wire_table::remove_member(tx, article)?;
            wire_table::refresh(tx, row.group)?;
            let title = article_table::record(tx, article)?.title;
            let inverse = Inverse::RestoreWire(was);
            undoing::push(tx, UndoAction::SplitWire, &title, &inverse)?;
            Ok(others.iter().map(|other| other.article).collect())
        })?;
        self.0.changed(Change::Articles { ids });
        Ok(())
    }

    /// Puts an article, with the copies that it is grouped with, together with another
    /// and its copies.
    pub fn merge(&self, article: ArticleId, with: ArticleId) -> Result<()> {
        if article == with {
            return Err(Error::InvalidInput {
                what: article.to_string(),
                why: "an article is no copy of itself".into(),
            });
        }
        let ids = self.0.shared().store.write("put copies together", |tx| {
            let (mine, theirs) = (around(tx, article)?, around(tx, with)?);
            let mut was = WireWas {
                members: Vec::new(),
                alone: Vec::new(),
                split: Vec::new(),
                unsplit: Vec::new(),
            };
            let known = wire_table::member(tx, with)?;
            let group = known.map_or_else(WireGroupId::new, |row| row.group);
            for id in mine.iter().chain(&theirs) {
                match wire_table::member(tx, *id)? {
                    Some(row) => was.members.push(row),
                    None => was.alone.push(*id),
                }
                let row = MemberRow {
                    article: *id,
                    group,
                    depth: 0,
                    bridge: false,
                    by_hand: true,
                };
                wire_table::put_member(tx, &row)?;
                for other in wire_table::splits(tx, *id)? {
                    let together = mine.contains(&other) || theirs.contains(&other);
                    if together && *id < other {
                        wire_table::set_split(tx, *id, other, false)?;
                        was.split.push((*id, other));
                    }
                }
            }
            wire_table::refresh(tx, group)?;
            let title = article_table::record(tx, article)?.title;
            let inverse = Inverse::RestoreWire(was);
            undoing::push(tx, UndoAction::MergeWire, &title, &inverse)?;
            Ok(mine.into_iter().chain(theirs).collect())
        })?;
        self.0.changed(Change::Articles { ids });
        Ok(())
    }
}

/// Puts groups back as they were. Returns the articles touched.
pub(super) fn restore(conn: &Connection, was: &WireWas) -> Result<Vec<ArticleId>> {
    let mut groups = Vec::new();
    let mut touched = Vec::new();
    let now = was
        .members
        .iter()
        .map(|row| row.article)
        .chain(was.alone.iter().copied());
    for id in now {
        touched.push(id);
        groups.extend(wire_table::member(conn, id)?.map(|row| row.group));
        wire_table::remove_member(conn, id)?;
    }
    for row in &was.members {
        wire_table::put_member(conn, row)?;
        groups.push(row.group);
    }
    for (one, other) in &was.split {
        wire_table::set_split(conn, *one, *other, true)?;
    }
    for (one, other) in &was.unsplit {
        wire_table::set_split(conn, *one, *other, false)?;
    }
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        wire_table::refresh(conn, group)?;
        touched.extend(wire_table::kept_members(conn, group)?);
    }
    touched.sort_unstable();
    touched.dedup();
    Ok(touched)
}

/// How those stand now whose former places [`restore`] would give back.
pub(super) fn now(conn: &Connection, was: &WireWas) -> Result<WireWas> {
    let mut now = WireWas {
        members: Vec::new(),
        alone: Vec::new(),
        split: was.unsplit.clone(),
        unsplit: was.split.clone(),
    };
    let ids = was.members.iter().map(|row| row.article);
    for id in ids.chain(was.alone.iter().copied()) {
        match wire_table::member(conn, id)? {
            Some(row) => now.members.push(row),
            None => now.alone.push(id),
        }
    }
    Ok(now)
}

fn member(conn: &Connection, article: ArticleId) -> Result<MemberRow> {
    wire_table::member(conn, article)?
        .ok_or_else(|| Error::not_found(format_args!("a group with article {article}")))
}

/// An article with everything in its group.
fn around(conn: &Connection, article: ArticleId) -> Result<Vec<ArticleId>> {
    article_table::record(conn, article)?;
    Ok(match wire_table::member(conn, article)? {
        Some(row) => {
            let rows = wire_table::members(conn, row.group)?;
            rows.iter().map(|row| row.article).collect()
        }
        None => vec![article],
    })
}

fn records(conn: &Connection, group: WireGroupId) -> Result<Vec<(ArticleId, ArticleRecord)>> {
    wire_table::kept_members(conn, group)?
        .into_iter()
        .map(|id| Ok((id, article_table::record(conn, id)?)))
        .collect()
}

/// The earliest of those that are about as long as the longest copy: a few words more
/// are some outlet's own.
fn reference(members: &[(ArticleId, ArticleRecord)]) -> Option<ArticleId> {
    let longest = members.iter().map(|(_, record)| record.words).max()?;
    let enough = u64::from(longest) * 95;
    let long = |(_, record): &&(ArticleId, ArticleRecord)| u64::from(record.words) * 100 >= enough;
    members.iter().find(long).map(|(id, _)| *id)
}
