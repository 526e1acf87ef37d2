//! Showing kept originals.

use std::io::{BufRead, BufReader, Read};

use super::Shared;
use crate::domain::{ArticleId, ImportItemId, OriginalView};
use crate::extract::{self, MediaType, SourceHints};
use crate::store::{Sha256, article_table, import_table, original_table};
use crate::{Error, Result};

/// Of an original larger than this only the start is shown, in bytes.
const SHOWN: usize = 10 << 20;

/// What to show of an original.
struct Wanted {
    sha256: Sha256,
    part: Option<u32>,
    name: String,
    encoding: Option<String>,
    media_type: String,
}

pub(super) fn view(shared: &Shared, id: ArticleId) -> Result<OriginalView> {
    let wanted = shared.store.read("open an original", |conn| {
        let article = article_table::record(conn, id)?;
        let sha256 = article
            .original
            .ok_or_else(|| Error::not_found(format_args!("the original of article {id}")))?;
        Ok(Wanted {
            sha256,
            part: article.original_part,
            name: article.original_name,
            encoding: article.encoding,
            media_type: media_type(conn, sha256)?,
        })
    })?;
    show(shared, &wanted)
}

/// The original of a thing that has no article.
pub(super) fn view_of_item(shared: &Shared, id: ImportItemId) -> Result<OriginalView> {
    let wanted = shared.store.read("open an original", |conn| {
        let (item, sha256) = import_table::item(conn, id)?;
        let sha256 = sha256
            .ok_or_else(|| Error::not_found(format_args!("the original of {}", item.name)))?;
        Ok(Wanted {
            sha256,
            part: None,
            name: item.name,
            encoding: None,
            media_type: media_type(conn, sha256)?,
        })
    })?;
    show(shared, &wanted)
}

fn media_type(conn: &rusqlite::Connection, sha256: Sha256) -> Result<String> {
    original_table::get(conn, sha256)?
        .map(|(_, media_type)| media_type)
        .ok_or_else(|| Error::not_found(format_args!("original {}", sha256.hex())))
}

fn show(shared: &Shared, wanted: &Wanted) -> Result<OriginalView> {
    let intact = shared.originals.verify(wanted.sha256)?;
    let bytes = match wanted.part {
        Some(part) => line(shared, wanted.sha256, part)?,
        None => start(shared, wanted.sha256)?,
    };
    let is_html = wanted.media_type == "text/html";
    let hints = SourceHints {
        file_name: Some(&wanted.name),
        url: None,
        media: if is_html {
            MediaType::Html
        } else {
            MediaType::Text
        },
        charset: wanted.encoding.as_deref(),
        saved: None,
        facts: None,
    };
    let decoded = extract::decode(&bytes, &hints);
    Ok(OriginalView {
        html: if is_html {
            extract::sanitise_original(&decoded.text)
        } else {
            extract::text_as_html(&decoded.text)
        },
        encoding: Some(decoded.encoding.to_owned()),
        intact,
    })
}

/// The start of an original. No more of it is ever in memory: what is kept
/// compressed in little may be large.
fn start(shared: &Shared, sha256: Sha256) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    shared
        .originals
        .reader(sha256)?
        .take(SHOWN as u64)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::io("reading", std::path::Path::new(&sha256.hex()), source))?;
    Ok(bytes)
}

/// Line `part`, from 1, of an original that holds many articles.
fn line(shared: &Shared, sha256: Sha256, part: u32) -> Result<Vec<u8>> {
    let reader = BufReader::new(shared.originals.reader(sha256)?);
    reader
        .split(b'\n')
        .nth(part.saturating_sub(1) as usize)
        .ok_or_else(|| Error::not_found(format_args!("line {part} of {}", sha256.hex())))?
        .map(|mut line| {
            line.truncate(SHOWN);
            line
        })
        .map_err(|source| Error::io("reading", std::path::Path::new(&sha256.hex()), source))
}
