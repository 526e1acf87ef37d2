//! `cargo xtask types`: the Rust types that cross to the window, as TypeScript.

use crate::failure::Failure;
use crate::project::Project;

/// Writes ui/src/api/generated.ts. The same test without the variable fails when
/// the file differs, so `cargo xtask test` holds invariant 10.
pub fn write(project: &Project) -> Result<(), Failure> {
    project
        .cargo()
        .args(["test", "-p", "dragoman-core", "--test", "core", "types"])
        .env("DRAGOMAN_WRITE_TYPES", "1")
        .run()
}
