//! The front door: a folder opened as a notebook, and one handle per noun.
//!
//! This room alone knows both the store and the index. Everything else that
//! wants something of a notebook asks here.

mod alike;
mod alike_list;
mod anchors;
mod articles;
mod backlog;
mod citing;
mod clippings;
mod completing;
mod correcting;
mod dossiers;
mod entities;
mod entity_editing;
mod entity_lists;
mod entity_picture;
mod export;
mod facets;
mod folder;
mod gazetteer;
mod imports;
mod in_parts;
mod indexed;
mod indexing;
mod labels;
mod many_articles;
mod many_entities;
mod mapping;
mod markdown;
mod marking;
mod matching;
mod merging;
mod moving;
mod naming;
mod neighbourhood;
mod next_result;
mod notes;
mod originals;
mod own_names;
mod proposing;
mod reading;
mod related;
mod relating;
mod rematching;
mod renaming;
mod searches;
mod searching;
mod shorter_names;
mod stray_originals;
mod tagging;
mod tags;
mod texts;
mod trash;
mod typed_dates;
mod undoing;
mod verifying;
mod versions;
mod watching;
mod wire;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

pub use articles::Articles;
pub use clippings::Clippings;
pub use dossiers::Dossiers;
pub use entities::Entities;
pub use export::ExportReport;
pub use gazetteer::KnownFromStart;
pub use imports::Imports;
pub use notes::{NoteImage, Notes};
pub use proposing::{KnownEntry, KnownNames, NameReader, Proposals, ReadText};
pub use searches::Searches;
pub use tags::Tags;
pub use texts::Texts;
pub use trash::Trash;
pub use verifying::{VerifyProblem, VerifyReport};
pub use versions::Rereading;
pub use watching::{LastLook, Watching};
pub use wire::Wire;

use crate::Result;
use crate::domain::{Change, IndexHealth, IndexStatus, NotebookCounts, NotebookInfo};
use crate::entities::NameMatcher;
use crate::store::{self, Originals, Store};
use alike_list::AlikeList;
use backlog::Backlog;
use dossiers::Outlines;
use folder::Folder;
use gazetteer::GazetteerFile;
use indexing::Indexer;
use proposing::{Calm, Proposer};
use rematching::Rematcher;

/// An open notebook. Cheap to clone; closed when the last clone is dropped.
#[derive(Clone)]
pub struct Notebook(Arc<Inner>);

struct Inner {
    // Fields are dropped in this order: background work ends before the lock is let go.
    backlog: Backlog,
    proposer: Proposer,
    rematcher: Rematcher,
    indexer: Indexer,
    shared: Arc<Shared>,
    folder: Folder,
}

/// What the foreground and the background both use.
pub(crate) struct Shared {
    store: Store,
    originals: Originals,
    images: Originals,
    matcher: RwLock<Arc<NameMatcher>>,
    reloading: Mutex<()>,
    gazetteer: Arc<GazetteerFile>,
    /// See [`Shared::keep_originals`].
    keeping: RwLock<()>,
    /// Held by who removes loose originals.
    dropping: Mutex<()>,
    calm: Calm,
    outlines: Outlines,
    alike: AlikeList,
    observers: Mutex<Vec<Observer>>,
}

type Observer = Box<dyn Fn(&Change) + Send + Sync>;

