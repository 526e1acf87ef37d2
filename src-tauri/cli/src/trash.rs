//! `dragoman trash`.

use std::path::Path;
use std::process::ExitCode;

use dragoman_core::{CancelToken, Notebook};

use crate::arguments::TrashAction;
use crate::failure::Failure;
use crate::output;

pub fn run(folder: &Path, action: Option<TrashAction>, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    let contents = notebook.trash().contents()?;
    let done = match action {
        None => "in the trash",
        Some(TrashAction::Empty) => {
            notebook.trash().empty(&CancelToken::new(), &mut |_| {})?;
            "removed for good"
        }
    };
    if json {
        output::json_line(&contents)?;
    } else {
        let plural = |n: u32| if n == 1 { "" } else { "s" };
        output::line(&format!(
            "{} article{}, {} dossier{} and {} original{} ({:.1} MB) {done}",
            contents.articles,
            plural(contents.articles),
            contents.dossiers,
            plural(contents.dossiers),
            contents.originals,
            plural(contents.originals),
            contents.bytes as f64 / 1e6,
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
