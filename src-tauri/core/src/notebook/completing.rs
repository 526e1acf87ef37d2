//! What a field of a query may be given, from what the notebook holds.

use rusqlite::Connection;

use super::Notebook;
use super::reading::quoted;
use crate::Result;
use crate::domain::{EntityKind, EntityQuery, FieldValue, QueryField};
use crate::search::ValuesOf;
use crate::search::query::language_names;
use crate::store::{clipping_table, entity_list, entity_table, tag_table};
use crate::text::fold;

/// Values offered at once.
const MOST: usize = 12;
/// Entities of any kind that are looked at for those of one.
const LOOKED_AT: u32 = 100;

/// What `type:`, `is:` and `has:` take, each with the index's own word for it.
const TYPES: &[(&str, &str)] = &[
    ("article", "article"),
    ("note", "note"),
    ("entity", "entity"),
    ("person", "person"),
    ("org", "organisation"),
    ("place", "place"),
    ("event", "event"),
    ("quote", "quote"),
    ("highlight", "highlight"),
];
const IS: &[(&str, &str)] = &[
    ("unread", "unread"),
    ("read", "read"),
    ("starred", "starred"),
    ("archived", "archived"),
    ("wire", "wire"),
];
const HAS: &[(&str, &str)] = &[
    ("original", "with-original"),
    ("link", "with-link"),
    ("date", "with-date"),
    ("byline", "with-byline"),
    ("entity", "with-entity"),
    ("tag", "with-tag"),
    ("dossier", "with-dossier"),
    ("quote", "with-quote"),
];

