//! `dragoman dossiers`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::Notebook;
use dragoman_core::domain::DossierId;

use crate::arguments::DossiersAction;
use crate::failure::Failure;
use crate::output::{self, counted};

pub fn run(folder: &Path, action: &DossiersAction, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    match action {
        DossiersAction::List => {
            for dossier in notebook.dossiers().list()? {
                if json {
                    output::json_line(&dossier)?;
                } else {
                    output::line(&format!(
                        "{}  {} ({})",
                        dossier.id,
                        output::inline(&dossier.name),
                        counted(dossier.items, "item", "items"),
                    ))?;
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        DossiersAction::Export { dossier } => {
            let Some(id) = find(&notebook, dossier)? else {
                output::remark(&format!("no dossier is called {dossier}"));
                return Ok(ExitCode::from(1));
            };
            let markdown = notebook.dossiers().markdown(id)?;
            if json {
                output::json_line(&serde_json::json!({ "id": id, "markdown": markdown }))?;
            } else {
                output::line(markdown.trim_end())?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// By its id, or by its name where only one is called so.
fn find(notebook: &Notebook, dossier: &str) -> Result<Option<DossierId>, Failure> {
    if let Ok(id) = dossier.parse::<DossierId>() {
        return Ok(Some(notebook.dossiers().get(id)?.id));
    }
    let named = notebook.dossiers().list()?;
    let mut called = named.iter().filter(|row| row.name == dossier.trim());
    let first = called.next().map(|row| row.id);
    if let (Some(_), Some(_)) = (first, called.next()) {
        output::remark(&format!(
            "several dossiers are called {dossier}; the last edited is written, name another by its id"
        ));
    }
    Ok(first)
}
