//! One import of very many pages: cancelled at half, resumed, taken back; with the memory
//! that it holds.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use dragoman_core::domain::{
    ArticleQuery, ImportDoor, ImportProgress, ImportSource, ImportState, SearchQuery,
};
use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::Failure;

use super::{NAMES, Pages, series, with_names};
use crate::figures::{self, Limit};
use crate::library::{self, expected};
use crate::memory;

/// Small pages: fifty thousand of the usual size would fill 7.5 GB.
const PAGE: usize = 30_000;
/// Memory is looked at each time that so many more are done.
const STEP: u32 = 500;

/// What was seen while an import went on.
#[derive(Default)]
struct Seen {
    /// Megabytes, one for each [`STEP`].
    memory: Vec<f64>,
    next: u32,
    problem: Option<Failure>,
}

impl Seen {
    fn look(&mut self, done: u32) {
        if done < self.next {
            return;
        }
        self.next = done + STEP;
        match memory::own_megabytes() {
            Ok(megabytes) => self.memory.push(megabytes),
            Err(problem) => self.problem = Some(problem),
        }
    }
}

/// Writes `count` pages and measures their import in a process of its own, which holds
/// nothing else.
pub fn of_new_pages(pages: &mut Pages, count: u32) -> Result<(), Failure> {
    let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
    println!("writing {count} pages");
    let bytes = pages.write(desk.path(), count, PAGE)?;
    println!("{} KB on average", bytes / u64::from(count.max(1)) / 1000);
    let program = std::env::current_exe().map_err(Failure::file("this program"))?;
    let status = Command::new(program)
        .arg("long-run")
        .arg(desk.path())
        .status()
        .map_err(Failure::file("this program"))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Expected(format!("the long import: {status}")))
}

/// Measures the import of a folder of pages, none of which is there twice.
pub fn measure(folder: &Path) -> Result<(), Failure> {
    let count = files(folder)?;
    let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
    let path = desk.path().join("notebook");
    library::copy(&with_names()?, &path)?;
    let notebook = Notebook::open(&path).map_err(expected)?;
    let before = State::of(&notebook)?;
    let mut seen = Seen::default();

    let begun = Instant::now();
    let first = import(&notebook, folder, Some(count / 2), &mut seen)?;
    let kept = added(&first);
    check(first.state == ImportState::Cancelled, "cancelled", &first)?;
    check(first.done == count, "each page has an outcome", &first)?;
    check(
        kept >= count / 4 && first.not_imported >= count / 4,
        "cancelled at half",
        &first,
    )?;
    let second = import(&notebook, folder, None, &mut seen)?;
    notebook.finish_indexing().map_err(expected)?;
    let seconds = begun.elapsed().as_secs_f64();
    check(second.state == ImportState::Done, "done", &second)?;
    // A page may be the copy of another, or its new version; none is there twice.
    check(
        second.done == count && second.not_imported == 0,
        "resumed",
        &second,
    )?;
    check(
        second.duplicates >= kept && added(&second) + kept <= count,
        "nothing twice",
        &second,
    )?;
    let whole = State::of(&notebook)?;
    if whole.indexed != before.indexed + u64::from(whole.articles) {
        return Err(Failure::Expected(format!("{whole:?} after {before:?}")));
    }
    verify(&notebook)?;

    let begun = Instant::now();
    for import in [second.import, first.import] {
        notebook.imports().undo(import).map_err(expected)?;
    }
    notebook.finish_indexing().map_err(expected)?;
    let undone = begun.elapsed().as_secs_f64();
    let after = State::of(&notebook)?;
    if after != before {
        return Err(Failure::Expected(format!("{after:?}, not {before:?}")));
    }
    verify(&notebook)?;

    let grown = grown(&seen.memory);
    if let Some(problem) = seen.problem {
        return Err(problem);
    }
    let table = [
        series(
            "pages until searchable, cancelled and resumed",
            "/s",
            Limit::None,
            vec![f64::from(count) / seconds],
        ),
        series(
            "memory held meanwhile",
            "MB",
            Limit::AtMost(500.0),
            seen.memory,
        ),
        series(
            "memory in the last tenth, more than in the second",
            "MB",
            Limit::AtMost(50.0),
            vec![grown],
        ),
        series(
            "taking both imports back until gone from search",
            "s",
            Limit::None,
            vec![undone],
        ),
    ];
    let title = format!("one import of {count} pages, {NAMES} names known");
    figures::print(&title, &table);
    Ok(())
}

/// From the second tenth to the last, by their medians: a single look meets the indexer at
/// work, or not.
fn grown(memory: &[f64]) -> f64 {
    let tenth = (memory.len() / 10).max(1);
    let mut tenths = memory.chunks(tenth).map(|part| {
        let mut part = part.to_vec();
        part.sort_by(f64::total_cmp);
        part[part.len() / 2]
    });
    let second = tenths.nth(1).unwrap_or_default();
    tenths.next_back().map_or(0.0, |last| last - second)
}

fn files(folder: &Path) -> Result<u32, Failure> {
    let mut count = 0;
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        count += if path.is_dir() { files(&path)? } else { 1 };
    }
    Ok(count)
}

/// What a person sees of a notebook.
#[derive(Debug, PartialEq, Eq)]
struct State {
    articles: u32,
    inbox: u32,
    problems: u32,
    rows: u32,
    indexed: u64,
    found: u32,
}

impl State {
    fn of(notebook: &Notebook) -> Result<Self, Failure> {
        let counts = notebook.counts().map_err(expected)?;
        let list = notebook.articles().list(&ArticleQuery::default(), 0, 1);
        let query = SearchQuery {
            text: "Geneva".into(),
            ..SearchQuery::default()
        };
        Ok(Self {
            articles: counts.articles,
            inbox: counts.inbox,
            problems: counts.problems,
            rows: list.map_err(expected)?.total,
            indexed: u64::from(notebook.index_status().map_err(expected)?.indexed),
            found: notebook.search(&query).map_err(expected)?.total,
        })
    }
}

fn import(
    notebook: &Notebook,
    folder: &Path,
    stop_at: Option<u32>,
    seen: &mut Seen,
) -> Result<ImportProgress, Failure> {
    let cancel = CancelToken::new();
    seen.next = 0;
    let sources = vec![ImportSource::Path {
        path: folder.to_owned(),
    }];
    let done = notebook
        .imports()
        .run(sources, ImportDoor::Command, &cancel, &mut |progress| {
            seen.look(progress.done);
            if stop_at.is_some_and(|stop| progress.done >= stop) {
                cancel.cancel();
            }
        })
        .map_err(expected)?;
    println!(
        "{} imported, {} wire copies, {} new versions, {} duplicates, {} need attention, {} not imported",
        done.imported,
        done.wire_copies,
        done.new_versions,
        done.duplicates,
        done.needs_attention,
        done.not_imported
    );
    Ok(done)
}

fn added(progress: &ImportProgress) -> u32 {
    progress.imported + progress.wire_copies + progress.new_versions
}

fn check(right: bool, what: &str, progress: &ImportProgress) -> Result<(), Failure> {
    if right {
        return Ok(());
    }
    Err(Failure::Expected(format!("{what}: {progress:?}")))
}

/// Every original still has its hash, and index and database agree.
fn verify(notebook: &Notebook) -> Result<(), Failure> {
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .map_err(expected)?;
    if report.problems.is_empty() {
        return Ok(());
    }
    Err(Failure::Expected(format!("{:?}", report.problems)))
}
