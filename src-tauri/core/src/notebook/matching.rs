//! Names of known entities found in articles: in each new one as it is kept,
//! and again where its text or the names have changed.

use std::sync::{Arc, PoisonError};

use rusqlite::Connection;

use super::Shared;
use super::indexed::searched_texts;
use crate::Result;
use crate::domain::{
    Anchor, ArticleId, ArticleParts, Block, Mention, MentionBy, MentionId, MentionStatus,
    NameStrength,
};
use crate::entities::{FoundName, NameMatcher};
use crate::store::article_table::ArticleRecord;
use crate::store::mention_table::{self, NewMention};
use crate::store::{article_table, entity_table, lock};

/// Builds the matcher anew from the stored names.
pub(super) fn reload(shared: &Shared) -> Result<()> {
    // One at a time: names read earlier must not replace names read later.
    let _alone = lock(&shared.reloading);
    let names = shared
        .store
        .read("read the known names", entity_table::known_names)?;
    let mut matcher = NameMatcher::with_room(names.len());
    for name in &names {
        matcher.add(name.id, name.entity, &name.text, name.strength);
    }
    *shared
        .matcher
        .write()
        .unwrap_or_else(PoisonError::into_inner) = Arc::new(matcher);
    Ok(())
}

/// The text of an article that names are looked for in.
pub(super) struct MatchedText<'a> {
    pub id: ArticleId,
    pub version: u32,
    pub title: &'a str,
    pub standfirst: Option<&'a str>,
    pub blocks: &'a [Block],
    /// In Latin letters it says which endings names may have.
    pub language: Option<&'a str>,
}

/// A known name where it stands in an article.
struct NameThere {
    name: FoundName,
    anchor: Anchor,
}

/// The known names in an article's text, looked for before it is kept: that takes
/// longer than keeping it, and nobody else can write meanwhile.
pub(super) struct NamesIn {
    matcher: Arc<NameMatcher>,
    names: Vec<NameThere>,
}

impl NamesIn {
    pub fn of(matcher: Arc<NameMatcher>, parts: &ArticleParts) -> Self {
        let names = find(
            &matcher,
            &parts.title,
            parts.standfirst.as_deref(),
            &parts.blocks,
            parts.language.as_deref(),
        );
        Self { matcher, names }
    }
}

fn find(
    matcher: &NameMatcher,
    title: &str,
    standfirst: Option<&str>,
    blocks: &[Block],
    language: Option<&str>,
) -> Vec<NameThere> {
    if matcher.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (block, words) in searched_texts(title, standfirst, blocks) {
        for name in matcher.find_in(&words, language) {
            if let Some(anchor) = Anchor::take(block, &words, name.start, name.end) {
                all.push(NameThere { name, anchor });
            }
        }
    }
    all
}

/// Keeps a mention for each known name in the article that does not overlap one
/// of `known`. A rejected mention counts as known: what a person rejected stays
/// rejected. A name found inside a longer one makes room for it, as it does when
/// both are looked for at once. Returns how many were added or made room.
pub(super) fn add_mentions(
    conn: &Connection,
    matcher: &NameMatcher,
    text: &MatchedText<'_>,
    known: &[Mention],
) -> Result<u32> {
    let (title, standfirst) = (text.title, text.standfirst);
    let found = find(matcher, title, standfirst, text.blocks, text.language);
    add_found(conn, text.id, text.version, &found, known)
}

fn add_found(
    conn: &Connection,
    article: ArticleId,
    text_version: u32,
    found: &[NameThere],
    known: &[Mention],
) -> Result<u32> {
    let mut added = 0;
    for there in found {
        let (shorter, others): (Vec<&Mention>, Vec<&Mention>) = known
            .iter()
            .filter(|mention| overlaps(mention, there))
            .partition(|mention| is_part(mention, &there.name));
        let is_there = |mention: &&Mention| {
            mention.anchor.span == there.anchor.span && mention.status != MentionStatus::Rejected
        };
        if others.is_empty() {
            if !add(conn, article, text_version, there)? {
                continue;
            }
            added += 1;
        } else if shorter.is_empty() || !others.iter().any(is_there) {
            continue;
        }
        // Also where it has come back with its entity.
        for mention in shorter {
            mention_table::delete(conn, mention.id)?;
            added += 1;
        }
    }
    Ok(added)
}

