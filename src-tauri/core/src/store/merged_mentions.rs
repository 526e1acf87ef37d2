//! Mentions of merged entities: at home with one, shown by the one that holds it.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::merge_table::root;
use super::of_word;
use crate::Result;
use crate::domain::{ArticleId, EntityId, MentionBy, MentionId, MentionStatus, NameId};

/// Articles whose mentions may have to follow when what belongs to these entities, and
/// these names, goes elsewhere.
pub(crate) fn queue_articles(
    conn: &Connection,
    entities: &[EntityId],
    names: &[NameId],
) -> Result<()> {
    const INTO: &str = "INSERT OR IGNORE INTO pending_settlings (article_id)";
    for entity in entities {
        for of in ["entity_id = ?1", "home = ?1"] {
            conn.prepare_cached(&format!(
                "{INTO} SELECT DISTINCT article_id FROM mentions WHERE {of}"
            ))?
            .execute([entity])?;
        }
        conn.prepare_cached(&format!(
            "{INTO} SELECT DISTINCT article_id FROM proposals WHERE entity_id = ?1"
        ))?
        .execute([entity])?;
    }
    for name in names {
        for of in ["name_id = ?1", "home_name = ?1"] {
            conn.prepare_cached(&format!(
                "{INTO} SELECT DISTINCT article_id FROM mentions WHERE {of}"
            ))?
            .execute([name])?;
        }
    }
    Ok(())
}

/// The next articles whose mentions have to follow.
pub(crate) fn queued_articles(conn: &Connection, limit: usize) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached("SELECT article_id FROM pending_settlings LIMIT ?1")?;
    let rows = statement.query_map([limit as i64], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn finish_article(conn: &Connection, article: ArticleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM pending_settlings WHERE article_id = ?1")?
        .execute([article])?;
    Ok(())
}

/// Whether an article has mentions of what was merged.
pub(crate) fn has_merged(conn: &Connection, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM mentions WHERE article_id = ?1 AND home IS NOT NULL")?
        .exists([article])?)
}

struct HomedMention {
    id: MentionId,
    at: EntityId,
    kept_home: Option<EntityId>,
    home: EntityId,
    name: Option<NameId>,
    kept_home_name: Option<NameId>,
    place: (i32, u32, u32),
    /// What decides between two at one place: the greater is shown.
    weight: (bool, u8),
    orphaned: bool,
}

/// Brings the mentions of an article to who holds their entities now. Of two that one
/// entity has at one place by that, the surer is shown, a person's word before all; the
/// other waits with an entity that is not shown.
pub(crate) fn settle_article(conn: &Connection, article: ArticleId) -> Result<()> {
    let mentions = homed_mentions(conn, article)?;
    let mut roots: HashMap<EntityId, EntityId> = HashMap::new();
    let mut shown: HashMap<(EntityId, (i32, u32, u32)), usize> = HashMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let root = match roots.get(&mention.home) {
            Some(root) => *root,
            None => {
                let found = root(conn, mention.home)?;
                roots.insert(mention.home, found);
                found
            }
        };
        if mention.orphaned {
            continue;
        }
        let rank = |one: &HomedMention| (one.weight, one.home == root, std::cmp::Reverse(one.id));
        let best = shown.entry((root, mention.place)).or_insert(at);
        if mentions
            .get(*best)
            .is_some_and(|best| rank(mention) > rank(best))
        {
            *best = at;
        }
    }
    let winners: HashSet<usize> = shown.values().copied().collect();
    for (at, mention) in mentions.iter().enumerate() {
        let root = roots.get(&mention.home).copied().unwrap_or(mention.home);
        let winner = shown
            .get(&(root, mention.place))
            .and_then(|at| mentions.get(*at));
        let (place, home) = if mention.orphaned || winners.contains(&at) {
            (root, (mention.home != root).then_some(mention.home))
        } else if mention.home != root {
            (mention.home, Some(mention.home))
        } else {
            (
                winner.map_or(root, |winner| winner.home),
                Some(mention.home),
            )
        };
        move_mention(conn, mention, place, home, root)?;
    }
    Ok(())
}

fn homed_mentions(conn: &Connection, article: ArticleId) -> Result<Vec<HomedMention>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, entity_id, home, name_id, home_name, block, start, \"end\", status, by,
           orphaned
         FROM mentions WHERE article_id = ?1",
    )?;
    let rows = statement.query_map([article], |row| {
        let at: EntityId = row.get(1)?;
        let kept_home: Option<EntityId> = row.get(2)?;
        let name: Option<NameId> = row.get(3)?;
        let kept_home_name: Option<NameId> = row.get(4)?;
        let status: MentionStatus = of_word(row.get(8)?)?;
        let by: MentionBy = of_word(row.get(9)?)?;
        let sureness = match status {
            MentionStatus::Rejected => 0,
            MentionStatus::Suggested => 1,
            MentionStatus::Confirmed => 2,
        };
        Ok(HomedMention {
            id: row.get(0)?,
            at,
            kept_home,
            home: kept_home.unwrap_or(at),
            name,
            kept_home_name,
            place: (row.get(5)?, row.get(6)?, row.get(7)?),
            weight: (by == MentionBy::Person, sureness),
            orphaned: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn move_mention(
    conn: &Connection,
    mention: &HomedMention,
    place: EntityId,
    home: Option<EntityId>,
    root: EntityId,
) -> Result<()> {
    let own_name = mention.kept_home_name.or(mention.name);
    let name = match own_name {
        // One that waits is not counted with any name.
        Some(_) if place != root => None,
        Some(own) if mention.home != root || mention.kept_home_name.is_some() => {
            Some(standing_for(conn, own, root)?)
        }
        own => own,
    };
    let home_name = own_name.filter(|own| Some(*own) != name);
    let stays = mention.at == place
        && mention.kept_home == home
        && mention.name == name
        && mention.kept_home_name == home_name;
    if !stays {
        conn.prepare_cached(
            "UPDATE mentions SET entity_id = ?2, home = ?3, name_id = ?4, home_name = ?5
             WHERE id = ?1",
        )?
        .execute(params![mention.id, place, home, name, home_name])?;
    }
    Ok(())
}

/// The name with the same words that `root` shows.
fn standing_for(conn: &Connection, name: NameId, root: EntityId) -> Result<NameId> {
    Ok(conn
        .prepare_cached(
            "SELECT t.id FROM names n JOIN names t ON t.text = n.text AND t.entity_id = ?2
             WHERE n.id = ?1",
        )?
        .query_row(params![name, root], |row| row.get(0))
        .optional()?
        .unwrap_or(name))
}
