//! Measures search on scored sets: indexes every `SET.docs.jsonl` of a folder
//! into one index, runs every `SET.queries.jsonl` and writes one run file each.
//!
//!     cargo run -p dragoman-core --example search_quality -- QUALITY_FOLDER RUNS_FOLDER
//!
//! Score the runs with the sets' own `score.py`.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use dragoman_core::domain::{ArticleId, HitKind, SearchQuery};
use dragoman_core::search::query::NoNames;
use dragoman_core::search::{DocumentFacts, DocumentKey, IndexChange, IndexDocument, SearchIndex};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    id: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
struct Question {
    id: String,
    query: String,
}

/// As many as an import applies at once.
const BATCH: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(sets), Some(runs)) = (arguments.next(), arguments.next()) else {
        return Err("give the folder of the sets and a folder for the runs".into());
    };
    fs::create_dir_all(&runs)?;
    let folder = tempfile::tempdir()?;
    let index = SearchIndex::open(folder.path())?;

    let mut names = HashMap::new();
    let mut changes = Vec::new();
    let mut bytes = 0;
    for path in files(&sets, ".docs.jsonl")? {
        for line in fs::read_to_string(path)?.lines() {
            let document: Document = serde_json::from_str(line)?;
            let id = ArticleId::new();
            names.insert(id, document.id);
            bytes += document.text.len();
            changes.push(IndexChange::Put(IndexDocument {
                key: DocumentKey::Article(id),
                title: document.title,
                body: document.text,
                names: Vec::new(),
                language: document.lang,
                published: None,
                facts: DocumentFacts::default(),
            }));
        }
    }
    let (count, started) = (changes.len(), Instant::now());
    let mut sequence = 0;
    while !changes.is_empty() {
        let rest = changes.split_off(changes.len().min(BATCH));
        sequence += 1;
        index.apply(std::mem::replace(&mut changes, rest), sequence)?;
    }
    index.rest()?;
    eprintln!(
        "indexed {count} documents, {bytes} bytes, in {:?}",
        started.elapsed()
    );

    let mut times = Vec::new();
    for path in files(&sets, ".queries.jsonl")? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let mut run = fs::File::create(runs.join(name.replace(".queries", "")))?;
        for line in fs::read_to_string(&path)?.lines() {
            let question: Question = serde_json::from_str(line)?;
            let started = Instant::now();
            let query = SearchQuery {
                text: question.query,
                kinds: vec![HitKind::Article],
                offset: 0,
                limit: 20,
                // Judgements know each copy by itself.
                every_copy: Some(true),
                ..SearchQuery::default()
            };
            let found = index.search(&query, &NoNames)?;
            let ms = started.elapsed().as_secs_f64() * 1000.0;
            times.push(ms);
            let ids: Vec<&str> = found
                .hits
                .iter()
                .filter_map(|hit| match hit.key {
                    DocumentKey::Article(id) => names.get(&id).map(String::as_str),
                    _ => None,
                })
                .collect();
            let line = serde_json::json!({ "query_id": question.id, "doc_ids": ids, "ms": ms });
            writeln!(run, "{line}")?;
        }
    }
    times.sort_by(f64::total_cmp);
    if let (Some(median), Some(late)) = (
        times.get(times.len() / 2),
        times.get(times.len() * 95 / 100),
    ) {
        eprintln!(
            "{} queries, median {median:.2} ms, p95 {late:.2} ms",
            times.len()
        );
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    found.sort();
    Ok(found)
}
