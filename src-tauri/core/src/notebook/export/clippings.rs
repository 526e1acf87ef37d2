//! Quotes and highlights: for people as Markdown, for programs as W3C annotations.

use rusqlite::Connection;

use super::{BATCH, Export, file_name};
use crate::domain::{ClippingId, ClippingQuery, QuoteListFormat};
use crate::notebook::clippings::{all_shown, attribution, exported, quoted, shown};
use crate::notebook::markdown::{line, title};
use crate::store::clipping_table;
use crate::{Error, Result};

impl Export<'_> {
    pub(super) fn clippings(&mut self) -> Result<()> {
        let mut annotations = Vec::new();
        let mut after: Option<ClippingId> = None;
        loop {
            let store = &self.notebook.shared().store;
            let batch = store.read("list clippings", |conn| {
                all_shown(conn, clipping_table::after(conn, after, BATCH)?)
            })?;
            let Some(last) = batch.last() else { break };
            after = Some(last.id);
            annotations.extend(batch.iter().map(exported));
        }
        self.report.clippings = annotations.len() as u64;
        let json = serde_json::to_string_pretty(&annotations).map_err(|source| Error::Format {
            what: "exported clippings",
            source,
        })?;
        self.write("clippings.json", &json)?;
        let query = ClippingQuery::default();
        let (markdown, _) = self
            .notebook
            .clippings()
            .export_list(&query, QuoteListFormat::Markdown)?;
        self.write("quotes.md", &markdown)
    }
}

/// A quote in a note: its words, and who said them where, with a link to the article.
pub(super) fn card(conn: &Connection, id: ClippingId) -> Option<String> {
    let row = clipping_table::find(conn, id).ok()??;
    let clipping = shown(conn, row).ok()?;
    let words = line(&quoted(&clipping));
    if clipping.deleted {
        return Some(words);
    }
    let title = title(&clipping.source.title);
    let link = match clipping.article {
        Some(article) => {
            let file = file_name("articles", &clipping.source.title, &article.to_string());
            format!("[{title}](<../{file}>)")
        }
        None => title,
    };
    Some(format!("{words} — {}", attribution(&clipping, &link)))
}
