//! `dragoman extract`: what extraction makes of pages and texts, without keeping anything.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use dragoman_core::domain::{ArticleParts, BlockKind, Field, body_text};
use dragoman_core::extract::{self, SourceHints};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::output;

/// Of a folder, the files with these extensions are read.
const EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "txt", "md"];

/// Of a file, no more than this is read into memory, in bytes.
const MAX_FILE: u64 = 64 << 20;

/// Files that one thread takes before what was made of them is printed: what waits
/// to be printed stays small however many files there are.
const AHEAD: usize = 16;

/// Where a folder says which address each of its pages has.
const ADDRESSES: &str = "index.json";

/// One line per page; what is not known is empty, never left out.
#[derive(Default, Serialize)]
struct ExtractedLine<'a> {
    /// The file's name without its extension.
    id: &'a str,
    title: &'a str,
    standfirst: Option<&'a str>,
    byline: &'a [String],
    published: Option<&'a str>,
    outlet: Option<&'a str>,
    language: Option<&'a str>,
    /// Standfirst and body, one paragraph a line, without captions.
    text: String,
}

/// A page to be read.
struct Page {
    path: PathBuf,
    id: String,
    address: Option<String>,
}

pub fn run(paths: &[PathBuf], json: bool) -> Result<ExitCode, Failure> {
    let pages = pages(paths)?;
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut unread = false;
    for some in pages.chunks(threads * AHEAD) {
        for (page, read) in some.iter().zip(read_all(some, threads)) {
            match read {
                Ok(parts) => print(page, &parts, json)?,
                Err(why) => {
                    unread = true;
                    let path = page.path.display();
                    eprintln!("dragoman: {}", output::harmless(&format!("{path}: {why}")));
                    if json {
                        output::json_line(&ExtractedLine {
                            id: &page.id,
                            ..ExtractedLine::default()
                        })?;
                    }
                }
            }
        }
    }
    Ok(if unread {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// Why a page could not be read.
#[derive(Debug, thiserror::Error)]
enum Unread {
    #[error("can't be read: {0}")]
    Io(#[from] std::io::Error),
    #[error("is no file")]
    NoFile,
    #[error("format not read yet")]
    Format,
    #[error("reading it failed; this is a defect of dragoman")]
    Defect,
}

/// Reads pages on all threads; the answers are in the order of the pages.
fn read_all(pages: &[Page], threads: usize) -> Vec<Result<ArticleParts, Unread>> {
    let next = AtomicUsize::new(0);
    let done: Vec<OnceLock<Result<ArticleParts, Unread>>> =
        pages.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for _ in 0..threads.min(pages.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let (Some(page), Some(place)) = (pages.get(at), done.get(at)) else {
                        break;
                    };
                    place.get_or_init(|| read(page));
                }
            });
        }
    });
    done.into_iter()
        .map(|read| read.into_inner().unwrap_or(Err(Unread::Defect)))
        .collect()
}

fn read(page: &Page) -> Result<ArticleParts, Unread> {
    // A pipe or a device would never end.
    if !fs::metadata(&page.path)?.is_file() {
        return Err(Unread::NoFile);
    }
    let mut bytes = Vec::new();
    File::open(&page.path)?
        .take(MAX_FILE)
        .read_to_end(&mut bytes)?;
    let name = page.path.file_name().unwrap_or_default().to_string_lossy();
    let media = extract::sniff(&bytes, Some(&name), None).ok_or(Unread::Format)?;
    let hints = SourceHints {
        // As on import: a page with an address is no file with a telling name.
        file_name: page.address.is_none().then_some(&*name),
        url: page.address.as_deref(),
        ..SourceHints::of(media)
    };
    // A defect in a parser must not cost the other pages.
    panic::catch_unwind(AssertUnwindSafe(|| extract::article(&bytes, &hints)))
        .map_err(|_| Unread::Defect)
}

