//! What a segment's documents are counted by, so that each takes a few nanoseconds.
//!
//! Few sets of values are different: most articles are "article, unread, in English", and
//! every one of an outlet has the same outlet. Fields that have few together are one part:
//! a document has the number of its set there; sets are counted, and their values once at
//! the end.

use std::collections::HashMap;

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use super::bits::Bits;
use super::collect::kind_number;
use crate::domain::HitKind;

/// The fields whose values have names, each at its place in [`Packed::names`].
pub(super) const FIELDS: [&str; 6] = [
    "language",
    "outlet_name",
    "entity",
    "state",
    "own_tag",
    "dossier",
];
const ENTITY: usize = 2;
/// What is counted besides: the kind, and the month of an article.
pub(super) const KIND: usize = FIELDS.len();
pub(super) const MONTH: usize = KIND + 1;
/// All that is counted by.
pub(super) const ALL: usize = MONTH + 1;

/// Different sets in one part: with more, counters don't stay in the processor's cache. A
/// field that has more by itself is read document by document.
const MOST_SETS: usize = 16_384;
/// Pairs of sets that are looked at when fields are put together.
const MOST_PAIRS: usize = 1 << 20;

/// Of the year 9999.
const LAST_MONTH: u32 = 12 * 10_000 - 1;

/// A value of one of the fields, kinds and months, as a number of the segment's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Value {
    pub field: usize,
    pub number: u32,
}

pub(super) struct Packed {
    /// `None` where no document has any.
    pub names: [Option<StrColumn>; FIELDS.len()],
    pub parts: Vec<Part>,
    /// What is read document by document.
    pub wide: Vec<Wide>,
    /// Documents that are one of several copies of a text.
    pub grouped: Option<Bits>,
}

/// Fields that have few different sets of values together.
#[derive(Default)]
pub(super) struct Part {
    pub sets: Vec<Vec<Value>>,
    pub of_documents: Vec<u16>,
    /// How many documents have each set, without those in groups of copies.
    pub totals: Vec<u32>,
}

/// A field that has too many sets of values.
pub(super) struct Wide {
    source: Source,
    pub field: usize,
    /// How many documents have each value, without those in groups of copies.
    pub totals: Vec<u32>,
}

enum Source {
    Kind(Column<u64>),
    /// Of articles.
    Month(Column<u64>, Column<i64>),
    Names(StrColumn),
    /// An entity's page names itself: no news.
    NamesOfArticles(Column<u64>, StrColumn),
}

impl Packed {
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let kinds = columns.u64("kind")?;
        let mut sources = vec![
            (KIND, Source::Kind(kinds.clone())),
            (
                MONTH,
                Source::Month(kinds.clone(), columns.i64("published")?),
            ),
        ];
        let mut all_names: [Option<StrColumn>; FIELDS.len()] = Default::default();
        for (field, (kept, name)) in all_names.iter_mut().zip(FIELDS).enumerate() {
            let names = columns.str(name)?;
            let Some(names) = names.filter(|names| names.num_terms() > 0) else {
                continue;
            };
            *kept = Some(names.clone());
            let source = match field {
                ENTITY => Source::NamesOfArticles(kinds.clone(), names),
                _ => Source::Names(names),
            };
            sources.push((field, source));
        }
        let grouped = in_groups(segment, &columns.u64("group")?);
        let documents = segment.max_doc();
        let (mut parts, mut wide) = (Vec::new(), Vec::new());
        for (field, source) in sources {
            match Part::read(&source, field, documents) {
                Some(part) => parts.push(part),
                None => wide.push(Wide::new(source, field, documents, grouped.as_ref())),
            }
        }
        // Those of the fewest sets first: most of them are one part then.
        parts.sort_by_key(|part: &Part| part.sets.len());
        let mut together: Vec<Part> = Vec::new();
        for part in parts {
            match together.last().and_then(|last| last.with(&part)) {
                Some(both) => {
                    together.pop();
                    together.push(both);
                }
                None => together.push(part),
            }
        }
        for part in &mut together {
            part.count_all(grouped.as_ref());
        }
        Ok(Self {
            names: all_names,
            parts: together,
            wide,
            grouped,
        })
    }

    /// Each value that a document has.
    pub fn each(&self, document: DocId, mut visit: impl FnMut(Value)) {
        for part in &self.parts {
            let set = part.of_documents.get(document as usize);
            let set = set.and_then(|set| part.sets.get(usize::from(*set)));
            set.into_iter().flatten().for_each(|value| visit(*value));
        }
        for wide in &self.wide {
            let field = wide.field;
            wide.each(document, |number| visit(Value { field, number }));
        }
    }
}

