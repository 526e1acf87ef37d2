//! `cargo xtask bench`: speed and memory of the release build on generated libraries.

use crate::failure::Failure;
use crate::process::Call;
use crate::project::{Profile, Project};
use crate::{setup, ui};

/// The sizes that the limits are set for.
const SIZES: &[&str] = &["10000", "100000"];

/// Builds the release and measures it. `arguments` are other sizes than the usual ones.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    if arguments.iter().any(|size| size.parse::<u32>().is_err()) {
        return Err(Failure::Usage("cargo xtask bench [ARTICLES...]".to_owned()));
    }
    setup::for_building(project)?;
    setup::for_window_tests()?;
    ui::install(project)?;
    ui::build(project)?;
    project.build_programs(Profile::Release)?;
    let measure = Call::new(project.binary(Profile::Release, "dragoman-bench"))
        .dir(project.root())
        .env("DRAGOMAN_PROGRAMS", project.target().join("release"))
        .env("DRAGOMAN_E2E_OUT", project.target().join("bench"));
    if arguments.is_empty() {
        measure.args(SIZES).run()
    } else {
        measure.args(arguments).run()
    }
}
