//! Search on a generated library, without a window: how fast, how large, and what
//! the same index takes when asked through tantivy alone.

mod alone;
mod classes;

use std::fs;
use std::path::Path;
use std::time::Instant;

use dragoman_core::domain::{ArticleId, EntityId, EntityKind, NameId, SearchQuery, SearchedName};
use dragoman_core::search::query::{KnownEntity, Names, State};
use dragoman_core::search::{
    DocumentFacts, DocumentKey, IndexChange, IndexDocument, SearchError, SearchIndex,
};
use dragoman_e2e::Failure;

use crate::{memory, processor};
use alone::Alone;
use classes::{CLASSES, Class};

/// Queries of each class, and how often each is asked; the fastest time counts.
const QUERIES: usize = 60;
const TIMES: usize = 4;
/// Bytes of an article's text, as of Reuters-21578.
const ARTICLE: usize = 2_300;
/// Documents taken in by one commit.
const BATCH: usize = 10_000;

/// A library made of sentences, and questions put to it.
pub struct Search {
    sentences: Vec<String>,
    state: u64,
}

/// One row of the table.
pub struct Row {
    pub class: &'static str,
    /// Milliseconds: median and 95th percentile.
    pub middle: f64,
    pub late: f64,
    /// Counting by facets, the same.
    pub facets: (f64, f64),
    /// Times what tantivy alone takes for its best twenty by the words as written; by
    /// these, their stems and titles, as the product looks; and for the latter and their
    /// number. 0 where it has no such query.
    pub ratios: [f64; 3],
}

impl Search {
    /// `sentences`, one a line.
    pub fn new(sentences: &str) -> Self {
        let sentences = sentences.lines().filter(|line| line.len() > 30);
        Self {
            sentences: sentences.map(str::to_owned).collect(),
            state: 88_172_645_463_325_252,
        }
    }

    /// Indexes `articles` into `folder` and asks. Prints as it goes.
    pub fn measure(&mut self, folder: &Path, articles: usize) -> Result<Vec<Row>, Failure> {
        let index = SearchIndex::open(folder).map_err(failed)?;
        let names = self.names().into_iter();
        let id = NameId::new;
        let names = TwelveNames {
            entity: EntityId::new(),
            names: names.map(|text| SearchedName { id: id(), text }).collect(),
        };
        let (mut bytes, mut spent, mut held) = (0, 0.0, 0.0_f64);
        for from in (0..articles).step_by(BATCH) {
            let changes: Vec<IndexChange> = (from..articles.min(from + BATCH))
                .map(|number| self.article(number, &names, &mut bytes))
                .collect();
            let before = processor::of_process()?;
            index.apply(changes, from as u64 + 1).map_err(failed)?;
            spent += processor::of_process()? - before;
            held = held.max(memory::own_megabytes()?);
        }
        let before = processor::of_process()?;
        index.rest().map_err(failed)?;
        spent += processor::of_process()? - before;
        let size = folder_size(folder);
        println!(
            "{articles} articles, {:.0} a processor second, {held:.0} MB of memory; index {:.2} of the \
             text, {} segments",
            articles as f64 * 1_000.0 / spent.max(1.0),
            size as f64 / bytes.max(1) as f64,
            index.segments(),
        );
        let tantivy = Alone::open(folder).map_err(failed)?;
        CLASSES
            .iter()
            .map(|class| self.row(&index, &tantivy, class, &names).map_err(failed))
            .collect()
    }

    fn row(
        &mut self,
        index: &SearchIndex,
        tantivy: &Alone,
        class: &Class,
        names: &TwelveNames,
    ) -> Result<Row, SearchError> {
        let (mut times, mut counts) = (Vec::new(), Vec::new());
        let mut alone = [Vec::new(), Vec::new(), Vec::new()];
        for _ in 0..QUERIES {
            let words = self.words(class.words);
            let text = (class.text)(&words);
            let query = SearchQuery {
                text,
                limit: 20,
                sort: class.sort,
                ..SearchQuery::default()
            };
            times.push(fastest(|| index.search(&query, names).map(drop))?);
            counts.push(fastest(|| index.facets(&query, names).map(drop))?);
            if class.alone {
                let asked = tantivy.ask(&query.text).unwrap_or_default();
                alone
                    .iter_mut()
                    .zip(asked)
                    .for_each(|(all, ms)| all.push(ms));
            }
        }
        let (middle, late) = percentiles(&mut times);
        let ratio = |alone: &mut Vec<f64>| match percentiles(alone).0 {
            tantivy if tantivy > 0.0 => middle / tantivy,
            _ => 0.0,
        };
        Ok(Row {
            class: class.name,
            middle,
            late,
            facets: percentiles(&mut counts),
            ratios: alone.each_mut().map(ratio),
        })
    }

