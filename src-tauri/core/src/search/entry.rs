//! One document, as the fields of the index.

use std::collections::BTreeSet;

use tantivy::TantivyDocument;

use super::analyser::Analysis;
use super::collect::kind_number;
use super::document::{DocumentKey, IndexDocument};
use super::index::SearchIndex;
use super::language;
use super::lexicon::Lexicon;
use super::query::filters::kind_word;
use crate::domain::WireGroupId;
use crate::text::with_parents;

impl SearchIndex {
    pub(super) fn tantivy_document(
        &self,
        document: &IndexDocument,
        lexicon: &mut Lexicon,
    ) -> TantivyDocument {
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
        let grams = whole.take_grams();
        if !grams.is_empty() {
            made.add_text(fields.grams, grams);
        }
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
        if let Some(listed) = document.published.or(document.facts.imported) {
            made.add_i64(fields.listed, listed);
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
        if let Some(opening) = &facts.opening {
            let mut words = Analysis::new(language, lexicon);
            words.add(opening);
            made.add_text(fields.opening, words.finish().0);
        }
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
        for name in &facts.names {
            made.add_text(fields.named, name.to_string());
        }
        for entity in &facts.tagged {
            made.add_text(fields.named, entity.to_string());
        }
        for entity in &facts.speakers {
            made.add_text(fields.speaker, entity.to_string());
        }
        let mut speakers = Analysis::new(language, lexicon);
        facts
            .speaker_names
            .iter()
            .for_each(|name| speakers.add(name));
        made.add_text(fields.speaker_words, speakers.finish().0);
        made.add_text(fields.state, kind_word(document.key.kind()));
        if let Some(kind) = facts.entity_kind {
            made.add_text(fields.state, kind.as_str());
        }
        let tags: BTreeSet<&str> = facts
            .tags
            .iter()
            .flat_map(|tag| with_parents(tag))
            .collect();
        for tag in tags {
            made.add_text(fields.own_tag, tag);
        }
        for dossier in &facts.dossiers {
            made.add_text(fields.dossier, dossier.to_string());
        }
        for state in &facts.states {
            made.add_text(fields.state, state.term());
        }
        if let Some(group) = facts.group {
            made.add_u64(fields.group, number_of(group));
        }
    }
}

/// The number that a group of copies has in the index.
pub(super) fn number_of(group: WireGroupId) -> u64 {
    let (high, low) = uuid::Uuid::from_bytes(*group.as_bytes()).as_u64_pair();
    high ^ low
}

/// Lower-case letters before the first hyphen: `pt` of `pt-BR`.
fn primary_subtag(language: &str) -> String {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.chars().take(8).collect::<String>().to_lowercase()
}
