//! `dragoman quotes`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use dragoman_core::Notebook;
use dragoman_core::domain::{ClippingQuery, EntityId};

use crate::arguments::QuotesAction;
use crate::failure::Failure;
use crate::output::{self, counted};

pub fn run(folder: &Path, action: QuotesAction, json: bool) -> Result<ExitCode, Failure> {
    let QuotesAction::Export {
        file,
        format,
        speaker,
        outlet,
        from,
        until,
        sort,
    } = action;
    let notebook = Notebook::open(folder)?;
    let mut query = ClippingQuery {
        outlet,
        from,
        until,
        sort: sort.into(),
        ..ClippingQuery::default()
    };
    if let Some(name) = speaker {
        match find(&notebook, &name)? {
            Ok(entity) => query.speaker = Some(entity),
            Err(why) => {
                output::remark(&why);
                return Ok(ExitCode::from(1));
            }
        }
    }
    let clippings = notebook.clippings();
    if file == Path::new("-") {
        let (text, _) = clippings.export_list(&query, format.into())?;
        // A program reads it: word for word, as the file would have it.
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let written = clippings.export_file(&query, format.into(), &file)?;
    if json {
        output::json_line(&serde_json::json!({ "quotes": written }))?;
    } else {
        let written = counted(written, "quote", "quotes");
        output::line(&format!("{written} written to {}", file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The entity that is called so, or else the only one with a name that begins so; or why
/// there is none.
fn find(notebook: &Notebook, name: &str) -> Result<Result<EntityId, String>, Failure> {
    const LOOKED_AT: u32 = 50;
    let found = notebook.entities().complete(name, LOOKED_AT)?;
    let called: Vec<_> = found
        .iter()
        .filter(|one| one.matched.to_lowercase() == name.to_lowercase())
        .collect();
    let meant = match called.is_empty() {
        true => found.iter().collect(),
        false => called,
    };
    Ok(match meant.as_slice() {
        [] => Err(format!("no entity is called {}", output::inline(name))),
        [only] => Ok(only.id),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|one| output::inline(&one.name))
                .collect();
            let (name, names) = (output::inline(name), names.join(", "));
            Err(format!("{name} may be any of {names}: say which"))
        }
    })
}
