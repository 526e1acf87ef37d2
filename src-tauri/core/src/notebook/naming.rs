//! By which names of an entity a result was found.

use std::borrow::Cow;

use rusqlite::Connection;

use crate::Result;
use crate::domain::{ArticleId, MatchedName, NameMatch};
use crate::search::{Marker, named, note};
use crate::store::{entity_table, mention_table};

/// Names shown of one result.
const MOST: usize = 12;

/// The names of the query's entities that an article has: in its texts as they are,
/// and in other forms where they were found as mentions. The marker marks those too.
pub(super) fn names_of<'m>(
    conn: &Connection,
    article: ArticleId,
    texts: &[&str],
    marker: &'m Marker,
) -> Result<(Vec<MatchedName>, Cow<'m, Marker>)> {
    let mut found = marker.names_in(texts);
    let mut marker = Cow::Borrowed(marker);
    for entity in marker.entities() {
        for (name, words) in mention_table::words_for(conn, article, entity)? {
            let matched = match name {
                Some(name) if !marker.has_name(name.id) => continue,
                Some(name) => named(entity, &name, words.clone()),
                None => {
                    let Some(known) = entity_table::find_record(conn, entity)? else {
                        continue;
                    };
                    MatchedName {
                        entity,
                        name: known.name,
                        found: words.clone(),
                        how: NameMatch::Tagged,
                    }
                }
            };
            if matched.how >= NameMatch::Inflected {
                marker.to_mut().and_also(entity, &words);
            }
            note(&mut found, matched);
        }
    }
    found.sort_by_key(|one| one.how);
    found.truncate(MOST);
    Ok((found, marker))
}
