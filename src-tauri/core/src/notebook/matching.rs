//! Names of known entities found in articles: in each new one as it is kept,
//! and in everything kept when a name is added.

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::Shared;
use super::indexed::searched_texts;
use super::indexing::Bell;
use crate::domain::{
    Anchor, ArticleId, ArticleParts, Block, Change, Mention, MentionBy, MentionId, MentionStatus,
    NameStrength,
};
use crate::entities::{FoundName, NameMatcher};
use crate::store::mention_table::{self, NewMention};
use crate::store::{article_table, entity_table, lock};
use crate::{Error, Result};

/// Articles looked through in one transaction.
const BATCH: u32 = 200;

/// Builds the matcher anew from the stored names.
pub(super) fn reload(shared: &Shared) -> Result<()> {
    // One at a time: names read earlier must not replace names read later.
    let _alone = lock(&shared.reloading);
    let names = shared
        .store
        .read("read the known names", entity_table::known_names)?;
    let mut matcher = NameMatcher::new();
    for name in &names {
        matcher.add(name.id, name.entity, &name.text, name.strength);
    }
    *shared
        .matcher
        .write()
        .unwrap_or_else(PoisonError::into_inner) = Arc::new(matcher);
    Ok(())
}

/// The text of an article that names are looked for in.
pub(super) struct MatchedText<'a> {
    pub id: ArticleId,
    pub version: u32,
    pub title: &'a str,
    pub standfirst: Option<&'a str>,
    pub blocks: &'a [Block],
}

/// A known name where it stands in an article.
struct NameThere {
    name: FoundName,
    anchor: Anchor,
}

/// The known names in an article's text, looked for before it is kept: that takes
/// longer than keeping it, and nobody else can write meanwhile.
pub(super) struct NamesIn {
    matcher: Arc<NameMatcher>,
    names: Vec<NameThere>,
}

impl NamesIn {
    pub fn of(matcher: Arc<NameMatcher>, parts: &ArticleParts) -> Self {
        let names = find(
            &matcher,
            &parts.title,
            parts.standfirst.as_deref(),
            &parts.blocks,
        );
        Self { matcher, names }
    }
}

fn find(
    matcher: &NameMatcher,
    title: &str,
    standfirst: Option<&str>,
    blocks: &[Block],
) -> Vec<NameThere> {
    if matcher.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (block, words) in searched_texts(title, standfirst, blocks) {
        for name in matcher.find(&words) {
            if let Some(anchor) = Anchor::take(block, &words, name.start, name.end) {
                all.push(NameThere { name, anchor });
            }
        }
    }
    all
}

/// Keeps a mention for each known name in the article that does not overlap one
/// of `known`. A rejected mention counts as known: what a person rejected stays
/// rejected. A name found inside a longer one makes room for it, as it does when
/// both are looked for at once. Returns how many were added.
pub(super) fn add_mentions(
    conn: &Connection,
    matcher: &NameMatcher,
    text: &MatchedText<'_>,
    known: &[Mention],
) -> Result<u32> {
    let found = find(matcher, text.title, text.standfirst, text.blocks);
    let mut added = 0;
    for there in &found {
        let (shorter, others): (Vec<&Mention>, Vec<&Mention>) = known
            .iter()
            .filter(|mention| overlaps(mention, there))
            .partition(|mention| is_part(mention, &there.name));
        if !others.is_empty() {
            continue;
        }
        for mention in shorter {
            mention_table::delete(conn, mention.id)?;
        }
        add(conn, text.id, text.version, there)?;
        added += 1;
    }
    Ok(added)
}

/// [`add_mentions`] for a new article, in which the names may have been looked for
/// already. Names that were added since are not among those.
pub(super) fn add_to_new(
    conn: &Connection,
    matcher: &NameMatcher,
    text: &MatchedText<'_>,
    found: Option<&NamesIn>,
) -> Result<u32> {
    match found.filter(|found| std::ptr::eq(&*found.matcher, matcher)) {
        Some(found) => {
            for there in &found.names {
                add(conn, text.id, text.version, there)?;
            }
            Ok(u32::try_from(found.names.len()).unwrap_or(u32::MAX))
        }
        None => add_mentions(conn, matcher, text, &[]),
    }
}

fn add(conn: &Connection, article: ArticleId, text_version: u32, there: &NameThere) -> Result<()> {
    let name = &there.name;
    let certain = name.strength == NameStrength::Strong && !name.ambiguous;
    mention_table::insert(
        conn,
        &NewMention {
            id: MentionId::new(),
            article,
            entity: name.entity,
            name: Some(name.name),
            anchor: there.anchor.clone(),
            status: if certain {
                MentionStatus::Confirmed
            } else {
                MentionStatus::Suggested
            },
            by: MentionBy::Name,
            text_version,
        },
    )
}

fn overlaps(mention: &Mention, there: &NameThere) -> bool {
    let (span, other) = (mention.anchor.span, there.anchor.span);
    let same_place = span.block == other.block && span.start < other.end && other.start < span.end;
    // A rejection speaks of its own entity only.
    let speaks = mention.status != MentionStatus::Rejected || mention.entity == there.name.entity;
    same_place && speaks && !mention.orphaned
}

/// Whether the mention was found by a name that is only a part of `found`, and no
/// person has spoken of it.
fn is_part(mention: &Mention, found: &FoundName) -> bool {
    let span = mention.anchor.span;
    let inside = found.start <= span.start && span.end <= found.end;
    mention.by == MentionBy::Name && inside && span.end - span.start < found.end - found.start
}

