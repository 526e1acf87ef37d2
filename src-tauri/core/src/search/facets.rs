//! Counting what was found by type, language, outlet, entity, state and month.

use std::collections::{HashMap, HashSet};

use tantivy::columnar::{Column, StrColumn};
use tantivy::{Searcher, SegmentReader};

use super::askers::go_on;
use super::bits::Bits;
use super::library::Library;
use super::packed::{ALL, FIELDS, KIND, MONTH, Packed, Value};
use crate::jobs::CancelToken;

/// How many rows of results have each value: copies of one agency text are one row, which
/// has every value that one of them has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexFacets {
    /// Articles, notes, entities, quotes.
    pub kinds: [u32; 4],
    pub languages: HashMap<String, u32>,
    pub outlets: HashMap<String, u32>,
    /// By id.
    pub entities: HashMap<String, u32>,
    pub states: HashMap<String, u32>,
    /// Folded.
    pub tags: HashMap<String, u32>,
    /// By id.
    pub dossiers: HashMap<String, u32>,
    /// By months since the year 0.
    pub months: HashMap<i32, u32>,
}

/// Counts all of them.
pub(super) struct Facets<'l> {
    pub library: &'l Library,
    pub question: &'l CancelToken,
}

/// Groups of copies that have a value, by the value.
type Grouped<V> = HashMap<V, HashSet<u64>>;

/// Groups of copies, which may be spread over segments: counted once all are known.
#[derive(Default)]
struct Groups {
    all: HashSet<u64>,
    languages: Grouped<String>,
    outlets: Grouped<String>,
    entities: Grouped<String>,
    states: Grouped<String>,
    tags: Grouped<String>,
    dossiers: Grouped<String>,
    months: Grouped<i32>,
}

impl Groups {
    fn count(self, facets: &mut IndexFacets) {
        facets.kinds[0] += size(&self.all);
        for (value, groups) in self.months {
            *facets.months.entry(value).or_default() += size(&groups);
        }
        for (into, from) in [
            (&mut facets.languages, self.languages),
            (&mut facets.outlets, self.outlets),
            (&mut facets.entities, self.entities),
            (&mut facets.states, self.states),
            (&mut facets.tags, self.tags),
            (&mut facets.dossiers, self.dossiers),
        ] {
            for (value, groups) in from {
                *into.entry(value).or_default() += size(&groups);
            }
        }
    }
}

fn size(groups: &HashSet<u64>) -> u32 {
    u32::try_from(groups.len()).unwrap_or(u32::MAX)
}

/// What each value of a segment's documents is counted to, by the value's number.
type Counts = [Vec<u32>; ALL];

impl Facets<'_> {
    /// Counts these documents, segment by segment.
    pub fn of(&self, searcher: &Searcher, documents: &[Bits]) -> tantivy::Result<IndexFacets> {
        let mut all = IndexFacets::default();
        let mut groups = Groups::default();
        for (segment, documents) in searcher.segment_readers().iter().zip(documents) {
            go_on(self.question)?;
            if documents.is_empty() {
                continue;
            }
            let columns = self.library.columns(segment)?;
            let packed = columns.packed(segment)?;
            all.add(&packed, counted(segment, &packed, documents));
            if let (Some(grouped), Some(numbers)) = (&packed.grouped, &columns.group) {
                groups.add(&packed, &grouped.both(documents), numbers);
            }
        }
        groups.count(&mut all);
        Ok(all)
    }
}

/// Counts those of `documents` that are in no group of copies. Of most of a segment, what is
/// left out is counted instead: it is less.
fn counted(segment: &SegmentReader, packed: &Packed, documents: &Bits) -> Counts {
    let is_most = documents.count() > segment.max_doc() / 2;
    let mut counting = match is_most {
        true => documents.others(segment.max_doc()),
        false => documents.clone(),
    };
    if let Some(grouped) = &packed.grouped {
        counting.remove(grouped);
    }
    let mut counts = Counts::default();
    for part in &packed.parts {
        let mut sets = vec![0; part.sets.len()];
        counting.each(|document| {
            let set = part.of_documents.get(document as usize);
            if let Some(count) = set.and_then(|set| sets.get_mut(usize::from(*set))) {
                *count += 1;
            }
        });
        for ((values, count), total) in part.sets.iter().zip(sets).zip(&part.totals) {
            let count = if is_most { total - count } else { count };
            if count > 0 {
                values
                    .iter()
                    .for_each(|value| raise(&mut counts, *value, count));
            }
        }
    }
    for wide in &packed.wide {
        let mut values = vec![0; wide.totals.len()];
        counting.each(|document| {
            wide.each(document, |number| {
                if let Some(count) = values.get_mut(number as usize) {
                    *count += 1;
                }
            });
        });
        if is_most {
            for (count, total) in values.iter_mut().zip(&wide.totals) {
                *count = total - *count;
            }
        }
        if let Some(counts) = counts.get_mut(wide.field) {
            *counts = values;
        }
    }
    counts
}

