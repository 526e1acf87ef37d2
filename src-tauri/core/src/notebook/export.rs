//! Leaving any time: everything as Markdown with YAML front matter, and the originals.
//!
//! Layout: `articles/`, `entities/`, `notes/`, `dossiers/` with one file each, `originals/` and
//! `images/` with the bytes as received, and quotes and highlights in `quotes.md` and
//! `clippings.json`. Links in notes become relative Markdown links, so that any Markdown
//! reader follows them.

mod clippings;
mod dossiers;
mod entities;
mod notes;
mod originals;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Notebook;
use crate::domain::{Article, ArticleId, Block, BlockKind, EntityId, is_table_grid, table_cells};
use crate::jobs::CancelToken;
use crate::store::{article_table, entity_table};
use crate::{Error, Result};

/// Version of the export's layout, in every file's front matter.
const FORMAT: u32 = 1;
const BATCH: u32 = 200;
/// Bytes of a title in a file's name. Most systems take 255 for a whole name.
const MAX_TITLE: usize = 180;

/// What an export wrote.
#[derive(Debug, Default, Serialize)]
pub struct ExportReport {
    pub articles: u64,
    pub entities: u64,
    pub notes: u64,
    pub dossiers: u64,
    pub clippings: u64,
    pub originals: u64,
    /// Pictures in notes.
    pub images: u64,
    /// SHA-256 of the originals and pictures that are missing or damaged, and so not written.
    pub lost: Vec<String>,
}

impl Notebook {
    /// Writes everything that is not in the trash to `folder`, which has to be
    /// empty or not there. `progress` hears how many files are written.
    pub fn export(
        &self,
        folder: &Path,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ExportReport> {
        let mut export = Export {
            notebook: self,
            folder: folder.to_owned(),
            cancel,
            progress,
            written: 0,
            report: ExportReport::default(),
        };
        export.begin()?;
        export.articles()?;
        export.entities()?;
        export.notes()?;
        export.dossiers()?;
        export.clippings()?;
        export.originals()?;
        export.images()?;
        Ok(export.report)
    }
}

struct Export<'a> {
    notebook: &'a Notebook,
    folder: PathBuf,
    cancel: &'a CancelToken,
    progress: &'a mut dyn FnMut(u64),
    written: u64,
    report: ExportReport,
}

impl Export<'_> {
    fn begin(&self) -> Result<()> {
        let writing = |source| Error::io("writing", &self.folder, source);
        fs::create_dir_all(&self.folder).map_err(writing)?;
        if fs::read_dir(&self.folder)
            .map_err(writing)?
            .next()
            .is_some()
        {
            return Err(Error::InvalidInput {
                what: self.folder.display().to_string(),
                why: "an export goes into an empty folder".into(),
            });
        }
        for name in [
            "articles",
            "entities",
            "notes",
            "dossiers",
            "originals",
            "images",
        ] {
            fs::create_dir(self.folder.join(name)).map_err(writing)?;
        }
        Ok(())
    }

    fn articles(&mut self) -> Result<()> {
        let mut after: Option<ArticleId> = None;
        loop {
            let ids = self.notebook.shared().store.read("list articles", |conn| {
                article_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else {
                return Ok(());
            };
            after = Some(*last);
            for id in ids {
                let article = match self.notebook.articles().get(id) {
                    // The trash may have been emptied since it was listed.
                    Err(Error::NotFound { .. }) => continue,
                    article => article?,
                };
                if article.deleted {
                    continue;
                }
                let name = file_name("articles", &article.title, &id.to_string());
                self.write(&name, &article_markdown(&article)?)?;
                self.report.articles += 1;
            }
        }
    }

    fn entities(&mut self) -> Result<()> {
        // By id: the order by articles changes while names are being looked for.
        let mut after: Option<EntityId> = None;
        loop {
            let ids = self.notebook.shared().store.read("list entities", |conn| {
                entity_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else {
                return Ok(());
            };
            after = Some(*last);
            for id in ids {
                let entity = self.notebook.entities().get(id)?;
                let name = file_name("entities", &entity.name, &id.to_string());
                let picture = self.picture_name(&entity)?;
                self.write(&name, &entities::markdown(&entity, picture.as_deref())?)?;
                self.report.entities += 1;
            }
        }
    }

    fn write(&mut self, name: &str, text: &str) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, text).map_err(|source| Error::io("writing", &path, source))?;
        self.count()
    }

    fn count(&mut self) -> Result<()> {
        self.written += 1;
        (self.progress)(self.written);
        if self.cancel.is_cancelled() {
            return Err(Error::Cancelled);
        }
        Ok(())
    }
}

/// `notes/Title of it 0190….md`: readable, and certain to be its own.
fn file_name(folder: &str, title: &str, id: &str) -> String {
    let clean: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|#[]".contains(c) {
                ' '
            } else {
                c
            }
        })
        .scan(0, |bytes, c| {
            *bytes += c.len_utf8();
            (*bytes <= MAX_TITLE).then_some(c)
        })
        .take(60)
        .collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let title = words.join(" ");
    match title.trim_matches(['.', ' ']) {
        "" => format!("{folder}/{id}.md"),
        title => format!("{folder}/{title} {id}.md"),
    }
}

