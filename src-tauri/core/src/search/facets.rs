//! Counting what was found by type, language, outlet, entity, state and month.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::columns::Columns;
use super::counting::Bits;
use super::library::Library;
use super::packed::{ENTITY, FIELDS, Packed, Values};

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

/// Counts all of them in one pass.
pub(super) struct Facets<'l> {
    pub library: &'l Library,
}

/// Groups of copies that have a value, by the value.
type Grouped<V> = HashMap<V, HashSet<u64>>;

/// Groups of copies, which may be spread over segments: counted once all are known.
#[derive(Default)]
pub(super) struct Groups {
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
    fn add(&mut self, more: Self) {
        self.all.extend(more.all);
        join(&mut self.months, more.months);
        for (into, from) in [
            (&mut self.languages, more.languages),
            (&mut self.outlets, more.outlets),
            (&mut self.entities, more.entities),
            (&mut self.states, more.states),
            (&mut self.tags, more.tags),
            (&mut self.dossiers, more.dossiers),
        ] {
            join(into, from);
        }
    }

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

fn join<V: Eq + std::hash::Hash>(into: &mut Grouped<V>, from: Grouped<V>) {
    for (value, groups) in from {
        into.entry(value).or_default().extend(groups);
    }
}

fn size(groups: &HashSet<u64>) -> u32 {
    u32::try_from(groups.len()).unwrap_or(u32::MAX)
}

/// Counts by a segment's own numbers of values.
#[derive(Default)]
struct Counter {
    counts: Vec<u32>,
    grouped: Grouped<u64>,
}

impl Counter {
    fn count(&mut self, values: &Values, doc: DocId, group: Option<u64>) {
        match group {
            None => values.count(doc, &mut self.counts),
            Some(group) => values.each(doc, |value| {
                self.grouped.entry(value).or_default().insert(group);
            }),
        }
    }

    fn add_to(self, of: &Values, all: &mut HashMap<String, u32>, in_groups: &mut Grouped<String>) {
        let Some(names) = &of.names else {
            return;
        };
        let mut grouped = self.grouped;
        let (values, counts): (Vec<u64>, Vec<u32>) = (0_u64..)
            .zip(of.by_value(self.counts))
            .filter(|(value, count)| *count > 0 || grouped.contains_key(value))
            .unzip();
        let mut counts = values.iter().copied().zip(counts);
        // One pass over the names: looking each up reads its block again.
        let read = names.dictionary().sorted_ords_to_term_cb(&values, |name| {
            if let (Ok(name), Some((value, count))) = (std::str::from_utf8(name), counts.next()) {
                if count > 0 {
                    *all.entry(name.to_owned()).or_default() += count;
                }
                if let Some(groups) = grouped.remove(&value) {
                    let known = in_groups.entry(name.to_owned()).or_default();
                    known.extend(groups);
                }
            }
        });
        if let Err(error) = read {
            tracing::warn!(%error, "names of counted values can't be read");
        }
    }
}

pub(super) struct InSegment {
    columns: Arc<Columns>,
    packed: Arc<Packed>,
    /// As [`FIELDS`].
    counters: [Counter; FIELDS.len()],
    kinds: [u32; 4],
    groups: Groups,
    /// By months since the year 0.
    months: Vec<u32>,
}

impl Facets<'_> {
    /// Counts these documents, segment by segment.
    pub fn of(&self, searcher: &Searcher, documents: &[Bits]) -> tantivy::Result<IndexFacets> {
        let mut fruits = Vec::new();
        for (segment, documents) in searcher.segment_readers().iter().zip(documents) {
            let mut counting = self.for_segment(0, segment)?;
            documents.each(|doc| counting.collect(doc, 0.0));
            fruits.push(counting.harvest());
        }
        self.merge_fruits(fruits)
    }
}

impl Collector for Facets<'_> {
    type Fruit = IndexFacets;
    type Child = InSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<InSegment> {
        let columns = self.library.columns(segment)?;
        let packed = columns.packed(segment)?;
        let mut counters: [Counter; FIELDS.len()] = Default::default();
        for (counter, values) in counters.iter_mut().zip(&packed.values) {
            counter.counts = vec![0; values.counted()];
        }
        Ok(InSegment {
            columns,
            packed,
            counters,
            kinds: [0; 4],
            groups: Groups::default(),
            months: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<(IndexFacets, Groups)>) -> tantivy::Result<IndexFacets> {
        let mut all = IndexFacets::default();
        let mut groups = Groups::default();
        for (fruit, more) in fruits {
            groups.add(more);
            for (sum, count) in all.kinds.iter_mut().zip(fruit.kinds) {
                *sum += count;
            }
            for (into, from) in [
                (&mut all.languages, fruit.languages),
                (&mut all.outlets, fruit.outlets),
                (&mut all.entities, fruit.entities),
                (&mut all.states, fruit.states),
                (&mut all.tags, fruit.tags),
                (&mut all.dossiers, fruit.dossiers),
            ] {
                for (value, count) in from {
                    *into.entry(value).or_default() += count;
                }
            }
            for (month, count) in fruit.months {
                *all.months.entry(month).or_default() += count;
            }
        }
        groups.count(&mut all);
        Ok(all)
    }
}

impl InSegment {
    fn count_month(&mut self, month: u32, group: Option<u64>) {
        if let Some(group) = group {
            let month = i32::try_from(month).unwrap_or_default();
            self.groups.months.entry(month).or_default().insert(group);
            return;
        }
        let month = month as usize;
        if month >= self.months.len() {
            self.months.resize(month + 1, 0);
        }
        if let Some(count) = self.months.get_mut(month) {
            *count += 1;
        }
    }
}

impl SegmentCollector for InSegment {
    type Fruit = (IndexFacets, Groups);

    fn collect(&mut self, doc: DocId, _: Score) {
        let kind = self.columns.kind_of(doc);
        let group = self.columns.group.as_ref();
        let group = group.and_then(|group| group.first(doc));
        if let Some(group) = group {
            self.groups.all.insert(group);
        } else if let Some(count) = self.kinds.get_mut(kind) {
            *count += 1;
        }
        let fields = self.counters.iter_mut().zip(&self.packed.values);
        for (place, (counter, values)) in fields.enumerate() {
            // An entity's page names itself: no news.
            if values.names.is_some() && (place != ENTITY || kind == 0) {
                counter.count(values, doc, group);
            }
        }
        if kind == 0
            && let Some(month) = self.packed.month(doc)
        {
            self.count_month(month, group);
        }
    }

    fn harvest(self) -> (IndexFacets, Groups) {
        let mut groups = self.groups;
        let mut facets = IndexFacets {
            kinds: self.kinds,
            months: (0..)
                .zip(self.months)
                .filter(|(_, count)| *count > 0)
                .collect(),
            ..IndexFacets::default()
        };
        let mut fields = self.counters.into_iter().zip(&self.packed.values);
        for (all, in_groups) in [
            (&mut facets.languages, &mut groups.languages),
            (&mut facets.outlets, &mut groups.outlets),
            (&mut facets.entities, &mut groups.entities),
            (&mut facets.states, &mut groups.states),
            (&mut facets.tags, &mut groups.tags),
            (&mut facets.dossiers, &mut groups.dossiers),
        ] {
            if let Some((counter, values)) = fields.next() {
                counter.add_to(values, all, in_groups);
            }
        }
        (facets, groups)
    }
}
