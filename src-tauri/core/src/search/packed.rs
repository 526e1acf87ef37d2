//! What a segment's documents are counted by, so that each takes a few nanoseconds.
//!
//! Few lists of values are different: most articles are "article, unread", and every one
//! of an outlet has the same outlet. A document has the number of its list; lists are
//! counted, and their values once at the end.

use std::collections::HashMap;

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

/// The fields, each at its place in [`Packed::values`].
pub(super) const FIELDS: [&str; 6] = [
    "language",
    "outlet_name",
    "entity",
    "state",
    "own_tag",
    "dossier",
];
pub(super) const ENTITY: usize = 2;

/// With more different lists, documents are read one by one instead.
const MOST_LISTS: usize = 16_384;

/// Of the year 9999.
const LAST_MONTH: u32 = 12 * 10_000 - 1;
const NO_MONTH: u32 = u32::MAX;

pub(super) struct Packed {
    pub values: [Values; FIELDS.len()],
    months: Vec<u32>,
}

/// The values that documents have in one field, as numbers of the segment's own.
#[derive(Default)]
pub(super) struct Values {
    /// `None` where no document has any.
    pub names: Option<StrColumn>,
    /// Empty where there are too many.
    lists: Vec<Vec<u32>>,
    of_documents: Vec<u16>,
}

impl Packed {
    pub fn read(segment: &SegmentReader, published: &Column<i64>) -> tantivy::Result<Self> {
        let mut values: [Values; FIELDS.len()] = Default::default();
        for (values, field) in values.iter_mut().zip(FIELDS) {
            *values = Values::read(segment, field)?;
        }
        let month = |doc| match published.first(doc) {
            Some(published) => u32::try_from(month_of(published))
                .unwrap_or(0)
                .min(LAST_MONTH),
            None => NO_MONTH,
        };
        Ok(Self {
            values,
            months: (0..segment.max_doc()).map(month).collect(),
        })
    }

    /// In months since the year 0; what is older counts as of its first.
    pub fn month(&self, doc: DocId) -> Option<u32> {
        let month = self.months.get(doc as usize).copied();
        month.filter(|month| *month != NO_MONTH)
    }
}

impl Values {
    fn read(segment: &SegmentReader, field: &str) -> tantivy::Result<Self> {
        let names = segment.fast_fields().str(field)?;
        let mut values = Self {
            names: names.filter(|names| names.num_terms() > 0),
            ..Self::default()
        };
        let Some(names) = &values.names else {
            return Ok(values);
        };
        let mut known: HashMap<Vec<u32>, u16> = HashMap::new();
        let (mut last, mut list) = (0, Vec::new());
        values.of_documents.reserve(segment.max_doc() as usize);
        for doc in 0..segment.max_doc() {
            list.clear();
            list.extend(names.term_ords(doc).map(|value| value as u32));
            if values.lists.get(usize::from(last)) != Some(&list) {
                last = match known.get(&list) {
                    Some(known) => *known,
                    None if known.len() == MOST_LISTS => {
                        (values.lists, values.of_documents) = (Vec::new(), Vec::new());
                        break;
                    }
                    None => {
                        let number = known.len() as u16;
                        known.insert(list.clone(), number);
                        values.lists.push(list.clone());
                        number
                    }
                };
            }
            values.of_documents.push(last);
        }
        Ok(values)
    }

    /// Numbers to be counted by: of lists, or of values.
    pub fn counted(&self) -> usize {
        match (&self.names, self.lists.len()) {
            (None, _) => 0,
            (Some(names), 0) => names.num_terms(),
            (Some(_), lists) => lists,
        }
    }

    pub fn count(&self, doc: DocId, counts: &mut [u32]) {
        if let Some(list) = self.of_documents.get(doc as usize) {
            if let Some(count) = counts.get_mut(usize::from(*list)) {
                *count += 1;
            }
            return;
        }
        self.each(doc, |value| {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        });
    }

    pub fn each(&self, doc: DocId, visit: impl FnMut(u64)) {
        if let Some(names) = &self.names {
            names.term_ords(doc).for_each(visit);
        }
    }

    /// How many documents have each value.
    pub fn by_value(&self, counts: Vec<u32>) -> Vec<u32> {
        if self.lists.is_empty() {
            return counts;
        }
        let values = self.names.as_ref().map_or(0, |names| names.num_terms());
        let mut by_value = vec![0; values];
        for (list, count) in self.lists.iter().zip(counts) {
            for value in list {
                if let Some(sum) = by_value.get_mut(*value as usize) {
                    *sum += count;
                }
            }
        }
        by_value
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
