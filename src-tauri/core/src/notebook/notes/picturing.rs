//! Pictures in notes: kept under their hash, in a folder of their own, and given to the
//! window as bytes.

use std::io::Read;
use std::time::Duration;

use super::Notes;
use crate::notebook::Shared;
use crate::store::{Sha256, note_image_table};
use crate::{Error, Result, notes};

/// The largest picture that is kept, in bytes.
pub const MAX_IMAGE: usize = 20 << 20;
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
    /// `InvalidInput` for what is no PNG, JPEG, GIF or WebP file, or larger than 20 MB.
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

    /// The picture with this hash; nothing when there is none.
    pub fn image(&self, sha256: &str) -> Result<Option<NoteImage>> {
        let text = format!("](image:{sha256})");
        let Some((_, _, hash)) = notes::images(&text).pop() else {
            return Ok(None);
        };
        let shared = self.0.shared();
        let media_type = shared.store.read("find a picture", |conn| {
            note_image_table::media_type(conn, Sha256(hash))
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
            .reader(Sha256(hash))?
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(reading)?;
        Ok((Sha256::of(&bytes) == Sha256(hash)).then_some(NoteImage { media_type, bytes }))
    }
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

/// Removes pictures that no note has or had, but for those of the last day.
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
