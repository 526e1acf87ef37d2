//! `dragoman verify`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::{CancelToken, Notebook, VerifyProblem};

use crate::failure::Failure;
use crate::output::{self, counted};

/// A bad notebook is not a bad command.
const PROBLEMS_FOUND: u8 = 4;

pub fn run(folder: &Path, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    let report = notebook.verify(&CancelToken::new(), &mut |_, _| {})?;
    if json {
        output::json_line(&report)?;
    } else {
        for problem in &report.problems {
            output::line(&words(problem))?;
        }
        output::line(&format!(
            "{}, {} and {} checked: {}",
            counted(report.originals, "original", "originals"),
            counted(report.articles, "article", "articles"),
            counted(report.notes, "note", "notes"),
            match report.problems.len() as u64 {
                0 => "no differences".to_owned(),
                n => counted(n, "problem", "problems"),
            }
        ))?;
    }
    Ok(if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(PROBLEMS_FOUND)
    })
}

fn words(problem: &VerifyProblem) -> String {
    match problem {
        VerifyProblem::OriginalChanged { sha256 } => {
            format!("the original {sha256} has changed since import")
        }
        VerifyProblem::OriginalMissing { sha256 } => {
            format!("the original {sha256} is missing or can't be read")
        }
        VerifyProblem::ImageChanged { sha256 } => {
            format!("the picture {sha256} has changed since it was put into a note")
        }
        VerifyProblem::ImageMissing { sha256 } => {
            format!("the picture {sha256} is missing or can't be read")
        }
        VerifyProblem::Database { what } => format!("the database: {what}"),
        VerifyProblem::NotIndexed { id } => format!("{id} is kept, but search does not find it"),
        VerifyProblem::IndexDamaged => {
            "the index is damaged; delete the folder index and it is made anew".to_owned()
        }
        VerifyProblem::IndexTooLarge { indexed, kept } => {
            format!("search knows {indexed} things, the notebook keeps {kept}")
        }
    }
}
