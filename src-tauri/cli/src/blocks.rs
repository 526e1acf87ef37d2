//! `dragoman blocks`: the blocks of pages with what is measured of them, from which the
//! trees of the body's choice are grown (see `core/training`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dragoman_core::domain::{BlockKind, Fate};
use dragoman_core::extract::{self, MeasuredBlock, MediaType, SourceHints};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct BlocksLine {
    /// The file's name without its extension.
    id: String,
    blocks: Vec<MeasuredBlock>,
    /// Ordinals, from 1, of the blocks that are text of the article as it is read now.
    kept: Vec<u32>,
}

pub fn run(folder: &Path) -> Result<ExitCode, Failure> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::Unreadable { path, source }
    };
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(unreadable(folder))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable(folder))?;
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "html")
    });
    files.sort();
    for file in files {
        let bytes = fs::read(&file).map_err(unreadable(&file))?;
        print(&file, &bytes)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hints = SourceHints {
        file_name: Some(&name),
        ..SourceHints::of(MediaType::Html)
    };
    let html = extract::decode(bytes, &hints).text;
    let parts = extract::article_from_html(&html, &hints);
    let in_text = |fate: &Fate| match fate {
        Fate::Standfirst => true,
        Fate::Body { block } => parts
            .blocks
            .get(*block as usize)
            .is_some_and(|block| block.kind != BlockKind::Caption),
        _ => false,
    };
    output::json_line(&BlocksLine {
        id: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        blocks: extract::measured_blocks(&html, &hints),
        kept: parts
            .pieces
            .iter()
            .filter(|piece| in_text(&piece.fate))
            .map(|piece| piece.line)
            .collect(),
    })
}
