//! Searching a notebook as the window does: rows with passages, facets, and what was
//! imported a moment ago.

use std::fs;
use std::path::Path;
use std::time::Instant;

use dragoman_core::domain::{ArticleQuery, ImportDoor, ImportSource, SearchQuery};
use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::Failure;

use super::series;
use crate::articles::Dice;
use crate::figures::{Limit, Series};
use crate::library::expected;

const QUERIES: usize = 60;
/// Each is asked so often; the fastest time counts.
const TIMES: usize = 4;
const NEW: u32 = 20;
/// An article that isn't found by now never will be.
const TOO_LONG_MS: f64 = 30_000.0;

/// Twenty results with their passages, and their facets, for words of titles.
pub fn results(notebook: &Notebook, articles: u32) -> Result<[Series; 2], Failure> {
    let mut dice = Dice::new(17);
    let (mut rows, mut facets) = (Vec::new(), Vec::new());
    while rows.len() < QUERIES {
        let at = dice.below(u64::from(articles)) as u32;
        let list = notebook.articles();
        let page = list.list(&ArticleQuery::default(), at, 1);
        let page = page.map_err(expected)?;
        let title = page.rows.first().map_or("", |row| row.title.as_str());
        // With the space, it is no beginning of a longer word.
        let Some(word) = title.split(' ').next_back() else {
            continue;
        };
        let query = asking(&format!("{word} "));
        rows.push(fastest(|| notebook.search(&query).map(drop))?);
        facets.push(fastest(|| notebook.search_facets(&query).map(drop))?);
    }
    let limit = Limit::AtMost(5.0);
    Ok([
        series(
            "searching words of a title: 20 rows with passages",
            "ms",
            limit,
            rows,
        ),
        series("the same, its facets", "ms", limit, facets),
    ])
}

/// From the end of an article's import until a search finds it, which is asked again and
/// again meanwhile.
pub fn new_articles(notebook: &Notebook, folder: &Path) -> Result<Series, Failure> {
    let mut times = Vec::new();
    for number in 0..NEW {
        let word = format!("zyxqua{number}vex");
        let path = folder.join(format!("new-{number}.txt"));
        let text = format!("Harbour talks {number}\n\nThe envoy spoke of {word} at noon.\n");
        fs::write(&path, text).map_err(Failure::file(&path))?;
        let sources = vec![ImportSource::Path { path }];
        let imports = notebook.imports();
        let done = imports.run(
            sources,
            ImportDoor::Command,
            &CancelToken::new(),
            &mut |_| {},
        );
        done.map_err(expected)?;
        let begun = Instant::now();
        let query = asking(&word);
        while notebook.search(&query).map_err(expected)?.total == 0 {
            if begun.elapsed().as_secs_f64() * 1_000.0 > TOO_LONG_MS {
                return Err(Failure::Expected(format!("{word} is not found")));
            }
            std::thread::yield_now();
        }
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    let name = "from the end of an import until it is found";
    Ok(series(name, "ms", Limit::AtMost(500.0), times))
}

fn asking(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.to_owned(),
        limit: 20,
        ..SearchQuery::default()
    }
}

fn fastest(mut run: impl FnMut() -> dragoman_core::Result<()>) -> Result<f64, Failure> {
    let mut best = f64::MAX;
    for _ in 0..TIMES {
        let begun = Instant::now();
        run().map_err(expected)?;
        best = best.min(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(best)
}
