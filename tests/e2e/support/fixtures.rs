//! Files that journeys hand to the program.

use std::path::{Path, PathBuf};

/// The sample: a saved page as text, with the page's furniture left in.
pub fn sample() -> PathBuf {
    fixture("seed/independent-2022-05-10.txt")
}

/// A file of tests/fixtures.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(path)
}