/// The background thread that looks for added names in everything kept.
/// What is queued is in the database: a crash costs nothing but the repetition.
pub(super) struct Rematcher {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    shared: Arc<Shared>,
    index_bell: Bell,
    signal: Mutex<Signal>,
    woken: Condvar,
    stop: AtomicBool,
}

#[derive(Default)]
struct Signal {
    rung: bool,
    working: bool,
}

impl Rematcher {
    pub fn start(shared: Arc<Shared>, index_bell: Bell) -> Self {
        let state = Arc::new(State {
            shared,
            index_bell,
            signal: Mutex::new(Signal {
                rung: true,
                working: false,
            }),
            woken: Condvar::new(),
            stop: AtomicBool::new(false),
        });
        let worker = Arc::clone(&state);
        let thread = std::thread::Builder::new()
            .name("rematcher".into())
            .spawn(move || worker.run());
        if let Err(error) = &thread {
            tracing::error!(%error, "names added now are found in kept articles at the next start");
        }
        Self {
            state,
            thread: thread.ok(),
        }
    }

    pub fn wake(&self) {
        lock(&self.state.signal).rung = true;
        self.state.woken.notify_all();
    }

    pub fn finish(&self) {
        let mut signal = lock(&self.state.signal);
        while (signal.rung || signal.working) && self.thread.is_some() {
            signal = self
                .state
                .woken
                .wait_timeout(signal, Duration::from_millis(50))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}

impl Drop for Rematcher {
    fn drop(&mut self) {
        self.state.stop.store(true, Ordering::Relaxed);
        self.state.woken.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!(
                "looking for names ended in a panic; it is done again at the next start"
            );
        }
    }
}

impl State {
    fn run(&self) {
        loop {
            let mut signal = lock(&self.signal);
            while !signal.rung && !self.stop.load(Ordering::Relaxed) {
                signal = self
                    .woken
                    .wait_timeout(signal, Duration::from_secs(1))
                    .unwrap_or_else(PoisonError::into_inner)
                    .0;
            }
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            signal.rung = false;
            signal.working = true;
            drop(signal);
            // A panic must not end the thread: who waits for it would wait for ever.
            let caught = panic::catch_unwind(AssertUnwindSafe(|| self.match_queued()));
            if let Err(error) = caught.unwrap_or(Err(Error::Internal {
                what: "looking for names ended in a panic",
            })) {
                tracing::error!(%error, "added names could not be looked for in kept articles");
            }
            lock(&self.signal).working = false;
            self.woken.notify_all();
        }
    }

    fn match_queued(&self) -> Result<()> {
        let store = &self.shared.store;
        let queued = store.read("read the queued names", entity_table::queued_matches)?;
        if queued.is_empty() {
            return Ok(());
        }
        let names = store.read("read the known names", entity_table::known_names)?;
        let mut matcher = NameMatcher::new();
        for name in names.iter().filter(|name| queued.contains(&name.id)) {
            matcher.add(name.id, name.entity, &name.text, name.strength);
        }
        let mut after = None;
        while !matcher.is_empty() && !self.stop.load(Ordering::Relaxed) {
            let ids = store.read("list articles", |conn| {
                article_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            self.match_articles(&matcher, &ids)?;
        }
        if self.stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        store.write("finish looking for names", |tx| {
            for name in &queued {
                entity_table::finish_match(tx, *name)?;
            }
            Ok(())
        })
    }

    fn match_articles(&self, matcher: &NameMatcher, ids: &[ArticleId]) -> Result<()> {
        // Read first, without the writer: most articles do not hold the name.
        let named = self.shared.store.read("look for names", |conn| {
            let mut named = Vec::new();
            for (id, article) in article_table::records(conn, ids)? {
                let blocks = article_table::blocks(conn, id, article.text_version)?;
                let texts = searched_texts(&article.title, article.standfirst.as_deref(), &blocks);
                if texts
                    .iter()
                    .any(|(_, words)| !matcher.find(words).is_empty())
                {
                    named.push(id);
                }
            }
            Ok(named)
        })?;
        if named.is_empty() {
            return Ok(());
        }
        let touched = self.shared.store.write("keep mentions", |tx| {
            let mut touched = Vec::new();
            for id in named {
                if match_article(tx, matcher, id)? > 0 {
                    touched.push(id);
                }
            }
            Ok(touched)
        })?;
        if !touched.is_empty() {
            self.index_bell.ring();
            self.shared.notify(&Change::Articles { ids: touched });
        }
        Ok(())
    }
}

/// Looks again in articles just kept with `used`, when names were added meanwhile:
/// the search for those in everything kept may have been over before.
pub(super) fn look_again(
    shared: &Shared,
    used: &Arc<NameMatcher>,
    ids: &[ArticleId],
) -> Result<()> {
    let now = shared.matcher();
    if ids.is_empty() || Arc::ptr_eq(used, &now) {
        return Ok(());
    }
    shared.store.write("look for names", |tx| {
        ids.iter()
            .try_for_each(|id| match_article(tx, &now, *id).map(drop))
    })
}

/// Looks for names in one kept article. Returns how many mentions were added.
pub(super) fn match_article(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
) -> Result<u32> {
    let Some(article) = article_table::find_record(conn, id)? else {
        return Ok(0);
    };
    let blocks = article_table::blocks(conn, id, article.text_version)?;
    let known = mention_table::of_article(conn, id)?;
    let text = MatchedText {
        id,
        version: article.text_version,
        title: &article.title,
        standfirst: article.standfirst.as_deref(),
        blocks: &blocks,
    };
    let added = add_mentions(conn, matcher, &text, &known)?;
    if added > 0 {
        mention_table::refresh_article(conn, id)?;
    }
    Ok(added)
}
