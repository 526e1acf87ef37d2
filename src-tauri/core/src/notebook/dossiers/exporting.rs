//! A dossier as Markdown, for whoever has no Dragoman.

use rusqlite::Connection;

use super::Dossiers;
use super::outline::Outline;
use super::showing::{Shown, shown};
use crate::Result;
use crate::domain::{DossierId, ItemTarget, item_status};
use crate::store::dossier_item_table::{self, ItemRecord};
use crate::store::dossier_table;

/// How deep headings go in Markdown.
const DEEPEST_HEADING: usize = 6;
/// How far lists are set in: more is no longer read.
const DEEPEST_LIST: usize = 12;

/// What of an item its title may be made a link of.
pub(in super::super) struct Standing<'s> {
    pub target: ItemTarget,
    /// As Markdown shows it word for word.
    pub title: &'s str,
    /// What it is called.
    pub name: &'s str,
    pub url: Option<&'s str>,
}

impl Dossiers<'_> {
    /// The outline as Markdown; articles link to where they were published.
    pub fn markdown(&self, id: DossierId) -> Result<String> {
        let store = &self.0.shared().store;
        store.read("export a dossier", |conn| {
            markdown(conn, id, |standing| {
                let url = standing.url.filter(|url| {
                    ["http://", "https://"]
                        .iter()
                        .any(|begin| url.starts_with(begin))
                        && !url.contains(['<', '>', '\n'])
                });
                match url {
                    Some(url) => format!("[{}](<{url}>)", standing.title),
                    None => standing.title.to_owned(),
                }
            })
        })
    }
}

/// The outline of a dossier: headings as headings, the rest as a nested list.
pub(in super::super) fn markdown(
    conn: &Connection,
    id: DossierId,
    linked: impl Fn(&Standing<'_>) -> String,
) -> Result<String> {
    let dossier = dossier_table::get(conn, id)?;
    let mut out = format!("# {}\n\n", plain(&dossier.name));
    // Of each level that is open, whether a heading opened it.
    let mut headings: Vec<bool> = Vec::new();
    let mut in_list = false;
    for placed in &Outline::read(conn, id)?.0 {
        headings.truncate(placed.depth as usize);
        let above = headings.iter().filter(|heading| **heading).count();
        let indent = (headings.len() - above).min(DEEPEST_LIST);
        let item = dossier_item_table::get(conn, placed.id)?;
        let now = shown(conn, &item)?;
        let title = plain(&now.title);
        // A heading inside a list would end it.
        let heading = item.target == ItemTarget::Heading && indent == 0;
        headings.push(heading);
        if heading {
            if in_list {
                out.push('\n');
            }
            in_list = false;
            let marks = "#".repeat((above + 2).min(DEEPEST_HEADING));
            out.push_str(&format!("{marks} {title}{}\n\n", remarks(&item)));
            continue;
        }
        in_list = true;
        let linked = match item.target {
            ItemTarget::Heading => format!("**{title}**"),
            _ if now.gone => title,
            target => linked(&Standing {
                target,
                title: &title,
                name: &now.title,
                url: now.url.as_deref(),
            }),
        };
        let gone = if now.gone { " (deleted)" } else { "" };
        out.push_str(&format!(
            "{}- {linked}{}{gone}{}\n",
            "  ".repeat(indent),
            source(&now),
            remarks(&item),
        ));
    }
    Ok(out)
}

/// `, ТАСС, 2022-05-10`
fn source(shown: &Shown) -> String {
    let day = shown.published.as_ref().map(|time| {
        let iso: String = time.iso.chars().take(10).collect();
        iso
    });
    let parts = shown.outlet.iter().cloned().chain(day);
    parts.map(|part| format!(", {}", plain(&part))).collect()
}

/// ` — *to verify*: Who counted?`
fn remarks(item: &ItemRecord) -> String {
    let status = match item.status.as_str() {
        item_status::TO_VERIFY => "to verify",
        item_status::ON_RECORD => "on record",
        item_status::NEED_SECOND_SOURCE => "need second source",
        own => own,
    };
    match (status, item.question.as_str()) {
        ("", "") => String::new(),
        (status, "") => format!(" — *{}*", plain(status)),
        ("", question) => format!(" — {}", plain(question)),
        (status, question) => format!(" — *{}*: {}", plain(status), plain(question)),
    }
}

/// Text as Markdown shows it word for word, on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words: Vec<&str> = text.split_whitespace().collect();
    for c in words.join(" ").chars() {
        if matches!(c, '<' | '[' | ']' | '\\' | '*' | '_' | '`' | '#' | '|') {
            out.push('\\');
        }
        if !c.is_control() {
            out.push(c);
        }
    }
    out
}
