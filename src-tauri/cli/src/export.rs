//! `dragoman export`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::{CancelToken, Notebook};

use crate::failure::Failure;
use crate::output::{self, counted};

pub fn run(notebook: &Path, folder: &Path, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(notebook)?;
    let report = notebook.export(folder, &CancelToken::new(), &mut |_| {})?;
    if json {
        output::json_line(&report)?;
    } else {
        output::line(&format!(
            "{}, {}, {}, {}, {} and {} written to {}",
            counted(report.articles, "article", "articles"),
            counted(report.entities, "entity", "entities"),
            counted(report.notes, "note", "notes"),
            counted(report.dossiers, "dossier", "dossiers"),
            counted(report.clippings, "clipping", "clippings"),
            counted(report.originals, "original", "originals"),
            folder.display()
        ))?;
    }
    for sha256 in &report.lost {
        eprintln!("dragoman: the original {sha256} is missing or damaged and was not written");
    }
    Ok(if report.lost.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
