//! `cargo xtask e2e`: the journeys through the real window.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::{Profile, Project};
use crate::{setup, ui};

/// Builds what is stale and runs the journeys whose name contains `filter`.
pub fn e2e(project: &Project, filter: Option<&str>) -> Result<(), Failure> {
    setup::for_building(project)?;
    setup::for_window_tests()?;
    ui::install(project)?;
    ui::build_if_stale(project)?;
    project.build_programs(Profile::Dev)?;
    journeys(project, &programs(project), filter)
}

/// The folder that [`Project::build_programs`] builds into.
pub fn programs(project: &Project) -> PathBuf {
    project.target().join(Profile::Dev.folder())
}

/// Runs the journeys on the programs in the folder `programs`.
pub fn journeys(project: &Project, programs: &Path, filter: Option<&str>) -> Result<(), Failure> {
    let mut call = project
        .cargo()
        .args([
            "test",
            "--workspace",
            "--exclude",
            "xtask",
            "--test",
            "journeys",
            "--",
        ])
        // One display, one pointer: journeys take turns.
        .args(["--test-threads", "1"])
        .env("DRAGOMAN_PROGRAMS", programs)
        .env("DRAGOMAN_E2E_OUT", project.target().join("e2e"));
    if let Some(filter) = filter {
        call = call.arg(filter);
    }
    call.run()
}
