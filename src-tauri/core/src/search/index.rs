//! The index on disk: opened, kept up, thrown away when it can't be used.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::collector::Count;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyError, Term};

use super::askers::Askers;
use super::document::{DocumentKey, IndexChange};
use super::error::{SearchError, guarded};
use super::latest::Latest;
use super::lexicon::Lexicon;
use super::library::Library;
use super::limits::Limits;
use super::schema::{Fields, VERSION, register_tokenizer, schema};

const VERSION_FILE: &str = "version";

/// Memory for postings not yet written, at most. One thread: a second one would
/// take the processor from the window.
const WRITER_MEMORY: usize = 64 * 1024 * 1024;

/// The full-text index of one notebook. It is derived: whatever happens to it,
/// it can be made again from the notebook.
pub struct SearchIndex {
    pub(super) folder: PathBuf,
    index: Index,
    pub(super) fields: Fields,
    pub(super) reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
    /// Taken only with the writer.
    lexicon: Mutex<Lexicon>,
    applied: AtomicU64,
    library: RwLock<Arc<Library>>,
    pub(super) latest: Latest,
    pub(super) askers: Askers,
    pub(super) limits: Limits,
    version: u32,
}

impl std::fmt::Debug for SearchIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchIndex")
            .field("folder", &self.folder)
            .field("applied", &self.applied)
            .finish_non_exhaustive()
    }
}

