//! One import under way: chunk after chunk, each kept before it is reported.

use std::ops::ControlFlow;

use rusqlite::Connection;

use super::Imports;
use super::ahead;
use super::keeping::{self, Prepared};
use super::parallel::{Gate, cores, in_parallel};
use super::parts::{self, Needs, Whole};
use super::preparing::{self, Work};
use super::settling;
use crate::Result;
use crate::domain::{ArticleId, ImportItem, ImportProgress, ImportSource, OutcomeKind};
use crate::extract::OutletPicks;
use crate::import::{Found, Held, Part, Received};
use crate::jobs::CancelToken;
use crate::notebook::{matching, undoing};

/// Things read between two transactions once an import is under way.
const CHUNK: usize = 32;
/// Parts of a stream that wait to be extracted hold no more than this, in bytes.
const CHUNK_BYTES: usize = 16 << 20;

pub(super) struct Run<'a> {
    pub imports: &'a Imports<'a>,
    pub cancel: &'a CancelToken,
    pub report: &'a mut dyn FnMut(ImportProgress),
    pub progress: ImportProgress,
    outlet_picks: &'a OutletPicks,
    /// How many things the next chunk takes: few at first, so that something is seen soon.
    size: usize,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        imports: &'a Imports<'a>,
        cancel: &'a CancelToken,
        report: &'a mut dyn FnMut(ImportProgress),
        progress: ImportProgress,
        outlet_picks: &'a OutletPicks,
    ) -> Self {
        Self {
            imports,
            cancel,
            report,
            progress,
            outlet_picks,
            size: 1,
        }
    }

    /// Imports everything found, in its order. While some of it is kept, the next is read.
    pub(super) fn all(&mut self, found: Vec<Found>) -> Result<()> {
        let (needs, cancel) = (self.needs(), self.cancel);
        let gate = Gate::new(cores());
        let names: Vec<String> = found.iter().map(Found::name).collect();
        self.say_reading(names.first().cloned());
        let sizes = std::iter::successors(Some(self.size), |size| Some(larger(*size)));
        let mut taken = 0;
        ahead::in_order(
            found,
            |found| {
                let _inside = is_large(&found).then(|| gate.enter());
                preparing::prepare(found, needs, cancel)
            },
            sizes,
            |read| {
                self.grow();
                // The next in order: it holds up the others, if it takes long.
                taken += read.len();
                self.progress.reading = names.get(taken).cloned();
                self.settle(read)
            },
        )
    }

    /// Keeps what was read, in its order.
    fn settle(&mut self, read: Vec<Work>) -> Result<()> {
        let mut settled = 0;
        let mut things = Vec::new();
        for work in read {
            match work {
                Work::Things(some) => {
                    settled += 1;
                    things.extend(some);
                }
                Work::Stream(received) => {
                    self.keep(std::mem::take(&mut things), std::mem::take(&mut settled))?;
                    self.stream(received)?;
                }
            }
        }
        self.keep(things, settled)
    }

    /// Says what is being read: nothing may be finished for some time.
    fn say_reading(&mut self, name: Option<String>) {
        if self.cancel.is_cancelled() {
            return;
        }
        self.progress.reading = name;
        (self.report)(self.progress.clone());
    }

    fn grow(&mut self) {
        self.size = larger(self.size);
    }

    /// Imports a large file, or one that holds many things, without ever holding all of
    /// it. What was found is kept while the rest is still read.
    fn stream(&mut self, received: Received) -> Result<()> {
        let cancel = self.cancel;
        if cancel.is_cancelled() {
            return self.keep(vec![preparing::stopped(&received)], 1);
        }
        let whole = match preparing::keep_original(&received, self.needs().originals) {
            Ok(whole) => whole,
            Err(error) => {
                let thing = preparing::internal(&received, error.to_string());
                return self.keep(vec![thing], 1);
            }
        };
        self.say_reading(Some(received.name.clone()));
        let mut waiting = Waiting::default();
        let mut found = 0;
        // The file was counted as one thing until now.
        let mut settled = 1;
        let mut failed = None;
        let read = preparing::read_body(&received, cancel, &mut |part| {
            found += 1;
            waiting.add(part);
            if waiting.is_enough(self.size)
                && let Err(error) = self.flush(&mut waiting, &whole, &mut settled)
            {
                failed = Some(error);
            }
            if failed.is_some() || cancel.is_cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        if let Some(error) = failed {
            return Err(error);
        }
        self.flush(&mut waiting, &whole, &mut settled)?;
        let said = if cancel.is_cancelled() {
            vec![preparing::stopped(&received)]
        } else {
            preparing::ending(read, received.format, &whole, found)
        };
        self.keep(said, settled)
    }

    /// Extracts and keeps the parts that wait.
    fn flush(&mut self, waiting: &mut Waiting, whole: &Whole, settled: &mut usize) -> Result<()> {
        self.grow();
        let needs = self.needs();
        let things = in_parallel(waiting.take(), |part| parts::prepare(part, whole, needs));
        if things.is_empty() {
            return Ok(());
        }
        self.keep(things, std::mem::take(settled))
    }

    /// Keeps things in one transaction, then reports them. `settled`: how many of those
    /// counted before they are.
    fn keep(&mut self, things: Vec<Prepared>, settled: usize) -> Result<()> {
        if things.is_empty() && settled == 0 {
            return Ok(());
        }
        let total = self.progress.total as usize - settled.min(self.progress.total as usize);
        self.progress.total = u32::try_from(total + things.len()).unwrap_or(u32::MAX);
        let items = self.write(things)?;
        super::count(&mut self.progress, items);
        (self.report)(self.progress.clone());
        self.progress.items.clear();
        Ok(())
    }

    fn write(&self, things: Vec<Prepared>) -> Result<Vec<ImportItem>> {
        let notebook = self.imports.0;
        let matcher = notebook.shared().matcher();
        let import = self.progress.import;
        let items = notebook
            .shared()
            .store
            .write("keep what was imported", |tx| {
                let mut items = Vec::with_capacity(things.len());
                for thing in things {
                    for thing in self.read_if_gone(tx, thing)? {
                        items.push(keeping::keep(tx, &matcher, import, thing)?);
                    }
                }
                Ok(items)
            })?;
        let ids: Vec<ArticleId> = items
            .iter()
            .filter(|item| item.outcome != OutcomeKind::Duplicate)
            .filter_map(|item| item.article)
            .collect();
        matching::look_again(notebook.shared(), &matcher, &ids)?;
        for change in undoing::articles_and_entities(ids) {
            notebook.changed(change);
        }
        Ok(items)
    }

    /// What was not read since its bytes were known is read now if they are known no longer:
    /// somebody has deleted the article meanwhile.
    fn read_if_gone(&self, conn: &Connection, mut thing: Prepared) -> Result<Vec<Prepared>> {
        if let (Some(received), Some(sha256)) = (thing.unread.take(), thing.source)
            && settling::same_bytes(conn, sha256)?.is_none()
        {
            return Ok(preparing::read_after_all(&received, sha256, self.needs()));
        }
        Ok(vec![thing])
    }

    fn needs(&self) -> Needs<'a> {
        Needs {
            originals: &self.imports.0.shared().originals,
            outlet_picks: self.outlet_picks,
            names: Some(self.imports.0.shared()),
        }
    }
}

