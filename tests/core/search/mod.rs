#![allow(clippy::expect_used)]

mod as_words;
mod asking;
mod beginnings;
mod counting;
mod counting_many;
mod facets;
mod fields;
mod hostile;
mod keeping;
mod languages;
mod marks;
mod parsing;
mod passages;
mod passing_over;
mod queries;
mod variants;

use dragoman_core::domain::{ArticleId, EntityId, SearchQuery};
use dragoman_core::search::query::NoNames;
use dragoman_core::search::{
    DocumentFacts, DocumentKey, IndexChange, IndexDocument, IndexResults, SearchIndex,
};

/// An index in a folder of its own, with what was put into it by name.
struct Library {
    index: SearchIndex,
    documents: Vec<(&'static str, DocumentKey)>,
    folder: tempfile::TempDir,
}

/// An article without a title, named by its text's first words in `Library::found`.
fn article(language: &str, body: &str) -> IndexDocument {
    IndexDocument {
        key: DocumentKey::Article(ArticleId::new()),
        title: String::new(),
        body: body.to_owned(),
        names: Vec::new(),
        language: (!language.is_empty()).then(|| language.to_owned()),
        published: None,
        facts: DocumentFacts::default(),
    }
}

fn titled(language: &str, title: &str, body: &str) -> IndexDocument {
    IndexDocument {
        title: title.to_owned(),
        ..article(language, body)
    }
}

fn entity(name: &str, names: &[&str]) -> IndexDocument {
    IndexDocument {
        key: DocumentKey::Entity(EntityId::new()),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        ..titled("", name, "")
    }
}

impl Library {
    fn of(documents: Vec<(&'static str, IndexDocument)>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let index = SearchIndex::open(folder.path()).expect("a new index");
        let names = documents
            .iter()
            .map(|(name, one)| (*name, one.key))
            .collect();
        let changes = documents.into_iter().map(|(_, one)| IndexChange::Put(one));
        index.apply(changes.collect(), 1).expect("to be indexed");
        Self {
            index,
            documents: names,
            folder,
        }
    }

    fn search(&self, text: &str) -> IndexResults {
        let query = SearchQuery {
            text: text.to_owned(),
            kinds: Vec::new(),
            offset: 0,
            limit: 50,
            ..SearchQuery::default()
        };
        self.index.search(&query, &NoNames).expect("an answer")
    }

    /// Names of what is found, best first.
    fn found(&self, text: &str) -> Vec<&'static str> {
        self.search(text)
            .hits
            .iter()
            .map(|hit| {
                let known = self.documents.iter().find(|(_, key)| *key == hit.key);
                known.map_or("?", |(name, _)| *name)
            })
            .collect()
    }

    /// As `found`, in the order of the alphabet.
    fn found_sorted(&self, text: &str) -> Vec<&'static str> {
        let mut found = self.found(text);
        found.sort_unstable();
        found
    }
}
