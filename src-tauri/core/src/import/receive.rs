//! From one thing to its bytes, as received.

use std::fs::{File, Metadata};
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::faults;
use super::fetch;
use super::formats::{Format, Input, MAX_THING, recognise};
use crate::clock::rfc3339;
use crate::domain::{ImportSource, OutcomeCode};
use crate::extract::MediaType;

/// A thing as received, and what is known about it.
#[derive(Debug)]
pub(crate) struct Received {
    /// File name, link or first words.
    pub name: String,
    /// Full path or link.
    pub location: Option<String>,
    pub body: Body,
    /// `None`: no reader takes it.
    pub format: Option<Format>,
    pub url: Option<String>,
    /// As the server declared it.
    pub charset: Option<String>,
    /// When the file was last written, RFC 3339 in UTC.
    pub saved: Option<String>,
}

/// Where the bytes are.
#[derive(Debug)]
pub(crate) enum Body {
    Memory(Vec<u8>),
    /// Too large to be held in memory, or held there only for a moment.
    File {
        path: PathBuf,
        size: u64,
    },
    /// Several files, packed into one that is removed when this is dropped.
    Packed {
        file: NamedTempFile,
        size: u64,
    },
}

impl Body {
    /// In bytes.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File { size, .. } | Self::Packed { size, .. } => *size,
        }
    }

    /// The bytes, to be read from the start.
    pub(crate) fn open(&self) -> std::io::Result<Box<dyn Input + '_>> {
        Ok(match self {
            Self::Memory(bytes) => Box::new(Cursor::new(bytes.as_slice())),
            Self::File { path, .. } => Box::new(BufReader::new(File::open(path)?)),
            Self::Packed { file, .. } => Box::new(BufReader::new(file.reopen()?)),
        })
    }
}

/// Why nothing could be received. `name` and `location` as in [`Received`].
#[derive(Debug)]
pub(crate) struct Refused {
    pub name: String,
    pub location: Option<String>,
    pub code: OutcomeCode,
    pub detail: Option<String>,
}

pub(crate) fn receive(source: ImportSource) -> Result<Received, Refused> {
    match source {
        ImportSource::Path { path } => read_file(&path),
        ImportSource::Link { url } => fetch_link(url),
        ImportSource::Html { html, url } => Ok(Received {
            name: url.clone().unwrap_or_else(|| first_words(&visible(&html))),
            location: url.clone(),
            body: Body::Memory(html.into_bytes()),
            format: Some(Format::Page(MediaType::Html)),
            url,
            charset: Some("utf-8".into()),
            saved: None,
        }),
        ImportSource::Text { text } => Ok(Received {
            name: first_words(&text),
            location: None,
            body: Body::Memory(text.into_bytes()),
            format: Some(Format::Page(MediaType::Text)),
            url: None,
            charset: Some("utf-8".into()),
            saved: None,
        }),
        ImportSource::Bytes { bytes } => Ok(Received {
            name: "standard input".into(),
            location: None,
            format: of_memory(&bytes, None, None),
            body: Body::Memory(bytes),
            url: None,
            charset: None,
            saved: None,
        }),
    }
}

fn read_file(path: &Path) -> Result<Received, Refused> {
    let location = path.to_string_lossy().into_owned();
    let name = path.file_name().map_or_else(
        || location.clone(),
        |name| name.to_string_lossy().into_owned(),
    );
    let refuse = |code, detail: Option<String>| {
        Err(Refused {
            name: name.clone(),
            location: Some(location.clone()),
            code,
            detail,
        })
    };
    let failed = |error: std::io::Error| {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => OutcomeCode::NotFound,
            _ => OutcomeCode::NotReadable,
        };
        refuse(code, Some(faults::of_reading(&error)))
    };
    let metadata = match path.metadata() {
        Ok(metadata) => metadata,
        Err(error) => return failed(error),
    };
    if !metadata.is_file() {
        // A pipe or a device could keep the import waiting for ever.
        return refuse(OutcomeCode::NotReadable, None);
    }
    let (body, format) = match take(path, &metadata, &name) {
        Ok(taken) => taken,
        Err(error) => return failed(error),
    };
    Ok(Received {
        name,
        location: Some(location),
        body,
        format,
        url: None,
        charset: None,
        saved: saved(&metadata),
    })
}

/// A small file is read whole, so that what is kept and what is read are the same bytes
/// whoever writes to it meanwhile.
fn take(path: &Path, metadata: &Metadata, name: &str) -> std::io::Result<(Body, Option<Format>)> {
    let mut file = File::open(path)?;
    if metadata.len() > MAX_THING {
        let format = recognise(&mut file, Some(name), None)?;
        let size = metadata.len();
        let path = path.to_owned();
        return Ok((Body::File { path, size }, format));
    }
    // One byte of room more: the end is found without making room again.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).map_or(0, |size| size + 1));
    file.take(MAX_THING).read_to_end(&mut bytes)?;
    let format = of_memory(&bytes, Some(name), None);
    Ok((Body::Memory(bytes), format))
}

fn saved(metadata: &Metadata) -> Option<String> {
    let since = metadata
        .modified()
        .ok()?
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?;
    Some(rfc3339(i64::try_from(since.as_millis()).ok()?))
}

fn of_memory(bytes: &[u8], name: Option<&str>, declared: Option<&str>) -> Option<Format> {
    // Memory can always be read.
    recognise(&mut Cursor::new(bytes), name, declared)
        .ok()
        .flatten()
}

fn fetch_link(url: String) -> Result<Received, Refused> {
    match fetch::fetch(&url) {
        Ok(page) => Ok(Received {
            name: url,
            location: Some(page.url.clone()),
            format: of_memory(&page.bytes, None, page.content_type.as_deref()),
            body: Body::Memory(page.bytes),
            url: Some(page.url),
            charset: page.charset,
            saved: None,
        }),
        Err(error) => Err(Refused {
            name: url.clone(),
            location: Some(url),
            code: error.code(),
            detail: error.detail(),
        }),
    }
}

/// The first words of pasted text, for the tray.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(10).collect();
    let line: String = words.join(" ").chars().take(80).collect();
    line
}

/// Roughly what a person sees of some markup: enough for a name in the tray.
fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars().take(4000) {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}
