//! `cargo xtask e2e`: the journeys through the real window.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::Call;
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
    runner(project, programs).args(filter).run()
}

/// Runs all journeys, and what failed once more by itself.
///
/// A window, a driver and a display share the processors with whatever else a machine does, and
/// a journey fails in one of many runs for that alone. What fails twice has failed. What passes
/// only then is named at the end: it is a finding, in the journey or in the product. A run that
/// broke off has failed: nobody knows of the journeys behind that.
pub fn journeys_twice(project: &Project, programs: &Path) -> Result<(), Failure> {
    let (first, heard) = runner(project, programs).run_heard()?;
    let failed = failed_tests(&heard);
    if first.is_ok() || failed.is_empty() || counted_failures(&heard) != Some(failed.len()) {
        return first;
    }
    println!("\n    {} failed: once more, by themselves", failed.len());
    let (again, heard) = runner(project, programs)
        .arg("--exact")
        .args(&failed)
        .run_heard()?;
    again?;
    if !heard.contains(&format!("test result: ok. {} passed;", failed.len())) {
        return first;
    }
    println!("    PASSED ONLY WHEN TRIED AGAIN: {}", failed.join(", "));
    Ok(())
}

fn runner(project: &Project, programs: &Path) -> Call {
    project
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
        .env("DRAGOMAN_E2E_OUT", project.target().join("e2e"))
}

/// The tests that a runner of cargo's says have failed (`test NAME ... FAILED`).
fn failed_tests(heard: &str) -> Vec<String> {
    heard
        .lines()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"))
        .map(str::to_owned)
        .collect()
}

/// How many have failed by the runner's closing line; none where it broke off before.
fn counted_failures(heard: &str) -> Option<usize> {
    let closing = heard
        .lines()
        .find(|line| line.starts_with("test result: FAILED."))?;
    let (before, _) = closing.split_once(" failed;")?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{counted_failures, failed_tests};

    #[test]
    fn a_run_that_broke_off_counts_no_failures() {
        let closing = "test a ... FAILED\ntest result: FAILED. 37 passed; 1 failed; 0 ignored\n";
        assert_eq!(counted_failures(closing), Some(1));
        assert_eq!(counted_failures("test a ... FAILED\n"), None);
    }

    #[test]
    fn failed_tests_are_read_from_the_runner() {
        let heard = "running 3 tests\ntest a::one ... ok\ntest a::two ... FAILED\n\
                     test b ... FAILED\n\nfailures:\n    a::two\n    b\n";
        assert_eq!(failed_tests(heard), ["a::two", "b"]);
        assert!(failed_tests("error: could not compile").is_empty());
    }
}