impl SearchIndex {
    /// Opens the index in `folder`, or makes an empty one. One that is damaged or
    /// was made by another version is removed first; [`Self::applied_sequence`]
    /// is 0 then, and the notebook applies everything again.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        match Self::open_existing(folder) {
            Ok(index) if index.is_current() => Ok(index),
            Ok(_) => Self::create(folder),
            Err(error) => {
                tracing::warn!(%error, "no usable search index, starting a new one");
                Self::create(folder)
            }
        }
    }

    /// Opens the index in `folder` as it is. One of an older version answers, if not
    /// quite as this one would, as long as its fields are the same.
    pub fn open_existing(folder: &Path) -> Result<Self, SearchError> {
        let damaged = || SearchError::Damaged {
            folder: folder.to_owned(),
            source: None,
        };
        let version = read_version(folder).ok_or_else(damaged)?;
        guarded(folder, || {
            let index = Index::open_in_dir(folder)?;
            let (wanted, fields) = schema();
            match index.schema() == wanted {
                true => Self::with(folder, index, fields, version).map(Some),
                false => Ok(None),
            }
        })?
        .ok_or_else(damaged)
    }

    pub(super) fn create(folder: &Path) -> Result<Self, SearchError> {
        let io = |source| SearchError::from_io(folder, source);
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
            _ => {}
        }
        std::fs::create_dir_all(folder).map_err(io)?;
        let (schema, fields) = schema();
        let error = |error| SearchError::from_tantivy(folder, error);
        let index = Index::create_in_dir(folder, schema).map_err(error)?;
        // Last: a folder without it is made anew.
        std::fs::write(folder.join(VERSION_FILE), VERSION.to_string()).map_err(io)?;
        Self::with(folder, index, fields, VERSION).map_err(error)
    }

    fn with(folder: &Path, index: Index, fields: Fields, version: u32) -> tantivy::Result<Self> {
        register_tokenizer(&index);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let applied = index
            .load_metas()?
            .payload
            .and_then(|payload| payload.parse().ok())
            .unwrap_or(0);
        let library = Library::of(&reader.searcher(), &fields, None)?;
        Ok(Self {
            folder: folder.to_owned(),
            index,
            fields,
            reader,
            writer: Mutex::new(None),
            lexicon: Mutex::default(),
            applied: AtomicU64::new(applied),
            library: RwLock::new(Arc::new(library)),
            latest: Latest::default(),
            askers: Askers::default(),
            limits: Limits::default(),
            version,
        })
    }

    /// The same index, answering by other limits.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// This version's analysis made it.
    pub fn is_current(&self) -> bool {
        self.version == VERSION
    }

    /// The version of fields and analysis that it was made with.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The last change of the notebook that the index knows.
    pub fn applied_sequence(&self) -> u64 {
        self.applied.load(Ordering::Acquire)
    }

    /// How many articles, notes and entities can be found.
    pub fn document_count(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether this one can be found.
    pub fn contains(&self, key: &DocumentKey) -> Result<bool, SearchError> {
        let query = TermQuery::new(self.key_term(*key), IndexRecordOption::Basic);
        self.reader
            .searcher()
            .search(&query, &Count)
            .map(|count| count > 0)
            .map_err(|error| SearchError::from_tantivy(&self.folder, error))
    }

    /// Takes changes in and makes them searchable. All of them are on disk,
    /// together with `sequence`, or none is.
    pub fn apply(&self, changes: Vec<IndexChange>, sequence: u64) -> Result<(), SearchError> {
        self.take_in(changes)?;
        self.commit(sequence)
    }

    /// Takes changes in, to be searchable and on disk with the next commit: many small
    /// commits make many small files, which have to be merged again.
    pub fn take_in(&self, changes: Vec<IndexChange>) -> Result<(), SearchError> {
        self.writing(|writer| {
            let mut lexicon = lock(&self.lexicon);
            for change in changes {
                match change {
                    IndexChange::Put(document) => {
                        writer.delete_term(self.key_term(document.key));
                        let made = self.tantivy_document(&document, &mut lexicon);
                        let added = writer.add_document(made);
                        added.map_err(|error| cause(writer, error))?;
                    }
                    IndexChange::Delete(key) => {
                        writer.delete_term(self.key_term(key));
                    }
                }
            }
            Ok(())
        })
    }

    /// Makes searchable what was taken in. It is on disk together with `sequence`.
    pub fn commit(&self, sequence: u64) -> Result<(), SearchError> {
        self.writing(|writer| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&sequence.to_string());
            commit.commit()?;
            self.reload()?;
            self.applied.store(sequence, Ordering::Release);
            Ok(())
        })
    }

    fn writing(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> tantivy::Result<()>,
    ) -> Result<(), SearchError> {
        let mut slot = lock(&self.writer);
        let result = match slot.as_mut() {
            Some(writer) => work(writer),
            None => self
                .new_writer()
                .and_then(|writer| work(slot.insert(writer))),
        };
        if result.is_err() {
            // A writer that failed may hold half of the changes.
            *slot = None;
        }
        result.map_err(|error| SearchError::from_tantivy(&self.folder, error))
    }

    /// Waits for what is still being merged and lets the writer's threads go.
    /// To be called when nothing has changed for some seconds; [`Self::apply`]
    /// takes up again by itself.
    pub fn rest(&self) -> Result<(), SearchError> {
        let mut slot = lock(&self.writer);
        *lock(&self.lexicon) = Lexicon::default();
        let merged = match slot.take() {
            Some(writer) => writer.wait_merging_threads(),
            None => Ok(()),
        };
        merged
            .and_then(|()| self.reload())
            .map_err(|error| SearchError::from_tantivy(&self.folder, error))
    }

    /// Lets the writer go at once, with what it has not committed.
    pub fn stop_writing(&self) {
        *lock(&self.writer) = None;
    }

    /// Reads the whole index and compares it with its checksums. False when a
    /// file is damaged.
    pub fn is_intact(&self) -> Result<bool, SearchError> {
        let intact = |index: &Index| Ok(index.validate_checksum()?.is_empty());
        // Opened once more: what is read through the index that answers stays in memory.
        let apart = self.guarded(|| intact(&Index::open_in_dir(&self.folder)?));
        match apart {
            Ok(true) => Ok(true),
            // A merge may have removed a file meanwhile, which this one would know.
            _ => self.guarded(|| intact(&self.index)),
        }
    }

    pub(super) fn guarded<T>(
        &self,
        work: impl FnOnce() -> tantivy::Result<T>,
    ) -> Result<T, SearchError> {
        guarded(&self.folder, work)
    }

    fn new_writer(&self) -> tantivy::Result<IndexWriter> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITER_MEMORY)
            .build();
        let writer = self.index.writer_with_options(options)?;
        // Single articles come in one by one: merge those among themselves often
        // and a big segment seldom.
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(6);
        policy.set_min_layer_size(64);
        policy.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }

    fn reload(&self) -> tantivy::Result<()> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let before = self.library();
        let mut library = Library::of(&searcher, &self.fields, Some(&before))?;
        library.read_ahead(&searcher, &before)?;
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(library);
        Ok(())
    }

    pub(super) fn library(&self) -> Arc<Library> {
        self.library
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn key_term(&self, key: DocumentKey) -> Term {
        Term::from_field_text(self.fields.key, &key.term_text())
    }
}

/// Why a document could not be added: the thread that writes has ended, and says why when
/// it is asked for what it wrote.
fn cause(writer: &mut IndexWriter, error: TantivyError) -> TantivyError {
    writer.prepare_commit().err().unwrap_or(error)
}

fn read_version(folder: &Path) -> Option<u32> {
    std::fs::read_to_string(folder.join(VERSION_FILE))
        .ok()?
        .trim()
        .parse()
        .ok()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panicking thread left is a writer or none: both can go on.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
