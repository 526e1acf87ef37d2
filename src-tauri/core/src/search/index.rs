//! The index on disk: opened, kept up, thrown away when it can't be used.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::collector::Count;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use super::analyser::Analysis;
use super::collect::kind_number;
use super::document::{DocumentKey, IndexChange, IndexDocument};
use super::error::SearchError;
use super::language;
use super::lexicon::Lexicon;
use super::library::Library;
use super::query::filters::kind_word;
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
        if read_version(folder) == Some(VERSION) {
            match Self::open_existing(folder) {
                Ok(index) => return Ok(index),
                Err(error) => {
                    tracing::warn!(%error, "search index unusable, starting a new one");
                }
            }
        }
        Self::create(folder)
    }

    fn open_existing(folder: &Path) -> Result<Self, SearchError> {
        let error = |error| SearchError::from_tantivy(folder, error);
        let index = Index::open_in_dir(folder).map_err(error)?;
        let (wanted, fields) = schema();
        if index.schema() != wanted {
            return Err(SearchError::Damaged {
                folder: folder.to_owned(),
                source: None,
            });
        }
        Self::with(folder, index, fields).map_err(error)
    }

    fn create(folder: &Path) -> Result<Self, SearchError> {
        let io = |source: std::io::Error| match source.kind() {
            std::io::ErrorKind::StorageFull => SearchError::DiskFull {
                folder: folder.to_owned(),
            },
            _ => SearchError::Folder {
                folder: folder.to_owned(),
                source,
            },
        };
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
        Self::with(folder, index, fields).map_err(error)
    }

    fn with(folder: &Path, index: Index, fields: Fields) -> tantivy::Result<Self> {
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
        let library = Library::of(&reader.searcher(), &fields)?;
        Ok(Self {
            folder: folder.to_owned(),
            index,
            fields,
            reader,
            writer: Mutex::new(None),
            lexicon: Mutex::default(),
            applied: AtomicU64::new(applied),
            library: RwLock::new(Arc::new(library)),
        })
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
                        writer.add_document(self.tantivy_document(&document, &mut lexicon))?;
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
        let Some(writer) = slot.take() else {
            return Ok(());
        };
        writer
            .wait_merging_threads()
            .and_then(|()| self.reload())
            .map_err(|error| SearchError::from_tantivy(&self.folder, error))
    }

    /// Reads the whole index and compares it with its checksums. False when a
    /// file is damaged.
    pub fn is_intact(&self) -> Result<bool, SearchError> {
        self.index
            .validate_checksum()
            .map(|damaged| damaged.is_empty())
            .map_err(|error| SearchError::from_tantivy(&self.folder, error))
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
        let library = Library::of(&self.reader.searcher(), &self.fields)?;
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

    fn tantivy_document(&self, document: &IndexDocument, lexicon: &mut Lexicon) -> TantivyDocument {
        let fields = &self.fields;
        let guessed = match &document.language {
            Some(_) => None,
            None => language::guess(&document.body),
        };
        let language = document.language.as_deref().or(guessed);

        let names = || std::iter::once(&document.title).chain(&document.names);
        let mut head = Analysis::new(language, lexicon);
        names().for_each(|text| head.add(text));
        let (title, ..) = head.finish();
        let mut whole = Analysis::new(language, lexicon);
        names().for_each(|text| whole.add(text));
        whole.add(&document.body);

        let mut made = TantivyDocument::default();
        made.add_text(fields.title, title);
        let (exact, stem, tags) = whole.finish();
        made.add_text(fields.exact, exact);
        made.add_text(fields.stem, stem);
        let mut tag_text = super::schema::TokenText::default();
        for tag in tags {
            tag_text.push(1, tag);
        }
        made.add_text(fields.tag, tag_text.into_text());
        made.add_text(fields.key, document.key.term_text());
        made.add_u64(fields.kind, kind_number(document.key.kind()));
        let (high, low) = document.key.halves();
        made.add_u64(fields.id_high, high);
        made.add_u64(fields.id_low, low);
        if let Some(published) = document.published {
            made.add_i64(fields.published, published);
        }
        self.add_facts(document, language, lexicon, &mut made);
        made
    }

    fn add_facts(
        &self,
        document: &IndexDocument,
        language: Option<&str>,
        lexicon: &mut Lexicon,
        made: &mut TantivyDocument,
    ) {
        /// A longer name of an outlet is no name.
        const LONGEST: usize = 200;
        let fields = &self.fields;
        let facts = &document.facts;
        let mut by = Analysis::new(language, lexicon);
        facts.byline.iter().for_each(|name| by.add(name));
        made.add_text(fields.by, by.finish().0);
        if let Some(outlet) = &facts.outlet {
            let mut words = Analysis::new(language, lexicon);
            words.add(outlet);
            made.add_text(fields.outlet, words.finish().0);
            let name: String = outlet.chars().take(LONGEST).collect();
            made.add_text(fields.outlet_name, name);
        }
        if let Some(language) = language {
            made.add_text(fields.language, primary_subtag(language));
        }
        if let DocumentKey::Entity(id) = document.key {
            made.add_text(fields.entity, id.to_string());
        }
        for entity in &facts.entities {
            made.add_text(fields.entity, entity.to_string());
        }
        made.add_text(fields.state, kind_word(document.key.kind()));
        if let Some(kind) = facts.entity_kind {
            made.add_text(fields.state, kind.as_str());
        }
        for state in &facts.states {
            made.add_text(fields.state, state.term());
        }
        if let Some(group) = facts.group {
            let (high, low) = uuid::Uuid::from_bytes(*group.as_bytes()).as_u64_pair();
            made.add_u64(fields.group, high ^ low);
        }
    }
}

/// Lower-case letters before the first hyphen: `pt` of `pt-BR`.
fn primary_subtag(language: &str) -> String {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.chars().take(8).collect::<String>().to_lowercase()
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