impl Notebook {
    /// Values of `field` that begin with what was typed, in any script: the likeliest
    /// first. Nothing for fields that take any words.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn complete_field(&self, field: QueryField, typed: &str) -> Result<Vec<FieldValue>> {
        let folded = fold(typed);
        let folded = folded.trim();
        let simple = |values: Vec<(String, u32)>| values.into_iter().map(plain).collect();
        Ok(match field {
            QueryField::Outlet => {
                simple(self.values(ValuesOf::Outlet, |name| begins(&fold(name), folded))?)
            }
            QueryField::Lang => {
                simple(
                    self.values(ValuesOf::Language, |code| match code.starts_with(folded) {
                        true => Some(0),
                        false => begins(&fold(language_names(code)), folded),
                    })?,
                )
            }
            QueryField::Tag => self.tags_named(folded)?,
            QueryField::Type => self.words(TYPES, folded)?,
            QueryField::Is => self.words(IS, folded)?,
            QueryField::Has => self.words(HAS, folded)?,
            QueryField::Person => self.entities_named(EntityKind::Person, typed)?,
            QueryField::Org => self.entities_named(EntityKind::Organisation, typed)?,
            QueryField::Place => self.entities_named(EntityKind::Place, typed)?,
            QueryField::Event => self.entities_named(EntityKind::Event, typed)?,
            QueryField::Before | QueryField::After | QueryField::On => self
                .0
                .indexer
                .ask(|index| index.dates(field, typed, MOST))?
                .into_iter()
                .map(|(value, count)| FieldValue {
                    written: value.replace(' ', "-"),
                    ..plain((value, count))
                })
                .collect(),
            QueryField::Dossier => self.dossiers_named(typed)?,
            QueryField::Speaker => self.speakers_named(typed)?,
            QueryField::Title | QueryField::By => Vec::new(),
        })
    }

    fn values(
        &self,
        of: ValuesOf,
        rank: impl Fn(&str) -> Option<u8>,
    ) -> Result<Vec<(String, u32)>> {
        self.0.indexer.ask(|index| index.values(of, MOST, rank))
    }

    /// Words of a closed set that something has, in the order of the set.
    fn words(&self, set: &[(&str, &str)], typed: &str) -> Result<Vec<FieldValue>> {
        let place = |term: &str| {
            let at = set
                .iter()
                .position(|(word, known)| *known == term && word.starts_with(typed))?;
            u8::try_from(at).ok()
        };
        let values = self.values(ValuesOf::State, place)?;
        let worded = values.into_iter().filter_map(|(term, count)| {
            let (word, _) = set.iter().find(|(_, known)| *known == term)?;
            Some(plain(((*word).to_owned(), count)))
        });
        Ok(worded.collect())
    }

    fn tags_named(&self, typed: &str) -> Result<Vec<FieldValue>> {
        let typed = typed.trim_start_matches('#');
        let found = self.values(ValuesOf::Tag, |tag| {
            let part = tag.rsplit('/').next().unwrap_or(tag);
            // The last part is what a tag is called.
            match (begins(tag, typed), begins(part, typed)) {
                (Some(whole), Some(last)) => Some(whole.min(last)),
                (whole, last) => whole.or(last),
            }
        })?;
        let store = &self.shared().store;
        store.read("complete a tag", |conn| {
            let tags = found.into_iter().map(|(folded, count)| {
                let path = tag_table::written(conn, &folded)?.unwrap_or(folded);
                Ok(plain((path, count)))
            });
            tags.collect()
        })
    }

    fn dossiers_named(&self, typed: &str) -> Result<Vec<FieldValue>> {
        let found = self.dossiers().complete(typed, MOST as u32)?;
        let values = found.into_iter().map(|row| plain((row.name, row.items)));
        Ok(values.collect())
    }

    /// Who has said a quote, those of the most quotes first.
    fn speakers_named(&self, typed: &str) -> Result<Vec<FieldValue>> {
        let typed = fold(typed);
        let store = &self.shared().store;
        store.read("complete a speaker", |conn| {
            let mut values = Vec::new();
            for (entity, name, quotes) in clipping_table::speakers(conn)? {
                let Some(entity) = entity else {
                    if begins(&fold(&name), typed.trim()).is_some() {
                        values.push(plain((name, quotes)));
                    }
                    continue;
                };
                let names = entity_table::names(conn, entity)?;
                let matched = names
                    .into_iter()
                    .find(|name| begins(&fold(&name.text), typed.trim()).is_some());
                if let Some(matched) = matched {
                    values.push(FieldValue {
                        kind: entity_table::find_record(conn, entity)?.map(|one| one.kind),
                        matched: (!matched.preferred && !typed.trim().is_empty())
                            .then_some(matched.text),
                        ..plain((name, quotes))
                    });
                }
                if values.len() >= MOST {
                    break;
                }
            }
            Ok(values)
        })
    }

    fn entities_named(&self, kind: EntityKind, typed: &str) -> Result<Vec<FieldValue>> {
        let store = &self.shared().store;
        store.read("complete a name", |conn| {
            if fold(typed).trim().is_empty() {
                return most_named(conn, kind);
            }
            let found = entity_table::complete(conn, typed, LOOKED_AT)?;
            let of_kind = found.into_iter().filter(|one| one.kind == kind);
            Ok(of_kind
                .take(MOST)
                .map(|one| FieldValue {
                    kind: Some(kind),
                    matched: (one.matched != one.name).then_some(one.matched),
                    ..plain((one.name, one.articles))
                })
                .collect())
        })
    }
}

/// The entities of this kind that most articles name.
fn most_named(conn: &Connection, kind: EntityKind) -> Result<Vec<FieldValue>> {
    let query = EntityQuery {
        kinds: vec![kind],
        ..EntityQuery::default()
    };
    let (_, rows) = entity_list::list(conn, &query, 0, MOST as u32)?;
    let values = rows.into_iter().map(|row| FieldValue {
        kind: Some(kind),
        ..plain((row.name, row.articles))
    });
    Ok(values.collect())
}

fn plain((value, count): (String, u32)) -> FieldValue {
    FieldValue {
        written: quoted(&value),
        value,
        count,
        kind: None,
        matched: None,
    }
}

/// How well `name` goes with what was typed, both folded: from its beginning, from the
/// beginning of a word, or in the middle, as where words are not parted.
fn begins(name: &str, typed: &str) -> Option<u8> {
    let at = name.find(typed)?;
    match at {
        0 => Some(0),
        _ if name.contains(&format!(" {typed}")) => Some(1),
        _ => Some(2),
    }
}
