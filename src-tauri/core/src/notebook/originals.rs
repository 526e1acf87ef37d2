//! Showing kept originals.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

use super::Shared;
use crate::domain::{ArticleId, Document, ImportItemId, LineStyle, OriginalOf, OriginalView};
use crate::extract::{self, MediaType, SourceHints};
use crate::import::{Format, Held, read_parts};
use crate::store::version_table::VersionRow;
use crate::store::{Sha256, article_table, import_table, original_table};
use crate::{Error, Result};

/// Of an original larger than this only the start is shown, in bytes.
const SHOWN: usize = 10 << 20;
/// An unpacked original up to this size is read in memory, in bytes.
const IN_MEMORY: usize = 16 << 20;

const PDF: &str = "application/pdf";
/// Of a PDF no more is read to be drawn, in bytes: what is kept of a file at the most.
const LARGEST_PDF: u64 = 200 << 20;

/// What to show of an original.
struct Wanted {
    sha256: Sha256,
    part: Option<u32>,
    name: String,
    encoding: Option<String>,
    media_type: String,
}

pub(super) fn view(shared: &Shared, id: ArticleId) -> Result<OriginalView> {
    show(shared, &wanted_of(shared, id)?)
}

fn wanted_of(shared: &Shared, id: ArticleId) -> Result<Wanted> {
    shared.store.read("open an original", |conn| {
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
    })
}

/// The original that a version of an article was read from.
pub(super) fn view_of_version(
    shared: &Shared,
    id: ArticleId,
    row: VersionRow,
) -> Result<OriginalView> {
    let sha256 = row
        .original
        .ok_or_else(|| Error::not_found(format_args!("the original of article {id}")))?;
    let media_type = shared
        .store
        .read("open an original", |conn| media_type(conn, sha256))?;
    let wanted = Wanted {
        sha256,
        part: row.original_part,
        name: row.original_name,
        encoding: row.parts.encoding,
        media_type,
    };
    show(shared, &wanted)
}

/// The original of a thing that has no article.
pub(super) fn view_of_item(shared: &Shared, id: ImportItemId) -> Result<OriginalView> {
    show(shared, &wanted_of_item(shared, id)?)
}

fn wanted_of_item(shared: &Shared, id: ImportItemId) -> Result<Wanted> {
    shared.store.read("open an original", |conn| {
        let (item, from) = import_table::item(conn, id)?;
        let sha256 = from
            .original
            .ok_or_else(|| Error::not_found(format_args!("the original of {}", item.name)))?;
        Ok(Wanted {
            sha256,
            part: from.part,
            name: item.name,
            encoding: None,
            media_type: media_type(conn, sha256)?,
        })
    })
}

/// A thing as its kept original holds it; `None` where it holds none of that number,
/// or is a list of ready articles, which need no reading.
pub(super) fn held(
    shared: &Shared,
    sha256: Sha256,
    format: Format,
    part: Option<u32>,
    name: &str,
) -> Result<Option<Held>> {
    let wanted = Wanted {
        sha256,
        part,
        name: name.to_owned(),
        encoding: None,
        media_type: String::new(),
    };
    part_of(shared, &wanted, format, part.unwrap_or(1))
}

/// A PDF by itself, which is drawn from its own bytes; of one in an archive the archive is the
/// original, and it is shown as text.
fn is_pdf(wanted: &Wanted) -> bool {
    wanted.media_type == PDF
}

/// The bytes of an original that is a PDF by itself.
pub(super) fn pdf(shared: &Shared, of: OriginalOf) -> Result<Vec<u8>> {
    let wanted = match of {
        OriginalOf::Article { id } => wanted_of(shared, id)?,
        OriginalOf::Problem { id } => wanted_of_item(shared, id)?,
    };
    if !is_pdf(&wanted) {
        return Err(Error::InvalidInput {
            what: wanted.name,
            why: "it is no PDF".into(),
        });
    }
    let mut bytes = Vec::new();
    shared
        .originals
        .reader(wanted.sha256)?
        .take(LARGEST_PDF)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::io("reading", Path::new(&wanted.sha256.hex()), source))?;
    Ok(bytes)
}

