//! Notebooks that take long to make, kept beside the other build products.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use dragoman_core::{CancelToken, Notebook};
use dragoman_e2e::{Failure, process};

use crate::articles;

/// Where what is made here is kept.
pub fn shelf() -> PathBuf {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench");
    env::var_os("DRAGOMAN_E2E_OUT").map_or(target, PathBuf::from)
}

/// A notebook of generated articles.
pub fn kept(articles: u32) -> Result<PathBuf, Failure> {
    make(
        &format!("library-{}-{articles}", articles::EDITION),
        |notebook| {
            let seconds = add(notebook, 0..articles)?;
            println!("{articles} articles imported in {seconds:.1} s");
            Ok(())
        },
    )
}

/// A notebook in the folder `name`, filled once by `fill`.
pub fn make(
    name: &str,
    fill: impl FnOnce(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    let kept = shelf().join(name);
    let notebook = kept.join("notebook");
    let whole = kept.join("whole");
    if whole.exists() {
        return Ok(notebook);
    }
    if kept.exists() {
        fs::remove_dir_all(&kept).map_err(Failure::file(&kept))?;
    }
    fs::create_dir_all(&kept).map_err(Failure::file(&kept))?;
    fill(&notebook)?;
    fs::write(&whole, "").map_err(Failure::file(&whole))?;
    Ok(notebook)
}

/// Imports ready articles into a notebook until all are searchable. Returns the seconds.
pub fn add(notebook: &Path, numbers: std::ops::Range<u32>) -> Result<f64, Failure> {
    let folder = tempfile::tempdir_in(shelf()).map_err(Failure::file(shelf()))?;
    let list = folder.path().join("articles.jsonl");
    let wanted = numbers.len();
    articles::write(&list, numbers)?;
    let begun = Instant::now();
    let notebook = Notebook::create(notebook).map_err(expected)?;
    let done = notebook
        .imports()
        .run_ready(&list, &CancelToken::new(), &mut |_| {})
        .map_err(expected)?;
    notebook.finish_indexing().map_err(expected)?;
    if done.imported as usize + done.wire_copies as usize != wanted {
        return Err(Failure::Expected(format!("{wanted} imported: {done:?}")));
    }
    Ok(begun.elapsed().as_secs_f64())
}

/// Measuring adds articles; the kept notebook stays as it was made.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let mut copy = Command::new("cp");
    copy.args(["--recursive", "--reflink=auto"])
        .arg(from)
        .arg(to);
    process::run(copy).map(drop)
}

/// For errors of the core.
pub fn expected(error: dragoman_core::Error) -> Failure {
    Failure::Expected(error.to_string())
}
