//! Speed and memory of the real program on generated libraries.
//! `cargo xtask bench` builds the release and runs this.

mod articles;
mod entities;
mod figures;
mod imports;
mod library;
mod memory;
mod notes;
mod processor;
mod search;
mod tongues;
mod window;
mod writing;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use dragoman_e2e::{Desk, Failure};

const USAGE: &str = "dragoman-bench window ARTICLES... | writing | imports ARTICLES PAGES | long-run FOLDER \
    | entities ARTICLES TEXTS_FILE | search ARTICLES SENTENCES_FILE | hostile ARTICLES SENTENCES_FILE | rows ARTICLES SENTENCES_FILE | notes NOTES TARGETS\n\
    of imports and entities, what has a size of 0 is left out, and of entities what needs texts for the file -";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (section, rest) = arguments.split_first().unzip();
    let (section, rest) = (section.map_or("", String::as_str), rest.unwrap_or_default());
    let sizes: Result<Vec<u32>, _> = rest.iter().map(|size| size.parse()).collect();
    let measured = match (section, sizes.as_deref(), rest) {
        ("window", Ok(sizes), _) if !sizes.is_empty() => window(sizes),
        ("writing", _, []) => in_writing(),
        ("imports", Ok([articles, pages]), _) => imports::measure(*articles, *pages),
        ("long-run", _, [folder]) => imports::long_run(Path::new(folder)),
        ("notes", Ok([notes, targets]), _) => in_notes(*notes, *targets),
        ("entities", _, [articles, texts]) => entities_in(articles, Path::new(texts)),
        ("search", _, [articles, sentences]) => search(articles, Path::new(sentences)),
        ("hostile", _, [articles, sentences]) => hostile(articles, Path::new(sentences)),
        ("rows", _, [articles, sentences]) => rows(articles, Path::new(sentences)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Notes alone, in a notebook of so many and so much else that they can link to.
fn in_notes(notes: u32, targets: u32) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(Failure::file(Path::new("a folder")))?;
    notes::measure(folder.path(), notes as usize, targets as usize)
        .map_err(|error| Failure::Expected(error.to_string()))
}

/// Opening notes and typing in long ones, in the window.
fn in_writing() -> Result<(), Failure> {
    let desk = Desk::set_up("bench")?;
    figures::print("notes in the window", &writing::measure(&desk)?);
    Ok(())
}

/// Names, on the texts of a file and in a library.
fn entities_in(articles: &str, texts: &Path) -> Result<(), Failure> {
    entities::measure(number(articles)?, texts)
}

fn number<N: std::str::FromStr>(articles: &str) -> Result<N, Failure> {
    articles
        .parse()
        .map_err(|_| Failure::Expected(format!("{articles} is no number of articles")))
}

/// Search alone, in a library made of a file's sentences, one a line.
fn search(articles: &str, sentences: &Path) -> Result<(), Failure> {
    let text = std::fs::read_to_string(sentences).map_err(Failure::file(sentences))?;
    let rows = search::measure(&text, number(articles)?)?;
    println!(
        "ms, median and 95th percentile: results, p95 of first askings | facets | results and facets asked \
         at once, until both are there | what the two processors ran for these | times tantivy's best 20: as \
         written, alike, and counted"
    );
    for row in rows {
        let two = |(middle, late): (f64, f64)| format!("{middle:8.2}{late:8.2}");
        let (results, facets) = (two(row.results), two(row.facets));
        let (both, processors) = (two(row.both), two(row.processors));
        let [written, alike, counted] = row.ratios;
        println!(
            "{:24}{results}{:8.2} |{facets} |{both} |{processors} |{written:5.1}{alike:5.1}{counted:5.1}",
            row.class, row.first
        );
    }
    Ok(())
}

/// What nobody means to ask, in the library of `search`.
fn hostile(articles: &str, sentences: &Path) -> Result<(), Failure> {
    const SHOWN: usize = 12;
    let text = std::fs::read_to_string(sentences).map_err(Failure::file(sentences))?;
    let asked = search::hostile(&text, number(articles)?)?;
    let slow = asked
        .iter()
        .filter(|one| one.results.max(one.facets) > 100.0);
    println!(
        "{} hostile queries, each once; {} over 100 ms; the slowest, ms until results | counts",
        asked.len(),
        slow.count()
    );
    for one in asked.iter().take(SHOWN) {
        println!("{:8.2} |{:8.2}  {}", one.results, one.facets, one.query);
    }
    Ok(())
}

/// Searches of a whole notebook, as the window asks them: rows with their passages.
fn rows(articles: &str, sentences: &Path) -> Result<(), Failure> {
    let text = std::fs::read_to_string(sentences).map_err(Failure::file(sentences))?;
    let rows = search::rows::measure(&text, number(articles)?)?;
    println!(
        "ms until twenty rows with passages are there, each question asked once: median, 95th percentile; \
         at rest, with files in memory | opened just now, with nothing of them in memory"
    );
    for row in rows {
        let ((middle, late), (cold, latest)) = (row.warm, row.cold);
        println!(
            "{:24}{middle:8.2}{late:8.2} |{cold:8.2}{latest:8.2}",
            row.class
        );
    }
    Ok(())
}

/// What a person waits for in the window, in libraries of each size.
fn window(sizes: &[u32]) -> Result<(), Failure> {
    for articles in sizes {
        let desk = Desk::set_up("bench")?;
        library::copy(&library::kept(*articles)?, &desk.notebook())?;
        let title = format!("library of {articles} articles");
        figures::print(&title, &window::measure(&desk, *articles)?);
    }
    Ok(())
}
