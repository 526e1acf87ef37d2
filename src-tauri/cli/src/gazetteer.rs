//! `dragoman gazetteer`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::domain::GazetteerInUse;
use dragoman_core::{Error, Notebook};

use crate::arguments::GazetteerAction;
use crate::failure::Failure;
use crate::output;

pub fn run(
    folder: &Path,
    action: Option<&GazetteerAction>,
    json: bool,
) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    let known = notebook.gazetteer();
    let in_use = match action {
        None => known.about()?,
        Some(GazetteerAction::Use { file }) => known.choose(file).map_err(Error::from)?,
        Some(GazetteerAction::Reset) => known.use_shipped()?,
    };
    if json {
        output::json_line(&in_use)?;
    } else {
        say(&in_use)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn say(in_use: &GazetteerInUse) -> Result<(), Failure> {
    let GazetteerInUse {
        file,
        edition,
        entries,
        names,
        sources,
        ..
    } = in_use;
    let file = file
        .as_deref()
        .unwrap_or("the one that comes with dragoman");
    let edition = edition.as_ref().map(|name| format!(", {name}"));
    let edition = edition.unwrap_or_default();
    output::line(&format!(
        "{file}{edition}: {names} names of {entries} entities"
    ))?;
    for source in sources {
        output::line(&format!(
            "  {} from {} of {}, {}",
            source.entries, source.name, source.as_of, source.licence
        ))?;
    }
    Ok(())
}
