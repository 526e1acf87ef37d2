//! One journey's own desk: display, home folder, notebook folder.

use std::cell::Cell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::display::Display;
use crate::pointer::Pointer;
use crate::{App, Failure};

/// Runs one journey on a desk of its own; any failure fails the test with its words.
pub fn journey(name: &str, walk: impl FnOnce(&Desk) -> Result<(), Failure>) {
    let walked = Desk::set_up(name).and_then(|desk| walk(&desk));
    if let Err(failure) = walked {
        // Ending a test is what panicking is for.
        #[allow(clippy::panic)]
        {
            panic!("{name}: {failure}");
        }
    }
}

/// Where one journey happens. Nothing of it outlives the journey but its pictures.
pub struct Desk {
    name: String,
    display: Display,
    programs: PathBuf,
    pictures: PathBuf,
    frames: Cell<bool>,
    composes: Cell<bool>,
    // Dropped last: the display's programs write below it.
    folder: TempDir,
}

impl Desk {
    /// Starts the display and makes an empty home.
    pub fn set_up(name: &str) -> Result<Self, Failure> {
        let folder =
            TempDir::with_prefix("dragoman-e2e-").map_err(Failure::file("a temporary folder"))?;
        let home = folder.path().join("home");
        let run = home.join("run");
        for made in [&run, &home.join("Documents"), &home.join(".config")] {
            fs::create_dir_all(made).map_err(Failure::file(made))?;
        }
        private(&run)?;
        let directories = home.join(".config/user-dirs.dirs");
        fs::write(&directories, "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n")
            .map_err(Failure::file(&directories))?;
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
        let from = |variable: &str, otherwise: PathBuf| {
            env::var_os(variable).map_or(otherwise, PathBuf::from)
        };
        Ok(Self {
            name: name.to_owned(),
            display: Display::start(&home)?,
            programs: from("DRAGOMAN_PROGRAMS", target.join("debug")),
            pictures: from("DRAGOMAN_E2E_OUT", target.join("e2e")),
            frames: Cell::new(false),
            composes: Cell::new(false),
            folder,
        })
    }

    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Says that this journey looks into frames. WebKitWebDriver (2.50) then waits for ever
    /// unless the web view draws through the graphics driver; a person's clicks do not.
    pub fn look_into_frames(&self) {
        self.frames.set(true);
    }

    /// Windows that are opened from now on are typed in through ibus.
    pub(crate) fn compose(&self) {
        self.composes.set(true);
    }

    pub(crate) fn composes(&self) -> bool {
        self.composes.get()
    }

    pub(crate) fn looks_into_frames(&self) -> bool {
        self.frames.get()
    }

    /// The journey's mouse.
    pub fn pointer(&self) -> Pointer<'_> {
        Pointer::new(&self.display)
    }

    /// The notebook that [`Desk::open_window`] opens.
    pub fn notebook(&self) -> PathBuf {
        self.folder.path().join("home/Documents/Notebook")
    }

    /// An empty folder for what a journey hands over.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.folder.path().join(name);
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        Ok(folder)
    }

    /// A program of ours.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// Where this journey's pictures go.
    pub fn picture(&self, name: &str) -> PathBuf {
        self.pictures.join(format!("{}-{name}.png", self.name))
    }

    /// A folder that outlives the desk, for what takes long to make.
    pub fn kept(&self, name: &str) -> PathBuf {
        self.pictures.join(name)
    }

    /// Where the pictures of whole screens go, to be laid beside the design's.
    pub fn shot(&self, name: &str) -> PathBuf {
        self.pictures.join("shots").join(format!("{name}.png"))
    }

    /// Opens the window on this desk's notebook.
    pub fn open_window(&self) -> Result<App<'_>, Failure> {
        App::open(self, None)
    }

    /// Opens the window with every connection that it or its children try written to `log`.
    pub fn open_trapped_window(&self, log: &Path) -> Result<App<'_>, Failure> {
        App::open(self, Some(log))
    }
}

#[cfg(unix)]
fn private(folder: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(Failure::file(folder))
}

#[cfg(not(unix))]
fn private(_folder: &Path) -> Result<(), Failure> {
    Ok(())
}
