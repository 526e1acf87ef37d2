//! A first look at articles that have just come, for names that are known: it takes some
//! milliseconds each, where reading takes some hundred.

use std::collections::HashSet;

use super::keeping::{self, Read};
use super::{NameReader, ReadText};
use crate::domain::ArticleId;
use crate::entities::proposing::Kept;
use crate::notebook::Shared;
use crate::store::{article_table, proposal_table};
use crate::{Error, Result};

/// Where more articles wait than these, an import brings many: they wait for the reading.
const FEW: u32 = 16;
/// Longer texts, in bytes, take longer than a look may: they wait for the reading.
const LONGEST: usize = 100_000;

/// Articles that wait and were not looked at yet, if they are few.
pub(super) fn waiting(shared: &Shared, seen: &mut HashSet<ArticleId>) -> Result<Vec<ArticleId>> {
    let store = &shared.store;
    let mut ids = store.read("list articles to look at", |conn| {
        match super::is_on(conn)? {
            true => proposal_table::articles_to_read(conn, FEW + 1),
            false => Ok(Vec::new()),
        }
    })?;
    if ids.len() > FEW as usize {
        return Ok(Vec::new());
    }
    seen.retain(|id| ids.contains(id));
    ids.retain(|id| !seen.contains(id));
    Ok(ids)
}

/// Proposes what is known in these articles, until they are read; which of them have any.
/// Where it is interrupted, those that are left are not `seen`, and looked at next time.
pub(super) fn glance(
    shared: &Shared,
    reader: &mut dyn NameReader,
    kept: Kept<'_>,
    seen: &mut HashSet<ArticleId>,
    ids: Vec<ArticleId>,
    interrupted: &dyn Fn() -> bool,
) -> Result<Vec<ArticleId>> {
    let mut looked_at = Vec::new();
    for id in ids {
        if interrupted() {
            break;
        }
        // First: one that it can't cope with is not met again.
        seen.insert(id);
        let text = shared.store.read("read an article", |conn| {
            let Some(article) = article_table::find_record(conn, id)? else {
                return Ok(None);
            };
            let blocks = article_table::blocks(conn, id, article.text_version)?;
            Ok(Some((article, blocks)))
        })?;
        let Some((article, blocks)) = text else {
            continue;
        };
        let bytes = blocks.iter().map(|block| block.text.len());
        if bytes.sum::<usize>() > LONGEST {
            continue;
        }
        let text = ReadText {
            title: &article.title,
            standfirst: article.standfirst.as_deref(),
            blocks: &blocks,
            language: article.language.as_deref(),
        };
        let names = match reader.glance(&text, kept, interrupted) {
            Err(Error::Cancelled) => {
                seen.remove(&id);
                break;
            }
            names => names?,
        };
        if !names.is_empty() {
            looked_at.push(Read::of(id, &article, names));
        }
    }
    if looked_at.is_empty() {
        return Ok(Vec::new());
    }
    shared.store.write("keep known names", |tx| {
        let mut changed = Vec::new();
        for read in &looked_at {
            if keeping::keep_glance(tx, read)? {
                changed.push(read.id);
            }
        }
        Ok(changed)
    })
}
