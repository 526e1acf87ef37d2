//! What a field of a query asks the index for.

use std::ops::Bound;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use tantivy::Term;
use tantivy::query::{BooleanQuery, EmptyQuery, Query as TantivyQuery, RangeQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::expand::all_beginning_with;
use super::fields::Filter;
use super::forms::forms;
use super::names::KnownEntity;
use super::plan::Planner;
use super::terms::{Terms, any, phrase};
use crate::domain::{EntityKind, HitKind, NameChoice, SearchedName};
use crate::search::analyser::phrase_tokens;
use crate::search::marker::Wanted;
use crate::text::fold;

/// Names of one entity that are looked for, and entities of one name.
const MOST_NAMES: usize = 64;
const MOST_ENTITIES: usize = 8;

impl Planner<'_> {
    /// `None` when the filter asks for nothing.
    pub fn filter(&mut self, filter: &Filter) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let fields = *self.terms.fields;
        Ok(Some(match filter {
            Filter::Title(value) => {
                let title = self.words_of(fields.title, value, true)?;
                let opening = self.words_of(fields.opening, value, false)?;
                let either: Vec<_> = title.into_iter().chain(opening).collect();
                return Ok((!either.is_empty()).then(|| any(either)));
            }
            Filter::By(value) => return self.words_of(fields.by, value, false),
            Filter::Outlet(value) => return self.words_of(fields.outlet, value, false),
            Filter::Language(code) => term(fields.language, code),
            Filter::Kind(kind) => term(fields.state, kind_word(*kind)),
            Filter::EntityKind(kind) => term(fields.state, kind.as_str()),
            Filter::Tag(folded) => term(fields.own_tag, folded),
            Filter::Dossier(name) => {
                let known = self.names.dossiers(name);
                let ids = known.iter().map(|id| term(fields.dossier, &id.to_string()));
                match known.is_empty() {
                    true => Box::new(EmptyQuery),
                    false => any(ids.collect()),
                }
            }
            Filter::Tagged(kind, name) => {
                let ids = self.names.tagged(*kind, name);
                match ids.is_empty() {
                    true => Box::new(EmptyQuery),
                    false => any(ids
                        .iter()
                        .map(|id| term(fields.entity, &id.to_string()))
                        .collect()),
                }
            }
            Filter::State(state) => term(fields.state, state.term()),
            Filter::Speaker(name) => return self.speaker(name),
            Filter::Nothing => Box::new(EmptyQuery),
            Filter::Published { from, until } => {
                Box::new(published(fields.published, *from, *until))
            }
            Filter::Entity(kind, name) => return self.entity(*kind, name),
        }))
    }

    /// The words of `value` one after the other in a field; with a star at the end,
    /// its last word may go on.
    fn words_of(
        &mut self,
        field: Field,
        value: &str,
        shown: bool,
    ) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let (value, open) = match value.strip_suffix('*') {
            Some(value) => (value, true),
            None => (value, false),
        };
        let tokens = phrase_tokens(value);
        let mut queries: Vec<Box<dyn TantivyQuery>> = Vec::new();
        queries.extend(phrase(field, &tokens));
        if let ([token], true) = (tokens.as_slice(), open) {
            queries.push(all_beginning_with(field, &token.text));
        }
        if shown && !tokens.is_empty() {
            self.wanted.push(Wanted::phrase(tokens));
        }
        Ok((!queries.is_empty()).then(|| any(queries)))
    }

    /// An entity, what mentions it, and what has one of its names, in any script.
    fn entity(
        &mut self,
        kind: EntityKind,
        name: &str,
    ) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let entities = self.names.entities(Some(kind), name);
        if entities.is_empty() {
            let tokens = phrase_tokens(name);
            let query = phrase(self.terms.fields.exact, &tokens);
            if query.is_some() {
                self.wanted.push(Wanted::phrase(tokens));
            }
            return Ok(query);
        }
        let mut queries = Vec::new();
        for entity in entities.iter().take(MOST_ENTITIES) {
            queries.extend(self.names_of(entity, name)?);
        }
        Ok(Some(match queries.is_empty() {
            // All of its names are switched off.
            true => Box::new(EmptyQuery),
            false => any(queries),
        }))
    }

    /// Quotes of an entity by any of its names, and of whoever is called so.
    fn speaker(&mut self, name: &str) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let fields = *self.terms.fields;
        let entities = self.names.entities(None, name);
        let mut queries: Vec<Box<dyn TantivyQuery>> = entities
            .iter()
            .take(MOST_ENTITIES)
            .map(|entity| term(fields.speaker, &entity.id.to_string()))
            .collect();
        queries.extend(self.words_of(fields.speaker_words, name, false)?);
        Ok((!queries.is_empty()).then(|| any(queries)))
    }

    /// What finds an entity by its names and their forms.
    fn names_of(
        &mut self,
        entity: &KnownEntity,
        typed: &str,
    ) -> tantivy::Result<Vec<Box<dyn TantivyQuery>>> {
        let fields = *self.terms.fields;
        let choice = self.choice;
        let names = searched(entity, choice, typed);
        let id = entity.id.to_string();
        let mut queries = Vec::new();
        if names.len() == entity.names.len() {
            queries.push(term(fields.entity, &id));
        } else {
            let ids = names.iter().map(|name| name.id.to_string());
            queries.extend(ids.map(|id| term(fields.named, &id)));
            if !choice.only_typed {
                queries.push(term(fields.named, &id));
            }
        }
        // The index was told where articles have a name; all others are few.
        let mut elsewhere = Vec::new();
        for name in names.into_iter().take(MOST_NAMES) {
            let Terms {
                searcher, library, ..
            } = self.terms;
            let itself = phrase_tokens(&name.text);
            let found = phrase(fields.exact, &itself);
            match entity.told.contains(&name.id) {
                true => elsewhere.extend(found),
                false => queries.extend(found),
            }
            let mut phrases = forms(searcher, fields.exact, library, &name.text)?;
            let found = phrases.iter();
            queries.extend(found.filter_map(|tokens| phrase(fields.exact, tokens)));
            phrases.push(itself);
            self.wanted.push(Wanted::name(phrases, entity.id, name));
        }
        if !elsewhere.is_empty() {
            let kinds = [HitKind::Note, HitKind::Entity, HitKind::Quote];
            let kinds = kinds.map(|kind| term(fields.state, kind_word(kind)));
            let clauses = vec![any(kinds.into()), any(elsewhere)];
            queries.push(Box::new(BooleanQuery::intersection(clauses)));
        }
        Ok(queries)
    }
}

