//! `dragoman extract`: what extraction makes of pages and texts, without keeping anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dragoman_core::domain::{ArticleParts, body_text};
use dragoman_core::extract::{self, SourceHints};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// Of a folder, the files with these extensions are read.
const EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "txt", "md"];

#[derive(Serialize)]
struct ExtractedLine<'a> {
    /// The file's name without its extension.
    id: String,
    title: &'a str,
    standfirst: Option<&'a str>,
    byline: String,
    published: Option<&'a str>,
    outlet: Option<&'a str>,
    language: Option<&'a str>,
    text: String,
}

pub fn run(paths: &[PathBuf], json: bool) -> Result<ExitCode, Failure> {
    let mut unread = false;
    for path in files(paths)? {
        let bytes = fs::read(&path).map_err(|source| Failure::Unreadable {
            path: path.clone(),
            source,
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(media) = extract::sniff(&bytes, Some(&name), None) else {
            eprintln!("dragoman: {}: format not read yet", path.display());
            unread = true;
            continue;
        };
        let hints = SourceHints {
            file_name: Some(&name),
            url: None,
            media,
            charset: None,
        };
        print(&path, &extract::article(&bytes, &hints), json)?;
    }
    Ok(if unread {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// The files named, and those in the folders named, in order.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
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
        files.extend(inside);
    }
    Ok(files)
}

fn print(path: &Path, parts: &ArticleParts, json: bool) -> Result<(), Failure> {
    // A standfirst is text of the article too; readers of the line get it once, at its place.
    let text = match &parts.standfirst {
        Some(standfirst) if json => format!("{standfirst}\n\n{}", body_text(&parts.blocks)),
        _ => body_text(&parts.blocks),
    };
    let published = parts.published.as_ref().map(|time| time.iso.as_str());
    if json {
        return output::json_line(&ExtractedLine {
            id: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            title: &parts.title,
            standfirst: parts.standfirst.as_deref(),
            byline: parts.byline.join(", "),
            published,
            outlet: parts.outlet.as_deref(),
            language: parts.language.as_deref(),
            text,
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
    lines.push(text);
    lines.push(String::new());
    output::line(&lines.join("\n"))
}
