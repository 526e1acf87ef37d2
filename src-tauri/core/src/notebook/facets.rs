//! Counts of what a query finds, for the side of the results.

use std::collections::HashMap;

use rusqlite::Connection;

use super::Notebook;
use super::reading::{StoredNames, field_of, quoted};
use crate::Result;
use crate::domain::{
    DossierId, EntityId, FacetCount, MonthCount, SearchCounts, SearchFacets, SearchQuery,
};
use crate::search::query::phrase;
use crate::store::{dossier_table, entity_table, tag_table};
use crate::text::fold;

/// Outlets and entities listed.
const MOST: usize = 50;
/// Counts of what may be asked for by `is:`.
const STATES: [&str; 5] = ["read", "unread", "starred", "archived", "wire"];

impl Notebook {
    /// Counts all that a query finds by type, language, outlet, entity, state and
    /// month.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, `Cancelled` when its asker asked
    /// something else meanwhile, and what the store gives.
    pub fn search_facets(&self, query: &SearchQuery) -> Result<SearchFacets> {
        self.shared().store.read("count results", |conn| {
            let found = self
                .0
                .indexer
                .ask(|index| index.facets(query, &StoredNames(conn)))?;
            let [articles, notes, entities, quotes] = found.kinds;
            let language = |code: &str| format!("lang:{code}");
            let outlet = |name: &str| format!("in:{}", quoted(name));
            let (outlets, more_outlets) = most(found.outlets);
            let (mentioned, more_entities) = most(found.entities);
            let states = STATES.iter().filter_map(|state| {
                let count = *found.states.get(*state)?;
                Some(((*state).to_owned(), count))
            });
            let mut months: Vec<(i32, u32)> = found.months.into_iter().collect();
            months.sort_unstable();
            Ok(SearchFacets {
                by_kind: SearchCounts {
                    articles,
                    notes,
                    entities,
                    quotes,
                },
                languages: counts(most(found.languages).0, language),
                outlets: counts(outlets, outlet),
                entities: named(conn, mentioned)?,
                tags: tagged(conn, most(found.tags).0)?,
                dossiers: in_dossiers(conn, most(found.dossiers).0)?,
                states: counts(states.collect(), |state| format!("is:{state}")),
                more_outlets,
                more_entities,
                months: months
                    .into_iter()
                    .map(|(month, articles)| MonthCount {
                        month: format!(
                            "{:04}-{:02}",
                            month.div_euclid(12),
                            month.rem_euclid(12) + 1
                        ),
                        articles,
                    })
                    .collect(),
            })
        })
    }
}

/// The most frequent values, and how many more there are.
fn most(values: HashMap<String, u32>) -> (Vec<(String, u32)>, u32) {
    let mut values: Vec<(String, u32)> = values.into_iter().collect();
    values.sort_unstable_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
    let more = u32::try_from(values.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
    values.truncate(MOST);
    (values, more)
}

fn counts(values: Vec<(String, u32)>, token: impl Fn(&str) -> String) -> Vec<FacetCount> {
    values
        .into_iter()
        .map(|(value, count)| FacetCount {
            token: token(&value),
            value,
            count,
        })
        .collect()
}

/// Tags as they are written.
fn tagged(conn: &Connection, values: Vec<(String, u32)>) -> Result<Vec<FacetCount>> {
    let tags = values.into_iter().map(|(folded, count)| {
        let path = tag_table::written(conn, &folded)?.unwrap_or(folded);
        Ok(FacetCount {
            token: format!("tag:{}", quoted(&path)),
            value: path,
            count,
        })
    });
    tags.collect()
}

/// Dossiers by their names; those that are in the trash are left out.
fn in_dossiers(conn: &Connection, values: Vec<(String, u32)>) -> Result<Vec<FacetCount>> {
    let mut named = Vec::new();
    for (id, count) in values {
        let Ok(id) = id.parse::<DossierId>() else {
            continue;
        };
        let Some(dossier) = dossier_table::find(conn, id)?.filter(|one| !one.deleted) else {
            continue;
        };
        named.push(FacetCount {
            token: format!("dossier:{}", quoted(&dossier.name)),
            value: dossier.name,
            count,
        });
    }
    Ok(named)
}

/// Entities by their names; those that are gone since are left out.
fn named(conn: &Connection, values: Vec<(String, u32)>) -> Result<Vec<FacetCount>> {
    let mut named = Vec::new();
    for (id, count) in values {
        let Ok(id) = id.parse::<EntityId>() else {
            continue;
        };
        let Some(entity) = entity_table::find_record(conn, id)?.filter(|one| !one.deleted) else {
            continue;
        };
        // By its tags, as it is counted: its names stand in other articles, too.
        let field = field_of(entity.kind);
        let token = match quoted(&entity.name) {
            quoted if quoted == entity.name => format!("{field}:={quoted}"),
            _ => format!("{field}:{}", phrase(&format!("={}", entity.name))),
        };
        // Of two that are called the same but for case or accents, the more frequent stands
        // for both, and finds both. Most articles of one are the other's too.
        let alike = fold(&token);
        if named
            .iter()
            .any(|one: &FacetCount| fold(&one.token) == alike)
        {
            continue;
        }
        named.push(FacetCount {
            token,
            value: entity.name,
            count,
        });
    }
    Ok(named)
}
