//! Pictures in notes, and of entities: kept under their hash, in a folder of their own, and given to the
//! window as bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use super::Notes;
use crate::notebook::Shared;
use crate::store::{Originals, Sha256, note_image_table};
use crate::{Error, Result, notes};

/// The largest picture that is kept, in bytes.
pub const MAX_IMAGE: usize = 20 << 20;
/// The most pixels of a picture that is kept: drawn, each takes four bytes of the window's memory.
const MAX_PIXELS: u64 = 64_000_000;
/// Pictures that go in one transaction.
const AT_ONCE: u32 = 100;
/// A picture that no note has stays so long: it may be in what is typed and not yet saved.
const SPARED: Duration = Duration::from_secs(24 * 60 * 60);

/// A kept picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteImage {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl Notes<'_> {
    /// Keeps a picture, and says under which hash: `![words](image:HASH)` shows it.
    ///
    /// # Errors
    /// `InvalidInput` for what is no PNG, JPEG, GIF or WebP file, larger than 20 MB, or of
    /// more than 64 million pixels.
    pub fn keep_image(&self, bytes: &[u8]) -> Result<String> {
        let refused = |why: &str| Error::InvalidInput {
            what: "the picture".into(),
            why: why.into(),
        };
        let media_type = notes::picture_type(bytes)
            .ok_or_else(|| refused("it is no PNG, JPEG, GIF or WebP file"))?;
        if bytes.len() > MAX_IMAGE {
            return Err(refused("it is larger than 20 MB"));
        }
        match notes::picture_pixels(bytes) {
            Some(..=MAX_PIXELS) => {}
            Some(_) => return Err(refused("it has more than 64 million pixels")),
            None => return Err(refused("it does not say how large it is")),
        }
        let shared = self.0.shared();
        // The trash must not be emptied between file and row.
        let _kept = shared.keep_originals();
        let sha256 = shared.images.keep(bytes)?;
        // One that was there before is as good as new.
        shared.images.touch(sha256)?;
        shared.store.write("keep a picture", |tx| {
            note_image_table::insert(tx, sha256, media_type, bytes.len())
        })?;
        Ok(sha256.hex())
    }

    /// Keeps the picture in a file, as [`Self::keep_image`] does.
    ///
    /// # Errors
    /// The same, and `Io` for a file that cannot be read.
    pub fn keep_image_file(&self, path: &Path) -> Result<String> {
        let reading = |source| Error::Io {
            action: "reading",
            path: path.to_owned(),
            source,
        };
        // Asked before it is opened: opening a pipe would wait for who writes into it.
        if !path.metadata().map_err(reading)?.is_file() {
            return Err(Error::InvalidInput {
                what: "the picture".into(),
                why: "it is no file".into(),
            });
        }
        let mut bytes = Vec::new();
        let limit = MAX_IMAGE as u64 + 1;
        let file = File::open(path).map_err(reading)?;
        file.take(limit).read_to_end(&mut bytes).map_err(reading)?;
        self.keep_image(&bytes)
    }

    /// The picture with this hash; nothing when there is none.
    pub fn image(&self, sha256: &str) -> Result<Option<NoteImage>> {
        let Some(hash) = hash_of_picture(sha256) else {
            return Ok(None);
        };
        let shared = self.0.shared();
        let media_type = shared.store.read("find a picture", |conn| {
            note_image_table::media_type(conn, hash)
        })?;
        let Some(media_type) = media_type else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        let reading = |source| Error::Io {
            action: "reading",
            path: "images".into(),
            source,
        };
        // A file that was exchanged must not fill the memory.
        let limit = MAX_IMAGE as u64 + 1;
        shared
            .images
            .reader(hash)?
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(reading)?;
        Ok((Sha256::of(&bytes) == hash).then_some(NoteImage { media_type, bytes }))
    }
}

/// A picture's hash as it is written.
pub(in crate::notebook) fn hash_of_picture(sha256: &str) -> Option<Sha256> {
    let text = format!("](image:{sha256})");
    notes::images(&text).pop().map(|(_, _, hash)| Sha256(hash))
}

/// Says which pictures a note has.
pub(super) fn put_uses(
    conn: &rusqlite::Connection,
    note: crate::domain::NoteId,
    body: &str,
) -> Result<()> {
    for (_, _, sha256) in notes::images(body) {
        note_image_table::put_use(conn, Sha256(sha256), note)?;
    }
    Ok(())
}

/// Deletes notes of the trash for good. What they alone had of pictures is spared no day:
/// it goes with them, unless it was pasted again since.
pub(in crate::notebook) fn delete_notes(
    conn: &rusqlite::Connection,
    images: &Originals,
    notes: &[crate::domain::NoteId],
) -> Result<()> {
    for id in notes {
        if let Some((deleted_ms, pictures)) = note_image_table::delete_note(conn, *id)? {
            for sha256 in pictures {
                images.outdate(sha256, deleted_ms)?;
            }
        }
    }
    Ok(())
}

/// Removes pictures that no note and no entity has or had, but for those that were pasted within a day.
pub(in crate::notebook) fn drop_loose(shared: &Shared) -> Result<()> {
    let mut after = None;
    loop {
        let last = shared.store.write("remove pictures", |tx| {
            let mut loose = note_image_table::loose(tx, after, AT_ONCE)?;
            let last = loose.last().copied();
            loose.retain(|sha256| !shared.images.is_younger(*sha256, SPARED));
            for sha256 in &loose {
                note_image_table::delete(tx, *sha256)?;
            }
            // Before the transaction ends: a row without its file is made good when this is
            // done again, a file without its row would stay for ever.
            loose
                .iter()
                .try_for_each(|sha256| shared.images.remove(*sha256))?;
            Ok(last)
        })?;
        if last.is_none() {
            return Ok(());
        }
        after = last;
    }
}