    fn article(&mut self, number: usize, names: &TwelveNames, bytes: &mut usize) -> IndexChange {
        let mut body = String::with_capacity(ARTICLE + 300);
        while body.len() < ARTICLE {
            body.push_str(self.sentence());
            body.push_str(if number.is_multiple_of(4) {
                "\n\n"
            } else {
                " "
            });
        }
        *bytes += body.len();
        let title = self.sentence().chars().take(60).collect();
        let named = names.names.iter().filter(|name| body.contains(&name.text));
        let named: Vec<NameId> = named.map(|name| name.id).collect();
        let outlet = format!("Outlet {}", self.dice() % 200);
        // Four thousand days from May 2014 on.
        let day = (number as i64 * 7_919) % 4_000;
        IndexChange::Put(IndexDocument {
            key: DocumentKey::Article(ArticleId::new()),
            title,
            body,
            names: Vec::new(),
            language: Some("en".to_owned()),
            published: Some(1_400_000_000_000 + day * 86_400_000),
            facts: DocumentFacts {
                byline: vec!["Ana Ruiz".to_owned()],
                outlet: Some(outlet),
                entities: if named.is_empty() {
                    Vec::new()
                } else {
                    vec![names.entity]
                },
                names: named,
                states: vec![State::Unread],
                ..DocumentFacts::default()
            },
        })
    }

    fn dice(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }

    fn sentence(&mut self) -> &str {
        let place = self.dice() as usize % self.sentences.len().max(1);
        self.sentences.get(place).map_or("", String::as_str)
    }

    /// Neighbouring words of a sentence.
    fn words(&mut self, count: usize) -> Vec<String> {
        for _ in 0..1_000 {
            let start = self.dice() as usize;
            let words: Vec<String> = self
                .sentence()
                .split(' ')
                .filter(|word| word.len() > 3 && word.chars().all(char::is_alphabetic))
                .map(str::to_owned)
                .collect();
            if words.len() > count {
                let from = start % (words.len() - count);
                return words[from..from + count].to_vec();
            }
        }
        Vec::new()
    }

    /// Pairs of words with capitals, as names are.
    fn names(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        for _ in 0..100_000 {
            let pair = self.words(2);
            if names.len() < 12 && pair.iter().all(|word| word.starts_with(char::is_uppercase)) {
                names.push(pair.join(" "));
            }
        }
        names
    }
}

struct TwelveNames {
    entity: EntityId,
    names: Vec<SearchedName>,
}

impl Names for TwelveNames {
    fn entities(&self, kind: Option<EntityKind>, name: &str) -> Vec<KnownEntity> {
        let ids = self.names.iter().map(|name| name.id);
        vec![KnownEntity {
            told: match name {
                "kim" => ids.collect(),
                _ => Vec::new(),
            },
            id: self.entity,
            kind: kind.unwrap_or(EntityKind::Person),
            name: "Kim".to_owned(),
            names: self.names.clone(),
        }]
    }
}

fn failed(error: impl std::error::Error) -> Failure {
    Failure::Expected(error.to_string())
}

/// Milliseconds of the fastest of some runs.
fn fastest<E>(mut run: impl FnMut() -> Result<(), E>) -> Result<f64, E> {
    let mut best = f64::MAX;
    for _ in 0..TIMES {
        let begun = Instant::now();
        run()?;
        best = best.min(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(best)
}

fn percentiles(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100);
    let value = |share| at(share).copied().unwrap_or(0.0);
    (value(50), value(95))
}

fn folder_size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| Some(file.metadata().ok()?.len()))
        .sum()
}
