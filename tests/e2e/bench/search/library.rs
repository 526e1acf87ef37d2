//! A library made of sentences: the index that is asked, and words to ask for.

use std::fs;
use std::path::Path;

use dragoman_core::domain::EntityKind;
use dragoman_core::domain::{ArticleId, EntityId, NameId, SearchedName};
use dragoman_core::search::query::{KnownEntity, Names, State};
use dragoman_core::search::{DocumentFacts, DocumentKey, IndexChange, IndexDocument, SearchIndex};
use dragoman_e2e::Failure;

use super::failed;
use crate::{memory, processor};

/// Raise it when what is made here changes, so that a kept library is not mistaken for
/// the new one.
pub const EDITION: u32 = 1;
/// Bytes of an article's text, as of Reuters-21578.
const ARTICLE: usize = 2_300;
/// Documents taken in by one commit.
const BATCH: usize = 10_000;
/// The same in every run, so that a kept index answers them.
const ENTITY: &str = "01890000-0000-7000-8000-000000000001";

/// Sentences, and the dice that choose among them.
pub struct Sentences {
    all: Vec<String>,
    state: u64,
}

impl Sentences {
    /// `text` has one a line.
    pub fn new(text: &str) -> Self {
        let all = text.lines().filter(|line| line.len() > 30);
        Self {
            all: all.map(str::to_owned).collect(),
            state: 88_172_645_463_325_252,
        }
    }

    /// Chooses from here on as any other that was told the same number.
    pub fn restart(&mut self, number: u64) {
        self.state = 88_172_645_463_325_252 ^ (number << 32);
    }

    /// Fills an index with `articles`, and says what that took.
    pub fn fill(
        &mut self,
        index: &SearchIndex,
        folder: &Path,
        articles: usize,
        names: &TwelveNames,
    ) -> Result<(), Failure> {
        let (mut bytes, mut spent, mut held) = (0, 0.0, 0.0_f64);
        for from in (0..articles).step_by(BATCH) {
            let changes: Vec<IndexChange> = (from..articles.min(from + BATCH))
                .map(|number| self.article(number, names, &mut bytes))
                .collect();
            let before = processor::of_process()?;
            index.apply(changes, from as u64 + 1).map_err(failed)?;
            spent += processor::of_process()? - before;
            held = held.max(memory::own_megabytes()?);
        }
        let before = processor::of_process()?;
        index.rest().map_err(failed)?;
        spent += processor::of_process()? - before;
        println!(
            "{articles} articles, {:.0} a processor second, {held:.0} MB of memory; index {:.2} of the \
             text, {} segments",
            articles as f64 * 1_000.0 / spent.max(1.0),
            folder_size(folder) as f64 / bytes.max(1) as f64,
            index.segments(),
        );
        Ok(())
    }

    fn article(&mut self, number: usize, names: &TwelveNames, bytes: &mut usize) -> IndexChange {
        let (title, body) = self.text(number);
        *bytes += body.len();
        let named = names.names.iter().filter(|name| body.contains(&name.text));
        let named: Vec<NameId> = named.map(|name| name.id).collect();
        let outlet = format!("Outlet {}", self.dice() % 200);
        IndexChange::Put(IndexDocument {
            key: DocumentKey::Article(ArticleId::new()),
            title,
            body,
            names: Vec::new(),
            language: Some("en".to_owned()),
            published: Some(1_400_000_000_000 + day(number) * 86_400_000),
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

    /// A title and a text.
    pub fn text(&mut self, number: usize) -> (String, String) {
        let mut body = String::with_capacity(ARTICLE + 300);
        while body.len() < ARTICLE {
            body.push_str(self.sentence());
            body.push_str(if number.is_multiple_of(4) {
                "\n\n"
            } else {
                " "
            });
        }
        (self.sentence().chars().take(60).collect(), body)
    }

    pub fn dice(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }

    fn sentence(&mut self) -> &str {
        let place = self.dice() as usize % self.all.len().max(1);
        self.all.get(place).map_or("", String::as_str)
    }

    /// Neighbouring words of a sentence.
    pub fn words(&mut self, count: usize) -> Vec<String> {
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

/// Of four thousand days from May 2014 on.
pub fn day(number: usize) -> i64 {
    (number as i64 * 7_919) % 4_000
}

/// An entity with twelve names.
pub struct TwelveNames {
    entity: EntityId,
    names: Vec<SearchedName>,
}

impl TwelveNames {
    pub fn of(sentences: &mut Sentences) -> Result<Self, Failure> {
        let entity = ENTITY.parse().map_err(failed)?;
        let id = |number: usize| format!("{}{number:02}", &ENTITY[..ENTITY.len() - 2]);
        let names = sentences.names().into_iter().enumerate();
        let names = names.map(|(number, text)| {
            let id = id(number).parse().map_err(failed)?;
            Ok(SearchedName { id, text })
        });
        Ok(Self {
            entity,
            names: names.collect::<Result<_, Failure>>()?,
        })
    }
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

fn folder_size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| Some(file.metadata().ok()?.len()))
        .sum()
}