/// [`add_mentions`] for a new article, in which the names may have been looked for
/// already. Names that were added since are not among those.
pub(super) fn add_to_new(
    conn: &Connection,
    matcher: &NameMatcher,
    text: &MatchedText<'_>,
    found: Option<&NamesIn>,
) -> Result<u32> {
    match found.filter(|found| std::ptr::eq(&*found.matcher, matcher)) {
        Some(found) => {
            let mut added = 0;
            for there in &found.names {
                added += u32::from(add(conn, text.id, text.version, there)?);
            }
            Ok(added)
        }
        None => add_mentions(conn, matcher, text, &[]),
    }
}

/// Whether it was added: its name may have gone since it was looked for.
fn add(
    conn: &Connection,
    article: ArticleId,
    text_version: u32,
    there: &NameThere,
) -> Result<bool> {
    let name = &there.name;
    let certain = name.strength == NameStrength::Strong && !name.ambiguous;
    mention_table::insert(
        conn,
        &NewMention {
            id: MentionId::new(),
            article,
            entity: name.entity,
            name: Some(name.name),
            anchor: there.anchor.clone(),
            status: if certain {
                MentionStatus::Confirmed
            } else {
                MentionStatus::Suggested
            },
            by: MentionBy::Name,
            text_version,
        },
    )
}

fn overlaps(mention: &Mention, there: &NameThere) -> bool {
    let (span, other) = (mention.anchor.span, there.anchor.span);
    let same_place = span.block == other.block && span.start < other.end && other.start < span.end;
    // A rejection speaks of its own entity only.
    let speaks = mention.status != MentionStatus::Rejected || mention.entity == there.name.entity;
    same_place && speaks && !mention.orphaned
}

/// Whether the mention was found by a name that is only a part of `found`, and no
/// person has spoken of it.
fn is_part(mention: &Mention, found: &FoundName) -> bool {
    let span = mention.anchor.span;
    let inside = found.start <= span.start && span.end <= found.end;
    mention.by == MentionBy::Name && inside && span.end - span.start < found.end - found.start
}

/// Looks again in articles just kept with `used`, when names were added meanwhile:
/// the search for those in everything kept may have been over before.
pub(super) fn look_again(
    shared: &Shared,
    used: &Arc<NameMatcher>,
    ids: &[ArticleId],
) -> Result<()> {
    let now = shared.matcher();
    if ids.is_empty() || Arc::ptr_eq(used, &now) {
        return Ok(());
    }
    shared.store.write("look for names", |tx| {
        ids.iter()
            .try_for_each(|id| match_article(tx, &now, *id).map(drop))
    })
}

/// The names in a kept article, and what they were looked for in.
pub(super) struct NamesThere {
    pub id: ArticleId,
    article: ArticleRecord,
    found: Vec<NameThere>,
}

impl NamesThere {
    /// `None` if the article has none of the matcher's names.
    pub fn read(
        conn: &Connection,
        matcher: &NameMatcher,
        id: ArticleId,
        article: ArticleRecord,
    ) -> Result<Option<Self>> {
        let blocks = article_table::blocks(conn, id, article.text_version)?;
        let (standfirst, language) = (article.standfirst.as_deref(), article.language.as_deref());
        let found = find(matcher, &article.title, standfirst, &blocks, language);
        Ok((!found.is_empty()).then_some(Self { id, article, found }))
    }

    /// Keeps their mentions; looks again if the article has changed meanwhile. Returns
    /// how many were added.
    pub fn keep(&self, conn: &Connection, matcher: &NameMatcher) -> Result<u32> {
        let Some(now) = article_table::find_record(conn, self.id)? else {
            return Ok(0);
        };
        let text = |record: &ArticleRecord| {
            let standfirst = record.standfirst.clone();
            (record.text_version, record.title.clone(), standfirst)
        };
        if text(&now) != text(&self.article) {
            return match_article(conn, matcher, self.id);
        }
        let known = mention_table::of_article(conn, self.id)?;
        let added = add_found(conn, self.id, now.text_version, &self.found, &known)?;
        if added > 0 {
            mention_table::refresh_article(conn, self.id)?;
        }
        Ok(added)
    }
}

/// Looks for names in one kept article. Returns how many mentions were added.
pub(super) fn match_article(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
) -> Result<u32> {
    let Some(article) = article_table::find_record(conn, id)? else {
        return Ok(0);
    };
    let blocks = article_table::blocks(conn, id, article.text_version)?;
    let known = mention_table::of_article(conn, id)?;
    let text = MatchedText {
        id,
        version: article.text_version,
        title: &article.title,
        standfirst: article.standfirst.as_deref(),
        blocks: &blocks,
        language: article.language.as_deref(),
    };
    let added = add_mentions(conn, matcher, &text, &known)?;
    if added > 0 {
        mention_table::refresh_article(conn, id)?;
    }
    Ok(added)
}