/// Front matter. A JSON value is a YAML value, so quoting is JSON's.
fn front_matter(fields: &[(&str, serde_json::Value)]) -> String {
    let mut out = String::from("---\n");
    for (key, value) in fields {
        if !value.is_null() {
            out.push_str(&format!("{key}: {}\n", printable(&value.to_string())));
        }
    }
    out.push_str("---\n\n");
    out
}

/// YAML, unlike JSON, takes no control characters inside quotes.
fn printable(json: &str) -> String {
    json.chars().fold(String::new(), |mut out, c| {
        match c {
            c if c.is_control() || ('\u{2028}'..='\u{2029}').contains(&c) => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
        out
    })
}

fn json(value: impl Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|source| Error::Format {
        what: "an exported field",
        source,
    })
}

fn article_markdown(article: &Article) -> Result<String> {
    let entities: Vec<&str> = article
        .entities
        .iter()
        .map(|chip| chip.name.as_str())
        .collect();
    let mut out = front_matter(&[
        ("dragoman", json(FORMAT)?),
        ("id", json(article.id)?),
        ("title", json(&article.title)?),
        ("standfirst", json(&article.standfirst)?),
        ("byline", json(&article.byline)?),
        ("outlet", json(&article.outlet)?),
        (
            "published",
            json(article.published.as_ref().map(|time| &time.iso))?,
        ),
        (
            "zone",
            json(
                article
                    .published
                    .as_ref()
                    .and_then(|time| time.zone.as_ref()),
            )?,
        ),
        (
            "updated",
            json(article.updated.as_ref().map(|time| &time.iso))?,
        ),
        ("language", json(&article.language)?),
        ("url", json(&article.canonical_url)?),
        ("imported", json(&article.imported_at)?),
        (
            "sha256",
            json(article.original.as_ref().map(|original| &original.sha256))?,
        ),
        ("entities", json(entities)?),
        ("tags", json(&article.tags)?),
    ]);
    out.push_str(&format!("# {}\n\n", literal(&article.title)));
    if let Some(standfirst) = &article.standfirst {
        out.push_str(&format!("*{}*\n\n", literal(standfirst)));
    }
    for blocks in article.blocks.chunk_by(|a, b| a.kind == b.kind) {
        match blocks.first().map(|block| block.kind) {
            Some(BlockKind::TableRow) if is_grid(blocks) => out.push_str(&table_markdown(blocks)),
            Some(BlockKind::ListItem) => {
                out.extend(blocks.iter().map(block_markdown));
                // What follows would be read as the last item's otherwise.
                out.push('\n');
            }
            _ => out.extend(blocks.iter().map(block_markdown)),
        }
    }
    Ok(out)
}

fn block_markdown(block: &Block) -> String {
    let text = literal(&block.text);
    match block.kind {
        BlockKind::Heading => format!("## {text}\n\n"),
        BlockKind::Quote => format!("> {text}\n\n"),
        BlockKind::ListItem => format!("- {text}\n"),
        BlockKind::Code => format!("    {}\n\n", block.text.replace('\n', "\n    ")),
        BlockKind::Caption => format!("*Picture: {text}*\n\n"),
        BlockKind::Paragraph | BlockKind::TableRow => format!("{text}\n\n"),
    }
}

fn is_grid(rows: &[Block]) -> bool {
    is_table_grid(rows.iter().map(|row| row.text.as_str()))
}

/// Rows as a table of Markdown, which has a head always: the first row is taken for it.
fn table_markdown(rows: &[Block]) -> String {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| table_cells(&row.text)).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = String::new();
    for (at, cells) in rows.iter().enumerate() {
        for cell in cells
            .iter()
            .chain(std::iter::repeat_n(&"", width - cells.len()))
        {
            out.push_str(&format!("| {} ", literal(cell).replace('|', "\\|")));
        }
        out.push_str("|\n");
        if at == 0 {
            out.push_str(&"| --- ".repeat(width));
            out.push_str("|\n");
        }
    }
    out.push('\n');
    out
}

/// Text from outside as Markdown shows it word for word: no markup and no picture
/// that a viewer would fetch comes of it.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let marks = matches!(c, '<' | '[' | '\\')
            || (at == 0 && matches!(c, '#' | '>' | '-' | '+' | '*' | '`' | '~' | '='));
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
