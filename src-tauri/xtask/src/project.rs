//! Where things are in this repository.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::Call;

/// Which build of the program is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// The folder under the target folder.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// The repository and where cargo puts what it builds.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Finds the repository that this xtask belongs to.
    pub fn find() -> Result<Self, Failure> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let inside = manifest.join("../..");
        let root = inside.canonicalize().map_err(Failure::file(&inside))?;
        let target = target_folder(&root)?;
        Ok(Self { root, target })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Path of a program of ours after a build.
    pub fn binary(&self, profile: Profile, name: &str) -> PathBuf {
        self.target
            .join(profile.folder())
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Builds the window and the command line. Everything but xtask is selected
    /// because cargo unites the features of what is selected: the same selection
    /// each time means that no dependency is built twice.
    pub fn build_programs(&self, profile: Profile) -> Result<(), Failure> {
        let mut call = self
            .cargo()
            .args(["build", "--workspace", "--exclude", "xtask", "--bins"]);
        if profile == Profile::Release {
            call = call.arg("--release");
        }
        call.run()
    }

    pub fn cargo(&self) -> Call {
        Call::cargo().dir(&self.root)
    }

    /// Files that git tracks, relative to the root.
    pub fn tracked_files(&self) -> Result<Vec<PathBuf>, Failure> {
        let listing = Call::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .dir(&self.root)
            .checked_text()?;
        let mut files: Vec<PathBuf> = listing
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(PathBuf::from)
            .filter(|path| self.root.join(path).is_file())
            .collect();
        files.sort();
        Ok(files)
    }
}

/// Asks cargo, since the target folder may be set by the environment or a user's configuration.
fn target_folder(root: &Path) -> Result<PathBuf, Failure> {
    let text = Call::cargo()
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .dir(root)
        .text()?;
    let named = serde_json::from_str::<serde_json::Value>(&text)
        .ok()
        .and_then(|metadata| metadata["target_directory"].as_str().map(PathBuf::from));
    Ok(named.unwrap_or_else(|| root.join("target")))
}
