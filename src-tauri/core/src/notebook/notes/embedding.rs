//! What `![[…]]` shows, with what is embedded in it, in bounds.

use rusqlite::Connection;

use super::Notes;
use super::backlinks::root;
use crate::Result;
use crate::domain::{Embedded, LinkTarget};
use crate::notebook::labels;
use crate::notes;
use crate::store::{article_table, clipping_table, entity_table, note_table};

/// Embeds in embeds are shown so deep.
const DEEPEST: usize = 3;
/// Bytes that one embed shows.
const MOST: usize = 20_000;
/// Embeds that are looked up for one: those after them are shown as links.
const MOST_EMBEDS: u32 = 200;

impl Notes<'_> {
    /// What an embed of `target` shows, or of the passage of it that `anchor` names.
    pub fn embedded(&self, target: LinkTarget, anchor: &str) -> Result<Embedded> {
        self.0.shared().store.read("read what is embedded", |conn| {
            let mut text = String::new();
            let mut path = Vec::new();
            let shown = write(conn, target, anchor, &mut path, &mut 0, &mut text)?;
            let label = labels::label(conn, target, "")?;
            let cut = text.len() > MOST;
            text.truncate(text.floor_char_boundary(MOST));
            Ok(Embedded {
                title: label.title,
                links: labels::labels(conn, &text)?,
                text,
                gone: label.gone || !shown,
                cut,
            })
        })
    }
}

/// Adds what is embedded to `out`; false when there is no such passage.
fn write(
    conn: &Connection,
    target: LinkTarget,
    anchor: &str,
    path: &mut Vec<(LinkTarget, String)>,
    looked_up: &mut u32,
    out: &mut String,
) -> Result<bool> {
    let target = root(conn, target)?;
    let Some(body) = body(conn, &target)? else {
        return Ok(false);
    };
    let body = match anchor {
        "" => body.as_str(),
        anchor => match notes::passage(&body, anchor) {
            Some(passage) => passage,
            None => return Ok(false),
        },
    };
    path.push((target, anchor.to_owned()));
    let mut from = 0;
    for link in notes::find_links(body) {
        if out.len() > MOST || *looked_up >= MOST_EMBEDS {
            break;
        }
        if !link.embed || path.len() >= DEEPEST {
            continue;
        }
        *looked_up += 1;
        let inner = root(conn, link.target)?;
        // A passage of itself would show itself again, too.
        let again = path.iter().any(|(known, _)| *known == inner);
        if again {
            continue;
        }
        out.push_str(&body[from..link.start]);
        from = link.start;
        if write(conn, inner, link.anchor, path, looked_up, out)? {
            from = link.end;
        }
    }
    out.push_str(&body[from..]);
    path.pop();
    Ok(true)
}

/// The text of a target that is kept.
fn body(conn: &Connection, target: &LinkTarget) -> Result<Option<String>> {
    Ok(match target {
        LinkTarget::Note { id } => note_table::find_record(conn, *id)?
            .filter(|note| !note.deleted)
            .map(|note| note.body),
        LinkTarget::Entity { id } => entity_table::find_record(conn, *id)?
            .filter(|entity| !entity.deleted)
            .map(|entity| entity.description),
        // An outline leads on to other things: it is opened, not shown in a line.
        LinkTarget::Dossier { .. } => None,
        LinkTarget::Quote { id } => clipping_table::find(conn, *id)?
            .filter(|row| !row.deleted)
            .map(|row| row.anchor.exact),
        LinkTarget::Article { id } => match article_table::find_record(conn, *id)? {
            Some(article) if !article.deleted => {
                let blocks = article_table::blocks(conn, *id, article.text_version)?;
                let mut text = article.standfirst.unwrap_or_default();
                for block in blocks {
                    if text.len() > MOST {
                        break;
                    }
                    if !text.is_empty() {
                        text.push_str("\n\n");
                    }
                    text.push_str(&block.text);
                }
                Some(text)
            }
            _ => None,
        },
    })
}
