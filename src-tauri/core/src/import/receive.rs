//! From one thing to its bytes, as received.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::fetch;
use crate::domain::{ImportSource, OutcomeCode};
use crate::extract::{self, MediaType};

/// The largest file that is read, in bytes.
const MAX_FILE: u64 = 64 << 20;

/// Bytes as received, and what is known about them.
#[derive(Debug)]
pub(crate) struct Received {
    /// File name, link or first words.
    pub name: String,
    /// Full path or link.
    pub location: Option<String>,
    pub bytes: Vec<u8>,
    /// `None`: a format that is not read yet.
    pub media: Option<MediaType>,
    pub url: Option<String>,
    /// As the server declared it.
    pub charset: Option<String>,
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
        ImportSource::Path { path } => read_file(Path::new(&path)),
        ImportSource::Link { url } => fetch_link(url),
        ImportSource::Html { html, url } => Ok(Received {
            name: url.clone().unwrap_or_else(|| first_words(&visible(&html))),
            location: url.clone(),
            bytes: html.into_bytes(),
            media: Some(MediaType::Html),
            url,
            charset: Some("utf-8".into()),
        }),
        ImportSource::Text { text } => Ok(Received {
            name: first_words(&text),
            location: None,
            bytes: text.into_bytes(),
            media: Some(MediaType::Text),
            url: None,
            charset: Some("utf-8".into()),
        }),
        ImportSource::Bytes { bytes } => Ok(Received {
            name: "standard input".into(),
            location: None,
            media: extract::sniff(&bytes, None, None),
            bytes,
            url: None,
            charset: None,
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
        refuse(code, Some(error.to_string()))
    };
    let metadata = match path.metadata() {
        Ok(metadata) => metadata,
        Err(error) => return failed(error),
    };
    if !metadata.is_file() {
        // A pipe or a device could keep the import waiting for ever.
        return refuse(OutcomeCode::NotReadable, None);
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return failed(error);
    }
    if bytes.len() as u64 > MAX_FILE {
        return refuse(OutcomeCode::TooLarge, Some((MAX_FILE >> 20).to_string()));
    }
    let media = extract::sniff(&bytes, Some(&name), None);
    Ok(Received {
        name,
        location: Some(location),
        bytes,
        media,
        url: None,
        charset: None,
    })
}

fn fetch_link(url: String) -> Result<Received, Refused> {
    match fetch::fetch(&url) {
        Ok(page) => {
            let media = extract::sniff(&page.bytes, None, page.content_type.as_deref());
            Ok(Received {
                name: url,
                location: Some(page.url.clone()),
                bytes: page.bytes,
                media,
                url: Some(page.url),
                charset: page.charset,
            })
        }
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