/// The files named, and those in the folders named, in order.
fn pages(paths: &[PathBuf]) -> Result<Vec<Page>, Failure> {
    let mut pages = Vec::new();
    for path in paths {
        if !path.is_dir() {
            pages.push(page(path.clone(), &HashMap::new()));
            continue;
        }
        let unreadable = |source| Failure::Unreadable {
            path: path.clone(),
            source,
        };
        let mut inside = fs::read_dir(path)
            .and_then(|entries| {
                entries
                    .map(|entry| entry.map(|entry| entry.path()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .map_err(unreadable)?;
        inside.retain(|file| {
            file.extension()
                .and_then(|extension| extension.to_str())
                .is_some_and(|extension| EXTENSIONS.contains(&extension))
        });
        inside.sort();
        let addresses = addresses(path)?;
        pages.extend(inside.into_iter().map(|file| page(file, &addresses)));
    }
    Ok(pages)
}

fn page(path: PathBuf, addresses: &HashMap<String, Indexed>) -> Page {
    let id = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let address = addresses.get(&id).map(|page| page.url.clone());
    Page { path, id, address }
}

/// What an index says of a page.
#[derive(Deserialize)]
struct Indexed {
    #[serde(default)]
    url: String,
}

/// The addresses of a folder's pages, by id, where it has an index of them.
fn addresses(folder: &Path) -> Result<HashMap<String, Indexed>, Failure> {
    let path = folder.join(ADDRESSES);
    if !path.is_file() {
        return Ok(HashMap::new());
    }
    let text = fs::read(&path).map_err(|source| Failure::Unreadable {
        path: path.clone(),
        source,
    })?;
    // An index of another kind says nothing of addresses.
    let read: Result<HashMap<String, Indexed>, _> = serde_json::from_slice(&text);
    Ok(read.unwrap_or_else(|why| {
        let note = format!("dragoman: {}: no addresses in it: {why}", path.display());
        eprintln!("{}", output::harmless(&note));
        HashMap::new()
    }))
}

fn print(page: &Page, parts: &ArticleParts, json: bool) -> Result<(), Failure> {
    let published = parts.published.as_ref().map(|time| time.iso.as_str());
    let credited = &credited(parts);
    if json {
        return output::json_line(&ExtractedLine {
            id: &page.id,
            title: &parts.title,
            standfirst: parts.standfirst.as_deref(),
            byline: credited,
            published,
            outlet: parts.outlet.as_deref(),
            language: parts.language.as_deref(),
            text: running_text(parts),
        });
    }
    let mut lines = vec![parts.title.clone()];
    lines.extend(parts.standfirst.clone());
    let about: Vec<&str> = parts
        .outlet
        .iter()
        .map(String::as_str)
        .chain(parts.byline.iter().map(String::as_str))
        .chain(published)
        .collect();
    lines.push(about.join(" · "));
    lines.push(String::new());
    lines.push(body_text(&parts.blocks));
    lines.push(String::new());
    output::line(&lines.join("\n"))
}

/// People and, where one place credits both or nobody else, the agencies.
fn credited(parts: &ArticleParts) -> Vec<String> {
    let origin = |field: Field| {
        let known = parts.provenance.iter().find(|known| known.field == field);
        known
            .and_then(|known| known.candidates.first())
            .map(|best| &best.origin)
    };
    let together = parts.byline.is_empty() || origin(Field::Byline) == origin(Field::Agencies);
    let agencies = parts.agencies.iter().filter(|_| together);
    parts.byline.iter().chain(agencies).cloned().collect()
}

/// A standfirst is text of the article too; who reads the line gets it once, at its place.
fn running_text(parts: &ArticleParts) -> String {
    let body = parts
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Caption)
        .map(|block| block.text.as_str());
    let lines: Vec<&str> = parts
        .standfirst
        .as_deref()
        .into_iter()
        .chain(body)
        .collect();
    lines.join("\n")
}
