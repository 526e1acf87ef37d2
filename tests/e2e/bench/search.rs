//! Search on a generated library, without a window: how fast, how large, and what
//! the same index takes when asked through tantivy alone.

mod alone;
mod classes;
pub mod hostile;
mod library;
pub mod rows;
mod timing;

use std::path::{Path, PathBuf};

use dragoman_core::domain::SearchQuery;
use dragoman_core::search::{SearchError, SearchIndex};
use dragoman_e2e::Failure;

use crate::library as kept;
use alone::Alone;
use classes::{CLASSES, Class};
use library::{EDITION, Sentences, TwelveNames};
use timing::{asked, both, percentiles};

/// Queries of each class.
const QUERIES: usize = 60;

/// One row of the table, in milliseconds: each a median and a 95th percentile.
pub struct Row {
    pub class: &'static str,
    /// The best twenty and their number.
    pub results: (f64, f64),
    /// The 95th percentile of first askings.
    pub first: f64,
    /// Counting by facets.
    pub facets: (f64, f64),
    /// Until results and facets are there, both asked at once on a processor each.
    pub both: (f64, f64),
    /// What the processors ran for that, together.
    pub processors: (f64, f64),
    /// Times what tantivy alone takes for its best twenty by the words as written; by
    /// these, their stems and titles, as the product looks; and for the latter and their
    /// number. 0 where it has no such query.
    pub ratios: [f64; 3],
}

/// Indexes `articles` made of `sentences`, one a line, and asks. The index is kept.
pub fn measure(sentences: &str, articles: usize) -> Result<Vec<Row>, Failure> {
    let mut sentences = Sentences::new(sentences);
    let names = TwelveNames::of(&mut sentences)?;
    let folder = library(&mut sentences, &names, articles)?;
    let index = opened(&folder)?;
    let tantivy = Alone::open(&folder).map_err(failed)?;
    CLASSES
        .iter()
        .map(|class| row(&mut sentences, (&index, &tantivy), class, &names).map_err(failed))
        .collect()
}

/// Asks the kept library what nobody means.
pub fn hostile(sentences: &str, articles: usize) -> Result<Vec<hostile::Asked>, Failure> {
    let mut sentences = Sentences::new(sentences);
    let names = TwelveNames::of(&mut sentences)?;
    let folder = library(&mut sentences, &names, articles)?;
    hostile::ask(&opened(&folder)?, &mut sentences)
}

/// The folder of an index of so many articles, made where it isn't kept.
fn library(
    sentences: &mut Sentences,
    names: &TwelveNames,
    articles: usize,
) -> Result<PathBuf, Failure> {
    let name = format!("search-{EDITION}-{articles}");
    kept::make(&name, |folder| {
        sentences.restart(1);
        let index = SearchIndex::open(folder).map_err(failed)?;
        sentences.fill(&index, folder, articles, names)
    })
}

/// As it is in the program once it has written something: what searches need of it is read.
fn opened(folder: &Path) -> Result<SearchIndex, Failure> {
    let index = SearchIndex::open(folder).map_err(failed)?;
    let sequence = index.applied_sequence();
    index.apply(Vec::new(), sequence).map_err(failed)?;
    index.rest().map_err(failed)?;
    Ok(index)
}

fn row(
    sentences: &mut Sentences,
    (index, tantivy): (&SearchIndex, &Alone),
    class: &Class,
    names: &TwelveNames,
) -> Result<Row, SearchError> {
    sentences.restart(2);
    let (mut results, mut first, mut facets) = (Vec::new(), Vec::new(), Vec::new());
    let (mut waited, mut ran) = (Vec::new(), Vec::new());
    let mut alone = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..QUERIES {
        let words = sentences.words(class.words);
        let query = SearchQuery {
            text: (class.text)(&words),
            limit: 20,
            sort: class.sort,
            ..SearchQuery::default()
        };
        let other = SearchQuery {
            text: "another question ".to_owned(),
            ..query.clone()
        };
        let search = || index.search(&query, names).map(drop);
        let count = || index.facets(&query, names).map(drop);
        let took = asked(search)?;
        results.push(took.again);
        first.push(took.first);
        facets.push(asked(count)?.again);
        // What a search leaves for the facets behind it isn't theirs here.
        let took = both(|| index.search(&other, names).map(drop), search, count)?;
        waited.push(took.0);
        ran.push(took.1);
        if class.alone {
            let asked = tantivy.ask(&query.text).unwrap_or_default();
            alone
                .iter_mut()
                .zip(asked)
                .for_each(|(all, ms)| all.push(ms));
        }
    }
    let results = percentiles(&mut results);
    let ratio = |alone: &mut Vec<f64>| match percentiles(alone).0 {
        tantivy if tantivy > 0.0 => results.0 / tantivy,
        _ => 0.0,
    };
    Ok(Row {
        class: class.name,
        results,
        first: percentiles(&mut first).1,
        facets: percentiles(&mut facets),
        both: percentiles(&mut waited),
        processors: percentiles(&mut ran),
        ratios: alone.each_mut().map(ratio),
    })
}

fn failed(error: impl std::error::Error) -> Failure {
    Failure::Expected(error.to_string())
}
