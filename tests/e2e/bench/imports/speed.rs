//! How fast single steps are.

use std::fs;
use std::time::Instant;

use dragoman_core::domain::{ArticleId, ArticleQuery, ImportDoor, ImportSource};
use dragoman_core::extract::{self, SourceHints};
use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::Failure;

use super::{Pages, finding, pdf, series, with_names};
use crate::articles::Dice;
use crate::figures::{Limit, Series};
use crate::library::{self, expected};
use crate::processor;

/// What a saved page has on average, in bytes.
pub const PAGE: usize = 150_000;

const ROUNDS: u32 = 5;
const PAGES: u32 = 400;
const PDFS: u32 = 20;
const READY: u32 = 10_000;
const LOOKUPS: usize = 1000;

/// Pages a second on one core, without keeping anything. With what each costs in processor
/// time, which other work on the machine changes little.
pub fn extraction(pages: &mut Pages) -> Result<[Series; 2], Failure> {
    let mut rates = Vec::new();
    let mut costs = Vec::new();
    for _ in 0..ROUNDS {
        let some: Vec<String> = (0..PAGES).map(|_| pages.next(PAGE)).collect();
        let (begun, before) = (Instant::now(), processor::of_thread()?);
        for page in &some {
            let bytes = page.as_bytes();
            let media = extract::sniff(bytes, Some("page.html"), None)
                .ok_or_else(|| Failure::Expected("a page is no page".to_owned()))?;
            let parts = extract::article(bytes, &SourceHints::of(media));
            std::hint::black_box(parts);
        }
        rates.push(f64::from(PAGES) / begun.elapsed().as_secs_f64());
        costs.push((processor::of_thread()? - before) / f64::from(PAGES));
    }
    let name = "extraction of pages, one core";
    let cost = "the same, processor time a page";
    Ok([
        series(name, "/s", Limit::AtLeast(300.0), rates),
        series(cost, "ms", Limit::AtMost(1000.0 / 300.0), costs),
    ])
}

/// Pages a second from files on disk until they are searchable, known names found.
/// With what each costs in processor time: at that rate two cores have 10 ms for it.
pub fn end_to_end(pages: &mut Pages) -> Result<[Series; 2], Failure> {
    let names = with_names()?;
    let mut rates = Vec::new();
    let mut costs = Vec::new();
    for _ in 0..ROUNDS {
        let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
        let folder = desk.path().join("pages");
        let bytes = pages.write(&folder, PAGES, PAGE)?;
        if rates.is_empty() {
            println!(
                "{PAGES} pages of {} KB on average",
                bytes / u64::from(PAGES) / 1000
            );
        }
        let notebook = desk.path().join("notebook");
        library::copy(&names, &notebook)?;
        let notebook = Notebook::open(&notebook).map_err(expected)?;
        let (begun, before) = (Instant::now(), processor::of_process()?);
        let sources = vec![ImportSource::Path { path: folder }];
        let done = notebook
            .imports()
            .run(
                sources,
                ImportDoor::Command,
                &CancelToken::new(),
                &mut |_| {},
            )
            .map_err(expected)?;
        notebook.finish_indexing().map_err(expected)?;
        let seconds = begun.elapsed().as_secs_f64();
        if done.done != PAGES || done.imported * 10 < PAGES * 9 {
            return Err(Failure::Expected(format!(
                "{PAGES} pages imported: {done:?}"
            )));
        }
        rates.push(f64::from(PAGES) / seconds);
        costs.push((processor::of_process()? - before) / f64::from(PAGES));
    }
    let name = "importing pages until searchable, 5,000 names";
    let cost = "the same, processor time a page";
    Ok([
        series(name, "/s", Limit::AtLeast(200.0), rates),
        series(cost, "ms", Limit::AtMost(10.0), costs),
    ])
}

/// Ready articles a second into an empty notebook.
pub fn ready() -> Result<Series, Failure> {
    let mut rates = Vec::new();
    for _ in 0..3 {
        let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
        let seconds = library::add(&desk.path().join("notebook"), 0..READY)?;
        rates.push(f64::from(READY) / seconds);
    }
    let name = "importing 10,000 ready articles until searchable";
    Ok(series(name, "/s", Limit::AtLeast(1000.0), rates))
}

/// A PDF of 1 MB, read and kept.
pub fn pdf() -> Result<Series, Failure> {
    let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
    let notebook = Notebook::create(desk.path().join("notebook")).map_err(expected)?;
    let mut times = Vec::new();
    for number in 0..PDFS {
        let path = desk.path().join(format!("{number}.pdf"));
        fs::write(&path, pdf::text_pdf(number, 1 << 20)).map_err(Failure::file(&path))?;
        let begun = Instant::now();
        let sources = vec![ImportSource::Path { path }];
        let done = notebook
            .imports()
            .run(
                sources,
                ImportDoor::Command,
                &CancelToken::new(),
                &mut |_| {},
            )
            .map_err(expected)?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if done.imported + done.wire_copies != 1 {
            return Err(Failure::Expected(format!("a PDF imported: {done:?}")));
        }
    }
    let limit = Limit::AtMost(300.0);
    Ok(series("importing a PDF of 1 MB", "ms", limit, times))
}

/// Looking for copies in a large library, and importing more into it.
pub fn in_library(articles: u32) -> Result<Vec<Series>, Failure> {
    let kept = library::kept(articles)?;
    let desk = tempfile::tempdir_in(library::shelf()).map_err(Failure::file("a folder"))?;
    let folder = desk.path().join("notebook");
    library::copy(&kept, &folder)?;
    let notebook = Notebook::open(&folder).map_err(expected)?;
    let ids = some_articles(&notebook, articles)?;
    let (mut times, mut costs) = (Vec::new(), Vec::new());
    for id in ids {
        let (begun, before) = (Instant::now(), processor::of_thread()?);
        std::hint::black_box(notebook.wire().look_up(id).map_err(expected)?);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        costs.push(processor::of_thread()? - before);
    }
    let first = times.drain(..LOOKUPS.min(times.len()) / 10).collect();
    let [rows, facets] = finding::results(&notebook, articles)?;
    let found = finding::new_articles(&notebook, desk.path())?;
    drop(notebook);
    let seconds = library::add(&folder, articles..articles + READY)?;
    let rate = f64::from(READY) / seconds;
    Ok(vec![
        rows,
        facets,
        found,
        series(
            "looking up copies, after opening",
            "ms",
            Limit::AtMost(5.0),
            first,
        ),
        series("looking up copies", "ms", Limit::AtMost(5.0), times),
        series(
            "looking up copies, processor time",
            "ms",
            Limit::AtMost(5.0),
            costs,
        ),
        series(
            "importing 10,000 more until searchable",
            "/s",
            Limit::None,
            vec![rate],
        ),
    ])
}

/// Articles from everywhere in the library, in no order.
fn some_articles(notebook: &Notebook, articles: u32) -> Result<Vec<ArticleId>, Failure> {
    let mut dice = Dice::new(99);
    (0..LOOKUPS)
        .map(|_| {
            let at = dice.below(u64::from(articles)) as u32;
            let page = notebook
                .articles()
                .list(&ArticleQuery::default(), at, 1)
                .map_err(expected)?;
            let row = page.rows.first().map(|row| row.id);
            row.ok_or_else(|| Failure::Expected(format!("no article {at}")))
        })
        .collect()
}
