//! A dossier as Markdown, for whoever has no Dragoman.

use rusqlite::Connection;

use super::Dossiers;
use super::outline::Outline;
use super::showing::{Shown, shown};
use crate::Result;
use crate::domain::{Clipping, DossierId, ItemTarget, item_status};
use crate::notebook::clippings::{attribution, quoted};
use crate::notebook::markdown::{line, title};
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
    let mut out = format!("# {}\n\n", line(&dossier.name));
    // Of each level that is open, whether a heading opened it.
    let mut headings: Vec<bool> = Vec::new();
    let mut in_list = false;
    // How many headings the text that is written now stands under.
    let mut within = 0;
    for placed in &Outline::read(conn, id)?.order {
        headings.truncate(placed.depth as usize);
        let above = headings.iter().filter(|heading| **heading).count();
        let indent = (headings.len() - above).min(DEEPEST_LIST);
        let item = dossier_item_table::get(conn, placed.id)?;
        let now = shown(conn, &item)?;
        let titled = title(&now.title);
        // A heading inside a list would end it.
        let heading = item.target == ItemTarget::Heading && indent == 0;
        headings.push(heading);
        if heading {
            if in_list {
                out.push('\n');
            }
            in_list = false;
            let marks = "#".repeat((above + 2).min(DEEPEST_HEADING));
            out.push_str(&format!("{marks} {titled}{}\n\n", remarks(&item)));
            within = above + 1;
            continue;
        }
        // What stands beside a heading is not its own.
        if above < within {
            out.push_str(if in_list { "\n---\n\n" } else { "---\n\n" });
            within = above;
        }
        in_list = true;
        let linked = match item.target {
            ItemTarget::Heading => format!("**{titled}**"),
            _ if now.gone => titled,
            ItemTarget::Quote { .. } => match &now.quote {
                Some(quote) => card(quote, &linked),
                None => titled,
            },
            target => linked(&Standing {
                target,
                title: &titled,
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

/// `“firm solidarity” — Kim Jong Un, via KCNA, 2022-05-09. Title, The Independent, 2022-05-10`
fn card(quote: &Clipping, linked: impl Fn(&Standing<'_>) -> String) -> String {
    let source = &quote.source;
    let titled = title(&source.title);
    let printed = match quote.article {
        None => titled,
        Some(id) => linked(&Standing {
            target: ItemTarget::Article { id },
            title: &titled,
            name: &source.title,
            url: source.url.as_deref(),
        }),
    };
    format!(
        "{} — {}",
        line(&quoted(quote)),
        attribution(quote, &printed)
    )
}

/// `, ТАСС, 2022-05-10`
fn source(shown: &Shown) -> String {
    let day = shown.published.as_ref().map(|time| {
        let iso: String = time.iso.chars().take(10).collect();
        iso
    });
    let parts = shown.outlet.iter().cloned().chain(day);
    parts.map(|part| format!(", {}", line(&part))).collect()
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
        (status, "") => format!(" — *{}*", line(status)),
        ("", question) => format!(" — {}", line(question)),
        (status, question) => format!(" — *{}*: {}", line(status), line(question)),
    }
}
