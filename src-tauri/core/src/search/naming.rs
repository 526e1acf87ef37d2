//! Which names of an entity a text has that was found by them.

use super::analyser::phrase_tokens;
use super::marker::{Marker, NameOf};
use crate::domain::{EntityId, MatchedName, NameId, NameMatch, SearchedName};
use crate::text::fold;

impl Marker {
    /// The entities that the query names.
    pub fn entities(&self) -> Vec<EntityId> {
        let mut entities: Vec<EntityId> = self.names.iter().map(|(_, one)| one.entity).collect();
        entities.dedup();
        entities
    }

    /// The name with this id is searched.
    pub fn has_name(&self, id: NameId) -> bool {
        self.names.iter().any(|(_, one)| one.name.id == id)
    }

    /// The names that `texts` have as they are, but for what folding takes away. Each
    /// once, as it stands where it is closest to its spelling.
    pub fn names_in(&self, texts: &[&str]) -> Vec<MatchedName> {
        let mut found: Vec<MatchedName> = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        let only_names = self.only_names();
        for text in texts {
            for place in only_names.matches(text, None) {
                let name = only_names.names.get(place.which).map(|(_, one)| one);
                let Some(NameOf { entity, name }) = name else {
                    continue;
                };
                let length = place.end.saturating_sub(place.start) as usize;
                let written = text.chars().skip(place.start as usize).take(length);
                note(&mut found, named(*entity, name, written.collect()));
            }
        }
        found
    }

    /// This marker, and the places where `words` stand for `entity`: another form of
    /// its name.
    pub fn and_also(&mut self, entity: EntityId, words: &str) {
        let mut names = self.names.iter();
        let which = names.find_map(|(which, one)| (one.entity == entity).then_some(*which));
        let tokens = phrase_tokens(words);
        if let (Some(which), false) = (which, tokens.is_empty()) {
            self.add_phrase(tokens, which);
        }
    }

    /// The names' phrases alone, each numbered by its place among the names.
    fn only_names(&self) -> Self {
        let place = |which: usize| self.names.iter().position(|(one, _)| *one == which);
        let mut only = Self::default();
        for (tokens, which) in &self.phrases {
            if let Some(place) = place(*which) {
                only.add_phrase(tokens.clone(), place);
            }
        }
        only.names.clone_from(&self.names);
        only
    }
}

/// `name` as it is `written` somewhere.
pub fn named(entity: EntityId, name: &SearchedName, written: String) -> MatchedName {
    let how = if written == name.text {
        NameMatch::Exact
    } else if fold(&written) == fold(&name.text) {
        NameMatch::Folded
    } else {
        NameMatch::Inflected
    };
    MatchedName {
        entity,
        name: name.text.clone(),
        found: written,
        how,
    }
}

/// Adds a name, or the surer way in which it is there.
pub fn note(found: &mut Vec<MatchedName>, new: MatchedName) {
    let same = |one: &&mut MatchedName| one.entity == new.entity && one.name == new.name;
    match found.iter_mut().find(same) {
        Some(known) if known.how <= new.how => {}
        Some(known) => *known = new,
        None => found.push(new),
    }
}
