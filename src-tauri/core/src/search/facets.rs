//! Counting what was found by type, language, outlet, entity, state and month.

use std::collections::{HashMap, HashSet};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

/// How many documents have each value. Copies of one agency text count once in
/// `kinds`, and each for itself in what may differ between them.
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

/// Of the year 9999.
const LAST_MONTH: usize = 12 * 10_000 - 1;

/// Counts all of them in one pass.
pub(super) struct Facets;

/// Counts by a segment's own numbers of values.
struct Counter {
    names: Option<StrColumn>,
    counts: Vec<u32>,
}

impl Counter {
    fn of(segment: &SegmentReader, field: &str) -> tantivy::Result<Self> {
        let names = segment.fast_fields().str(field)?;
        let values = names.as_ref().map_or(0, |names| names.num_terms());
        Ok(Self {
            names,
            counts: vec![0; values],
        })
    }

    fn count(&mut self, doc: DocId) {
        let Some(names) = &self.names else {
            return;
        };
        if self.counts.is_empty() {
            return;
        }
        for value in names.term_ords(doc) {
            if let Some(count) = self.counts.get_mut(value as usize) {
                *count += 1;
            }
        }
    }

    fn add_to(self, all: &mut HashMap<String, u32>) {
        let Some(names) = self.names else {
            return;
        };
        let (values, counts): (Vec<u64>, Vec<u32>) = (0_u64..)
            .zip(self.counts)
            .filter(|(_, count)| *count > 0)
            .unzip();
        let mut counts = counts.into_iter();
        // One pass over the names: looking each up reads its block again.
        let read = names.dictionary().sorted_ords_to_term_cb(&values, |name| {
            if let (Ok(name), Some(count)) = (std::str::from_utf8(name), counts.next()) {
                *all.entry(name.to_owned()).or_default() += count;
            }
        });
        if let Err(error) = read {
            tracing::warn!(%error, "names of counted values can't be read");
        }
    }
}

pub(super) struct InSegment {
    kind: Column<u64>,
    group: Option<Column<u64>>,
    published: Column<i64>,
    language: Counter,
    outlet: Counter,
    entity: Counter,
    state: Counter,
    tag: Counter,
    dossier: Counter,
    kinds: [u32; 4],
    groups: HashSet<u64>,
    /// By months since the year 0; those before it count as of its first.
    months: Vec<u32>,
}

impl Collector for Facets {
    type Fruit = IndexFacets;
    type Child = InSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<InSegment> {
        let columns = segment.fast_fields();
        Ok(InSegment {
            kind: columns.u64("kind")?,
            group: Some(columns.u64("group")?).filter(|group| group.values.num_vals() > 0),
            published: columns.i64("published")?,
            language: Counter::of(segment, "language")?,
            outlet: Counter::of(segment, "outlet_name")?,
            entity: Counter::of(segment, "entity")?,
            state: Counter::of(segment, "state")?,
            tag: Counter::of(segment, "own_tag")?,
            dossier: Counter::of(segment, "dossier")?,
            kinds: [0; 4],
            groups: HashSet::new(),
            months: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(
        &self,
        fruits: Vec<(IndexFacets, HashSet<u64>)>,
    ) -> tantivy::Result<IndexFacets> {
        let mut all = IndexFacets::default();
        let mut groups = HashSet::new();
        for (fruit, more) in fruits {
            groups.extend(more);
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
        all.kinds[0] += u32::try_from(groups.len()).unwrap_or(u32::MAX);
        Ok(all)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = (IndexFacets, HashSet<u64>);

    fn collect(&mut self, doc: DocId, _: Score) {
        let kind = self.kind.first(doc).unwrap_or(0) as usize;
        match self.group.as_ref().and_then(|group| group.first(doc)) {
            Some(group) => {
                self.groups.insert(group);
            }
            _ => {
                if let Some(count) = self.kinds.get_mut(kind) {
                    *count += 1;
                }
            }
        }
        self.language.count(doc);
        self.outlet.count(doc);
        self.state.count(doc);
        self.tag.count(doc);
        self.dossier.count(doc);
        // An entity's page names itself: no news.
        if kind == 0 {
            self.entity.count(doc);
            if let Some(published) = self.published.first(doc) {
                let month = usize::try_from(month_of(published)).unwrap_or(0);
                if month >= self.months.len() {
                    self.months.resize(month.min(LAST_MONTH) + 1, 0);
                }
                if let Some(count) = self.months.get_mut(month.min(LAST_MONTH)) {
                    *count += 1;
                }
            }
        }
    }

    fn harvest(self) -> (IndexFacets, HashSet<u64>) {
        let mut facets = IndexFacets {
            kinds: self.kinds,
            months: (0..)
                .zip(self.months)
                .filter(|(_, count)| *count > 0)
                .collect(),
            ..IndexFacets::default()
        };
        self.language.add_to(&mut facets.languages);
        self.outlet.add_to(&mut facets.outlets);
        self.entity.add_to(&mut facets.entities);
        self.state.add_to(&mut facets.states);
        self.tag.add_to(&mut facets.tags);
        self.dossier.add_to(&mut facets.dossiers);
        (facets, self.groups)
    }
}

/// Months since the year 0 of the Gregorian calendar, in UTC. Days to a date by
/// Howard Hinnant's method (`civil_from_days`): a year that begins in March has its
/// odd day at the end.
fn month_of(ms: i64) -> i32 {
    const DAY_MS: i64 = 86_400_000;
    const DAYS_IN_400_YEARS: i64 = 146_097;
    const FROM_MARCH_0_TO_1970: i64 = 719_468;
    let days = ms.div_euclid(DAY_MS) + FROM_MARCH_0_TO_1970;
    let era = days.div_euclid(DAYS_IN_400_YEARS);
    let day = days.rem_euclid(DAYS_IN_400_YEARS);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let months = (year + era * 400) * 12 + from_march + 2;
    i32::try_from(months).unwrap_or_default()
}