fn in_groups(segment: &SegmentReader, groups: &Column<u64>) -> Option<Bits> {
    if groups.values.num_vals() == 0 {
        return None;
    }
    let mut grouped = Bits::new(segment.max_doc());
    for document in 0..segment.max_doc() {
        if groups.first(document).is_some() {
            grouped.insert(document);
        }
    }
    Some(grouped)
}

impl Part {
    /// One field by itself; `None` where it has too many sets.
    fn read(source: &Source, field: usize, documents: DocId) -> Option<Self> {
        let mut part = Self::default();
        let mut known: HashMap<Vec<u32>, u16> = HashMap::new();
        let (mut last, mut set, mut before) = (0, Vec::new(), None);
        part.of_documents.reserve(documents as usize);
        for document in 0..documents {
            set.clear();
            source.each(document, |number| set.push(number));
            if before.as_ref() != Some(&set) {
                last = match known.get(&set) {
                    Some(known) => *known,
                    None if known.len() == MOST_SETS => return None,
                    None => {
                        let number = known.len() as u16;
                        known.insert(set.clone(), number);
                        let values = set.iter().map(|number| Value {
                            field,
                            number: *number,
                        });
                        part.sets.push(values.collect());
                        number
                    }
                };
                before = Some(set.clone());
            }
            part.of_documents.push(last);
        }
        Some(part)
    }

    /// Both as one; `None` where these have too many sets together.
    fn with(&self, other: &Self) -> Option<Self> {
        const NONE: u16 = u16::MAX;
        let pairs = self.sets.len().checked_mul(other.sets.len())?;
        if pairs > MOST_PAIRS {
            return None;
        }
        let mut both = Self::default();
        let mut numbers = vec![NONE; pairs];
        both.of_documents.reserve(self.of_documents.len());
        for (one, another) in self.of_documents.iter().zip(&other.of_documents) {
            let (one, another) = (usize::from(*one), usize::from(*another));
            let number = numbers.get_mut(one * other.sets.len() + another)?;
            if *number == NONE {
                if both.sets.len() == MOST_SETS {
                    return None;
                }
                *number = both.sets.len() as u16;
                let (first, second) = (self.sets.get(one)?, other.sets.get(another)?);
                both.sets.push([first.as_slice(), second].concat());
            }
            both.of_documents.push(*number);
        }
        Some(both)
    }

    fn count_all(&mut self, grouped: Option<&Bits>) {
        let mut totals = vec![0; self.sets.len()];
        for (document, set) in (0..).zip(&self.of_documents) {
            if let (false, Some(total)) =
                (is_in(grouped, document), totals.get_mut(usize::from(*set)))
            {
                *total += 1;
            }
        }
        self.totals = totals;
    }
}

impl Wide {
    fn new(source: Source, field: usize, documents: DocId, grouped: Option<&Bits>) -> Self {
        let mut totals: Vec<u32> = Vec::new();
        for document in (0..documents).filter(|document| !is_in(grouped, *document)) {
            source.each(document, |number| {
                let number = number as usize;
                if number >= totals.len() {
                    totals.resize(number + 1, 0);
                }
                totals[number] += 1;
            });
        }
        Self {
            source,
            field,
            totals,
        }
    }

    /// The number of each value that a document has.
    pub fn each(&self, document: DocId, visit: impl FnMut(u32)) {
        self.source.each(document, visit);
    }
}

impl Source {
    fn each(&self, document: DocId, mut visit: impl FnMut(u32)) {
        let article = kind_number(HitKind::Article);
        let is_article = |kinds: &Column<u64>| kinds.first(document).unwrap_or(0) == article;
        match self {
            Self::Kind(kinds) => visit(kinds.first(document).unwrap_or(0) as u32),
            Self::Month(kinds, published) => {
                if let (true, Some(published)) = (is_article(kinds), published.first(document)) {
                    visit(month_of(published));
                }
            }
            Self::NamesOfArticles(kinds, _) if !is_article(kinds) => {}
            Self::Names(names) | Self::NamesOfArticles(_, names) => {
                names
                    .term_ords(document)
                    .for_each(|value| visit(value as u32));
            }
        }
    }
}

fn is_in(grouped: Option<&Bits>, document: DocId) -> bool {
    grouped.is_some_and(|grouped| grouped.has(document))
}

/// Months since the year 0 of the Gregorian calendar, in UTC; what is older counts as of
/// its first. Days to a date by Howard Hinnant's method (`civil_from_days`): a year that
/// begins in March has its odd day at the end.
fn month_of(ms: i64) -> u32 {
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
    u32::try_from(months).unwrap_or(0).min(LAST_MONTH)
}
