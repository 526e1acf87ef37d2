//! Importing ready articles: a file of JSON lines, kept as one original.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use super::super::matching;
use super::Imports;
use super::keeping::ReadArticle;
use super::parallel::in_parallel;
use super::settling;
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, Change, ImportDoor, ImportId, ImportItem, ImportItemId, ImportProgress, ImportState,
    OutcomeCode, OutcomeKind,
};
use crate::entities::NameMatcher;
use crate::import::read_line;
use crate::jobs::CancelToken;
use crate::store::article_table::NewArticle;
use crate::store::import_table::{self, ItemOrigin};
use crate::store::{Sha256, original_table};
use crate::{Error, Result};

/// Articles kept in one transaction.
const CHUNK: usize = 500;

impl Imports<'_> {
    /// Imports articles that need no extraction; see [`crate::import::ReadyArticle`].
    /// Each line is an article of its own; the file is their common original.
    /// A bad line is an outcome, not an error.
    pub fn run_ready(
        &self,
        path: &Path,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportProgress> {
        self.keeping(|| self.run_lines(path, cancel, report))
    }

    fn run_lines(
        &self,
        path: &Path,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportProgress> {
        let file = File::open(path).map_err(|source| Error::io("reading", path, source))?;
        let (original, size) = self.0.shared().originals.keep_stream(file, path)?;
        self.0.shared().store.write("keep an original", |tx| {
            original_table::put(tx, original, size, "application/jsonl")
        })?;
        let name = path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let mut progress = self.begin(Some(name.clone()), ImportDoor::Command, 0)?;
        let location = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let source = ReadySource {
            import: progress.import,
            original,
            name: &name,
            location: location.to_string_lossy().into_owned(),
        };
        if let Err(error) = self.keep_lines(&source, &mut progress, cancel, report) {
            return Err(self.fail(&mut progress, error));
        }
        let state = if cancel.is_cancelled() {
            ImportState::Cancelled
        } else {
            ImportState::Done
        };
        self.end(&mut progress, state)?;
        report(progress.clone());
        Ok(progress)
    }

    /// Keeps the articles of an original. It is read from where it is kept: a pipe
    /// can be read only once, and a file may have changed since.
    fn keep_lines(
        &self,
        source: &ReadySource<'_>,
        progress: &mut ImportProgress,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<()> {
        let kept = self.0.shared().originals.reader(source.original)?;
        let reading = |error| Error::io("reading", Path::new(&source.location), error);
        let mut lines = (1..).zip(BufReader::new(kept).split(b'\n'));
        loop {
            let mut chunk = Vec::with_capacity(CHUNK);
            while chunk.len() < CHUNK && !cancel.is_cancelled() {
                let Some((number, line)) = lines.next() else {
                    break;
                };
                let mut line = line.map_err(reading)?;
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                if !line.iter().all(u8::is_ascii_whitespace) {
                    chunk.push((number, line));
                }
            }
            if chunk.is_empty() {
                return Ok(());
            }
            let items = self.keep_ready(source, chunk)?;
            progress.total += u32::try_from(items.len()).unwrap_or(u32::MAX);
            super::count(progress, items);
            report(progress.clone());
            progress.items.clear();
        }
    }

    fn keep_ready(
        &self,
        source: &ReadySource<'_>,
        chunk: Vec<(u32, Vec<u8>)>,
    ) -> Result<Vec<ImportItem>> {
        let matcher = self.0.shared().matcher();
        let lines = in_parallel(chunk, |(number, line)| {
            ReadLine::new(number, &line, &matcher)
        });
        let items = self.0.shared().store.write("keep ready articles", |tx| {
            let mut items = Vec::with_capacity(lines.len());
            for line in &lines {
                let item = keep_line(tx, &matcher, source, line)?;
                // Of many thousand lines only the problems are worth a row.
                if item.outcome != OutcomeKind::Imported {
                    let from = ItemOrigin {
                        original: Some(source.original),
                        part: Some(line.number),
                        source: Some(line.sha256),
                    };
                    import_table::insert_item(tx, &item, &from)?;
                }
                items.push(item);
            }
            Ok(items)
        })?;
        let ids: Vec<ArticleId> = items
            .iter()
            .filter(|item| item.outcome != OutcomeKind::Duplicate)
            .filter_map(|item| item.article)
            .collect();
        matching::look_again(self.0.shared(), &matcher, &ids)?;
        self.0.changed(Change::Articles { ids });
        Ok(items)
    }
}

struct ReadySource<'a> {
    import: ImportId,
    original: Sha256,
    name: &'a str,
    location: String,
}

/// A line of the file, read; or what is wrong with it.
struct ReadLine {
    number: u32,
    sha256: Sha256,
    article: std::result::Result<(Option<String>, ReadArticle), String>,
}

impl ReadLine {
    fn new(number: u32, line: &[u8], matcher: &Arc<NameMatcher>) -> Self {
        let read = std::str::from_utf8(line)
            .map_err(|_| "it is not UTF-8".to_owned())
            .and_then(read_line);
        let article = read.map(|ready| {
            let external_id = ready.id.clone();
            let article = ReadArticle::new(ready.into_parts(), Some(Arc::clone(matcher)));
            (external_id, article)
        });
        Self {
            number,
            sha256: Sha256::of(line),
            article,
        }
    }
}

fn keep_line(
    conn: &rusqlite::Connection,
    matcher: &NameMatcher,
    source: &ReadySource<'_>,
    line: &ReadLine,
) -> Result<ImportItem> {
    let number = line.number;
    let name = format!("{}:{number}", source.name);
    let mut item = ImportItem {
        id: ImportItemId::new(),
        import: source.import,
        name: name.clone(),
        location: Some(format!("{}:{number}", source.location)),
        outcome: OutcomeKind::NotImported,
        code: OutcomeCode::NotReadable,
        detail: None,
        article: None,
        title: None,
        copy_of: None,
        original: true,
        pickable: false,
        resolved: false,
    };
    let (external_id, article) = match &line.article {
        Ok(read) => read,
        Err(why) => {
            item.detail = Some(why.clone());
            return Ok(item);
        }
    };
    let new = NewArticle {
        id: ArticleId::new(),
        import: Some(source.import),
        parts: &article.parts,
        imported_ms: now_ms(),
        original: Some(source.original),
        original_part: Some(number),
        original_name: &name,
        original_location: Some(&source.location),
        source_sha256: line.sha256,
        external_id: external_id.as_deref(),
        saved: None,
    };
    settling::settle(conn, matcher, &new, article)?.tell(&mut item);
    Ok(item)
}
