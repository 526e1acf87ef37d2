//! Names that an article has in full, looked for at its other places: with a hyphen where
//! it had a space, in another case, by the surname.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityId, EntityKind, NameId, NameStrength, ProposalWhy, ProposedAs};
use crate::entities::NameMatcher;

/// A name that is this sure is looked for elsewhere.
const SURE: f32 = 0.75;
/// Letters of a surname that is looked for alone.
const SHORTEST_SURNAME: usize = 4;
/// Names that are looked for; an article with more is a list.
const MOST: usize = 400;

/// Adds the other places of names of several words, and of persons' surnames where they
/// have cases. Each is what the name is; what stands there already stays.
pub(super) fn spread(article: &Article, all: Vec<Found>) -> Vec<Found> {
    let mut matcher = NameMatcher::new();
    let mut whose: HashMap<EntityId, (Found, bool)> = HashMap::default();
    let mut known: HashSet<String> = HashSet::default();
    for found in all.iter().filter(|found| found.confidence >= SURE) {
        let name = article.words(found.start, found.end);
        if !name.contains([' ', '-']) || known.len() >= MOST || !known.insert(name.to_owned()) {
            continue;
        }
        let mut add = |name: &str, is_short: bool| {
            let id = EntityId::new();
            matcher.add(NameId::new(), id, name, NameStrength::Strong);
            whose.insert(id, (found.clone(), is_short));
        };
        add(name, false);
        let surname = name.rsplit(' ').next().unwrap_or("");
        let has_cases = surname.starts_with(|c| matches!(c, '\u{410}'..='\u{42f}' | 'Є' | 'І'));
        let is_long = surname.chars().count() >= SHORTEST_SURNAME;
        if found.kind == EntityKind::Person && has_cases && is_long {
            add(surname, true);
        }
    }
    // By where they begin; none overlaps another.
    let mut all: BTreeMap<usize, Found> = (all.into_iter())
        .map(|found| (found.start, found))
        .collect();
    for (from, text) in article.texts() {
        for name in matcher.find(text) {
            let Some((found, is_short)) = whose.get(&name.entity) else {
                continue;
            };
            let (start, end) = (article.byte(from, name.start), article.byte(from, name.end));
            // A surname of two persons is neither's.
            if name.ambiguous && *is_short {
                continue;
            }
            let names = if *is_short {
                ProposedAs::New
            } else {
                found.names.clone()
            };
            put(
                &mut all,
                Found {
                    start,
                    end,
                    names,
                    why: if *is_short {
                        ProposalWhy::ShortForm
                    } else {
                        found.why
                    },
                    ..found.clone()
                },
            );
        }
    }
    all.into_values().collect()
}

/// Puts a name in its place, instead of recognised ones that are parts of it.
fn put(all: &mut BTreeMap<usize, Found>, found: Found) {
    let before = all.range(..found.start).next_back();
    let reaches = before.filter(|(_, other)| other.end > found.start);
    let first = reaches.map_or(found.start, |(start, _)| *start);
    let there: Vec<usize> = all
        .range(first..found.end)
        .map(|(start, _)| *start)
        .collect();
    let gives_way = |start: &usize| {
        all.get(start).is_none_or(|other| {
            let inside = found.start <= other.start && other.end <= found.end;
            let shorter = other.end - other.start < found.end - found.start;
            other.names == ProposedAs::New && inside && shorter
        })
    };
    if there.iter().all(gives_way) {
        for start in &there {
            all.remove(start);
        }
        all.insert(found.start, found);
    }
}
