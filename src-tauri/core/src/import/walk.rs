//! From what was dropped to the single things in it: folders are opened, all the way down.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::export_folder;
use crate::domain::{ImportSource, OutcomeCode};

/// Files that systems leave in folders and nobody dropped on purpose.
const LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// Folders of settings and of what was thrown away, as note programs and systems make
/// them beside a person's own files.
const APART: &[&str] = &[".obsidian", ".trash", ".git", "__MACOSX"];

/// One thing to import, or one that is not.
#[derive(Debug, Clone)]
pub(crate) enum Found {
    Source(ImportSource),
    /// A folder whose files belong together; see [`super::receive_folder`].
    Export {
        folder: PathBuf,
    },
    /// A file that gets an outcome without being read.
    Skipped {
        path: PathBuf,
        code: OutcomeCode,
    },
}

impl Found {
    /// A file's name, or a link; nothing for what has neither.
    pub(crate) fn name(&self) -> String {
        let path = match self {
            Self::Source(ImportSource::Path { path }) | Self::Skipped { path, .. } => path,
            Self::Export { folder } => folder,
            Self::Source(ImportSource::Link { url }) => return url.clone(),
            Self::Source(_) => return String::new(),
        };
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

/// Everything in `sources`, folders opened, in the order of names.
/// Links to folders are not followed: they may lead round in a circle.
pub(crate) fn expand(sources: Vec<ImportSource>) -> Vec<Found> {
    let mut found = Vec::new();
    for source in sources {
        match source {
            ImportSource::Path { path } if path.is_dir() => {
                let before = found.len();
                walk(&path, true, &mut found);
                if found.len() == before {
                    found.push(Found::Skipped {
                        path,
                        code: OutcomeCode::Empty,
                    });
                }
            }
            other => found.push(Found::Source(other)),
        }
    }
    found
}

/// The files in a folder that would be imported with it, each by itself.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(folder, false, &mut found);
    found
        .into_iter()
        .filter_map(|found| match found {
            Found::Source(ImportSource::Path { path }) => Some(path),
            _ => None,
        })
        .collect()
}

/// `together`: the files of an export are one thing.
fn walk(folder: &Path, together: bool, found: &mut Vec<Found>) {
    let mut export: Option<PathBuf> = None;
    let mut pages = PagesBeside::default();
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
        let name = entry.file_name().to_string_lossy();
        let apart = entry.depth() > 0 && APART.contains(&name.as_ref());
        if kind.is_dir() && (apart || is_notebook(path)) {
            entries.skip_current_dir();
            found.push(Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::SystemFile,
            });
            continue;
        }
        if kind.is_dir() {
            if together && export_folder::is_one(path) {
                export = Some(path.to_owned());
                found.push(Found::Export {
                    folder: path.to_owned(),
                });
            }
            continue;
        }
        if kind.is_file()
            && export
                .as_ref()
                .is_some_and(|export| export_folder::is_part(export, path))
        {
            continue;
        }
        if kind.is_symlink() && path.is_dir() {
            found.push(Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::NotReadable,
            });
            continue;
        }
        found.push(if is_litter(&name) {
            Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::SystemFile,
            }
        } else if is_part_of_page(folder, path) || is_drawn_with_page(&name, path, &mut pages) {
            Found::Skipped {
                path: path.to_owned(),
                code: OutcomeCode::PartOfPage,
            }
        } else {
            Found::Source(ImportSource::Path {
                path: path.to_owned(),
            })
        });
    }
}

/// A notebook inside what was dropped is not imported into itself or another.
fn is_notebook(folder: &Path) -> bool {
    folder.join("notebook.db").is_file() && folder.join("originals").is_dir()
}

/// A file that a system leaves behind.
pub(super) fn is_litter(name: &str) -> bool {
    LITTER.contains(&name)
}

/// Extensions of pages beside which a browser saves a folder.
const PAGES: &[&str] = &["html", "htm", "xhtml"];

pub(super) fn is_page_name(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| PAGES.contains(&extension.to_ascii_lowercase().as_str()))
}

/// The names that a page may have beside which `folder` was saved; none for other folders.
pub(super) fn page_names(folder: &str) -> impl Iterator<Item = String> {
    let stem = ["_files", ".files"]
        .iter()
        .find_map(|suffix| folder.strip_suffix(suffix))
        .map(str::to_owned);
    stem.into_iter().flat_map(|stem| {
        PAGES
            .iter()
            .map(move |extension| format!("{stem}.{extension}"))
    })
}

/// Extensions of what pages are styled and run with: no article is in them.
const WORKINGS: &[&str] = &[
    "css", "eot", "ico", "js", "map", "mjs", "otf", "ttf", "woff", "woff2",
];
/// Extensions of pictures that pages show.
const PICTURES: &[&str] = &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Whether the folder asked about last holds a page: files come folder by folder.
#[derive(Default)]
struct PagesBeside {
    folder: PathBuf,
    has_page: bool,
}

impl PagesBeside {
    fn any(&mut self, folder: &Path) -> bool {
        if self.folder != folder {
            self.has_page = std::fs::read_dir(folder).is_ok_and(|entries| {
                let mut names = entries.flatten().map(|entry| entry.file_name());
                names.any(|name| is_page_name(&name.to_string_lossy()))
            });
            folder.clone_into(&mut self.folder);
        }
        self.has_page
    }
}

/// Whether a program that saves pages without a folder of their own (wget, curl) has put
/// the file there with one.
fn is_drawn_with_page(name: &str, path: &Path, pages: &mut PagesBeside) -> bool {
    let Some((_, extension)) = name.rsplit_once('.') else {
        return false;
    };
    let extension = extension.to_ascii_lowercase();
    let is_picture = PICTURES.contains(&extension.as_str());
    WORKINGS.contains(&extension.as_str())
        || is_picture && path.parent().is_some_and(|folder| pages.any(folder))
}

/// Whether the file lies in the folder that a browser saves beside a page.
fn is_part_of_page(top: &Path, path: &Path) -> bool {
    path.ancestors()
        .skip(1)
        .take_while(|folder| folder.starts_with(top))
        .any(|folder| {
            let name = folder.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| {
                page_names(name).any(|page| folder.with_file_name(page).is_file())
            })
        })
}
