//! `dragoman quotes`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use dragoman_core::Notebook;
use dragoman_core::domain::ClippingQuery;

use crate::arguments::QuotesAction;
use crate::failure::Failure;
use crate::output::{self, counted};

pub fn run(folder: &Path, action: QuotesAction, json: bool) -> Result<ExitCode, Failure> {
    let QuotesAction::Export {
        file,
        format,
        speaker,
        outlet,
        sort,
    } = action;
    let notebook = Notebook::open(folder)?;
    let mut query = ClippingQuery {
        outlet,
        sort: sort.into(),
        ..ClippingQuery::default()
    };
    if let Some(name) = speaker {
        let found = notebook.entities().complete(&name, 1)?;
        match found.into_iter().next() {
            Some(entity) => query.speaker = Some(entity.id),
            None => {
                output::remark(&format!("no entity is called {}", output::inline(&name)));
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
