//! Which kept entity a name in a text is, when it is not written as the notebook has it:
//! in another script, in another case, by the surname alone.
//!
//! Words are compared by how they sound (`sound`) and by a table of names as other
//! scripts write them (`forms`). Two words of a name have to agree; a surname alone is
//! believed only where the article speaks of that person by full name, or has nothing
//! that speaks against it (`InArticle::whose`).

mod eastern;
mod effort;
mod forms;
mod full;
mod hits;
mod index;
mod mandarin;
mod readings;
mod sound;
mod surnames;
mod tables;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use foldhash::HashMap;

use crate::domain::{EntityId, EntityKind};
use crate::text;
use crate::{Error, Result};

use effort::Effort;
use hits::{Hit, Near};
use index::Index;
use words::Word;

/// A kept entity's full name, found in another form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkedName {
    /// Bytes.
    pub start: usize,
    pub end: usize,
    pub entity: EntityId,
}

/// Names of kept entities, ready to be met in other forms. Made anew when names change; the
/// first word of a script makes what it takes to meet that script.
#[derive(Debug, Default)]
pub struct Linker {
    kinds: HashMap<EntityId, EntityKind>,
    index: Index,
}

impl Linker {
    /// Names with whose they are.
    pub fn of<T: AsRef<str>>(names: impl IntoIterator<Item = (EntityId, EntityKind, T)>) -> Self {
        let mut linker = Self::default();
        for (entity, kind, name) in names {
            linker.kinds.insert(entity, kind);
            linker.index.add(entity, kind, name.as_ref());
        }
        linker
    }

    /// What a kept entity is.
    pub fn kind(&self, entity: EntityId) -> Option<EntityKind> {
        self.kinds.get(&entity).copied()
    }

    /// The only entity of a kind that has this name as it is.
    pub fn named(&self, name: &str, kind: EntityKind) -> Option<EntityId> {
        self.index.named(name, kind)
    }

    /// Looks for names in one article.
    pub fn article(&self) -> InArticle<'_> {
        InArticle {
            linker: self,
            known: RefCell::default(),
            effort: Effort::new(),
        }
    }
}

/// The names of one article, looked for with what is known of its words already. Of what
/// would take too long the rest is left out ([`effort`]).
#[derive(Debug)]
pub struct InArticle<'a> {
    linker: &'a Linker,
    known: RefCell<HashMap<String, Rc<[Hit]>>>,
    effort: Effort,
}

impl InArticle<'_> {
    /// Full names in a text, in order, none inside another. Names of one word are none:
    /// they are linked where something says that they are names ([`Self::whose`]).
    ///
    /// # Errors
    /// `Cancelled`, asked for about every hundred words.
    pub fn find(&self, text: &str, cancelled: &dyn Fn() -> bool) -> Result<Vec<LinkedName>> {
        let index = &self.linker.index;
        let mut found: Vec<LinkedName> = Vec::new();
        if index.is_empty() {
            return Ok(found);
        }
        let words = words::words(text);
        let mut hits: Vec<Rc<[Hit]>> = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            stop_if(cancelled, at)?;
            hits.push(self.hits(word.of(text)));
        }
        let mut at = 0;
        while at < words.len() && !self.effort.is_spent() {
            stop_if(cancelled, at)?;
            match full::longest(index, text, &words, &hits, at, &self.effort) {
                Some(full) => {
                    found.extend(full.name);
                    at = full.next;
                }
                None => at += 1,
            }
        }
        Ok(found)
    }

    /// Whose a name is that reads like one of this kind. `present` says which entities
    /// the article has by full name; `alone` whether a name of one word may be believed
    /// without that.
    pub fn whose(
        &self,
        name: &str,
        kind: EntityKind,
        present: &dyn Fn(EntityId) -> bool,
        alone: bool,
    ) -> Option<EntityId> {
        let index = &self.linker.index;
        let words = words::words(name);
        let hits: Vec<Rc<[Hit]>> = words.iter().map(|word| self.hits(word.of(name))).collect();
        for at in 0..words.len() {
            let full = full::longest(index, name, &words, &hits, at, &self.effort);
            if let Some(linked) = full.and_then(|full| full.name)
                && self.linker.kind(linked.entity) == Some(kind)
            {
                return Some(linked.entity);
            }
        }
        let word = telling(name, &words)?;
        let alone = alone.then_some(Near::Consonants);
        (index.whole(word, kind)).or_else(|| self.of_one_word(word, kind, present, alone))
    }

    fn of_one_word(
        &self,
        word: &str,
        kind: EntityKind,
        present: &dyn Fn(EntityId) -> bool,
        alone: Option<Near>,
    ) -> Option<EntityId> {
        let hits = self.hits(word);
        let index = &self.linker.index;
        // Few syllables make all names in Han, foreign or not.
        let alone = match text::script_of(word) {
            "Hani" => alone.map(|_| Near::Written),
            _ => alone,
        };
        (self.effort.spend(hits.len()))
            .then(|| index.of_one_word(&hits, kind, present, alone))
            .flatten()
    }

    fn hits(&self, word: &str) -> Rc<[Hit]> {
        if let Some(hits) = self.known.borrow().get(word) {
            return Rc::clone(hits);
        }
        if self.effort.is_spent() {
            return Rc::from([]);
        }
        let hits: Rc<[Hit]> = self.linker.index.hits(word, &self.effort).into();
        self.known
            .borrow_mut()
            .insert(word.to_owned(), Rc::clone(&hits));
        hits
    }
}

/// The only word of a name that tells whose it is.
fn telling<'a>(name: &'a str, words: &[Word]) -> Option<&'a str> {
    let all = words.iter().map(|word| word.of(name));
    let mut telling = all.filter(|word| words.len() == 1 || words::tells(word));
    let only = telling.next()?;
    telling.next().is_none().then_some(only)
}

fn stop_if(cancelled: &dyn Fn() -> bool, word: usize) -> Result<()> {
    match word % 100 == 99 && cancelled() {
        true => Err(Error::Cancelled),
        false => Ok(()),
    }
}

/// Whether two folded Cyrillic words are one in two cases. Other scripts end words in too
/// many ways to tell.
pub fn are_inflected(one: &str, other: &str) -> bool {
    let is_cyrillic = |word: &str| word.starts_with(|c| matches!(c, '\u{400}'..='\u{52f}'));
    if !is_cyrillic(one) || !is_cyrillic(other) {
        return false;
    }
    let (one, other) = (sound::key(one), sound::key(other));
    // Анна, Анной: beside other words of the name a short stem is enough.
    let (stem, other_stem) = (sound::stem_from(&one, 2), sound::stem_from(&other, 2));
    stem == other_stem || stem == other || one == other_stem
}