fn media_type(conn: &rusqlite::Connection, sha256: Sha256) -> Result<String> {
    original_table::get(conn, sha256)?
        .map(|(_, media_type)| media_type)
        .ok_or_else(|| Error::not_found(format_args!("original {}", sha256.hex())))
}

fn show(shared: &Shared, wanted: &Wanted) -> Result<OriginalView> {
    let intact = shared.originals.verify(wanted.sha256)?;
    let (html, encoding) = match (Format::of_media_type(&wanted.media_type), wanted.part) {
        (Some(Format::Page(media)), _) => {
            let bytes = start(shared, wanted.sha256)?;
            show_page(&bytes, media, wanted, wanted.encoding.as_deref())
        }
        // A list of ready articles, one a line.
        (None, Some(part)) => {
            let bytes = line(shared, wanted.sha256, part)?;
            show_page(&bytes, MediaType::Text, wanted, None)
        }
        (None, None) => {
            let bytes = start(shared, wanted.sha256)?;
            show_page(&bytes, MediaType::Text, wanted, None)
        }
        (Some(format), part) => match part_of(shared, wanted, format, part.unwrap_or(1))? {
            Some(held) => show_held(held, wanted),
            None => (String::new(), None),
        },
    };
    Ok(OriginalView {
        html,
        encoding,
        intact,
        pages: is_pdf(wanted),
    })
}

/// The markup of a page, made safe, and its encoding.
fn show_page(
    bytes: &[u8],
    media: MediaType,
    wanted: &Wanted,
    charset: Option<&str>,
) -> (String, Option<String>) {
    let hints = SourceHints {
        file_name: Some(&wanted.name),
        charset,
        ..SourceHints::of(media)
    };
    let decoded = extract::decode(bytes.get(..SHOWN).unwrap_or(bytes), &hints);
    let html = if media == MediaType::Html {
        extract::sanitise_original(&decoded.text)
    } else {
        extract::text_as_html(&decoded.text)
    };
    (html, Some(decoded.encoding.to_owned()))
}

fn show_held(held: Held, wanted: &Wanted) -> (String, Option<String>) {
    match held {
        Held::Page {
            bytes,
            media,
            charset,
            ..
        } => {
            let charset = charset.as_deref().or(wanted.encoding.as_deref());
            show_page(&bytes, media, wanted, charset)
        }
        Held::Document { document, .. } => (extract::text_as_html(&as_text(&document)), None),
        Held::Ready { parts, .. } => {
            let standfirst = parts.standfirst.as_deref();
            let html = extract::render_html(&parts.title, standfirst, &parts.blocks);
            (html, None)
        }
        Held::Link { url, .. } => (extract::text_as_html(&url), None),
        Held::File { .. } | Held::Unread { .. } => (String::new(), None),
    }
}

/// A document line by line, with what its format calls furniture.
fn as_text(document: &Document) -> String {
    let mut text = String::new();
    for line in &document.lines {
        text.push_str(&line.text);
        // Cells and items stand under each other; paragraphs apart.
        let close = matches!(line.style, LineStyle::TableRow | LineStyle::ListItem);
        text.push_str(if close { "\n" } else { "\n\n" });
    }
    text
}

/// Part `number` of an original that is an archive, a message or a document; `None`
/// where it holds none of that number.
fn part_of(shared: &Shared, wanted: &Wanted, format: Format, number: u32) -> Result<Option<Held>> {
    let path = wanted.sha256.hex();
    let failed = |source| Error::io("reading", Path::new(&path), source);
    // Readers move about in a file, which a compressed original cannot do.
    let mut unpacked = shared.originals.scratch(IN_MEMORY);
    let mut original = shared.originals.reader(wanted.sha256)?;
    std::io::copy(&mut original, &mut unpacked).map_err(failed)?;
    unpacked.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut found = None;
    let read = read_parts(format, &mut unpacked, &wanted.name, &mut |part| {
        if part.number < number {
            return ControlFlow::Continue(());
        }
        found = Some(part.held);
        ControlFlow::Break(())
    });
    if let Err(why) = read {
        // What was found before stays: the same as on import.
        tracing::debug!(%why, "an original was not read to its end");
    }
    Ok(found)
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
        .map_err(|source| Error::io("reading", Path::new(&sha256.hex()), source))?;
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
        .map_err(|source| Error::io("reading", Path::new(&sha256.hex()), source))
}
