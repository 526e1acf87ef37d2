//! Searches of a whole notebook: rows with the passages around what was found.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use dragoman_core::domain::SearchQuery;
use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::{Failure, process};
use serde_json::json;

use super::classes::{CLASSES, Class};
use super::library::{EDITION, Sentences, day};
use super::timing::{milliseconds, percentiles};
use crate::articles::published;
use crate::library::{expected, make};

/// Queries of each class; none is asked twice, so that none is answered from what was
/// read for it before.
const QUERIES: usize = 60;

/// Milliseconds: median and 95th percentile.
pub struct Row {
    pub class: &'static str,
    pub warm: (f64, f64),
    pub cold: (f64, f64),
}

/// Imports `articles` made of `sentences`, one a line, and asks. The notebook is kept.
pub fn measure(sentences: &str, articles: usize) -> Result<Vec<Row>, Failure> {
    let mut sentences = Sentences::new(sentences);
    let name = format!("rows-{EDITION}-{articles}");
    let folder = make(&name, |folder| fill(&mut sentences, folder, articles))?;
    let mut classes = CLASSES.iter().filter(|class| class.words > 0);
    classes.try_fold(Vec::new(), |mut rows, class| {
        let cold = ask(&mut sentences, &folder, class, true)?;
        let warm = ask(&mut sentences, &folder, class, false)?;
        rows.push(Row {
            class: class.name,
            warm,
            cold,
        });
        Ok(rows)
    })
}

/// Asks a notebook: cold, the moment that it is opened with none of its files in memory;
/// otherwise once it has come to rest.
fn ask(
    sentences: &mut Sentences,
    folder: &Path,
    class: &Class,
    cold: bool,
) -> Result<(f64, f64), Failure> {
    if cold {
        forget(folder)?;
    }
    let notebook = Notebook::open(folder).map_err(expected)?;
    if !cold {
        // What is checked at each opening is done by the time a person has typed.
        notebook.finish_indexing().map_err(expected)?;
        notebook.finish_backlog();
    }
    sentences.restart(2);
    let mut times = Vec::new();
    for _ in 0..QUERIES {
        let query = SearchQuery {
            text: (class.text)(&sentences.words(class.words)),
            limit: 20,
            sort: class.sort,
            ..SearchQuery::default()
        };
        let asked = milliseconds(|| notebook.search(&query).map(drop));
        times.push(asked.map_err(expected)?);
    }
    Ok(percentiles(&mut times))
}

fn fill(sentences: &mut Sentences, folder: &Path, articles: usize) -> Result<(), Failure> {
    let scratch = tempfile::tempdir().map_err(Failure::file(folder))?;
    let list = scratch.path().join("articles.jsonl");
    let mut out = BufWriter::new(File::create(&list).map_err(Failure::file(&list))?);
    sentences.restart(1);
    for number in 0..articles {
        let (title, text) = sentences.text(number);
        let article = json!({
            "id": format!("rows-{number}"),
            "lang": "en",
            "title": title,
            "text": text,
            "published": published(u64::try_from(day(number)).unwrap_or_default() * 24 * 60),
            "outlet": format!("Outlet {}", sentences.dice() % 200),
        });
        writeln!(out, "{article}").map_err(Failure::file(&list))?;
    }
    out.flush().map_err(Failure::file(&list))?;
    let notebook = Notebook::create(folder).map_err(expected)?;
    let run = notebook
        .imports()
        .run_ready(&list, &CancelToken::new(), &mut |_| {});
    println!("{:?}", run.map_err(expected)?);
    notebook.finish_indexing().map_err(expected)
}

/// Has the system let go what it holds of a folder's files (`nocache` of GNU dd).
fn forget(folder: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        if path.is_dir() {
            forget(&path)?;
            continue;
        }
        let mut dd = Command::new("dd");
        dd.arg(format!("if={}", path.display()))
            .args(["iflag=nocache", "count=0", "status=none"]);
        process::run(dd)?;
    }
    Ok(())
}
