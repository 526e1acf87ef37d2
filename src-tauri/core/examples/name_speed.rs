//! Measures how fast names are found: in texts, of so many names, and in a library that
//! is looked through again when a name is added.
//!
//!     cargo run --release -p dragoman-core --example name_speed -- TEXTS.jsonl [ARTICLES]
//!
//! TEXTS has an article a line, with `text`; ARTICLES are made of them. Names are the
//! gazetteer's, and made up of parts of these until there are 100,000. Times are the
//! process's own processor time, where the system tells it.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::time::Instant;

use dragoman_core::domain::{EntityId, EntityKind, NameId, NameStrength};
use dragoman_core::entities::{Gazetteer, NameMatcher};
use dragoman_core::{CancelToken, Notebook};

const NAMES: usize = 100_000;
/// Bytes that are looked through at least.
const ENOUGH: usize = 20_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give a file of texts")?;
    let articles: usize = arguments.next().map_or(Ok(10_000), |count| count.parse())?;
    let mut texts = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        texts.extend(value["text"].as_str().map(str::to_owned));
    }

    let started = processor_time();
    let gazetteer = Gazetteer::shipped();
    report("gazetteer loaded", started, None);
    let started = processor_time();
    let (bytes, found) = through(&texts, |text| gazetteer.find(text).len());
    report(&format!("gazetteer, {found} found"), started, Some(bytes));

    let names = names(gazetteer);
    let started = processor_time();
    let mut matcher = NameMatcher::new();
    for name in &names {
        matcher.add(NameId::new(), EntityId::new(), name, NameStrength::Strong);
    }
    report(&format!("{} names loaded", names.len()), started, None);
    let started = processor_time();
    let (bytes, found) = through(&texts, |text| matcher.find(text).len());
    report(
        &format!("{} names, {found} found", names.len()),
        started,
        Some(bytes),
    );
    library(&texts, articles)
}

/// Looks through the paragraphs of the texts until it is enough.
fn through(texts: &[String], mut find: impl FnMut(&str) -> usize) -> (usize, usize) {
    let (mut bytes, mut found) = (0, 0);
    while bytes < ENOUGH {
        for paragraph in texts.iter().flat_map(|text| text.lines()) {
            found += find(paragraph);
            bytes += paragraph.len();
        }
    }
    (bytes, found)
}

/// The gazetteer's names, and each first word with other last words.
fn names(gazetteer: &Gazetteer) -> Vec<String> {
    let count = u32::try_from(gazetteer.len()).unwrap_or(u32::MAX);
    let mut names: Vec<String> = (0..count)
        .flat_map(|index| gazetteer.entry(index).names)
        .map(|(name, _)| name)
        .collect();
    let made: Vec<String> = (names.iter().zip(names.iter().skip(7)))
        .filter_map(|(one, other)| {
            let (first, last) = (one.split(' ').next()?, other.split(' ').next_back()?);
            Some(format!("{first} {last}"))
        })
        .collect();
    names.extend(made);
    names.truncate(NAMES);
    names
}

fn library(texts: &[String], articles: usize) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let notebook = Notebook::create(folder.path().join("Desk"))?;
    let path = folder.path().join("articles.jsonl");
    let mut file = std::io::BufWriter::new(fs::File::create(&path)?);
    for (number, text) in (0..articles).zip(texts.iter().cycle()) {
        // A name for every article, for a tenth and for none.
        let tenth = if number % 10 == 0 {
            "Maro Deltan"
        } else {
            "Nobody"
        };
        let text = format!("{text}\nOlin Vestry and {tenth} spoke on day {number}.");
        let line = serde_json::json!({ "title": format!("Article {number}"), "text": text });
        writeln!(file, "{line}")?;
    }
    file.into_inner()?.sync_all()?;
    notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |_| {})?;
    notebook.finish_indexing()?;
    notebook.finish_backlog();
    for name in ["Olin Vestry", "Maro Deltan", "Zeno Karrow"] {
        let (started, clock) = (processor_time(), Instant::now());
        notebook.entities().create(EntityKind::Person, name)?;
        notebook.finish_matching();
        let seconds = clock.elapsed().as_secs_f64();
        report(
            &format!("{articles} articles looked through for {name}, {seconds:.1} s by the clock"),
            started,
            None,
        );
    }
    Ok(())
}

fn report(what: &str, started: f64, bytes: Option<usize>) {
    let seconds = processor_time() - started;
    match bytes {
        Some(bytes) => println!(
            "{what}: {:.1} MB a second",
            bytes as f64 / 1e6 / seconds.max(1e-3)
        ),
        None => println!("{what}: {seconds:.2} s"),
    }
}

/// Seconds of processor time that this process has used, all threads together; where the
/// system does not say, seconds since some moment.
fn processor_time() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let clock = START.get_or_init(Instant::now).elapsed().as_secs_f64();
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let mut fields = stat
        .rsplit(") ")
        .next()
        .unwrap_or_default()
        .split(' ')
        .skip(11);
    // Linux counts hundredths of a second.
    let mut next = || fields.next().and_then(|field| field.parse::<f64>().ok());
    match (next(), next()) {
        (Some(user), Some(system)) => (user + system) / 100.0,
        _ => clock,
    }
}
