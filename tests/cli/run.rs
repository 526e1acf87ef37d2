//! Running `dragoman` on a notebook of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn notebook(&self) -> PathBuf {
        self.path().join("Desk")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dragoman"));
        command
            .arg("--notebook")
            .arg(self.notebook())
            .args(arguments);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The id of the sample, found by one of its words.
    pub fn first(&self) -> String {
        let hits = self.json(&["search", "--json", "dignity"]);
        hits[0]["target"]["id"].as_str().unwrap().to_owned()
    }

    /// The JSON objects that a command prints.
    pub fn json(&self, arguments: &[&str]) -> Vec<serde_json::Value> {
        let output = self.run(arguments);
        String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}
