//! A notebook in a folder of its own, and short ways to fill it.

use std::fs;
use std::path::{Path, PathBuf};

use dragoman_core::domain::{
    Article, ArticleId, ArticleQuery, EntityEdit, EntityForm, EntityId, ImportDoor, ImportItem,
    ImportSource, Span, WordsToClip,
};
use dragoman_core::{CancelToken, Notebook};
use tempfile::TempDir;

pub struct Bench {
    pub folder: TempDir,
    pub notebook: Notebook,
}

/// A new notebook.
pub fn bench() -> Bench {
    let folder = TempDir::new().unwrap();
    let notebook = Notebook::create(folder.path().join("Desk")).unwrap();
    Bench { folder, notebook }
}

/// Waits until what is done next is later, also to the millisecond.
pub fn next_millisecond() {
    let now = || {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_millis()
    };
    let before = now();
    while now() <= before {
        std::thread::sleep(std::time::Duration::from_micros(100));
    }
}

impl Bench {
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("Desk")
    }

    /// Closes the notebook and opens it again.
    pub fn reopen(self) -> Self {
        let Self { folder, notebook } = self;
        drop(notebook);
        let notebook = Notebook::open(folder.path().join("Desk")).unwrap();
        Self { folder, notebook }
    }

    /// Writes a file beside the notebook.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Describes an entity, as its form does.
    pub fn describe(&self, id: EntityId, description: &str) {
        let entities = self.notebook.entities();
        let entity = entities.get(id).unwrap();
        let before = EntityForm {
            name: entity.name,
            kind: entity.kind,
            description: entity.description,
            picture: entity.picture,
        };
        let wanted = EntityForm {
            description: description.to_owned(),
            ..before.clone()
        };
        let edit = EntityEdit { before, wanted };
        entities.edit(id, &edit).unwrap();
    }

    pub fn import(&self, path: &Path) -> Vec<ImportItem> {
        self.import_sources(vec![ImportSource::Path {
            path: path.to_owned(),
        }])
    }

    pub fn import_sources(&self, sources: Vec<ImportSource>) -> Vec<ImportItem> {
        let mut items = Vec::new();
        self.notebook
            .imports()
            .run(
                sources,
                ImportDoor::Dropped,
                &CancelToken::new(),
                &mut |progress| {
                    items.extend(progress.items);
                },
            )
            .unwrap();
        items
    }

    /// Imports a plain text made of a headline and paragraphs.
    pub fn article(&self, title: &str, paragraphs: &[&str]) -> Article {
        let line = serde_json::json!({ "title": title, "text": paragraphs.join("\n") });
        let path = self.file(&format!("{title}.jsonl"), line.to_string());
        let mut id = None;
        self.notebook
            .imports()
            .run_ready(&path, &CancelToken::new(), &mut |progress| {
                id = id.or(progress.items.first().and_then(|item| item.article));
            })
            .unwrap();
        self.get(id.unwrap())
    }

    /// Imports many articles: `Report 7`, with the word `ferry`.
    pub fn many_articles(&self, many: usize) {
        let lines: Vec<String> = (0..many)
            .map(|n| format!(r#"{{"title":"Report {n}","text":"The ferry of day {n}."}}"#))
            .collect();
        let path = self.file("many.jsonl", lines.join("\n"));
        let imports = self.notebook.imports();
        imports
            .run_ready(&path, &CancelToken::new(), &mut |_| {})
            .unwrap();
    }

    pub fn get(&self, id: ArticleId) -> Article {
        self.notebook.articles().get(id).unwrap()
    }

    pub fn library(&self) -> Vec<String> {
        let page = self
            .notebook
            .articles()
            .list(&ArticleQuery::default(), 0, 100)
            .unwrap();
        assert_eq!(page.total as usize, page.rows.len());
        page.rows.into_iter().map(|row| row.title).collect()
    }
}

/// Where `words` first stand in a block.
pub fn span_of(article: &Article, block: usize, words: &str) -> Span {
    let text = &article.blocks[block].text;
    let at = text.find(words).unwrap();
    let start = text[..at].chars().count() as u32;
    Span {
        block: block as i32,
        start,
        end: start + words.chars().count() as u32,
    }
}

/// The words of an article that stand at a place, as the window hands them over.
pub fn words_at(article: &Article, span: Span) -> WordsToClip {
    let text = match span.block {
        Span::TITLE => &article.title,
        block => &article.blocks[block as usize].text,
    };
    let words = text.chars().skip(span.start as usize);
    WordsToClip {
        span,
        exact: words.take((span.end - span.start) as usize).collect(),
    }
}
