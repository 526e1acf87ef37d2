//! Searches that are kept, what is new in them, and what was searched for last.

use super::Notebook;
use super::reading::StoredNames;
use super::undoing::{self, Inverse};
use crate::clock::now_ms;
use crate::domain::{
    Change, SavedSearch, SavedSearchId, SearchHistory, SearchNews, SearchQuery, UndoAction,
};
use crate::store::{self, search_table};
use crate::{Error, Result};

/// The longest name of a saved search, in characters.
const LONGEST_NAME: usize = 200;
/// The longest query that is kept, in characters.
const LONGEST_TEXT: usize = 2_000;
/// Searches that the history keeps.
const MOST_REMEMBERED: u32 = 50;
/// A search is taken to be on the way to the next one for so many milliseconds.
const ON_THE_WAY: i64 = 60_000;
/// The setting that says whether a history is kept: `off` or anything else.
const HISTORY: &str = "searchHistory";

pub struct Searches<'a>(pub(super) &'a Notebook);

impl Searches<'_> {
    /// In the person's order.
    pub fn list(&self) -> Result<Vec<SavedSearch>> {
        let store = &self.0.shared().store;
        store.read("list saved searches", search_table::all)
    }

    /// Keeps a search under a name. What it finds now is not new.
    ///
    /// # Errors
    /// `InvalidInput` for an empty name or query, or one that is too long.
    pub fn save(&self, name: &str, query: &SearchQuery) -> Result<SavedSearch> {
        let name = checked("the name", name, LONGEST_NAME)?;
        let text = checked("the query", &query.text, LONGEST_TEXT)?;
        let query = SearchQuery {
            text: text.to_owned(),
            ..query.clone()
        };
        let seen = self.0.0.indexer.index().newest_id()?;
        let id = SavedSearchId::new();
        let saved = self.0.shared().store.write("save a search", |tx| {
            search_table::insert(tx, id, name, &query, seen, now_ms())?;
            let inverse = Inverse::RemoveSearch { id };
            undoing::push(tx, UndoAction::SaveSearch, name, &inverse)?;
            search_table::get(tx, id)
        })?;
        self.tell();
        Ok(saved)
    }

    /// # Errors
    /// `InvalidInput` for an empty name or one that is too long.
    pub fn rename(&self, id: SavedSearchId, name: &str) -> Result<()> {
        let name = checked("the name", name, LONGEST_NAME)?;
        self.0.shared().store.write("rename a search", |tx| {
            let was = search_table::get(tx, id)?.name;
            if was == name {
                return Ok(());
            }
            search_table::rename(tx, id, name)?;
            let inverse = Inverse::RenameSearch { id, name: was };
            undoing::push(tx, UndoAction::RenameSearch, name, &inverse)?;
            Ok(())
        })?;
        self.tell();
        Ok(())
    }

    pub fn delete(&self, id: SavedSearchId) -> Result<()> {
        self.0.shared().store.write("delete a search", |tx| {
            let search = search_table::get(tx, id)?;
            search_table::set_deleted(tx, id, Some(now_ms()))?;
            let inverse = Inverse::RestoreSearch { id };
            undoing::push(tx, UndoAction::DeleteSearch, &search.name, &inverse)?;
            Ok(())
        })?;
        self.tell();
        Ok(())
    }

    /// Puts a search at a place in the list, from 0.
    pub fn move_to(&self, id: SavedSearchId, place: usize) -> Result<()> {
        self.0.shared().store.write("order saved searches", |tx| {
            let mut order: Vec<SavedSearchId> =
                search_table::all(tx)?.iter().map(|one| one.id).collect();
            let Some(from) = order.iter().position(|one| *one == id) else {
                return Err(Error::not_found(format_args!("saved search {id}")));
            };
            order.remove(from);
            order.insert(place.min(order.len()), id);
            order
                .iter()
                .enumerate()
                .try_for_each(|(place, one)| search_table::set_place(tx, *one, place))
        })?;
        self.tell();
        Ok(())
    }

    /// What it finds now was looked at.
    pub fn mark_seen(&self, id: SavedSearchId) -> Result<()> {
        let seen = self.0.0.indexer.index().newest_id()?;
        let store = &self.0.shared().store;
        // Mostly nothing came since: then nothing is written.
        let has_news = store.read("look at a saved search", |conn| {
            Ok(search_table::get(conn, id)?.seen < format!("{seen:016x}"))
        })?;
        if has_news
            && store.write("mark a search as seen", |tx| {
                search_table::set_seen(tx, id, seen)
            })?
        {
            self.tell();
        }
        Ok(())
    }

    /// How many results each has, and how many of these came since it was last looked at.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn news(&self) -> Result<Vec<SearchNews>> {
        let index = self.0.0.indexer.index();
        let newest = index.newest_id()?;
        self.0.shared().store.read("count new results", |conn| {
            let mut news = Vec::new();
            for search in search_table::all(conn)? {
                let seen = u64::from_str_radix(&search.seen, 16).unwrap_or(0);
                let query = SearchQuery {
                    text: search.text,
                    kinds: search.kinds,
                    names: search.names,
                    ..SearchQuery::default()
                };
                let all = index.count_all(&query, &StoredNames(conn))?;
                let new = match newest > seen && all > 0 {
                    true => index.count_newer(&query, seen, &StoredNames(conn))?,
                    false => 0,
                };
                let id = search.id;
                news.push(SearchNews { id, all, new });
            }
            Ok(news)
        })
    }

    /// What was searched for last.
    pub fn history(&self) -> Result<SearchHistory> {
        let store = &self.0.shared().store;
        store.read("list the last searches", |conn| {
            Ok(SearchHistory {
                texts: search_table::history(conn, MOST_REMEMBERED)?,
                kept: store::setting(conn, HISTORY)?.as_deref() != Some("off"),
            })
        })
    }

    /// Keeps a text as the latest that was searched for, where a history is kept.
    pub fn remember(&self, text: &str) -> Result<()> {
        let text = text.trim();
        let store = &self.0.shared().store;
        if text.is_empty() || text.chars().count() > LONGEST_TEXT || !self.history()?.kept {
            return Ok(());
        }
        store.write("remember a search", |tx| {
            search_table::remember(tx, text, now_ms(), ON_THE_WAY, MOST_REMEMBERED)
        })
    }

    /// Forgets what was searched for; it can't be taken back.
    pub fn clear_history(&self) -> Result<()> {
        let store = &self.0.shared().store;
        store.write("forget the last searches", |tx| {
            search_table::clear_history(tx)
        })
    }

    /// Keeps a history from now on, or none: what is kept then goes.
    pub fn keep_history(&self, kept: bool) -> Result<()> {
        let store = &self.0.shared().store;
        store.write("switch the last searches", |tx| {
            if !kept {
                search_table::clear_history(tx)?;
            }
            store::set_setting(tx, HISTORY, if kept { "on" } else { "off" })
        })
    }

    fn tell(&self) {
        self.0.shared().notify(&Change::Searches);
    }
}

/// What was typed, without blanks around it.
fn checked<'t>(what: &str, text: &'t str, longest: usize) -> Result<&'t str> {
    let text = text.trim();
    let why = match text.chars().count() {
        0 => "it is empty".to_owned(),
        long if long > longest => format!("it is longer than {longest} characters"),
        _ => return Ok(text),
    };
    Err(Error::InvalidInput {
        what: what.to_owned(),
        why,
    })
}
