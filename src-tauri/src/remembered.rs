//! Small facts kept between starts, outside every notebook: which notebooks
//! were open, how large the window was, and whether it was light or dark.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Raised when a file's shape changes so that an older Dragoman would misread it.
const VERSION: u32 = 1;
/// How many notebooks are remembered.
const NOTEBOOKS: usize = 12;

const NOTEBOOKS_FILE: &str = "notebooks.json";
const WINDOW_FILE: &str = "window.json";
const COLOURS_FILE: &str = "colours.json";

/// A file of this kind, whatever it holds.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    version: u32,
    #[serde(flatten)]
    facts: T,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Notebooks {
    /// Latest first.
    notebooks: Vec<PathBuf>,
}

/// The window's inner size in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WindowSize {
    pub width: f64,
    pub height: f64,
    pub maximised: bool,
}

/// The colours that a person chose last: the window has them before its notebook is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Colours {
    Light,
    Dark,
    System,
}

#[derive(Serialize, Deserialize)]
struct KeptColours {
    colours: Colours,
}

/// The notebooks that were open, latest first. Nothing readable means none.
pub fn notebooks(config: &Path) -> Vec<PathBuf> {
    read::<Notebooks>(&config.join(NOTEBOOKS_FILE))
        .unwrap_or_default()
        .notebooks
}

/// Puts a notebook first among those that were open.
pub fn remember_notebook(config: &Path, folder: &Path) -> io::Result<()> {
    let mut notebooks = notebooks(config);
    notebooks.retain(|known| known != folder);
    notebooks.insert(0, folder.to_owned());
    notebooks.truncate(NOTEBOOKS);
    write(&config.join(NOTEBOOKS_FILE), Notebooks { notebooks })
}

/// How large the window was.
pub fn window_size(config: &Path) -> Option<WindowSize> {
    read(&config.join(WINDOW_FILE))
}

pub fn remember_window_size(config: &Path, size: WindowSize) -> io::Result<()> {
    write(&config.join(WINDOW_FILE), size)
}

/// The colours that were chosen last. Nothing readable means those of the system.
pub fn colours(config: &Path) -> Colours {
    let kept = read::<KeptColours>(&config.join(COLOURS_FILE));
    kept.map_or(Colours::System, |kept| kept.colours)
}

pub fn remember_colours(config: &Path, colours: Colours) -> io::Result<()> {
    write(&config.join(COLOURS_FILE), KeptColours { colours })
}

fn read<T: DeserializeOwned>(file: &Path) -> Option<T> {
    let kept: Kept<T> = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    (kept.version == VERSION).then_some(kept.facts)
}

/// Writes a new file beside the old one and puts it in its place, so that a
/// crash leaves one of the two whole.
fn write<T: Serialize>(file: &Path, facts: T) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let json = serde_json::to_vec_pretty(&Kept {
        version: VERSION,
        facts,
    })?;
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(&json)?;
    draft.persist(file)?;
    Ok(())
}
