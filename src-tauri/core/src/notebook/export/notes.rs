//! Notes and the pictures in them.

use std::fs;
use std::io::copy;

use rusqlite::Connection;

use super::{BATCH, Export, FORMAT, clippings, file_name, front_matter, json};
use crate::domain::{Entity, LinkTarget, Note, NoteId};
use crate::notebook::markdown;
use crate::notebook::notes::picturing::hash_of_picture;
use crate::store::{Sha256, merge_table, note_image_table, note_merge_table, note_table};
use crate::{Error, Result, notes};

impl Export<'_> {
    pub(super) fn notes(&mut self) -> Result<()> {
        let mut after: Option<NoteId> = None;
        loop {
            let ids = self.notebook.shared().store.read("list notes", |conn| {
                note_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else {
                return Ok(());
            };
            after = Some(*last);
            for id in ids {
                let note = self.notebook.notes().get(id)?;
                if note.deleted {
                    continue;
                }
                let name = file_name("notes", &note.title, &id.to_string());
                let markdown = self
                    .notebook
                    .shared()
                    .store
                    .read("export a note", |conn| note_markdown(conn, &note))?;
                self.write(&name, &markdown)?;
                self.report.notes += 1;
            }
        }
    }

    /// The name that the file of an entity's picture has.
    pub(super) fn picture_name(&self, entity: &Entity) -> Result<Option<String>> {
        let Some(sha256) = entity.picture.as_deref().and_then(hash_of_picture) else {
            return Ok(None);
        };
        let store = &self.notebook.shared().store;
        let media_type = store.read("find a picture", |conn| {
            note_image_table::media_type(conn, sha256)
        })?;
        Ok(media_type.map(|media_type| image_name(sha256, &media_type)))
    }

    /// Pictures as they were kept, under their hash.
    pub(super) fn images(&mut self) -> Result<()> {
        let shared = self.notebook.shared();
        for (sha256, media_type) in shared.store.read("list pictures", note_image_table::all)? {
            // What is damaged must not keep the rest from leaving.
            if !shared.images.verify(sha256).unwrap_or(false) {
                self.report.lost.push(sha256.hex());
                continue;
            }
            let path = self.folder.join(image_name(sha256, &media_type));
            let mut reader = shared.images.reader(sha256)?;
            fs::File::create(&path)
                .and_then(|mut file| copy(&mut reader, &mut file))
                .map_err(|source| Error::io("writing", &path, source))?;
            self.report.images += 1;
            self.count()?;
        }
        Ok(())
    }
}

/// `images/ab12….png`
fn image_name(sha256: Sha256, media_type: &str) -> String {
    format!(
        "images/{}.{}",
        sha256.hex(),
        notes::picture_ending(media_type)
    )
}

/// Markdown with the addresses of kept pictures led to their files.
fn with_files(conn: &Connection, body: &str) -> Result<String> {
    let mut out = String::with_capacity(body.len());
    let mut from = 0;
    for (start, end, sha256) in notes::images(body) {
        let sha256 = Sha256(sha256);
        let Some(media_type) = note_image_table::media_type(conn, sha256)? else {
            continue;
        };
        out.push_str(&body[from..start]);
        out.push_str(&format!("../{}", image_name(sha256, &media_type)));
        from = end;
    }
    out.push_str(&body[from..]);
    Ok(out)
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn note_markdown(conn: &Connection, note: &Note) -> Result<String> {
    let mut out = front_matter(&[
        ("dragoman", json(FORMAT)?),
        ("id", json(note.id)?),
        ("title", json(&note.title)?),
        ("created", json(&note.created_at)?),
        ("edited", json(&note.edited_at)?),
    ]);
    let body = notes::readable(&note.body, |target| {
        let label = note.links.iter().find(|label| label.target == *target)?;
        let (folder, id) = match target {
            LinkTarget::Article { id } => ("articles", id.to_string()),
            LinkTarget::Entity { id } => {
                ("entities", merge_table::root(conn, *id).ok()?.to_string())
            }
            LinkTarget::Quote { id } => return clippings::card(conn, *id),
            LinkTarget::Dossier { id } => ("dossiers", id.to_string()),
            LinkTarget::Note { id } => {
                ("notes", note_merge_table::root(conn, *id).ok()?.to_string())
            }
        };
        let title = markdown::title(&label.title);
        Some(match label.gone {
            true => title,
            false => format!("[{title}](<../{}>)", file_name(folder, &label.title, &id)),
        })
    });
    let body = with_files(conn, &body)?;
    out.push_str(&format!("# {}\n\n{body}\n", one_line(&note.title)));
    Ok(out)
}
