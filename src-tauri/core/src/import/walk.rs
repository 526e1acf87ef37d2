//! From what was dropped to the single things in it: folders are opened, all the way down.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::domain::{ImportSource, OutcomeCode};

/// Files that systems leave in folders and nobody dropped on purpose.
const LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// One thing to import, or one that is not.
#[derive(Debug, Clone)]
pub(crate) enum Found {
    Source(ImportSource),
    /// A file that gets an outcome without being read.
    Skipped {
        path: PathBuf,
        code: OutcomeCode,
    },
}

/// Everything in `sources`, folders opened, in the order of names.
/// Links to folders are not followed: they may lead round in a circle.
pub(crate) fn expand(sources: Vec<ImportSource>) -> Vec<Found> {
    let mut found = Vec::new();
    for source in sources {
        match source {
            ImportSource::Path { path } if Path::new(&path).is_dir() => {
                let before = found.len();
                walk(Path::new(&path), &mut found);
                if found.len() == before {
                    found.push(Found::Skipped {
                        path: path.into(),
                        code: OutcomeCode::Empty,
                    });
                }
            }
            other => found.push(Found::Source(other)),
        }
    }
    found
}

fn walk(folder: &Path, found: &mut Vec<Found>) {
    let mut entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.push(Found::Skipped {
                    path: error.path().unwrap_or(folder).to_owned(),
                    code: OutcomeCode::NotReadable,
                });
                continue;
            }
        };
        let path = entry.path();
        let kind = entry.file_type();
        if kind.is_dir() && is_notebook(path) {
            entries.skip_current_dir();
            found.push(Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::SystemFile,
            });
            continue;
        }
        if kind.is_dir() {
            continue;
        }
        if kind.is_symlink() && path.is_dir() {
            found.push(Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::NotReadable,
            });
            continue;
        }
        let name = entry.file_name().to_string_lossy();
        found.push(if LITTER.contains(&name.as_ref()) {
            Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::SystemFile,
            }
        } else if is_part_of_page(folder, path) {
            Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::PartOfPage,
            }
        } else {
            Found::Source(ImportSource::Path {
                path: path.to_string_lossy().into_owned(),
            })
        });
    }
}

/// A notebook inside what was dropped is not imported into itself or another.
fn is_notebook(folder: &Path) -> bool {
    folder.join("notebook.db").is_file() && folder.join("originals").is_dir()
}

/// Whether the file lies in the `name_files` folder that a browser saves beside `name.html`.
fn is_part_of_page(top: &Path, path: &Path) -> bool {
    path.ancestors()
        .skip(1)
        .take_while(|folder| folder.starts_with(top))
        .any(|folder| {
            let Some(name) = folder.file_name().and_then(|name| name.to_str()) else {
                return false;
            };
            let Some(page) = name
                .strip_suffix("_files")
                .or_else(|| name.strip_suffix(".files"))
            else {
                return false;
            };
            ["html", "htm", "xhtml"]
                .iter()
                .any(|ext| folder.with_file_name(format!("{page}.{ext}")).is_file())
        })
}
