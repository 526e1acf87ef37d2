//! Prints what the line trees see of plain texts, a JSON line each: the first step of
//! `core/training/train.py`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::domain::{ArticleParts, Fate};
use dragoman_core::extract::{self, MediaType, SourceHints};
use serde_json::json;

fn main() -> ExitCode {
    for folder in std::env::args().skip(1) {
        if let Err(error) = print_folder(Path::new(&folder)) {
            eprintln!("{folder}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print_folder(folder: &Path) -> std::io::Result<()> {
    let names: Vec<&str> = extract::trait_names().collect();
    println!("{}", json!({ "names": names }));
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        println!("{}", page(&path, &text));
    }
    Ok(())
}

fn page(path: &Path, text: &str) -> serde_json::Value {
    let hints = SourceHints::of(MediaType::Text);
    let parts = extract::article_from_text(text, &hints);
    let lines: Vec<_> = extract::training_lines(text)
        .into_iter()
        .map(|line| {
            json!({
                "text": line.text,
                "words": line.words,
                "fate": fate(&parts, line.number),
                "traits": line.traits,
                "score": line.score,
            })
        })
        .collect();
    json!({ "id": path.file_stem().map(|stem| stem.to_string_lossy()), "lines": lines })
}

/// What became of a line: `title`, `caption`, `body`, `removed` …
fn fate(parts: &ArticleParts, number: u32) -> &'static str {
    let piece = parts.pieces.iter().find(|piece| piece.line == number);
    match piece.map(|piece| &piece.fate) {
        Some(Fate::Title) => "title",
        Some(Fate::Standfirst) => "standfirst",
        Some(Fate::Byline) => "byline",
        Some(Fate::Published) => "published",
        Some(Fate::Body { block }) => {
            let kind = usize::try_from(*block)
                .ok()
                .and_then(|at| parts.blocks.get(at))
                .map(|block| block.kind);
            if kind == Some(dragoman_core::domain::BlockKind::Caption) {
                "caption"
            } else {
                "body"
            }
        }
        Some(Fate::Removed { .. }) => "removed",
        None => "",
    }
}
