//! Values of fields that the library has, to be offered while a query is typed.

use std::collections::HashMap;

use jiff::civil::Date;
use tantivy::collector::Count;
use tantivy::columnar::Column;
use tantivy::query::{Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::error::SearchError;
use super::index::SearchIndex;
use super::query::dates::days;
use super::query::filters::published;
use crate::clock;
use crate::domain::QueryField;

/// A field whose values are names that the index keeps whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValuesOf {
    Outlet,
    Language,
    /// A person's own tags, folded, with those that they are parts of.
    Tag,
    /// What a thing is and has.
    State,
}

/// Days that have a name, as they are typed.
const NAMED: [&str; 8] = [
    "today",
    "yesterday",
    "this week",
    "last week",
    "this month",
    "last month",
    "this year",
    "last year",
];
/// Years that are looked at, the latest first.
const MOST_YEARS: i16 = 60;

impl SearchIndex {
    /// Values to which `rank` gives a number, the least number first, then the most
    /// frequent; each with how many have it.
    pub fn values(
        &self,
        of: ValuesOf,
        most: usize,
        rank: impl Fn(&str) -> Option<u8>,
    ) -> Result<Vec<(String, u32)>, SearchError> {
        self.guarded(|| {
            let field = match of {
                ValuesOf::Outlet => self.fields.outlet_name,
                ValuesOf::Language => self.fields.language,
                ValuesOf::Tag => self.fields.own_tag,
                ValuesOf::State => self.fields.state,
            };
            let searcher = self.reader.searcher();
            let mut likely: Vec<(u8, u32, String)> = Vec::new();
            for (value, documents) in with_deleted(&searcher, field)? {
                if let Some(rank) = rank(&value) {
                    likely.push((rank, documents, value));
                }
            }
            let order = |a: &(u8, u32, String), b: &(u8, u32, String)| {
                (a.0, b.1, &a.2).cmp(&(b.0, a.1, &b.2))
            };
            likely.sort_unstable_by(order);
            likely.truncate(most);
            for (_, documents, value) in &mut likely {
                let term = Term::from_field_text(field, value);
                let has = TermQuery::new(term, IndexRecordOption::Basic);
                *documents = count(&searcher, &has)?;
            }
            likely.retain(|(_, documents, _)| *documents > 0);
            likely.sort_unstable_by(order);
            Ok(likely
                .into_iter()
                .map(|(_, documents, value)| (value, documents))
                .collect())
        })
    }

    /// Days, months and years that begin with what was typed, each with how many things
    /// `field` finds by it.
    pub fn dates(
        &self,
        field: QueryField,
        typed: &str,
        most: usize,
    ) -> Result<Vec<(String, u32)>, SearchError> {
        let typed = typed.trim().to_lowercase().replace(['_', '/', '.'], "-");
        let today = clock::today();
        self.guarded(|| {
            let searcher = self.reader.searcher();
            let found = |text: &str| -> tantivy::Result<u32> {
                let Some((from, until)) = days(text, today) else {
                    return Ok(0);
                };
                let (from, until) = match field {
                    QueryField::Before => (None, Some(from)),
                    QueryField::After => (Some(from), None),
                    _ => (Some(from), Some(until)),
                };
                count(&searcher, &published(self.fields.published, from, until))
            };
            let mut offered = Vec::new();
            for name in NAMED {
                if name.starts_with(&typed.replace('-', " ")) {
                    offered.push((name.to_owned(), found(name)?));
                }
            }
            for text in written(&typed, self.latest_year(&searcher, today)?) {
                if offered.len() >= most {
                    break;
                }
                if found_in(&searcher, self.fields.published, &text, today)? > 0 {
                    let things = found(&text)?;
                    offered.push((text, things));
                }
            }
            offered.truncate(most);
            Ok(offered)
        })
    }

    fn latest_year(&self, searcher: &Searcher, today: Date) -> tantivy::Result<i16> {
        let mut latest = i64::MIN;
        for segment in searcher.segment_readers() {
            let dates: Column<i64> = segment.fast_fields().i64("published")?;
            if dates.values.num_vals() > 0 {
                latest = latest.max(dates.max_value());
            }
        }
        let latest = jiff::Timestamp::from_millisecond(latest)
            .map(|time| jiff::tz::TimeZone::UTC.to_datetime(time).year());
        // One wrong date far ahead must not hide all others.
        Ok(latest.map_or(today.year(), |year| year.min(today.year() + 1)))
    }
}

/// Years that begin with the digits typed, or the months of a year.
fn written(typed: &str, latest: i16) -> Vec<String> {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    match typed.split_once('-') {
        None if digits(typed) && typed.len() < 4 => (0..MOST_YEARS)
            .map(|back| format!("{:04}", latest - back))
            .filter(|year| year.starts_with(typed))
            .collect(),
        None if digits(typed) && typed.len() == 4 => {
            let months = (1..=12).map(|month| format!("{typed}-{month:02}"));
            std::iter::once(typed.to_owned()).chain(months).collect()
        }
        Some((year, month)) if digits(year) && year.len() == 4 && digits(month) => (1..=12)
            .map(|number| format!("{number:02}"))
            .filter(|number| number.starts_with(month))
            .map(|number| format!("{year}-{number}"))
            .collect(),
        _ => Vec::new(),
    }
}

fn found_in(searcher: &Searcher, field: Field, text: &str, today: Date) -> tantivy::Result<u32> {
    match days(text, today) {
        Some((from, until)) => count(searcher, &published(field, Some(from), Some(until))),
        None => Ok(0),
    }
}

/// Every value of a field with how many documents have it; those that were deleted or
/// replaced since the last merge are among them.
fn with_deleted(searcher: &Searcher, field: Field) -> tantivy::Result<HashMap<String, u32>> {
    let mut values: HashMap<String, u32> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index.terms().stream()?;
        while terms.advance() {
            let documents = terms.value().doc_freq;
            if let Ok(value) = std::str::from_utf8(terms.key()) {
                *values.entry(value.to_owned()).or_default() += documents;
            }
        }
    }
    Ok(values)
}

fn count(searcher: &Searcher, query: &dyn Query) -> tantivy::Result<u32> {
    let count = searcher.search(query, &Count)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
