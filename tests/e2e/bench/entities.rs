//! Names: how fast they are found in texts, recognised, and looked for in all that is
//! kept; without a window.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use dragoman_core::domain::{
    ArticleQuery, EntityId, EntityKind, ImportDoor, ImportSource, NameId, NameStrength,
};
use dragoman_core::entities::{Gazetteer, NameMatcher};
use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::Failure;
use dragoman_recogniser::Recogniser;

use crate::figures::{self, Limit, Series};
use crate::imports::{PAGE, Pages, finding, series, with_names};
use crate::library::{self, expected};
use crate::{memory, processor};

const NAMES: usize = 100_000;
const ROUNDS: usize = 5;
/// Bytes that names are looked for in, in each round.
const BYTES: usize = 10_000_000;
/// Words that are read for names in each round.
const WORDS: usize = 3_000;
const PAGES: u32 = 400;
const LOOKS: usize = 40;

/// One place in nine languages: every ninth sentence of a generated library has it.
const GENEVA: &[&str] = &[
    "Geneva",
    "Genève",
    "Genf",
    "Ginebra",
    "Женева",
    "جنيف",
    "제네바",
    "日内瓦",
    "ジュネーブ",
];

/// Measures on the texts of a file (JSON lines with `text`), and in a generated library of
/// `articles`; the library is left out for 0, and all else for the file `-`.
pub fn measure(articles: u32, texts: &Path) -> Result<(), Failure> {
    fs::create_dir_all(library::shelf()).map_err(Failure::file(library::shelf()))?;
    if texts != Path::new("-") {
        let texts = read(texts)?;
        let mut table = names(&texts)?;
        table.extend(recogniser(&texts)?);
        table.extend(import_while_reading()?);
        figures::print("names", &table);
    }
    if articles > 0 {
        let title = format!("names in a library of {articles} articles");
        figures::print(&title, &in_library(articles)?);
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<String>, Failure> {
    let lines = fs::read_to_string(path).map_err(Failure::file(path))?;
    let texts: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|article| article["text"].as_str().map(str::to_owned))
        .filter(|text| !text.is_empty())
        .collect();
    if texts.is_empty() {
        let path = path.display();
        return Err(Failure::Expected(format!("{path} has no texts")));
    }
    Ok(texts)
}

/// Finding known names: the gazetteer's, and a hundred thousand of one's own.
fn names(texts: &[String]) -> Result<Vec<Series>, Failure> {
    let gazetteer = Gazetteer::shipped();
    let names = many_names(gazetteer);
    let (mut loading, mut own, mut shipped) = (Vec::new(), Vec::new(), Vec::new());
    // A notebook has them already.
    let names: Vec<(NameId, EntityId, String)> = (names.into_iter())
        .map(|name| (NameId::new(), EntityId::new(), name))
        .collect();
    for _ in 0..ROUNDS {
        let before = processor::of_thread()?;
        let mut matcher = NameMatcher::with_room(names.len());
        for (id, entity, name) in &names {
            matcher.add(*id, *entity, name, NameStrength::Strong);
        }
        loading.push(processor::of_thread()? - before);
        own.push(megabytes_a_second(texts, |text| matcher.find(text).len())?);
        shipped.push(megabytes_a_second(texts, |text| {
            gazetteer.find(text).len()
        })?);
    }
    Ok(vec![
        series(
            "loading 100,000 names, processor time",
            "ms",
            Limit::AtMost(200.0),
            loading,
        ),
        series(
            "looking for 100,000 names, a processor second",
            "MB",
            Limit::AtLeast(20.0),
            own,
        ),
        series(
            "looking for the gazetteer's, a processor second",
            "MB",
            Limit::None,
            shipped,
        ),
    ])
}

/// The gazetteer's names, and each first word with other last words.
fn many_names(gazetteer: &Gazetteer) -> Vec<String> {
    let count = u32::try_from(gazetteer.len()).unwrap_or(u32::MAX);
    let mut names: Vec<String> = (0..count)
        .flat_map(|index| gazetteer.entry(index).names)
        .map(|(name, _)| name)
        .collect();
    let made: Vec<String> = (names.iter().zip(names.iter().cycle().skip(7)))
        .filter_map(|(one, other)| {
            let (first, last) = (one.split(' ').next()?, other.split(' ').next_back()?);
            Some(format!("{first} {last}"))
        })
        .collect();
    names.extend(made);
    names.truncate(NAMES);
    names
}

fn megabytes_a_second(
    texts: &[String],
    mut find: impl FnMut(&str) -> usize,
) -> Result<f64, Failure> {
    let before = processor::of_thread()?;
    let mut bytes = 0;
    for paragraph in texts.iter().cycle().flat_map(|text| text.lines()) {
        black_box(find(paragraph));
        bytes += paragraph.len();
        if bytes >= BYTES {
            break;
        }
    }
    Ok(bytes as f64 / 1000.0 / (processor::of_thread()? - before).max(0.001))
}

/// Recognising names in running text, with all threads that it takes.
fn recogniser(texts: &[String]) -> Result<Vec<Series>, Failure> {
    let held = memory::own_megabytes()?;
    let mut loading = Vec::new();
    let mut loaded = None;
    for _ in 0..ROUNDS {
        drop(loaded.take());
        let before = processor::of_process()?;
        loaded = Some(Recogniser::shipped().map_err(recogniser_failed)?);
        loading.push(processor::of_process()? - before);
    }
    let recogniser = match loaded {
        Some(loaded) => loaded,
        None => Recogniser::shipped().map_err(recogniser_failed)?,
    };
    let mut rates = Vec::new();
    let mut texts = texts.iter().cycle();
    for _ in 0..ROUNDS {
        let (mut words, before) = (0, processor::of_process()?);
        while words < WORDS {
            let Some(text) = texts.next() else { break };
            let spans = recogniser.recognise(text, &|| false);
            black_box(spans.map_err(recogniser_failed)?);
            words += text.split_whitespace().count();
        }
        rates.push(words as f64 * 1000.0 / (processor::of_process()? - before).max(0.001));
    }
    let more = memory::own_megabytes()? - held;
    Ok(vec![
        series("loading the recogniser", "ms", Limit::None, loading),
        series(
            "recognising names, words a processor second",
            "",
            Limit::AtLeast(20_000.0),
            rates,
        ),
        series(
            "memory of the recogniser",
            "MB",
            Limit::AtMost(150.0),
            vec![more],
        ),
    ])
}

fn recogniser_failed(error: dragoman_recogniser::Error) -> Failure {
    Failure::Expected(error.to_string())
}

/// Pages imported until searchable while articles wait to be read for names.
fn import_while_reading() -> Result<Vec<Series>, Failure> {
    let kept = with_names()?;
    let mut pages = Pages::new()?;
    let (mut rates, mut reading) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
        let folder = desk.path().join("pages");
        pages.write(&folder, PAGES, PAGE)?;
        let notebook = desk.path().join("notebook");
        library::copy(&kept, &notebook)?;
        let notebook = Notebook::open(&notebook).map_err(expected)?;
        notebook.proposals().start_shipped();
        let begun = Instant::now();
        let sources = vec![ImportSource::Path { path: folder }];
        let imports = notebook.imports();
        let nobody = CancelToken::new();
        let done = imports
            .run(sources, ImportDoor::Command, &nobody, &mut |_| {})
            .map_err(expected)?;
        notebook.finish_indexing().map_err(expected)?;
        let seconds = begun.elapsed().as_secs_f64();
        if done.done != PAGES {
            return Err(Failure::Expected(format!(
                "{PAGES} pages imported: {done:?}"
            )));
        }
        rates.push(f64::from(PAGES) / seconds);
        let status = notebook.proposals().status().map_err(expected)?;
        reading.push(f64::from(status.waiting));
        notebook.proposals().set_reading(false).map_err(expected)?;
    }
    Ok(vec![
        series(
            "importing pages while articles are read for names",
            "/s",
            Limit::AtLeast(150.0),
            rates,
        ),
        series(
            "articles of these that wait to be read after it",
            "",
            Limit::None,
            reading,
        ),
    ])
}