/// True for a file that is held in memory, and much of it: of these no more are read at
/// once than there are cores.
fn is_large(found: &Found) -> bool {
    const LARGE: u64 = 4 << 20;
    match found {
        Found::Source(ImportSource::Path { path }) => {
            path.metadata().is_ok_and(|metadata| metadata.len() > LARGE)
        }
        _ => false,
    }
}

fn larger(size: usize) -> usize {
    (size * 2).min(CHUNK)
}

/// Parts of a stream that are not extracted yet.
#[derive(Default)]
struct Waiting {
    parts: Vec<Part>,
    bytes: usize,
}

impl Waiting {
    fn add(&mut self, part: Part) {
        if let Held::Page { bytes, .. } = &part.held {
            self.bytes += bytes.len();
        }
        self.parts.push(part);
    }

    fn is_enough(&self, size: usize) -> bool {
        self.parts.len() >= size || self.bytes >= CHUNK_BYTES
    }

    fn take(&mut self) -> Vec<Part> {
        self.bytes = 0;
        std::mem::take(&mut self.parts)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Run;
    use crate::domain::{ImportDoor, ImportSource, OutcomeCode, OutcomeKind};
    use crate::extract::OutletPicks;
    use crate::import::Found;
    use crate::jobs::CancelToken;
    use crate::notebook::Notebook;
    use crate::notebook::imports::preparing::{self, Work};

    /// A page whose bytes are known is not read, unless its article has gone by its turn.
    #[test]
    fn a_known_page_is_read_only_if_its_article_goes_meanwhile() {
        let folder = tempfile::TempDir::new().unwrap();
        let notebook = Notebook::create(folder.path().join("Desk")).unwrap();
        let imports = notebook.imports();
        let path = folder.path().join("ferry.html");
        let words = "The ferry left the harbour before dawn, its owner said. ".repeat(8);
        fs::write(&path, format!("<h1>The ferry left</h1><p>{words}</p>")).unwrap();
        let (cancel, picks) = (CancelToken::new(), OutletPicks::default());
        let progress = imports.begin(None, ImportDoor::Dropped, 1).unwrap();
        let mut report = |_| {};
        let run = Run::new(&imports, &cancel, &mut report, progress, &picks);
        let prepared = || {
            let found = Found::Source(ImportSource::Path { path: path.clone() });
            match preparing::prepare(found, run.needs(), &cancel) {
                Work::Things(things) => things,
                Work::Stream(_) => panic!("a page is no stream"),
            }
        };

        let things = prepared();
        assert!(things[0].article.is_some(), "new, it is read");
        let first = run.write(things).unwrap().remove(0);
        let things = prepared();
        assert!(things[0].article.is_none() && things[0].unread.is_some());
        let same = run.write(things).unwrap().remove(0);
        assert_eq!(
            (same.outcome, same.code, same.article),
            (
                OutcomeKind::Duplicate,
                OutcomeCode::SameBytes,
                first.article
            )
        );
        let things = prepared();
        let ids: Vec<_> = first.article.into_iter().collect();
        notebook.articles().delete(&ids).unwrap();
        let items = run.write(things).unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].outcome, OutcomeKind::Imported);
        let article = items[0].article.unwrap();
        assert_ne!(Some(article), first.article);
        let article = notebook.articles().get(article).unwrap();
        assert_eq!(article.title, "The ferry left");
        assert!(article.blocks[0].text.contains("before dawn"));
    }
}