/// The names of `entity` that are searched when `typed` was asked for.
fn searched<'e>(
    entity: &'e KnownEntity,
    choice: &NameChoice,
    typed: &str,
) -> Vec<&'e SearchedName> {
    let typed = fold(typed);
    let on = entity
        .names
        .iter()
        .filter(|name| !choice.without.contains(&name.id));
    if !choice.only_typed {
        return on.collect();
    }
    let on: Vec<_> = on.map(|name| (fold(&name.text), name)).collect();
    let exact = on.iter().any(|(folded, _)| *folded == typed);
    let fits = |folded: &str| folded == typed || (!exact && folded.contains(&typed));
    let fitting = on.iter().filter(|(folded, _)| fits(folded));
    fitting.map(|(_, name)| *name).collect()
}

pub(in crate::search) fn kind_word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Article => "article",
        HitKind::Note => "note",
        HitKind::Entity => "entity",
        HitKind::Quote => "quote",
    }
}

fn term(field: Field, text: &str) -> Box<dyn TantivyQuery> {
    Box::new(TermQuery::new(
        Term::from_field_text(field, text),
        IndexRecordOption::Basic,
    ))
}

pub(in crate::search) fn published(
    field: Field,
    from: Option<Date>,
    until: Option<Date>,
) -> RangeQuery {
    let bound = |day: Option<Date>| {
        day.and_then(milliseconds)
            .map(|ms| Term::from_field_i64(field, ms))
    };
    // Without a bound, dates before 1970 count too.
    let least = || Bound::Included(Term::from_field_i64(field, i64::MIN));
    RangeQuery::new(
        bound(from).map_or_else(least, Bound::Included),
        bound(until).map_or(Bound::Unbounded, Bound::Excluded),
    )
}

/// The day's beginning in UTC: a date in print says no hour, and is kept so.
fn milliseconds(day: Date) -> Option<i64> {
    let start = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
    Some(start.as_millisecond())
}