impl Notebook {
    /// Opens the notebook in `folder`.
    ///
    /// Nothing of the library is scanned: the index catches up in the background.
    ///
    /// # Errors
    /// `NotANotebook` when the folder has no `notebook.db`, `AlreadyOpen` when another
    /// process has it, `StoreTooNew` and `StoreDamaged` for what they say.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        Self::start(Folder::open(folder.as_ref())?)
    }

    /// Makes a notebook in `folder`, or opens the one that is there.
    pub fn create(folder: impl AsRef<Path>) -> Result<Self> {
        Self::start(Folder::create(folder.as_ref())?)
    }

    fn start(folder: Folder) -> Result<Self> {
        let store = Store::open(folder.path())?;
        // On a full disk a notebook can still be read.
        if let Err(error) = store.write("end interrupted imports", |tx| {
            imports::close_interrupted(tx)
        }) {
            tracing::error!(%error, "an interrupted import stays open");
        }
        let shared = Arc::new(Shared {
            originals: Originals::open(folder.path())?,
            images: Originals::open_images(folder.path())?,
            store,
            matcher: RwLock::new(Arc::new(NameMatcher::new())),
            reloading: Mutex::new(()),
            gazetteer: Arc::new(GazetteerFile::of(folder.path())),
            keeping: RwLock::new(()),
            dropping: Mutex::new(()),
            calm: Calm::default(),
            outlines: Outlines::default(),
            alike: AlikeList::default(),
            observers: Mutex::new(Vec::new()),
        });
        matching::reload(&shared)?;
        let indexer = Indexer::start(Arc::clone(&shared), folder.path())?;
        let rematcher = Rematcher::start(Arc::clone(&shared), indexer.bell());
        let proposer = Proposer::start(Arc::clone(&shared), indexer.bell());
        let backlog = Backlog::start(Arc::clone(&shared), indexer.bell(), &rematcher);
        Ok(Self(Arc::new(Inner {
            backlog,
            proposer,
            rematcher,
            indexer,
            shared,
            folder,
        })))
    }

    pub fn info(&self) -> NotebookInfo {
        self.0.folder.info()
    }

    /// Calls `observer` after each change, on whichever thread made it.
    pub fn subscribe(&self, observer: impl Fn(&Change) + Send + Sync + 'static) {
        store::lock(&self.0.shared.observers).push(Box::new(observer));
    }

    pub fn articles(&self) -> Articles<'_> {
        Articles(self)
    }

    pub fn clippings(&self) -> Clippings<'_> {
        Clippings(self)
    }

    pub fn entities(&self) -> Entities<'_> {
        Entities(self)
    }

    pub fn dossiers(&self) -> Dossiers<'_> {
        Dossiers(self)
    }

    pub fn gazetteer(&self) -> KnownFromStart<'_> {
        KnownFromStart(self)
    }

    pub fn notes(&self) -> Notes<'_> {
        Notes(self)
    }

    pub fn imports(&self) -> Imports<'_> {
        Imports(self)
    }

    pub fn proposals(&self) -> Proposals<'_> {
        Proposals(self)
    }

    pub fn searches(&self) -> Searches<'_> {
        Searches(self)
    }

    pub fn tags(&self) -> Tags<'_> {
        Tags(self)
    }

    pub fn texts(&self) -> Texts<'_> {
        Texts(self)
    }

    pub fn trash(&self) -> Trash<'_> {
        Trash(self)
    }

    pub fn watching(&self) -> Watching<'_> {
        Watching(self)
    }

    pub fn wire(&self) -> Wire<'_> {
        Wire(self)
    }

    pub fn counts(&self) -> Result<NotebookCounts> {
        self.shared().store.read("count", |conn| {
            Ok(NotebookCounts {
                inbox: store::counter(conn, "inbox")?,
                articles: store::counter(conn, "articles")?,
                starred: store::counter(conn, "starred")?,
                archived: store::counter(conn, "archived")?,
                notes: store::note_list::own(conn)?,
                entities: store::counter(conn, "entities")?,
                dossiers: store::counter(conn, "dossiers")?,
                problems: store::counter(conn, "problems")?,
                trash: store::counter(conn, "trash")?,
                moving: store::move_table::waiting(conn)?,
                proposals: store::counter(conn, "proposals")?,
                quotes: store::counter(conn, "quotes")?,
            })
        })
    }

    pub fn index_status(&self) -> Result<IndexStatus> {
        self.0.indexer.status()
    }

    /// What search covers and takes, and what is the matter with it.
    pub fn index_health(&self) -> Result<IndexHealth> {
        self.0.indexer.health()
    }

    /// Makes a new index in the background; the one that is there answers until it is
    /// whole.
    pub fn rebuild_index(&self) {
        self.0.indexer.rebuild();
    }

    /// Waits until no index is being made behind the one that answers, or that fails.
    pub fn finish_rebuilding(&self) {
        self.0.indexer.finish_rebuilding();
    }

    /// Waits until search covers everything written so far, or the index is broken.
    pub fn finish_indexing(&self) -> Result<()> {
        self.0.indexer.finish()
    }

    /// Waits until queued names have been looked for in everything kept.
    pub fn finish_matching(&self) {
        self.0.rematcher.finish();
    }

    /// Waits until copies have been looked for among the articles of before, and what
    /// a crash interrupted is done.
    pub fn finish_backlog(&self) {
        self.0.backlog.finish();
    }

    /// Something that the window remembers for this notebook.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.shared()
            .store
            .read("read a setting", |conn| store::setting(conn, key))
    }

    pub fn set_setting(&self, key: &str, value: &str) -> Result<()> {
        self.shared()
            .store
            .write("keep a setting", |tx| store::set_setting(tx, key, value))
    }

    fn shared(&self) -> &Shared {
        &self.0.shared
    }

    /// Tells the index and the observers of something written.
    fn changed(&self, change: Change) {
        self.0.indexer.wake();
        self.0.proposer.wake();
        self.shared().notify(&change);
    }
}

impl Shared {
    fn notify(&self, change: &Change) {
        for observer in store::lock(&self.observers).iter() {
            observer(change);
        }
    }

    fn matcher(&self) -> Arc<NameMatcher> {
        Arc::clone(&self.matcher.read().unwrap_or_else(PoisonError::into_inner))
    }
}