/// Looking for a new name in all that is kept, and the page of what is named most.
fn in_library(articles: u32) -> Result<Vec<Series>, Failure> {
    let kept = library::kept(articles)?;
    let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
    let folder = desk.path().join("notebook");
    library::copy(&kept, &folder)?;
    let notebook = Notebook::open(&folder).map_err(expected)?;
    notebook.finish_backlog();
    let entities = notebook.entities();
    let rare = seconds_to_look(&notebook, || {
        entities.create(EntityKind::Person, "Zeno Karrow").map(drop)
    })?;
    let mut place = None;
    let one_name = seconds_to_look(&notebook, || {
        place = Some(entities.create(EntityKind::Place, GENEVA[0])?.id);
        Ok(())
    })?;
    let place = place.ok_or_else(|| Failure::Expected("no place was made".to_owned()))?;
    let more = seconds_to_look(&notebook, || {
        GENEVA[1..].iter().try_for_each(|name| {
            let added = entities.add_name(place, name, NameStrength::Strong);
            added.map(drop)
        })
    })?;
    let meanwhile = found_meanwhile(&notebook, desk.path())?;
    let (mut pages, mut lists) = (Vec::new(), Vec::new());
    let mut mentions = 0;
    for _ in 0..LOOKS {
        let begun = Instant::now();
        mentions = entities.get(place).map_err(expected)?.mentions;
        pages.push(begun.elapsed().as_secs_f64() * 1000.0);
        let begun = Instant::now();
        let query = ArticleQuery {
            entity: Some(place),
            ..ArticleQuery::default()
        };
        black_box(notebook.articles().list(&query, 0, 50).map_err(expected)?);
        lists.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    println!("the place is named {mentions} times");
    let limit = Limit::AtMost(60.0);
    Ok(vec![
        series("looking for a name that is nowhere", "s", limit, vec![rare]),
        series("looking for a common name", "s", limit, vec![one_name]),
        series("looking for eight more of it", "s", limit, vec![more]),
        Series {
            name: "an article imported meanwhile until it is found",
            ..meanwhile
        },
        series("the page of it", "ms", Limit::AtMost(100.0), pages),
        series(
            "the first articles of it",
            "ms",
            Limit::AtMost(100.0),
            lists,
        ),
    ])
}

/// How long new articles take to be found while names are looked for in the library.
fn found_meanwhile(notebook: &Notebook, folder: &Path) -> Result<Series, Failure> {
    let entities = notebook.entities();
    let other = entities.create(EntityKind::Organisation, GENEVA[0]);
    let other = other.map_err(expected)?.id;
    for name in &GENEVA[1..] {
        let added = entities.add_name(other, name, NameStrength::Strong);
        added.map_err(expected)?;
    }
    let found = finding::new_articles(notebook, folder)?;
    let begun = Instant::now();
    notebook.finish_matching();
    if begun.elapsed() < Duration::from_millis(100) {
        return Err(Failure::Expected("names were looked for no longer".into()));
    }
    Ok(found)
}

fn seconds_to_look(
    notebook: &Notebook,
    ask: impl FnOnce() -> dragoman_core::Result<()>,
) -> Result<f64, Failure> {
    let begun = Instant::now();
    ask().map_err(expected)?;
    notebook.finish_matching();
    Ok(begun.elapsed().as_secs_f64())
}
