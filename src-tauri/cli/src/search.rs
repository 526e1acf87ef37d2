//! `dragoman search`.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use dragoman_core::Notebook;
use dragoman_core::domain::{HitKind, HitTarget, SearchHit, SearchQuery};
use serde::{Deserialize, Serialize};

use crate::arguments::SearchArguments;
use crate::failure::Failure;
use crate::output;

#[derive(Deserialize)]
struct QueryLine {
    id: String,
    query: String,
}

#[derive(Serialize)]
struct AnswerLine {
    query_id: String,
    doc_ids: Vec<String>,
    ms: f64,
}

pub fn run(folder: &Path, arguments: SearchArguments, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    let text = arguments.query.join(" ");
    if arguments.explain {
        output::json_line(&notebook.read_query(&text)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    notebook.finish_indexing()?;
    if arguments.facets {
        let query = SearchQuery {
            text,
            ..SearchQuery::default()
        };
        output::json_line(&notebook.search_facets(&query)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    match &arguments.queries {
        Some(path) => answer_all(&notebook, path, arguments.limit),
        None => {
            let query = SearchQuery {
                text,
                limit: arguments.limit,
                sort: Some(arguments.sort.into()),
                ..SearchQuery::default()
            };
            answer(&notebook, &query, json)
        }
    }
}

fn answer(notebook: &Notebook, query: &SearchQuery, json: bool) -> Result<ExitCode, Failure> {
    let results = notebook.search(query)?;
    for hit in results.hits.iter().map(with_bars) {
        let hit = &hit;
        if json {
            output::json_line(hit)?;
        } else {
            output::line(&as_text(hit))?;
        }
    }
    if !json {
        let plural = if results.total == 1 { "" } else { "s" };
        let with_all = match results.all_words {
            Some(all) if all < results.total => format!(", {all} with all words,"),
            _ => String::new(),
        };
        let more = if results.more == Some(true) {
            "more than "
        } else {
            ""
        };
        output::remark(&format!(
            "{more}{} result{plural}{with_all} in {:.1} ms",
            results.total, results.milliseconds
        ));
    }
    if !json && let Some(suggestion) = &results.suggestion {
        output::remark(&format!("Did you mean: {}?", suggestion.query));
    }
    if results.waiting > 0 {
        // The index can't be written, say on a full disk.
        eprintln!(
            "dragoman: {} more are kept, but can't be searched now",
            results.waiting
        );
    }
    Ok(if results.total == 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// With the words of a table's row as they are kept and as `show` gives them: in a result, a
/// tab stands for the bar between two cells.
fn with_bars(hit: &SearchHit) -> SearchHit {
    let mut hit = hit.clone();
    for words in hit.snippet.iter_mut().chain(&mut hit.words) {
        *words = words.replace('\t', "|");
    }
    hit
}

fn as_text(hit: &SearchHit) -> String {
    let (id, about) = match &hit.target {
        HitTarget::Article {
            id,
            outlet,
            published,
            ..
        } => {
            let date = published.as_ref().map(|time| time.iso.clone());
            let about: Vec<String> = outlet.iter().cloned().chain(date).collect();
            (id.to_string(), format!("article {}", about.join(", ")))
        }
        HitTarget::Note { id, edited_at } => (id.to_string(), format!("note {edited_at}")),
        HitTarget::Entity { id, articles, .. } => {
            (id.to_string(), format!("entity, {articles} articles"))
        }
        HitTarget::Quote { id, outlet, .. } => {
            let outlet = outlet.as_deref().unwrap_or_default();
            (id.to_string(), format!("quote {outlet}"))
        }
    };
    let title = output::inline(&hit.title.concat());
    let mut text = format!("{id}  {title}  ({})", output::inline(about.trim()));
    if !hit.snippet.is_empty() {
        let passage = output::inline(&hit.snippet.concat());
        text.push_str(&format!("\n    {passage}"));
    }
    text
}

fn answer_all(notebook: &Notebook, path: &Path, limit: u32) -> Result<ExitCode, Failure> {
    let unreadable = |source| Failure::Unreadable {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(unreadable)?;
    let mut code = ExitCode::SUCCESS;
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.map_err(unreadable)?;
        if line.trim().is_empty() {
            continue;
        }
        let query: QueryLine = match serde_json::from_str(&line) {
            Ok(query) => query,
            // The others are answered all the same.
            Err(why) => {
                let path = output::inline(&path.display().to_string());
                output::remark(&format!(
                    "dragoman: line {number} of {path} is not a query: {why}"
                ));
                code = ExitCode::from(1);
                continue;
            }
        };
        let started = Instant::now();
        let doc_ids = notebook.search_ids(&SearchQuery {
            text: query.query,
            kinds: vec![HitKind::Article],
            limit,
            ..SearchQuery::default()
        })?;
        output::json_line(&AnswerLine {
            query_id: query.id,
            doc_ids,
            ms: started.elapsed().as_secs_f64() * 1000.0,
        })?;
    }
    Ok(code)
}