fn raise(counts: &mut Counts, value: Value, by: u32) {
    let number = value.number as usize;
    let Some(counts) = counts.get_mut(value.field) else {
        return;
    };
    if number >= counts.len() {
        counts.resize(number + 1, 0);
    }
    if let Some(count) = counts.get_mut(number) {
        *count += by;
    }
}

impl IndexFacets {
    fn add(&mut self, packed: &Packed, counts: Counts) {
        for (sum, count) in self.kinds.iter_mut().zip(&counts[KIND]) {
            *sum += count;
        }
        for (month, count) in (0..).zip(&counts[MONTH]).filter(|(_, count)| **count > 0) {
            *self.months.entry(month).or_default() += count;
        }
        let fields = self.named().into_iter().zip(&packed.names);
        for ((all, names), counts) in fields.zip(counts) {
            let counts = (0_u64..).zip(counts).filter(|(_, count)| *count > 0);
            let (values, counts): (Vec<u64>, Vec<u32>) = counts.unzip();
            let mut counts = counts.into_iter();
            with_names(names.as_ref(), &values, |name| {
                if let Some(count) = counts.next() {
                    *all.entry(name.to_owned()).or_default() += count;
                }
            });
        }
    }

    /// As [`FIELDS`].
    fn named(&mut self) -> [&mut HashMap<String, u32>; FIELDS.len()] {
        [
            &mut self.languages,
            &mut self.outlets,
            &mut self.entities,
            &mut self.states,
            &mut self.tags,
            &mut self.dossiers,
        ]
    }
}

impl Groups {
    fn add(&mut self, packed: &Packed, documents: &Bits, numbers: &Column<u64>) {
        let mut found: [Grouped<u32>; ALL] = Default::default();
        documents.each(|document| {
            let Some(group) = numbers.first(document) else {
                return;
            };
            self.all.insert(group);
            packed.each(document, |value| {
                if let Some(found) = found.get_mut(value.field) {
                    found.entry(value.number).or_default().insert(group);
                }
            });
        });
        for (month, groups) in std::mem::take(&mut found[MONTH]) {
            let month = i32::try_from(month).unwrap_or_default();
            self.months.entry(month).or_default().extend(groups);
        }
        let fields = self.named().into_iter().zip(&packed.names);
        for ((all, names), found) in fields.zip(found) {
            let mut found: Vec<(u32, HashSet<u64>)> = found.into_iter().collect();
            found.sort_unstable_by_key(|(value, _)| *value);
            let (values, groups): (Vec<u64>, Vec<HashSet<u64>>) = found
                .into_iter()
                .map(|(value, groups)| (u64::from(value), groups))
                .unzip();
            let mut groups = groups.into_iter();
            with_names(names.as_ref(), &values, |name| {
                if let Some(groups) = groups.next() {
                    all.entry(name.to_owned()).or_default().extend(groups);
                }
            });
        }
    }

    /// As [`FIELDS`].
    fn named(&mut self) -> [&mut Grouped<String>; FIELDS.len()] {
        [
            &mut self.languages,
            &mut self.outlets,
            &mut self.entities,
            &mut self.states,
            &mut self.tags,
            &mut self.dossiers,
        ]
    }
}

/// The names of these values in their order. One pass: looking each up reads its block again.
fn with_names(names: Option<&StrColumn>, values: &[u64], mut visit: impl FnMut(&str)) {
    let Some(names) = names.filter(|_| !values.is_empty()) else {
        return;
    };
    let read = names.dictionary().sorted_ords_to_term_cb(values, |name| {
        visit(std::str::from_utf8(name).unwrap_or_default());
    });
    if let Err(error) = read {
        tracing::warn!(%error, "names of counted values can't be read");
    }
}
